from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.load.site import read_site
from gongkai.model.records import Review
from shown import shown
from toy import FILES, YAML, replaced, write_site


def read(root: Path, lines: str) -> tuple[Review | None, list[str]]:
    site, problems = read_site(
        write_site(root, {YAML: replaced(FILES[YAML], "\nlamps:", f"{lines}\n\nlamps:")})
    )
    assert site
    return site.reports[0].review, shown(problems)


def test_a_review_has_who_when_and_what(tmp_path: Path) -> None:
    review, problems = read(
        tmp_path, "review:\n  reviewer: 守灯人\n  date: 1988-01-02\n  conclusion: 可以公开"
    )
    assert problems == []
    assert review
    assert (review.reviewer, review.date, review.conclusion) == ("守灯人", "1988-01-02", "可以公开")
    assert (review.place.span.line, review.place.span.column) == (7, 9)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("review: {reviewer: 守灯人, date: 1988-01-02}", ["report.yaml:5:9 D201"]),
        ("review: {reviewer: 守灯人, date: 1988年1月2日, conclusion: 可}", ["report.yaml:5:31 D238"]),
        ("review: {reviewer: , date: 1988-01-02, conclusion: 可}", ["report.yaml:5:20 D203"]),
        ("review: {reviewer: 甲, date: 1988-01-02, conclusion: 可, by: 乙}", ["report.yaml:5:56 D202"]),
        ("review: 已审查", ["report.yaml:5:9 D203"]),
    ],
)
def test_a_review_that_is_not_whole_is_said_at_its_place(
    tmp_path: Path, lines: str, wanted: list[str]
) -> None:
    review, problems = read(tmp_path, lines)
    assert problems == wanted
    assert (review is None) is (wanted != ["report.yaml:5:56 D202"])


@pytest.mark.parametrize(
    ("line", "required", "wanted"),
    [
        ("required: [review]\n", ("review",), []),
        ("required: [review, seal]\n", ("review",), ["site.yaml:7:20 D203"]),
        ("required: review\n", (), ["site.yaml:7:11 D203"]),
    ],
)
def test_what_a_portal_requires_is_of_a_known_list(
    tmp_path: Path, line: str, required: tuple[str, ...], wanted: list[str]
) -> None:
    files = {"content/site.yaml": FILES["content/site.yaml"] + line}
    site, problems = read_site(write_site(tmp_path, files))
    assert site
    assert site.portal.required == required
    assert shown(problems) == wanted


def test_the_day_is_todays_unless_given(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    given, _ = read_site(root, "2001-02-03")
    real, _ = read_site(root)
    assert given
    assert real
    assert given.today == "2001-02-03"
    assert len(real.today) == len(given.today) < len(real.today + "x")
    assert real.today > "2026"


def test_every_file_is_kept_as_written(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    site, _ = read_site(root)
    assert site
    kept = {source.file: source.text for source in site.sources()}
    assert kept == FILES
