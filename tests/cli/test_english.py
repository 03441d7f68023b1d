"""A portal with an English interface: its content is Chinese, and says so wherever it stands."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from gongkai.assemble.statement import audit
from gongkai.render.theme import open_theme
from program import gongkai

HAN = re.compile("[\u3400-\u9fff]")
KIND = re.compile(r'<body data-kind="([^"]+)"')
VOID = {"br", "col", "hr", "img", "input", "link", "meta", "wbr", "path"}
READ = {"title", "alt", "aria-label", "placeholder", "content", "label"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Page(HTMLParser):
    """Gathers the Chinese texts and attributes of a page, by whether their element says that they are."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.languages = [("", "")]
        self.marked: list[str] = []
        self.plain: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        language = dict(attrs).get("lang") or self.languages[-1][1]
        for name, value in attrs:
            if name in READ:
                self._gather(value or "", language)
        if tag not in VOID:
            self.languages.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while len(self.languages) > 1 and self.languages.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, language = self.languages[-1]
        if tag not in {"script", "style"}:
            self._gather(data, language)

    def _gather(self, text: str, language: str) -> None:
        if HAN.search(text):
            (self.marked if language.startswith("zh") else self.plain).append(text.strip())


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("english") / "site"
    assert gongkai("demo", str(site), "--organs", "3", "--years", "2", cwd=site.parent).code == 0
    portal = site / "content" / "site.yaml"
    portal.write_text(portal.read_text("utf-8").replace("language: zh-CN", "language: en"), "utf-8")
    run = gongkai("build", cwd=site)
    assert run.code == 0, run.said
    return site / "output"


def test_every_chinese_text_of_every_kind_of_page_is_marked(output: Path) -> None:
    kinds: Counter[str] = Counter()
    for path in sorted(output.rglob("*.html")):
        html = path.read_text("utf-8")
        page = Page(html)
        assert page.plain == [], path
        found = KIND.search(html)
        assert found
        kinds[found[1]] += len(page.marked)
    assert set(kinds) == {kind["id"] for kind in audit()["page_kinds"]}
    assert min(kinds.values()) > 0, "every kind of page has Chinese names on it"


def test_no_word_of_the_interface_is_chinese(output: Path) -> None:
    ours = {*open_theme("default", Path()).strings["zh-CN"].values()}
    for path in sorted(output.rglob("*.html")):
        html = path.read_text("utf-8")
        found = KIND.search(html)
        # Texts of the content may have any word.
        if found and found[1] not in {"article", "page", "report"}:
            assert ours.isdisjoint(Page(html).marked), path


def test_every_chinese_text_of_a_feed_is_marked(output: Path) -> None:
    feeds = sorted(output.rglob("feed.xml"))
    assert len(feeds) > 3
    for path in feeds:
        root = ET.parse(path).getroot()
        assert root.get(XML_LANG) == "en"
        for part in root:
            if HAN.search("".join(part.itertext())):
                assert part.get(XML_LANG) == "zh-CN", path
