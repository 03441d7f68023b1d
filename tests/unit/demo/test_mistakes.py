"""Planted mistakes: as many as asked for, one in a report, and each is found where the list says."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest
from made import FORMS, write_all

from gongkai.demo.demo import Size, demo_site
from gongkai.demo.mistakes import SLIPS, Mistake, plant
from gongkai.demo.slips_in_articles import ARTICLE_SLIPS, in_articles, spoil
from gongkai.diagnostics.catalogue.every import RULES
from gongkai.pipeline import check

SIZE = Size(organs=40, years=7, seed=6)


def planted(root: Path, wanted: int, size: Size = SIZE) -> list[Mistake]:
    made = demo_site(size, FORMS)
    write_all(root, made.portal)
    organs = list(made.top.walk())
    mistakes = []
    for files, mistake in plant(made.reports, made.keys, wanted, size.seed, organs):
        write_all(root, files)
        mistakes += [mistake] if mistake else []
    return mistakes


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Mistake]]:
    root = tmp_path_factory.mktemp("demo")
    mistakes = planted(root, 80)
    made = demo_site(SIZE, FORMS)
    list(made.reports)
    files, more = spoil(list(made.columns()), in_articles(80), SIZE.seed)
    write_all(root, files.items())
    return root, [*mistakes, *more]


def test_there_are_as_many_as_asked_for_of_every_kind(site: tuple[Path, list[Mistake]]) -> None:
    _, mistakes = site
    assert len(mistakes) == 80 + len(ARTICLE_SLIPS)
    assert set(Counter(mistake.kind for mistake in mistakes)) == {*SLIPS, *ARTICLE_SLIPS}


def test_no_report_has_two(site: tuple[Path, list[Mistake]]) -> None:
    _, mistakes = site
    folders = [mistake.file.removesuffix("/report.yaml").removesuffix("/report.md") for mistake in mistakes]
    assert len(set(folders)) == len(folders)


def test_each_is_found(site: tuple[Path, list[Mistake]]) -> None:
    root, mistakes = site
    found = defaultdict(set)
    for problem in check(root).problems:
        found[problem.place.file].add(problem.code)
    missed = [mistake for mistake in mistakes if found[where(mistake)].isdisjoint(mistake.codes)]
    assert missed == []


def where(mistake: Mistake) -> str:
    """A missing report is told of at the organ's next one."""
    if mistake.kind != "report-missing":
        return mistake.file
    organ, _, year = mistake.file.rpartition("/")
    return f"{organ}/{int(year) + 1}/report.yaml"


def test_the_codes_are_rules(site: tuple[Path, list[Mistake]]) -> None:
    known = {rule.code for rule in RULES}
    assert {code for mistake in site[1] for code in mistake.codes} <= known


def test_other_reports_are_as_without_mistakes(site: tuple[Path, list[Mistake]]) -> None:
    root, mistakes = site
    wrong = {mistake.file for mistake in mistakes}
    for report in demo_site(SIZE, FORMS).reports:
        for name, text in report.files():
            path = root / name
            assert (path.exists() and path.read_text("utf-8") == text) == (
                name not in wrong and report.folder not in wrong
            )


def test_other_articles_are_as_without_mistakes(site: tuple[Path, list[Mistake]]) -> None:
    root, mistakes = site
    made = demo_site(SIZE, FORMS)
    list(made.reports)
    wrong = {mistake.file for mistake in mistakes}
    texts = {name: content for name, content in made.columns() if isinstance(content, str)}
    changed = {name for name, text in texts.items() if (root / name).read_text("utf-8") != text}
    assert changed <= wrong
    assert len(changed) == len(ARTICLE_SLIPS) - 1  # where only the attachment is missing, no text changes


@pytest.mark.parametrize("wanted", [1, 3])
def test_a_small_portal_has_them_too(tmp_path: Path, wanted: int) -> None:
    assert len(planted(tmp_path, wanted, Size(organs=1, years=3))) == wanted
