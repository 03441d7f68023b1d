"""A demonstration small enough for a browser: what makes it long is left out, and so is a report."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

LINK = re.compile(r"\]\(([^)#\s]+)")
# Two pages of a list and a little of a third, if no other article leads to more of it.
LONGEST = 42
MISSING = "reports/yunhan/2023"


def thin_out(site: Path, *, shorten: bool = True) -> None:
    """Take a report out of a demonstration, with the article about it, and most of its long lists."""
    content = site / "content"
    shutil.rmtree(content / MISSING)
    for article in content.glob("columns/**/*.md"):
        if MISSING in article.read_text(encoding="utf-8"):
            _remove(article)
    if not shorten:
        return
    texts = [path.read_text(encoding="utf-8") for path in content.glob("**/*.md")]
    named = {Path(target).name for text in texts for target in LINK.findall(text)}
    for column in {path.parent for path in content.glob("columns/**/*.md")}:
        for article in sorted(column.glob("*.md"), reverse=True)[LONGEST:]:
            if article.name not in named:
                _remove(article)


def _remove(article: Path) -> None:
    for path in article.parent.glob(f"{article.stem}*"):
        path.unlink()
