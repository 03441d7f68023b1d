"""Every slip of `slips.yaml` is named at its own line and column, by its own code, and only that.

Where a slip has one safe repair, `gongkai fix` puts back the line as it was; else it leaves what was typed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from gongkai.commands.fix import mend
from gongkai.diagnostics.catalogue import advice, sentence
from gongkai.diagnostics.diagnostic import LANGUAGES
from gongkai.pipeline import check
from shown import located
from toy import FILES, MARKDOWN, YAML, replaced, write_files, write_site

HERE = Path(__file__).parent
OFFICIAL = "content/reports/lisha/2023/report.yaml"
PATHS = {"report.yaml": YAML, "report.md": MARKDOWN, "official.yaml": OFFICIAL}
TEXTS = {name: (HERE / name).read_text("utf-8") for name in PATHS}
ORGANS = FILES["content/organs.yaml"] + "  - {id: lisha, name: 历沙县林业局, kind: department}\n"
NARRATIVE = "".join(
    f"## {heading}\n\n已按要求办理，有关情况见各表。\n\n"
    for heading in (
        "一、总体情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    )
)
SLIPS: list[dict[str, Any]] = yaml.safe_load((HERE / "slips.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def roots(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The toy site and one with a report in the official form, each with that report alone."""
    toy, official = tmp_path_factory.mktemp("toy"), tmp_path_factory.mktemp("official")
    others = {YAML: None, MARKDOWN: None, "content/organs.yaml": ORGANS}
    write_site(official, {**others, OFFICIAL.replace(".yaml", ".md"): NARRATIVE})
    return {"report.yaml": write_site(toy), "report.md": toy, "official.yaml": official}


def site_of(file: str, roots: dict[str, Path]) -> Path:
    """Give the site that a text belongs to, without a slip."""
    root = roots[file]
    return write_files(root, {PATHS[name]: TEXTS[name] for name in PATHS if roots[name] == root})


@pytest.mark.parametrize("file", PATHS)
def test_a_text_without_a_slip_has_no_problem(roots: dict[str, Path], file: str) -> None:
    found = check(site_of(file, roots)).problems
    assert located(problem for problem in found if problem.place.file == PATHS[file]) == []


def test_there_are_many_slips_each_named_once() -> None:
    assert len(SLIPS) >= 130
    assert len({slip["name"] for slip in SLIPS}) == len(SLIPS)
    assert sum("mends" in slip for slip in SLIPS) >= 60


@pytest.mark.parametrize("slip", SLIPS, ids=[slip["name"] for slip in SLIPS])
def test_slip(roots: dict[str, Path], slip: dict[str, Any]) -> None:
    file = slip.get("file", "report.yaml")
    clean = TEXTS[file]
    text = replaced(clean, f"{slip['line']}\n", f"{slip['typed']}\n" if slip["typed"] else "")
    corpus = write_files(site_of(file, roots), {PATHS[file]: text})
    problems = [problem for problem in check(corpus).problems if problem.place.file in PATHS.values()]
    assert sorted(located(problems)) == sorted(slip["finds"].split(", "))
    assert {problem.place.file for problem in problems} == {PATHS[file]}
    for problem in problems:
        for language in LANGUAGES:
            assert "{" not in sentence(problem, language)
            assert advice(problem, language)
    mends = slip.get("mends", False)
    line = {True: slip["line"], False: slip["typed"]}.get(mends, mends)
    _, new = mend(corpus)
    assert new.get(PATHS[file], text) == replaced(clean, f"{slip['line']}\n", f"{line}\n" if line else "")
