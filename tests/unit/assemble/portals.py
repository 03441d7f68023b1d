"""Views of the toy site, and of sites that are made of it without files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from gongkai.assemble.frame import Frame, Made, make_frame
from gongkai.assemble.pages import assemble_in
from gongkai.diagnostics.diagnostic import Place
from gongkai.load.site import read_site
from gongkai.model.records import Article, Organ, Prose, Site, Topic
from gongkai.model.views import View
from gongkai.render.environment import words_of
from gongkai.render.theme import open_theme

BASE_URL = "https://a.example/x"
WORDS: Mapping[str, str] = words_of(open_theme("default", Path()), "zh-CN")
NOWHERE = Place("content/organs.yaml")


def read(root: Path, today: str = "1990-01-01") -> Site:
    site, _ = read_site(root, today)
    assert site
    return site


def frame_of(site: Site, base_url: str = BASE_URL, made: Made | None = None) -> Frame:
    return make_frame(site, base_url, WORDS, made)


def views_of(site: Site, base_url: str = BASE_URL, made: Made | None = None) -> dict[str, View]:
    found: dict[str, View] = {}
    for path, view, _ in assemble_in(frame_of(site, base_url, made), defaultdict(dict)):
        assert path not in found, path
        found[path] = view
    return found


def organ(own: str, kind: str = "", parent: str = "", **more: object) -> Organ:
    made = Organ(own, f"{own}名", own, kind, parent, NOWHERE, NOWHERE)
    return made._replace(**more)  # type: ignore[arg-type]


def article(name: str, title: str = "", published: str = "", **more: object) -> Article:
    file = f"content/columns/{name}.md"
    prose = Prose("一段文字。\n", file, 1)
    made = Article(name, title or name, published, "", "", "", 0, prose, Place(file))
    return made._replace(**more)


def topic(name: str, *below: Topic, articles: tuple[Article, ...] = (), **more: object) -> Topic:
    place = Place(f"content/columns/{name}/column.yaml")
    return Topic(name, f"{name}栏", "", "", 0, articles, below, place)._replace(**more)
