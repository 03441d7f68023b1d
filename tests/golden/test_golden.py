"""Whole sites: what is built from `<case>/content` is `<case>/expected`, file by file.

After a change that is meant, write the new pages over the old ones and read the difference:

    .venv/bin/python -m pytest tests/golden --update-golden
    git diff tests/golden

Assets are left out, and their hashed names and the sizes of downloads are not compared, so that a
change of the style sheet changes nothing here.
"""

from __future__ import annotations

import difflib
import re
import shutil
from pathlib import Path

import pytest

from gongkai.pipeline import build

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/content"))
BASE_URL = "https://lamps.example/archive"


def normal(path: str, text: str) -> str:
    """Leave out what only says which style sheet was used and how many bytes a download has.

    A CSV's line ends are tested with the CSV; git may keep others here.
    """
    text = text.replace("\r\n", "\n")
    text = re.sub(r"(assets/[\w-]+)\.[0-9a-f]{8,}\.", r"\1.HASH.", text)
    return re.sub(r"[\d.]+ (?:KB|字节|B)\b", "N KB", text) if path.endswith(".html") else text


def built(case: str, folder: Path) -> dict[str, str]:
    """Build a case, and give its text files by path."""
    shutil.copytree(HERE / case / "content", folder / "content")
    outcome = build(folder, folder / "output", base_url=BASE_URL)
    assert outcome.built, outcome.problems
    assert outcome.problems == ()
    return texts(folder / "output")


def texts(folder: Path) -> dict[str, str]:
    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        # The index of the search has tests of its own.
        if not name.startswith((".gongkai/", "assets/")) and not (
            name.startswith("search/") and name.endswith(".js")
        ):
            found[name] = normal(name, path.read_bytes().decode("utf-8"))
    return found


def difference(expected: dict[str, str], found: dict[str, str]) -> str:
    """Show what differs, file by file."""
    lines: list[str] = []
    for name in sorted(expected.keys() | found.keys()):
        old, new = expected.get(name, "").splitlines(), found.get(name, "").splitlines()
        lines += difflib.unified_diff(old, new, f"expected/{name}", f"built/{name}", lineterm="")
    return "\n".join(lines)


def test_there_is_a_case() -> None:
    assert CASES


@pytest.mark.parametrize("case", CASES)
def test_the_site_is_as_expected(case: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    found = built(case, tmp_path / "site")
    expected = HERE / case / "expected"
    if request.config.getoption("--update-golden"):
        shutil.rmtree(expected, ignore_errors=True)
        for name, text in found.items():
            path = expected / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    wanted = texts(expected)
    assert sorted(found) == sorted(wanted)
    assert found == wanted, "\n" + difference(wanted, found)


def test_a_difference_is_shown_by_file_and_line() -> None:
    shown = difference({"a.html": "一\n二\n"}, {"a.html": "一\n三\n", "b.html": "四\n"})
    assert "--- expected/a.html" in shown
    assert "-二\n+三" in shown
    assert "+四" in shown


def test_a_change_of_the_style_sheet_is_no_difference() -> None:
    old = '<link href="../assets/site.bf299f92.css"> 12.5 KB'
    assert normal("a.html", old) == normal("a.html", old.replace("bf299f92", "0a1b2c3d").replace("12.5", "9"))
