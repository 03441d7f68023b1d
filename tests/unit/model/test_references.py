"""Links in content: which lead out, and which file the others mean."""

from __future__ import annotations

import pytest

from gongkai.model.references import fragment, is_external, target


@pytest.mark.parametrize(
    ("href", "external"),
    [
        ("https://a.org", True),
        ("mailto:a@a.org", True),
        ("javascript:x", True),
        ("//a.org/x", True),
        ("guide.md", False),
        ("../a/b.md#c:d", False),
        ("/pages/guide.md", False),
        ("#x", False),
    ],
)
def test_what_has_a_scheme_or_a_host_leads_out(href: str, *, external: bool) -> None:
    assert is_external(href) is external


@pytest.mark.parametrize(
    ("href", "file"),
    [
        ("guide.md", "content/pages/guide.md"),
        ("./guide.md#位置", "content/pages/guide.md"),
        ("../columns/fog/october.md?x=1", "content/columns/fog/october.md"),
        ("/reports/a/1987/report.yaml", "content/reports/a/1987/report.yaml"),
        ("%E7%81%AF.md", "content/pages/灯.md"),
        ("../../../etc/passwd", "../etc/passwd"),
    ],
)
def test_a_link_means_a_file(href: str, file: str) -> None:
    assert target("content/pages/about.md", href) == file


def test_the_place_on_the_page_is_kept() -> None:
    assert [fragment(href) for href in ("a.md#b", "a.md", "#b")] == ["#b", "", "#b"]
