"""Demonstrations on disk and in memory, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from gongkai.demo.demo import DemoReport, Size, demo_site
from gongkai.demo.portal import File
from gongkai.load.site import form_of, shipped_forms
from gongkai.model.form import Form
from gongkai.model.source import Source
from shown import problems_of
from toy import FORM as TOY
from toy import write_files

FORMS = shipped_forms()


def toy_form() -> Form:
    form, problems = form_of(Source("toy.yaml", TOY))
    assert form
    assert not problems
    return form


def reports_of(size: Size, forms: Sequence[Form] = FORMS) -> list[DemoReport]:
    return list(demo_site(size, forms).reports)


def written(root: Path, size: Size, forms: Sequence[Form] = FORMS) -> Path:
    return write_all(root, files_of(size, forms))


def files_of(size: Size, forms: Sequence[Form] = FORMS) -> list[File]:
    made = demo_site(size, forms)
    reports = [file for report in made.reports for file in report.files()]
    return [*made.portal, *reports, *made.columns()]


def problems_of_demo(root: Path) -> list[str]:
    """Give the problems of a demonstration, but for the column that is empty on purpose."""
    return [problem for problem in problems_of(root) if problem != "column.yaml:1:1 D501"]


def write_all(root: Path, files: Iterable[File]) -> Path:
    return write_files(root, dict(files))


def cells(report: DemoReport) -> dict[str, int]:
    return dict(zip(report.plan.cells, report.figures, strict=True))
