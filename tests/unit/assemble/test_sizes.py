"""A portal of 1,400 organs and 10,000 reports: its lists stay pages that can be loaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from portals import frame_of, organ, read

from gongkai.assemble.archives import archive_view, organ_view, year_view
from gongkai.assemble.frame import Frame
from gongkai.assemble.guides import site_map_view
from gongkai.assemble.home import home_view
from gongkai.model.views import View
from gongkai.render.environment import make_environment
from gongkai.render.page import render
from gongkai.render.theme import open_theme

YEARS = range(2019, 2026)
MOST = 300_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    from toy import write_site  # noqa: PLC0415 - a fixture of a wider scope than the site's

    toy = read(write_site(tmp_path_factory.mktemp("toy")), "2026-05-01")
    city = organ("city", "government")
    counties = [organ(f"county-{i:02}", "government", "city") for i in range(12)]
    offices = [
        organ(
            f"office-{i:04}",
            "department",
            "city" if i < 60 else f"county-{i % 12:02}",
            name=f"云汉市笺檐县农业农村和水务局之{i}",
        )
        for i in range(1417)
    ]
    organs = (city, *counties, *offices)
    reports = tuple(
        toy.reports[0]._replace(organ=one.id, year=year, title=f"{one.name}{year}年政府信息公开工作年度报告")
        for one in organs
        for year in YEARS
        if (one.id, year) != ("office-0007", 2022)
    )
    portal = toy.portal._replace(organ="city", highlights=())
    return frame_of(toy._replace(portal=portal, organs=organs, reports=reports))


@pytest.mark.parametrize(
    "make",
    [
        archive_view,
        home_view,
        site_map_view,
        lambda frame: year_view(frame, 2022),
        lambda frame: organ_view(frame, frame.site.organs[0]),
    ],
    ids=["archive", "home", "site map", "year", "organ"],
)
def test_no_list_explodes(large: Frame, make: Callable[[Frame], View]) -> None:
    environment = make_environment(open_theme("default", Path()), "zh-CN")
    assert len(render(make(large), environment)) < MOST


def test_the_missing_one_among_ten_thousand_is_named(large: Frame) -> None:
    assert archive_view(large).missing == 1
    missing = [item for group in year_view(large, 2022).groups for item in group.reports if item.missing]
    assert [(item.organ, item.due) for item in missing] == [("云汉市笺檐县农业农村和水务局之7", "2023-01-31")]
