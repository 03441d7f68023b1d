"""What a site's own files say: organs as a tree, the portal, pages and columns; keys known and well typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.diagnostics.catalogue import advice, sentence
from gongkai.load.site import read_site
from gongkai.pipeline import check
from shown import problems_of
from toy import FILES, YAML, replaced, report_of, write_files


def organs(*lines: str) -> dict[str, str]:
    listed = "".join(f"  - {line}\n" for line in lines)
    return {"content/organs.yaml": f"organs:\n{listed}  - {{id: north-light, name: 北岬灯塔}}\n"}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["{id: harbour, name: 港}"], []),
        (["{id: harbour, name: 港}", "{id: harbour, name: 湾}"], ["organs.yaml:3:10 D235"]),
        (["{id: harbour, name: 港, parent: sea}"], ["organs.yaml:2:10 D236"]),
        (["{id: harbour, name: 港, parent: harbour}"], ["organs.yaml:2:10 D237"]),
        (
            ["{id: a, name: 甲, parent: b}", "{id: b, name: 乙, parent: c}", "{id: c, name: 丙, parent: a}"],
            ["organs.yaml:2:10 D237", "organs.yaml:3:10 D237", "organs.yaml:4:10 D237"],
        ),
        (["{id: Harbour, name: 港}"], ["organs.yaml:2:10 D114"]),
        (["{id: ../x, name: 港}"], ["organs.yaml:2:10 D114"]),
        (['{id: "2022", name: 港}'], ["organs.yaml:2:10 D114"]),
        (["{id: 港口, name: 港}"], ["organs.yaml:2:10 D114"]),
        (["{id: harbour}"], ["organs.yaml:2:5 D201"]),
        (["{id: harbour, name: 港, kind: harbour}"], ["organs.yaml:2:34 D203"]),
        (["harbour"], ["organs.yaml:2:5 D203"]),
        (["{id: harbour, name: 港, parnt: north-light}"], ["organs.yaml:2:28 D202"]),
    ],
)
def test_the_register_of_organs(site: Path, lines: list[str], expected: list[str]) -> None:
    write_files(site, organs(*lines))
    assert problems_of(site) == expected


def test_organs_and_years_are_read_from_their_folders(site: Path) -> None:
    write_files(site, {**report_of(1988), **report_of(1986, "harbour", "群岛港")})
    read, problems = read_site(site)
    assert problems == ()
    assert read
    assert sorted(report.key for report in read.reports) == [
        ("harbour", 1986),
        ("north-light", 1987),
        ("north-light", 1988),
    ]
    assert read.organ_by_id["north-light"].parent == "harbour"
    assert read.organ_by_id["north-light"].short_name == "北岬"
    assert read.organ_by_id["harbour"].short_name == "群岛港"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("content/site.yaml", "organ: north-light", "organ: south-light", "site.yaml:2:8 D225"),
        ("content/site.yaml", "name: 群岛灯塔\n", "name:\n", "site.yaml:1:6 D203"),
        ("content/site.yaml", "name: 群岛灯塔\n", "name: true\n", "site.yaml:1:7 D203"),
        ("content/site.yaml", "name: 群岛灯塔\n", "name: 1987\n", ""),
        ("content/site.yaml", "description: ", "descripton: ", "site.yaml:3:1 D202"),
        ("content/site.yaml", "description: ", "language: de\ndescription: ", "site.yaml:3:11 D203"),
        ("content/site.yaml", "description: ", "base_url: lamp.org\ndescription: ", "site.yaml:3:11 D203"),
        ("content/site.yaml", "description: ", "longest: -1\ndescription: ", "site.yaml:3:10 D203"),
        ("content/site.yaml", "description: ", "longest: 0\ndescription: ", ""),
        ("content/site.yaml", "description: ", "theme: storm\ndescription: ", "site.yaml:3:8 D505"),
        ("content/site.yaml", "lamps/upper/both", "lamps/upper/all", "site.yaml:5:12 D506"),
        ("content/site.yaml", "lamps/upper/both", "no cell", "site.yaml:5:12 D506"),
        ("content/pages/guide.md", "title: 守灯须知", "titel: 守灯须知",
         "guide.md:2:1 D202; guide.md:2:1 D201"),
        ("content/pages/guide.md", "summary: 何时点灯", "order: 一", "guide.md:3:8 D203"),
        ("content/columns/fog/october.md", "1987-10-03", "1987-10-32", "october.md:3:12 D238"),
        ("content/columns/fog/october.md", "1987-10-03", "1987年10月3日", "october.md:3:12 D238"),
        ("content/columns/fog/october.md", "1987-10-03", "1987-10-03 24:00", "october.md:3:12 D238"),
        ("content/columns/fog/october.md", "1987-10-03", "1987-10-03 09:30", ""),
        (YAML, "year: 1987", "year: 1987年", "report.yaml:3:7 D203"),
        (YAML, "year: 1987", "year: '1987'", "report.yaml:3:7 D203"),
        (YAML, "format: toy", "format: toi", "report.yaml:1:9 D223"),
        (YAML, "title: ", "published: 1988-02-30\ntitle: ", "report.yaml:4:12 D238"),
        (YAML, "lamps:\n", "lamp:\n", "report.yaml:6:1 D202; report.yaml:1:1 D204"),
    ],
)  # fmt: skip
def test_a_key_or_value(site: Path, name: str, old: str, new: str, expected: str) -> None:
    write_files(site, {name: replaced(FILES[name], old, new)})
    assert sorted(problems_of(site)) == sorted(filter(None, expected.split("; ")))


def test_the_nearest_known_key_is_offered_in_both_languages(site: Path) -> None:
    write_files(site, {"content/site.yaml": FILES["content/site.yaml"].replace("description", "descripton")})
    problem = check(site).problems[0]
    assert "descripton" in sentence(problem, "zh-CN")
    assert "description" in advice(problem, "zh-CN")
    assert "description" in advice(problem, "en")


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("content/reports/north-light/1987/report.yml", "report.yml:1:1 D120"),
        ("content/page/guide.md", "page:1:1 D120"),
        ("content/columns/fog/.hidden", ""),
        ("content/README.md", ""),
    ],
)
def test_a_file_that_nothing_reads_is_not_lost_in_silence(site: Path, path: str, problem: str) -> None:
    write_files(site, {path: "a: 1\n"})
    assert problems_of(site) == ([problem] if problem else [])


def test_articles_come_by_order_then_latest_first_then_by_name(site: Path) -> None:
    def article(title: str, more: str = "") -> str:
        return f"---\ntitle: {title}\n{more}---\n\n文\n"

    folder = "content/columns/fog"
    write_files(
        site,
        {
            f"{folder}/b.md": article("乙"),
            f"{folder}/a.md": article("甲"),
            f"{folder}/new.md": article("新", "published: 1990-01-01\n"),
            f"{folder}/first.md": article("首", "order: 1\n"),
        },
    )
    read, _ = read_site(site)
    assert read
    assert read.topics
    assert [a.id for a in read.topics.children[0].articles] == ["first", "new", "october", "a", "b"]
