"""What a link means that names the folder of then."""

from __future__ import annotations

import pytest

from gongkai.model.moved import by_name, name_of


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("content/columns/fog/october.md", "october.md"),
        ("content/columns/a/b/fog/column.yaml", "fog/column.yaml"),
        ("content/columns/column.yaml", ""),
        ("content/columns/fog/table.pdf", ""),
        ("content/pages/guide.md", ""),
        ("content/reports/a/1987/report.md", ""),
    ],
)
def test_articles_and_columns_are_known_by_name(file: str, name: str) -> None:
    assert name_of(file) == name


def test_a_name_that_two_have_says_nothing() -> None:
    files = ("content/columns/a/x.md", "content/columns/b/x.md", "content/columns/b/c/y.md")
    assert by_name(files) == {"y.md": "content/columns/b/c/y.md"}
    assert by_name((*files, "content/columns/c/x.md")) == by_name(files)
