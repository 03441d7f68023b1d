"""The wheel alone, in an empty environment away from the checkout, makes and builds a site."""

from __future__ import annotations

import sys
import venv
import zipfile
from pathlib import Path

import pytest

import gongkai
from program import public, run

REPOSITORY = Path(gongkai.__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = run(sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(REPOSITORY), cwd=folder)
    assert done.code == 0, done.said
    return next(folder.glob("*.whl"))


def test_it_holds_theme_forms_blank_site_and_explain_pages(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    theme = REPOSITORY / "themes/default"
    package = REPOSITORY / "generator/gongkai"
    wanted = {
        f"gongkai/themes/default/{p.relative_to(theme).as_posix()}" for p in theme.rglob("*") if p.is_file()
    }
    wanted |= {
        f"gongkai/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted - names == set()
    assert not [name for name in names if name.startswith(("tests", "content"))]


def test_it_works_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    scripts = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    done = run(str(scripts / "python"), "-m", "pip", "install", "--quiet", str(wheel), cwd=tmp_path)
    assert done.code == 0, done.said
    program = str(scripts / "gongkai")
    assert run(program, "new", "site", "x", cwd=tmp_path).code == 0
    done = run(program, "build", "--site", "x", cwd=tmp_path)
    assert done.code == 0, done.said
    built = public(tmp_path / "x/output")
    assert "index.html" in built
    assert any(name.endswith(".css") for name in built)
    assert "D301" in run(program, "explain", "D301", cwd=tmp_path).out
    known = run(program, "new", "report", "x", "2023", "--format", "nil", "--site", "x", cwd=tmp_path)
    assert known.code == 2
