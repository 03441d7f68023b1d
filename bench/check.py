"""How long `gongkai check` takes, as ratios to peers in the same run.

    python bench/check.py [--organs N] [--years N] [--runs N]

- one report: a process that checks a site of one report, to one that only imports PyYAML;
- many reports: checking all of them, to one process that loads their YAML with CSafeLoader;
- a portal: checking them with columns, articles and attachments, to one process that loads all YAML of
  the site, that in front of articles too, with CSafeLoader.

Runs alternate, and medians are compared, so that a busy machine troubles both alike. All modules are
compiled before, those of both, as an installer leaves them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

_LOAD = """\
import pathlib, sys, yaml
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*")):
    if path.suffix == ".yaml":
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    elif path.suffix == ".md" and path.name != "report.md":
        yaml.load(path.read_bytes().split(b"\\n---\\n")[0], Loader=yaml.CSafeLoader)
"""
GONGKAI = (sys.executable, "-m", "gongkai")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--organs", type=int, default=143)
    parser.add_argument("--years", type=int, default=7)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder, "compiled"))
        one, many, portal = (Path(folder, name) for name in ("one", "many", "portal"))
        _demo(one, 1, 1)
        _demo(portal, options.organs, options.years)
        shutil.copytree(portal, many)
        for site in (one, many):
            shutil.rmtree(site / "content" / "columns")
        count = sum(1 for _ in many.rglob("report.yaml"))
        articles = sum(1 for _ in portal.joinpath("content", "columns").rglob("*.md"))
        bare = (sys.executable, "-c", "import yaml")
        _compare("one report", _check(one), "import yaml", bare, options.runs)
        _compare(f"{count} reports", _check(many), "CSafeLoader", _load(many), options.runs)
        name = f"and {articles} articles"
        _compare(name, _check(portal), "CSafeLoader", _load(portal), options.runs)


def _demo(folder: Path, organs: int, years: int) -> None:
    command = (*GONGKAI, "demo", str(folder), "--organs", str(organs), "--years", str(years))
    subprocess.run(command, check=True, capture_output=True)


def _check(site: Path) -> Sequence[str]:
    return (*GONGKAI, "check", "--site", str(site))


def _load(site: Path) -> Sequence[str]:
    return (sys.executable, "-c", _LOAD, str(site / "content"))


def _compare(name: str, ours: Sequence[str], peer: str, theirs: Sequence[str], runs: int) -> None:
    _seconds(ours), _seconds(theirs)  # the first run of each compiles and warms the disk
    pairs = [(_seconds(ours), _seconds(theirs)) for _ in range(runs)]
    own, other = (median(times) for times in zip(*pairs, strict=True))
    ratio = median(a / b for a, b in pairs)
    print(f"{name:>16}: check {own:.3f} s, {peer} {other:.3f} s, ratio {ratio:.2f}")


def _seconds(command: Sequence[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
