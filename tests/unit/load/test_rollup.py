"""What `rollup:` of a report may say, and each slip in it at its own place."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from gongkai.diagnostics.catalogue import advice
from gongkai.load.site import read_site
from gongkai.pipeline import check
from shown import located
from toy import FILES, YAML, replaced, report_of, write_files

ORGANS = {"content/organs.yaml": FILES["content/organs.yaml"] + "  - {id: south-light, name: 南岬灯塔}\n"}
SOUTH = report_of(1987, "south-light", "南岬灯塔")


def with_rollup(site: Path, *lines: str) -> Path:
    """The first line after `rollup:` is line 6 of the file."""
    text = replaced(
        FILES[YAML], "\nlamps:", "\n".join(["rollup:", *(f"  {line}" for line in lines), "", "lamps:"])
    )
    return write_files(site, {**ORGANS, **SOUTH, YAML: text})


def test_a_roll_up_is_read_with_the_place_of_each_part(site: Path) -> None:
    with_rollup(
        site,
        "organs: [south-light]",
        "left_out:",
        "  - {organ: harbour, reason: 没有灯}",
        "adjustments:",
        "  - {cell: oil/kept/litres, by: -0.50, reason: 漏油}",
    )
    read, problems = read_site(site)
    assert problems == ()
    assert read
    rollup = read.report_by_key["north-light", 1987].rollup
    assert rollup
    assert [(organ, place.span.line, place.span.column) for organ, place in rollup.organs] == [
        ("south-light", 6, 12)
    ]
    assert [(left.organ, left.reason) for left in rollup.left_out] == [("harbour", "没有灯")]
    (adjustment,) = rollup.adjustments
    assert (adjustment.cell, adjustment.reason) == ("oil/kept/litres", "漏油")
    assert str(adjustment.by) == "-0.50"
    assert isinstance(adjustment.by, Decimal)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["left_out: []"], ["6:3 D201"]),
        (["organs: []"], ["6:11 D203"]),
        (["organs: south-light"], ["6:11 D203"]),
        (["organ: [south-light]"], ["6:3 D201", "6:3 D202"]),
        (["organs: [south-light, south-light]"], ["6:25 D429"]),
        (["organs: [south-light, north-light]"], ["6:25 D429"]),
        (["organs: [south-light]", "left_out: [{organ: south-light, reason: 停用}]"], ["7:22 D429"]),
        (["organs: [south-light]", "left_out: [{organ: harbour}]"], ["7:14 D201"]),
        (["organs: [south-light]", "left_out: [{organ: harbour, reason: }]"], ["7:39 D203"]),
        (["organs: [south-light]", "left_out: [harbour]"], ["7:14 D203"]),
        (
            ["organs: [south-light]", "adjustments: [{cell: oil/kept/litre, by: 1, reason: 漏}]"],
            ["7:24 D506"],
        ),
        (["organs: [south-light]", "adjustments: [{cell: oil/kept/litres, by: 1}]"], ["7:17 D201"]),
        (
            ["organs: [south-light]", "adjustments: [{cell: oil/kept/litres, by: 0, reason: 漏}]"],
            ["7:45 D430"],
        ),
        (
            ["organs: [south-light]", "adjustments: [{cell: oil/kept/litres, by: 0.00, reason: 漏}]"],
            ["7:45 D430"],
        ),
        (
            ["organs: [south-light]", "adjustments: [{cell: oil/kept/cans, by: 0.5, reason: 漏}]"],
            ["7:43 D203"],
        ),
        (
            ["organs: [south-light]", "adjustments: [{cell: oil/kept/cans, by: 一, reason: 漏}]"],
            ["7:43 D203"],
        ),
        (["organs: [south-light]", "adjustments: [{cell: oil/kept/cans, by: ~, reason: 漏}]"], ["7:43 D203"]),
    ],
)
def test_a_slip_in_a_roll_up_is_the_only_problem(site: Path, lines: list[str], expected: list[str]) -> None:
    with_rollup(site, *lines)
    assert sorted(located(check(site).problems)) == expected


def test_a_roll_up_that_is_no_mapping_is_told(site: Path) -> None:
    write_files(site, {YAML: replaced(FILES[YAML], "\nlamps:", "\nrollup: [south-light]\n\nlamps:")})
    assert located(check(site).problems) == ["6:9 D203"]


def test_the_nearest_cell_is_offered(site: Path) -> None:
    with_rollup(site, "organs: [south-light]", "adjustments: [{cell: oil/kept/litre, by: 1, reason: 漏}]")
    (problem,) = check(site).problems
    assert "oil/kept/litres" in advice(problem, "zh-CN")
