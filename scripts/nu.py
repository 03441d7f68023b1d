"""Run the Nu HTML checker over every page of a built site; any message of it fails the run.

Errors, warnings and informational messages count alike: the checker's informational ones (a slash on a
void element, say) name things that are as easy to mend as to excuse. Style sheets are not checked: the
checker's CSS grammar lags behind the browsers' and calls @container and @property errors.

The checker is an npm package of fixed version and content, fetched once into .cache/. It needs Java 17.

usage: python scripts/nu.py FOLDER
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import system_packages

VERSION = "26.9.27"
SHA256 = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"
OLDEST_JAVA = 17
JAR = Path(__file__).resolve().parent.parent / ".cache" / f"vnu-{VERSION}.jar"


def main() -> int:
    """Check the folder named on the command line."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():  # noqa: PLR2004 - the program and its folder
        sys.exit("usage: python scripts/nu.py FOLDER")
    folder = Path(sys.argv[1]).resolve()
    pages = sorted(folder.rglob("*.html"))
    if not pages:
        sys.exit(f"{folder} holds no page: build the site first.")
    messages = check(folder, java(), jar())
    for message in messages:
        sys.stdout.write(show(message, folder) + "\n")
    sys.stdout.write(f"Nu HTML checker {VERSION}: {len(pages)} pages, {len(messages)} messages\n")
    return 1 if messages else 0


def check(folder: Path, java: str, jar: Path) -> list[dict]:
    """Return the checker's messages on the HTML files in a folder and below it."""
    command = [java, "-jar", str(jar), "--stdout", "--format", "json", "--skip-non-html", str(folder)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    try:
        return json.loads(done.stdout)["messages"]
    except (ValueError, KeyError):
        sys.exit(f"The checker itself failed (exit {done.returncode}):\n{done.stdout}\n{done.stderr}")


def show(message: dict, folder: Path) -> str:
    """Return a message as file:line:column: kind: text, with the piece of the page that it means."""
    path = Path(url2pathname(unquote(urlsplit(message.get("url", "")).path)))
    name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
    line = message.get("lastLine", 0)
    column = message.get("firstColumn", message.get("lastColumn", 0))
    kind = message.get("subType") or message["type"]
    extract = " ".join(message.get("extract", "").split())
    return f"{name}:{message.get('firstLine', line)}:{column}: {kind}: {message['message']}\n    {extract}"


def java() -> str:
    """Return the path of a Java that is new enough, installing it on Debian if need be."""
    found = _new_enough_java()
    if not found and system_packages.install("default-jre-headless"):
        found = _new_enough_java()
    if not found:
        sys.exit(
            f"The Nu HTML checker needs Java {OLDEST_JAVA} or newer on PATH; install a JRE, then run again."
        )
    return found


def _new_enough_java() -> str | None:
    path = shutil.which("java")
    if not path:
        return None
    said = subprocess.run([path, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(?:1\.)?(\d+)', said)
    return path if version and int(version[1]) >= OLDEST_JAVA else None


def jar() -> Path:
    """Return the checker's archive, fetched from its npm package where it is not there yet."""
    if JAR.is_file() and _digest(JAR) == SHA256:
        return JAR
    npm = shutil.which("npm")
    if not npm and system_packages.install("npm"):
        npm = shutil.which("npm")
    if not npm:
        sys.exit(f"npm is needed once, to fetch vnu-jar {VERSION}; install Node.js, then run again.")
    JAR.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=JAR.parent) as work:
        packed = subprocess.run(
            [npm, "pack", f"vnu-jar@{VERSION}", "--silent"], cwd=work, stdin=subprocess.DEVNULL, check=False
        )
        archives = list(Path(work).glob("*.tgz"))
        if packed.returncode != 0 or not archives:
            sys.exit(f"npm could not fetch vnu-jar {VERSION}; its message stands above.")
        with tarfile.open(archives[0]) as archive:
            member = archive.extractfile("package/build/dist/vnu.jar")
            content = member.read() if member else b""
        fetched = Path(work) / JAR.name
        fetched.write_bytes(content)
        if _digest(fetched) != SHA256:
            sys.exit(f"What npm fetched as vnu-jar {VERSION} is not the archive that this script knows.")
        fetched.replace(JAR)
    return JAR


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
