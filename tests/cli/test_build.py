"""`gongkai build`: whole or not at all, once and not twice, the same bytes however it is run."""

from __future__ import annotations

import os
import random
import subprocess
import time
from pathlib import Path

import pytest

from program import GONGKAI, environment, gongkai, public, tree
from toy import FORM, REPORT, YAML, replaced, report_of, write_files

WRONG = {YAML: replaced(REPORT, "[2, 1, 3]", "[2, 1, 4]")}
MANY = {
    f"content/columns/fog/day-{day:03}.md": f"---\ntitle: 第 {day} 日\n---\n\n雾。\n" for day in range(70)
}


def marks(folder: Path) -> dict[str, tuple[int, int]]:
    """Give when each file was last written, and which file it is."""
    return {str(p): (p.stat().st_mtime_ns, p.stat().st_ino) for p in folder.rglob("*")}


@pytest.mark.parametrize(
    "broken",
    [
        WRONG,
        {YAML: "a: [\n"},
        {"content/site.yaml": None},
        {"content/organs.yaml": b"\xff\xfe"},
        {"content/formats/toy.yaml": FORM.replace("= both", "= bath")},
        {"content/pages/reports.md": "---\ntitle: 报告\n---\n\n文\n"},
        {"themes/default/templates/page.html": "{% if %}"},
    ],
    ids=["sum", "yaml", "no site", "encoding", "form", "address", "theme"],
)
def test_broken_content_leaves_the_last_site_byte_for_byte(site: Path, broken: dict[str, str | None]) -> None:
    assert gongkai("build", cwd=site).code == 0
    (site / "output/mine.txt").write_text("别动")
    before, when = tree(site / "output"), marks(site / "output")
    write_files(site, broken)
    assert gongkai("build", cwd=site).code == 1
    assert tree(site / "output") == before
    assert marks(site / "output") == when


def test_a_second_build_writes_nothing(site: Path) -> None:
    assert gongkai("build", cwd=site).code == 0
    when = marks(site)
    done = gongkai("build", "--why", cwd=site)
    assert "写入 0 个文件，移除 0 个" in done.err
    assert marks(site) == when


def test_what_is_no_longer_wanted_goes_and_what_is_not_ours_stays(site: Path) -> None:
    write_files(site, report_of(1988))
    gongkai("build", cwd=site)
    (site / "output/CNAME").write_text("a.org")
    (site / "output/reports/north-light/1988/mine.txt").write_text("我的")
    for name in report_of(1988):
        (site / name).unlink()
    (site / "content/reports/north-light/1988").rmdir()
    done = gongkai("build", "--why", cwd=site)
    assert done.code == 0
    assert "reports/north-light/1988/index.html\t移除" in done.out
    assert tree(site / "output/reports/north-light/1988") == {"mine.txt": "我的".encode()}
    assert (site / "output/CNAME").read_text() == "a.org"
    assert not (site / "output/reports/1988").exists()


def test_a_file_of_another_s_in_a_page_s_place_is_not_written_over(site: Path) -> None:
    write_files(site, {"output/index.html": "我的首页"})
    done = gongkai("build", cwd=site)
    assert done.code == 1
    assert "D503" in done.out
    assert tree(site / "output") == {"index.html": "我的首页".encode()}


def test_several_processes_and_any_hash_seed_give_the_same_bytes(site: Path) -> None:
    write_files(site, MANY)
    for name, options, seed in (("a", [], "0"), ("b", ["--jobs", "2"], "1"), ("c", ["--jobs", "3"], "4242")):
        done = gongkai("build", "--output", name, *options, cwd=site, env={"PYTHONHASHSEED": seed})
        assert done.code == 0
    assert len(tree(site / "a")) > 80
    assert tree(site / "a") == tree(site / "b") == tree(site / "c")


def test_an_edit_and_then_a_build_gives_what_a_clean_build_gives(site: Path) -> None:
    write_files(site, report_of(1988))
    gongkai("build", cwd=site)
    write_files(site, {**report_of(1989), YAML: replaced(REPORT, "[2, 1, 3]", "[3, 1, 4]")})
    gongkai("build", cwd=site)
    gongkai("build", "--output", "clean", cwd=site)
    assert public(site / "output") == public(site / "clean")


def test_clean_mends_a_page_that_was_changed_behind_its_back(site: Path) -> None:
    gongkai("build", cwd=site)
    before = public(site / "output")
    page = site / "output/index.html"
    when = page.stat()
    page.write_bytes(page.read_bytes().replace("群岛灯塔".encode(), "群岛灯笼".encode()))
    os.utime(page, ns=(when.st_atime_ns, when.st_mtime_ns))
    assert gongkai("build", "--clean", cwd=site).code == 0
    assert public(site / "output") == before


@pytest.mark.parametrize("output", ["content", "content/pages", "."])
def test_the_output_keeps_clear_of_the_content(site: Path, output: str) -> None:
    before = tree(site)
    done = gongkai("build", "--output", output, cwd=site)
    assert done.code == 1
    assert "D504" in done.out
    assert tree(site) == before


def test_the_base_url_is_used_for_canonical_links_and_the_page_for_wrong_addresses(site: Path) -> None:
    gongkai("build", "--base-url", "https://a.org/zfxxgk", cwd=site)
    page = (site / "output/reports/north-light/1987/index.html").read_text("utf-8")
    assert 'href="https://a.org/zfxxgk/reports/north-light/1987/"' in page
    assert 'href="/zfxxgk/index.html"' in (site / "output/404.html").read_text("utf-8")


def test_killed_at_any_moment_the_output_is_the_old_site_or_the_new_one(site: Path) -> None:
    write_files(site, {name: text for i, (name, text) in enumerate(MANY.items()) if i < 30})
    versions: list[dict[str, str | bytes | None]] = [
        {"content/site.yaml": f"name: {name}版灯塔\norgan: north-light\n"} for name in "甲乙"
    ]
    whole = []
    for version in versions:
        write_files(site, version)
        started = time.perf_counter()
        assert gongkai("build", cwd=site).code == 0
        took = time.perf_counter() - started
        whole.append(public(site / "output"))
    assert whole[0] != whole[1]
    chance, seen = random.Random(1), set()
    for attempt in range(80):
        write_files(site, versions[attempt % 2])
        process = subprocess.Popen(
            [*GONGKAI, "build"],
            cwd=site,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.2, 2.0) * took)
        process.kill()
        process.wait()
        found = public(site / "output")
        assert found in whole, f"neither site after attempt {attempt}"
        seen.add(whole.index(found))
        if attempt >= 20 and len(seen) == len(whole):
            break
    assert seen == {0, 1}
    write_files(site, versions[0])
    assert gongkai("build", cwd=site).code == 0
    assert public(site / "output") == whole[0]
