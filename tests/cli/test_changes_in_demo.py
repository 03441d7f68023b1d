"""In a demonstration one file or folder is changed, and all that shows it follows: nothing else is edited."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from program import gongkai, public

HOME = "https://www.yunhan.example/"
TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[str, str]]:
    """Give a demonstration, and what is built of it."""
    site = tmp_path_factory.mktemp("changes") / "demo"
    assert gongkai("demo", str(site), "--organs", "8", "--years", "2", cwd=site.parent).code == 0
    return site, built(site)


@pytest.fixture
def portal(demo: tuple[Path, Mapping[str, str]]) -> Iterator[Path]:
    """Give a copy of it that a test may change."""
    copy = demo[0].with_name("copy")
    shutil.copytree(demo[0], copy)
    yield copy
    shutil.rmtree(copy)


@pytest.fixture
def before(demo: tuple[Path, Mapping[str, str]]) -> Mapping[str, str]:
    return demo[1]


def built(site: Path) -> dict[str, str]:
    """Build and give the published texts, by path."""
    run = gongkai("build", cwd=site)
    assert run.code == 0, run.said
    assert "警告[" not in run.said
    return {
        path: content.decode()
        for path, content in public(site / "output").items()
        if path.endswith((".html", ".xml", ".js", ".txt", "_redirects")) and not path.startswith("assets/")
    }


def indexed(pages: Mapping[str, str]) -> Iterator[list[str]]:
    """Give what the index has of each page: title, path, kind, date and text."""
    for path, part in pages.items():
        if re.fullmatch(r"search/t\d+\.js", path):
            yield from json.loads(part[part.index(",[") + 1 : part.rindex(")")])


def heading(page: str) -> str:
    found = TITLE.search(page)
    assert found
    return TAG.sub("", found[1])


def without(pages: Mapping[str, str], *folders: str) -> set[str]:
    return {path for path in pages if not path.startswith(folders)}


def organs(site: Path) -> list[tuple[str, str]]:
    """Give the ids and names of the register."""
    text = (site / "content/organs.yaml").read_text("utf-8")
    return re.findall(r"- id: (\S+)\n    name: (\S+)\n", text)


def renamed(site: Path, organ: str, name: str) -> None:
    register = site / "content/organs.yaml"
    text = register.read_text("utf-8")
    changed = re.sub(rf"(- id: {organ}\n    name: ).*\n", lambda found: f"{found[1]}'{name}'\n", text)
    assert changed != text
    register.write_text(changed, "utf-8")


def test_an_organ_s_name_is_changed_in_the_register_alone(portal: Path, before: Mapping[str, str]) -> None:
    organ, old = organs(portal)[2]
    new = "云汉市“一窗”事务局（筹）"
    renamed(portal, organ, new)
    after = built(portal)
    assert without(after, "search/") == without(before, "search/"), "every address stays"
    own = f"reports/{organ}"
    assert heading(after[f"{own}/index.html"]).startswith(new)
    years = sorted(path.name for path in (portal / "content" / own).iterdir())
    lists = [
        "reports/index.html",
        "sitemap/index.html",
        f"{own}/feed.xml",
        *(f"reports/{year}/index.html" for year in years),
        *(f"{own}/{year}/index.html" for year in years),
    ]
    for path in lists:
        assert new in after[path], path
    for path in (
        "reports/index.html",
        "sitemap/index.html",
        *(f"reports/{year}/index.html" for year in years),
    ):
        assert old not in after[path], path
    # A report keeps the title that it was published with.
    for year in years:
        assert heading(after[f"{own}/{year}/index.html"]) == heading(before[f"{own}/{year}/index.html"])
    # Its page and all that it published are found by the name of today.
    found = {path: title + text for title, path, _, _, text in indexed(after)}
    for path in (f"{own}/index.html", *(f"{own}/{year}/index.html" for year in years)):
        assert new in found[path], path
    listed = after["search/organs.js"]
    assert f'"{new}"' in listed
    assert f'"{old}"' not in listed
    for path in ("sitemap.xml", "_redirects"):
        assert after[path] == before[path]


def test_every_organ_can_be_renamed_at_once(portal: Path) -> None:
    for number, (organ, _) in enumerate(organs(portal)):
        renamed(portal, organ, f"新设第{number}机关")
    after = built(portal)
    for number, (organ, _) in enumerate(organs(portal)):
        assert heading(after[f"reports/{organ}/index.html"]).startswith(f"新设第{number}机关")


def test_a_year_s_reports_come_and_go_with_their_folders(portal: Path, before: Mapping[str, str]) -> None:
    content = portal / "content"
    year = max(path.name for path in content.glob("reports/*/*"))
    kept = portal / "kept"
    for path in content.glob(f"reports/*/{year}"):
        (kept / path.relative_to(content)).parent.mkdir(parents=True)
        path.rename(kept / path.relative_to(content))
    link = re.compile(rf"\[([^\]]*)\]\(/reports/[^)]*/{year}/report[^)]*\)")
    texts = {file: file.read_text("utf-8") for file in content.glob("columns/**/*.md")}
    for file, text in texts.items():
        file.write_text(link.sub(r"\1", text), "utf-8")
    earlier = built(portal)
    own = [path for path in before if re.fullmatch(rf"reports/[^/]+/{year}/index.html", path)]
    assert len(own) == 8
    assert not set(own) & set(earlier)
    # The portal's clock is today's, so the year is due: its page stands, and names each report as missing.
    due = earlier[f"reports/{year}/index.html"]
    assert "未公布" in due
    assert "法定期限：" in due
    assert "未公布" in earlier["index.html"]
    for path in kept.glob("reports/*/*"):
        path.rename(content / path.relative_to(kept))
    for file, text in texts.items():
        file.write_text(text, "utf-8")
    assert built(portal) == before
    for path in own:
        assert f"<loc>{HOME}{path.removesuffix('index.html')}</loc>" in before["sitemap.xml"]
        assert before[path].count('rel="prev"') == 1
    assert f'"{year}"' in before["search/filters.js"]


def test_a_column_is_moved_below_another_with_all_that_it_has(
    portal: Path, before: Mapping[str, str]
) -> None:
    columns = portal / "content" / "columns"
    (columns / "functions").rename(columns / "supervision" / "functions")
    article = next((columns / "supervision" / "functions").glob("*.md")).stem
    after = built(portal)
    assert without(after, "search/") == without(before, "search/"), "every address stays"
    above = 'href="../supervision/index.html"'
    assert above not in before["columns/functions/index.html"].partition("<h1")[0]
    assert above in after["columns/functions/index.html"].partition("<h1")[0], "the way up leads through it"
    way = after[f"articles/{article}.html"].partition("<h1")[0]
    assert way.index("columns/supervision/index.html") < way.index("columns/functions/index.html")
    assert "../functions/index.html" in after["columns/supervision/index.html"]
    entry = f"{HOME}articles/{article}.html"
    feed = "columns/supervision/feed.xml"
    assert (entry in after[feed], entry in before[feed]) == (True, False)
    assert '"supervision/functions"' in after["search/filters.js"]
    assert after["_redirects"] == before["_redirects"]
    assert sorted(after["sitemap.xml"].split()) == sorted(before["sitemap.xml"].split())
    # Texts that lead to its articles by the folder of then still do.
    leads = {
        path: page
        for path, page in before.items()
        if path.startswith("articles/") and f"{article}.html" in page
    }
    assert all(f"{article}.html" in after[path] for path in leads)
