"""What a check of a site without mistakes imports: nothing that it has no use for, so that it starts fast."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """\
import sys
from gongkai.cli import main
try:
    main()
finally:
    print(*sys.modules, sep="\\n")
"""

NEEDLESS = (
    # libraries
    "difflib",
    "fractions",
    "hashlib",
    "importlib.resources",
    "json",
    "pickle",
    "markdown_it",
    "jinja2",
    "random",
    "shutil",
    "tempfile",
    "tornado",
    "traceback",
    "watchfiles",
    "yaml",
    # what says what is wrong
    "gongkai.check.arithmetic",
    "gongkai.check.culprits",
    "gongkai.check.rollup",
    "gongkai.check.years",
    "gongkai.commands.showing",
    "gongkai.diagnostics.excerpt",
    "gongkai.diagnostics.explanation",
    "gongkai.diagnostics.show_text",
    "gongkai.load.cell_slips",
    "gongkai.load.figures",
    "gongkai.load.markdown_parsed",
    "gongkai.load.odd_tables",
    "gongkai.load.row_slips",
    "gongkai.load.yaml_data",
    "gongkai.load.yaml_slips",
    # what makes pages
    "gongkai.assemble.pages",
    "gongkai.export",
    "gongkai.making",
    "gongkai.render",
    "gongkai.serve",
    "gongkai.write",
)


def run(*words: str) -> str:
    command = [sys.executable, "-c", _PROGRAM, *words]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    site = str(tmp_path_factory.mktemp("site") / "one")
    run("demo", site, "--organs", "1", "--years", "1")
    told = run("check", "--site", site)
    assert "0 个错误，0 个警告" in told
    return frozenset(told.split())


@pytest.mark.parametrize("module", NEEDLESS)
def test_a_check_without_problems_does_not_import_what_it_has_no_use_for(
    module: str, imported: frozenset[str]
) -> None:
    assert module not in imported


def test_these_modules_are_still_called_so() -> None:
    package = Path(__file__).parents[2] / "generator"
    names = [package.joinpath(*name.split(".")) for name in NEEDLESS if name.startswith("gongkai")]
    assert [path for path in names if not (path.is_dir() or path.with_suffix(".py").is_file())] == []
