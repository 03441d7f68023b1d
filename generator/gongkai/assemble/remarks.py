"""What a report's authors state beside the form: exceptions, organs left out, adjustments."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.assemble.frame import Frame
from gongkai.assemble.grids import anchor, shown
from gongkai.diagnostics.catalogue import rule
from gongkai.model.form import cell_labels
from gongkai.model.records import Report
from gongkai.model.views import Remark


def remarks(frame: Frame, report: Report) -> Iterator[Remark]:
    """Give every stated exception, organ left out of a roll-up and adjustment of it."""
    words, organs = frame.words, frame.site.organ_by_id
    for accepted in report.accepted:
        title = rule(accepted.code).title
        fallback = title.en if frame.site.portal.language == "en" else title.zh
        about = _about(report, accepted.cell) or accepted.text or fallback
        yield Remark(about, accepted.reason, _href(report, accepted.cell))
    for left in report.rollup.left_out if report.rollup else ():
        name = organs[left.organ].name_in(report.year) if left.organ in organs else left.organ
        yield Remark(words["left_out"].format(organ=name), left.reason)
    for adjustment in report.rollup.adjustments if report.rollup else ():
        table, _, column = adjustment.cell.split("/")
        leaf = report.form.table_by_id[table].column_by_id[column].column
        by = ("+" if adjustment.by > 0 else "") + shown(adjustment.by, leaf).lstrip("+")
        about = words["adjusted"].format(cell=_about(report, adjustment.cell), by=by)
        yield Remark(about, adjustment.reason, _href(report, adjustment.cell))


def _about(report: Report, cell: str) -> str:
    if not cell:
        return ""
    table, _, _ = cell.split("/")
    row, column = cell_labels(report.form.table_by_id[table], cell)
    return f"{row} · {column}"


def _href(report: Report, cell: str) -> str:
    return f"#{anchor(report.form, cell)}" if cell else ""
