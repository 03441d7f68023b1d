"""Print the path of a Chromium that the tests can drive, and install one where there is none.

The order: the environment variable GONGKAI_CHROMIUM, the browser that Playwright manages, a Chromium,
Chrome or Edge of the system; and where nothing is found, Playwright's own download, then Debian's packages.
On Linux a font with Chinese characters is made sure of, too. Run it with the Python of the virtual
environment, since it asks Playwright.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import system_packages

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
)
# The network features of a browser only cost time here, and without a network they stall it.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> Path | None:
    """Return the browser to use, if there is one; a wrong GONGKAI_CHROMIUM ends the program."""
    named = os.environ.get("GONGKAI_CHROMIUM")
    if named:
        if not Path(named).is_file():
            sys.exit(f"GONGKAI_CHROMIUM names {named}, which is not a file.")
        return Path(named)
    managed = _managed()
    if managed:
        return managed
    on_path = (shutil.which(name) for name in NAMES)
    return next((Path(p) for p in (*on_path, *PLACES) if p and Path(p).is_file()), None)


def ensure() -> Path:
    """Return the browser to use, installing one if need be; end the program where that fails."""
    browser = find() or _install_managed() or _install_packaged()
    if browser is None:
        sys.exit(
            "No Chromium was found and none could be installed.\n"
            "Install Chromium, Chrome or Edge, or run: python -m playwright install --with-deps chromium\n"
            "A browser in another place is named by GONGKAI_CHROMIUM=/path/to/it."
        )
    _ensure_font()
    return browser


def _managed() -> Path | None:
    """Return Playwright's own browser, where it is installed and the system's libraries suffice for it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - costly, and not needed when one is named

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.is_file() and _starts(path) else None


def _starts(path: Path) -> bool:
    if os.name == "nt":  # chrome.exe --version opens a window there
        return True
    return subprocess.run([str(path), "--version"], capture_output=True, check=False).returncode == 0


def _install_managed() -> Path | None:
    command = [sys.executable, "-m", "playwright", "install"]
    for options in (["chromium"], ["--with-deps", "chromium"]):
        sys.stderr.write(f"Running playwright install {' '.join(options)} ...\n")
        done = subprocess.run(
            [*command, *options],
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if done.returncode != 0:
            return None  # the download failed; the libraries alone would not help
        if browser := _managed():
            return browser
    return None


def _install_packaged() -> Path | None:
    return find() if system_packages.install("chromium", "fonts-noto-cjk") else None


def _ensure_font() -> None:
    if not sys.platform.startswith("linux"):
        return
    if shutil.which("fc-list"):
        listed = subprocess.run(
            ["fc-list", ":lang=zh", "family"], capture_output=True, text=True, check=False
        )
        if listed.stdout.strip():
            return
    if not system_packages.install("fonts-noto-cjk", "fontconfig"):
        sys.stderr.write("No font with Chinese characters was found: install one, such as Noto Sans CJK.\n")


if __name__ == "__main__":
    sys.stdout.write(f"{ensure()}\n")
