"""Take pictures of the built site: each kind of page at three widths, light and dark.

They go to .cache/screenshots/<kind>-<width>-<scheme>.png. With --readme, the two pictures of the README
are written to docs/images/ instead. Run it with the Python of the virtual environment, after a build.

usage: python scripts/screenshots.py [--readme] [FOLDER]
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import browser

ROOT = Path(__file__).resolve().parent.parent
WIDTHS = {360: 780, 768: 1024, 1280: 900}
SCHEMES = ("light", "dark")
README = {"home": "portal.png", "report": "report.png"}
KIND = re.compile(r'<body\b[^>]*\bdata-kind="([^"]+)"')


def main() -> int:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description="Take pictures of the built site.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "output", help="the built site")
    parser.add_argument("--readme", action="store_true", help="write the README's two pictures")
    options = parser.parse_args()
    kinds = kinds_of_pages(options.folder.resolve())
    if not kinds:
        sys.exit(f"{options.folder} holds no page: run make site first.")
    path = str(browser.ensure())
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(browser.ARGUMENTS))
        if options.readme:
            for_readme(chromium, kinds)
        else:
            for_review(chromium, kinds)
        chromium.close()
    return 0


def kinds_of_pages(folder: Path) -> dict[str, Path]:
    """Return the first page of each kind, by the data-kind of its body."""
    kinds: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.html"), key=lambda path: (len(path.parts), path)):
        found = KIND.search(path.read_text(encoding="utf-8"))
        if found:
            kinds.setdefault(found[1], path)
    return kinds


def for_readme(chromium: Browser, kinds: dict[str, Path]) -> None:
    """Write the window's first screen of the home page and of a report, sharp on dense displays."""
    for kind, name in README.items():
        if kind not in kinds:
            sys.exit(f"The site has no page of the kind {kind}.")
        take(chromium, kinds[kind], ROOT / "docs" / "images" / name, 1280, "light", whole=False)


def for_review(chromium: Browser, kinds: dict[str, Path]) -> None:
    """Write the whole of each kind of page, at each width, in each scheme."""
    for kind, path in kinds.items():
        for width in WIDTHS:
            for scheme in SCHEMES:
                target = ROOT / ".cache" / "screenshots" / f"{kind}-{width}-{scheme}.png"
                take(chromium, path, target, width, scheme, whole=True)


def take(chromium: Browser, page: Path, target: Path, width: int, scheme: str, *, whole: bool) -> None:
    """Write one picture and print where it is."""
    context = chromium.new_context(
        viewport={"width": width, "height": WIDTHS[width]},
        color_scheme=scheme,
        reduced_motion="reduce",
        device_scale_factor=1 if whole else 2,
    )
    tab = context.new_page()
    tab.goto(page.as_uri())
    target.parent.mkdir(parents=True, exist_ok=True)
    tab.screenshot(path=target, full_page=whole)
    context.close()
    sys.stdout.write(f"{target.relative_to(ROOT).as_posix()}\n")


if __name__ == "__main__":
    sys.exit(main())
