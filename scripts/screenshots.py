"""Take pictures of the built site and of a demonstration: each kind of page, at three widths, in each mode.

They go to .cache/screenshots/<site>/<kind>-<width>-<mode>.png. With folders, pictures of these built sites
are taken and of no other. With --readme, the pictures of the READMEs are written to docs/images/ instead:
some of the built site, some of the demonstration. Run it with the Python of the virtual environment, after
a build.

usage: python scripts/screenshots.py [--readme] [--kinds home,report] [--modes light,dark] [FOLDER …]
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Route, sync_playwright

import browser

ROOT = Path(__file__).resolve().parent.parent
SHOTS = ROOT / ".cache" / "screenshots"
SITE = "http://site.test/"
HEIGHTS = {360: 780, 768: 1024, 1280: 900}
# The system's scheme, and what the reader chose.
MODES: dict[str, tuple[str, dict[str, str]]] = {
    "light": ("light", {}),
    "dark": ("dark", {}),
    "elder": ("light", {"mode": "elder"}),
}
KIND = re.compile(r'<body\b[^>]*\bdata-kind="([^"]+)"')
DEMO = ("--organs", "40", "--years", "7")


class Picture(NamedTuple):
    """A picture of the READMEs, the site it is taken of, and the page that it shows."""

    file: str
    site: str
    page: str
    width: int = 1280
    mode: str = "light"


README = (
    Picture("portal.png", site="demo", page="index.html"),
    Picture("column.png", site="demo", page="columns/normative-documents/index.html"),
    Picture("report.png", site="portal", page="reports/*/*/index.html"),
    Picture("phone-elder.png", site="demo", page="articles/*-gf-*.html", width=360, mode="elder"),
)


def main() -> int:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description="Take pictures of built sites.")
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="built sites")
    parser.add_argument("--readme", action="store_true", help="write the pictures of the READMEs")
    parser.add_argument("--kinds", default="", help="only these kinds of pages, with commas")
    parser.add_argument("--modes", default=",".join(MODES), help="only in these modes, with commas")
    options = parser.parse_args()
    named = {} if options.readme else {path.resolve().parent.name: path.resolve() for path in options.folders}
    path = str(browser.ensure())
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        sites = named or {"portal": ROOT / "output", "demo": demonstration(Path(scratch))}
        pages = {name: kinds_of_pages(folder) for name, folder in sites.items()}
        for name in (name for name, kinds in pages.items() if not kinds):
            sys.exit(f"{sites[name]} holds no page: run make site first.")
        chromium = playwright.chromium.launch(executable_path=path, args=list(browser.ARGUMENTS))
        if options.readme:
            for_readme(chromium, sites)
        for name, kinds in pages.items() if not options.readme else ():
            wanted = options.kinds.split(",") if options.kinds else kinds
            for_review(chromium, name, {kind: kinds[kind] for kind in wanted}, options.modes.split(","))
        chromium.close()
    return 0


def kinds_of_pages(folder: Path) -> dict[str, Path]:
    """Return a page of each kind, by the data-kind of its body: the largest of those highest up.

    The largest, since a list that is nearly empty shows little of its kind.
    """
    kinds: dict[str, tuple[int, int, Path]] = {}
    for path in sorted(folder.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        found = KIND.search(text)
        if found:
            rank = (len(path.parts), -len(text), path)
            kinds[found[1]] = min(kinds.get(found[1], rank), rank)
    return {kind: path for kind, (_, _, path) in kinds.items()}


def demonstration(folder: Path) -> Path:
    """Make a fictional portal, build it, and return where it is."""
    site, output = folder / "demo", folder / "web"
    gongkai = [sys.executable, "-m", "gongkai"]
    subprocess.run([*gongkai, "demo", str(site), *DEMO], check=True)
    subprocess.run([*gongkai, "build", "--site", str(site), "--output", str(output)], check=True)
    return output


def for_readme(chromium: Browser, sites: dict[str, Path]) -> None:
    """Write the window's first screen of each picture's page; a narrow one is doubled."""
    for picture in README:
        page = next(iter(sorted(sites[picture.site].glob(picture.page))), None)
        if page is None:
            sys.exit(f"There is no page {picture.page} for {picture.file}.")
        target = ROOT / "docs" / "images" / picture.file
        take(chromium, page, target, picture.width, picture.mode, whole=False)


def for_review(chromium: Browser, name: str, kinds: dict[str, Path], modes: list[str]) -> None:
    """Write the whole of each kind of page, at each width and in each mode."""
    for kind, path in kinds.items():
        for mode in modes:
            for width in HEIGHTS:
                take(chromium, path, SHOTS / name / f"{kind}-{width}-{mode}.png", width, mode, whole=True)


def take(chromium: Browser, page: Path, target: Path, width: int, mode: str, *, whole: bool) -> None:
    """Write one picture and print where it is."""
    scheme, chosen = MODES[mode]
    context = chromium.new_context(
        viewport={"width": width, "height": HEIGHTS[width]},
        color_scheme=scheme,
        reduced_motion="reduce",
        device_scale_factor=2 if width == min(HEIGHTS) and not whole else 1,
    )
    context.add_init_script(f"localStorage.setItem('gongkai', {json.dumps(json.dumps(chosen))})")
    tab = context.new_page()
    folder = next(parent for parent in page.parents if (parent / "404.html").is_file())
    tab.route(f"{SITE}**", partial(served, folder))
    tab.goto(SITE + page.relative_to(folder).as_posix())
    target.parent.mkdir(parents=True, exist_ok=True)
    tab.screenshot(path=target, full_page=whole)
    context.close()
    sys.stdout.write(f"{target.relative_to(ROOT).as_posix()}\n")


def served(folder: Path, route: Route) -> None:
    """Serve a site's file at the root of a domain; a page that would lead on at once stays."""
    path = folder / unquote(urlsplit(route.request.url).path).lstrip("/")
    if path.suffix != ".html":
        route.fulfill(path=path)
        return
    body = path.read_text(encoding="utf-8").replace('http-equiv="refresh"', 'name="refresh"')
    route.fulfill(body=body, content_type="text/html; charset=utf-8")


if __name__ == "__main__":
    sys.exit(main())
