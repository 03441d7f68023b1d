"""The texts of a demonstration: like none of last year's or of another organ, and true to the tables."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path

from made import problems_of_demo, reports_of, written

from gongkai.demo.demo import Size
from gongkai.load.site import read_site
from gongkai.model.quotes import filled

GRAM = 5
REPORTS = reports_of(Size(organs=40, years=2, seed=2))


def grams(text: str) -> frozenset[str]:
    return frozenset(text[i : i + GRAM] for i in range(len(text) - GRAM + 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def test_no_text_is_like_another() -> None:
    texts = {(r.organ.id, r.year): grams(r.text) for r in REPORTS}
    peers = [
        likeness(texts[one], texts[other]) for one, other in combinations(texts, 2) if one[1] == other[1]
    ]
    assert max(peers) < 0.6
    own = [likeness(texts[a], texts[b]) for a, b in pairwise(texts) if a[0] == b[0]]
    assert len(own) == 40
    assert max(own) < 0.7


def test_nothing_is_left_unfilled() -> None:
    for report in REPORTS:
        assert not set("{}[]") & set(report.text)


def test_figures_in_braces_are_those_of_the_tables(tmp_path: Path) -> None:
    """Half of the figures are quoted by name; filled in, the texts are the same as without names."""
    size = Size(organs=5, years=7, seed=2)
    root = written(tmp_path, Size(organs=5, years=7, seed=2, quoted=True))
    assert problems_of_demo(root) == []
    site, _ = read_site(root)
    assert site
    quoted = 0
    for plain in reports_of(size):
        text = (root / plain.folder / "report.md").read_text("utf-8")
        quoted += text.count("{{")
        report = site.report_by_key[plain.organ.id, plain.year]
        assert filled(text, report, site.last_year_of(report)) == plain.text
    assert quoted > 50
