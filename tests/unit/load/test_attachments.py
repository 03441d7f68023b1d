"""Images and documents: only those that a text links to are published, and only ordinary files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gongkai.pipeline import build, check
from shown import problems_of
from toy import write_files

GUIDE = "content/pages/guide.md"


def linked(site: Path, *addresses: str) -> None:
    links = " ".join(f"[附件]({address})" for address in addresses)
    write_files(site, {GUIDE: f"---\ntitle: 须知\n---\n{links}\n"})


def test_a_linked_file_is_published_and_its_neighbour_is_not(site: Path) -> None:
    linked(site, "lamp.pdf")
    for name in ("lamp.pdf", "secret.pdf"):
        (site / "content/pages" / name).write_bytes(b"%PDF")
    assert problems_of(site) == ["secret.pdf:1:1 D120"]
    assert build(site, site / "output").built
    assert (site / "output/pages/lamp.pdf").read_bytes() == b"%PDF"
    assert not list((site / "output").rglob("secret.pdf"))
    assert 'href="../pages/lamp.pdf"' in (site / "output/guide/index.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["页.pdf", "A.pdf", "a b.pdf", "sub.dir/a.pdf", ".hidden/a.pdf"])
def test_a_name_that_is_no_address_is_refused(site: Path, name: str) -> None:
    linked(site, f"<{name}>")
    path = site / "content/pages" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"x")
    assert [problem.code for problem in check(site).problems] == ["D114"]


@pytest.mark.parametrize("name", ["page.html", "script.js", "drawing.svg", "run.exe"])
def test_what_a_browser_would_run_is_no_attachment(site: Path, name: str) -> None:
    linked(site, name)
    (site / "content/pages" / name).write_bytes(b"x")
    assert problems_of(site) == [f"{name}:1:1 {'D535' if name.endswith('svg') else 'D523'}"]


def test_links_to_nowhere_in_circles_and_out_of_the_site_are_refused(site: Path) -> None:
    linked(site, "gone.pdf", "circle.pdf", "out.pdf", "folder.pdf")
    pages = site / "content/pages"
    (pages / "gone.pdf").symlink_to("nowhere.pdf")
    (pages / "circle.pdf").symlink_to("circle.pdf")
    (pages / "out.pdf").symlink_to("/etc/hostname")
    (pages / "folder.pdf").mkdir()
    found = {line.split(":")[0]: line.split()[1] for line in problems_of(site)}
    assert found.pop("circle.pdf") in {"D101", "D113"}  # Python versions differ in how they see a circle
    assert found == {"gone.pdf": "D101", "out.pdf": "D113", "folder.pdf": "D101"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_a_pipe_is_refused_and_not_waited_for(site: Path) -> None:
    os.mkfifo(site / "content/pages/pipe.md")
    assert problems_of(site) == ["pipe.md:1:1 D101"]


def test_a_text_that_windows_saved_counts_lines_as_any_other(site: Path) -> None:
    write_files(site, {GUIDE: "---\r\ntitle: 须知\r\n---\r\n行\r\n\r\n<b>\r\n"})
    assert problems_of(site) == ["guide.md:6:1 D601"]


def test_a_line_end_that_only_yaml_knows_is_named(site: Path) -> None:
    write_files(site, {"content/site.yaml": "name: 灯塔 # \u2028\norgan: north-light\n"})
    assert "site.yaml:1:12 D117" in problems_of(site)
