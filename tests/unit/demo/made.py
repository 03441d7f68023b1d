"""Demonstrations on disk and in memory, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from gongkai.demo.demo import DemoReport, Size, demo_site
from gongkai.load.site import form_of, shipped_forms
from gongkai.model.form import Form
from gongkai.model.source import Source
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
    made = demo_site(size, forms)
    return write_all(root, [*made.portal, *(file for report in made.reports for file in report.files())])


def write_all(root: Path, files: Iterable[tuple[str, str]]) -> Path:
    return write_files(root, dict(files))


def cells(report: DemoReport) -> dict[str, int]:
    return dict(zip(report.plan.cells, report.figures, strict=True))
