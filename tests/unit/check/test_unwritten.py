"""What the program asked a person to write is not published in reports and articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from shown import problems_of
from toy import FILES, MARKDOWN, write_files

ARTICLE = "---\ntitle: 雾\npublished: 1990-01-02\n---\n\n{}\n"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("【请写正文】", "D258"),
        ("今年【请写灯数】盏。", "D258"),
        ("【请见附件】", "D241"),
        ("请写信来。", ""),
    ],
)
def test_a_prompt_in_an_article_is_an_error_and_another_bracket_a_warning(
    site: Path, written: str, code: str
) -> None:
    write_files(site, {"content/columns/fog/fog.md": ARTICLE.format(written)})
    assert [line.split()[1] for line in problems_of(site)] == ([code] if code else [])


def test_a_prompt_in_a_report_is_an_error_and_in_a_standing_page_a_warning(site: Path) -> None:
    write_files(site, {MARKDOWN: FILES[MARKDOWN].rstrip() + "\n\n【请写本部分】\n"})
    write_files(site, {"content/pages/keeper.md": "---\ntitle: 守灯人\n---\n\n【请写明住址】\n"})
    assert sorted(line.split()[1] for line in problems_of(site)) == ["D241", "D258"]
