"""Slips in the text and the head of a report: figures, names, years, numbers of persons, dates."""

from __future__ import annotations

import re
from collections.abc import Mapping

from gongkai.demo.chance import Chance
from gongkai.demo.data import read_data
from gongkai.demo.slip import Planted, Slip, Within, in_data, in_text
from gongkai.demo.story import NAMED, filled_in

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
# An area that no card has (a whole city), and a day of birth long ago: nobody's number.
_ID_START = "11000019000101"


def _text_figure(within: Within) -> Planted | None:
    """Let the text have another figure than a table of which the form says how texts speak of it."""
    report = within.report
    known = report.plan.form.phrases.units_of
    found = within.chance.shuffled(list(NAMED.finditer(report.story)))
    for at in found:
        if at[1].partition(".")[0] not in known:
            continue
        before = filled_in(report.story[: at.start()], report.told)
        after = filled_in(report.story[at.end() :], report.told)
        right = filled_in(at[0], report.told)
        if "." not in right:
            wrong = str(int(right) + within.chance.between(1, 9))
            return in_text(report, before + wrong + after, before.count("\n") + 1)
    return None


def _other_organ(within: Within) -> Planted | None:
    """Let the first section speak of an organ that is neither above nor below."""
    report, organ = within.report, within.report.organ
    far = [other for other in within.others if other.role == organ.role and other.id != organ.id]
    at = report.text.find(organ.name, report.text.index("\n## "))
    if at < 0 or not far or organ.role != "department":
        return None
    other = within.chance.pick(far).name
    text = report.text[:at] + other + report.text[at + len(organ.name) :]
    return in_text(report, text, text.count("\n", 0, at) + 1)


def _stale_period(within: Within) -> Planted | None:
    report = within.report
    right, wrong = f"{report.year}年1月1日", f"{report.year - 1}年1月1日"
    text = report.text.replace(right, wrong).replace(
        f"{report.year}年12月31日", f"{report.year - 1}年12月31日"
    )
    return in_text(report, text, text.count("\n", 0, text.index(wrong)) + 1)


def _stale_title(within: Within) -> Planted | None:
    report = within.report
    lines = report.data.split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("title:"))
    lines[at] = lines[at].replace(str(report.year), str(report.year - 1))
    return in_data(report, "\n".join(lines), at + 1)


def identity_number(chance: Chance) -> str:
    """Give the number of an identity card as it could be, of a place that is none."""
    digits = f"{_ID_START}{chance.between(1, 999):03}"
    remainder = sum(int(digit) * weight for digit, weight in zip(digits, _ID_WEIGHTS, strict=True)) % 11
    return digits + _ID_CHECKS[remainder]


def _identity_number(within: Within) -> Planted | None:
    return _added(within, f"申请人的身份证号码为{identity_number(within.chance)}。")


def _mobile_number(within: Within) -> Planted | None:
    return _added(within, f"申请人的手机号码为1380000{within.chance.between(0, 9999):04}。")


def _added(within: Within, sentence: str) -> Planted:
    """Add a sentence to one of the paragraphs."""
    report = within.report
    lines = report.text.split("\n")
    paragraphs = [i for i, line in enumerate(lines) if line.endswith("。")]
    at = within.chance.pick(paragraphs[2:] or paragraphs)
    lines[at] += sentence
    return in_text(report, "\n".join(lines), at + 1)


def _section_missing(within: Within) -> Planted | None:
    report = within.report
    found = list(re.finditer(r"^## .*$", report.text, re.MULTILINE))
    last = found[-1].start()
    return in_text(report, report.text[:last].rstrip("\n") + "\n", 0)


def _published_late(within: Within) -> Planted | None:
    report = within.report
    if report.organ.role not in read_data("portal")["bound"]:
        return None
    lines = report.data.split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("published:"))
    lines[at] = (
        f"published: {report.year + 1}-{within.chance.between(5, 9):02}-{within.chance.between(1, 28):02}"
    )
    return in_data(report, "\n".join(lines), at + 1)


def _report_missing(within: Within) -> Planted | None:
    """Leave a whole report out, of a year between others."""
    return Planted({}, "") if within.before and not within.report.is_last else None


TEXT_SLIPS: Mapping[str, Slip] = {
    "text-figure": _text_figure,
    "other-organ": _other_organ,
    "stale-period": _stale_period,
    "stale-title": _stale_title,
    "identity-number": _identity_number,
    "mobile-number": _mobile_number,
    "section-missing": _section_missing,
    "published-late": _published_late,
    "report-missing": _report_missing,
}
