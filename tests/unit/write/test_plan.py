"""The plan: a comparison of wanted, published and present, nothing touched."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from gongkai.write.manifest import Manifest, Seal, seal
from gongkai.write.paths import MANIFEST, is_safe
from gongkai.write.plan import Plan, Step, is_idle, plan
from gongkai.write.survey import Entry

A, B = seal(b"a"), seal(b"b")
FOLDER, LINK = Entry("folder"), Entry("link")


def file(one: Seal | None = None) -> Entry:
    return Entry("file", one)


@dataclass(frozen=True)
class Case:
    name: str
    wanted: dict[str, Seal]
    published: dict[str, Seal] = field(default_factory=dict)
    present: dict[str, Entry] = field(default_factory=dict)
    new: tuple[Step, ...] = ()
    changed: tuple[Step, ...] = ()
    unchanged: tuple[Step, ...] = ()
    removed: tuple[Step, ...] = ()
    collisions: tuple[Step, ...] = ()
    foreign: tuple[str, ...] = ()
    folders: tuple[str, ...] = (".gongkai",)
    obsolete: tuple[str, ...] = ()


CASES = [
    Case("nothing at all", {}),
    Case("never published", {"x": A}, new=(Step("x", "first"),)),
    Case("published, then lost", {"x": A}, {"x": A}, new=(Step("x", "lost"),)),
    Case("as it was", {"x": A}, {"x": A}, {"x": file(A)}, unchanged=(Step("x", "same"),)),
    Case("other content", {"x": B}, {"x": A}, {"x": file(A)}, changed=(Step("x", "content"),)),
    Case("edited by hand", {"x": A}, {"x": A}, {"x": file(B)}, changed=(Step("x", "edited"),)),
    Case("edited to another size", {"x": A}, {"x": A}, {"x": file()}, changed=(Step("x", "edited"),)),
    Case("edited to what is wanted now", {"x": B}, {"x": A}, {"x": file(B)}, unchanged=(Step("x", "same"),)),
    Case("foreign, same bytes", {"x": A}, {}, {"x": file(A)}, unchanged=(Step("x", "adopted"),)),
    Case("foreign, other bytes", {"x": A}, {}, {"x": file(B)}, collisions=(Step("x", "foreign-file", "x"),)),
    Case(
        "foreign, unrelated",
        {"x": A},
        {},
        {"y": file(), "d": FOLDER, "d/e": FOLDER, "l": LINK},
        new=(Step("x", "first"),),
        foreign=("l", "y"),
        folders=(".gongkai", "d", "d/e"),
    ),
    Case("unwanted", {}, {"x": A}, {"x": file()}, removed=(Step("x", "unwanted"),)),
    Case("unwanted, and gone", {}, {"x": A}),
    Case("unwanted, now a foreign link", {}, {"x": A}, {"x": LINK}, foreign=("x",)),
    Case("unwanted, now a foreign folder", {}, {"x": A}, {"x": FOLDER}, folders=(".gongkai", "x")),
    Case(
        "unwanted with its folders",
        {"a/x": A},
        {"a/x": A, "a/b/c/y": A},
        {"a": FOLDER, "a/x": file(A), "a/b": FOLDER, "a/b/c": FOLDER, "a/b/c/y": file()},
        unchanged=(Step("a/x", "same"),),
        removed=(Step("a/b/c/y", "unwanted"),),
        folders=(".gongkai", "a"),
        obsolete=("a/b/c", "a/b"),
    ),
    Case(
        "a folder stays for a foreign file",
        {},
        {"a/y": A},
        {"a": FOLDER, "a/y": file(), "a/mine": file()},
        removed=(Step("a/y", "unwanted"),),
        foreign=("a/mine",),
        folders=(".gongkai", "a"),
    ),
    Case(
        "a folder stays for a foreign empty folder",
        {},
        {"a/y": A},
        {"a": FOLDER, "a/y": file(), "a/mine": FOLDER},
        removed=(Step("a/y", "unwanted"),),
        folders=(".gongkai", "a", "a/mine"),
    ),
    Case(
        "a file becomes a folder",
        {"a/x": A},
        {"a": A},
        {"a": file()},
        new=(Step("a/x", "first"),),
        removed=(Step("a", "unwanted"),),
        folders=(".gongkai", "a"),
    ),
    Case(
        "a folder becomes a file",
        {"a": A},
        {"a/x": A},
        {"a": FOLDER, "a/x": file()},
        new=(Step("a", "first"),),
        removed=(Step("a/x", "unwanted"),),
        obsolete=("a",),
    ),
    Case(
        "a foreign folder where a file is wanted",
        {"a": A},
        {},
        {"a": FOLDER, "a/b": FOLDER, "a/b/mine": file()},
        collisions=(Step("a", "foreign-folder", "a"),),
        foreign=("a/b/mine",),
        folders=(".gongkai", "a", "a/b"),
    ),
    Case(
        "our folder with a foreign file where a file is wanted",
        {"a": A},
        {"a/x": A},
        {"a": FOLDER, "a/x": file(), "a/mine": file()},
        removed=(Step("a/x", "unwanted"),),
        collisions=(Step("a", "foreign-folder", "a/mine"),),
        foreign=("a/mine",),
        folders=(".gongkai", "a"),
    ),
    Case(
        "a foreign file where a folder is needed",
        {"a/b/x": A},
        {},
        {"a": file()},
        new=(Step("a/b/x", "first"),),
        collisions=(Step("a/b/x", "file-in-the-way", "a"),),
        foreign=("a",),
        folders=(".gongkai", "a", "a/b"),
    ),
    Case(
        "a link is never written through",
        {"a/x": A},
        {"a/x": A},
        {"a": LINK},
        new=(Step("a/x", "lost"),),
        collisions=(Step("a/x", "file-in-the-way", "a"),),
        foreign=("a",),
        folders=(".gongkai", "a"),
    ),
    Case(
        "a link where a file is wanted",
        {"x": A},
        {"x": A},
        {"x": LINK},
        collisions=(Step("x", "foreign-file", "x"),),
        foreign=("x",),
    ),
    Case(
        "names that differ in case",
        {"a/x": A, "A/y": A, "a/X": A},
        new=(Step("A/y", "first"), Step("a/X", "first"), Step("a/x", "first")),
        collisions=(Step("a", "same-name", "A"), Step("a/x", "same-name", "a/X")),
        folders=(".gongkai", "A", "a"),
    ),
    Case(
        "names that differ in how an accent is written",
        {"e\u0301": A, "\u00e9": A},
        new=(Step("e\u0301", "first"), Step("\u00e9", "first")),
        collisions=(Step("\u00e9", "same-name", "e\u0301"),),
    ),
    Case(
        "a foreign name that differs in case",
        {"readme.html": A},
        {},
        {"README.html": file()},
        new=(Step("readme.html", "first"),),
        collisions=(Step("readme.html", "same-name", "README.html"),),
        foreign=("README.html",),
    ),
    Case(
        "our own name in another case is none",
        {"readme.html": A},
        {"README.html": A},
        {"README.html": file()},
        new=(Step("readme.html", "first"),),
        removed=(Step("README.html", "unwanted"),),
    ),
    Case(
        "wanted as a file and as a folder",
        {"a": A, "a/x": A},
        new=(Step("a", "first"), Step("a/x", "first")),
        collisions=(Step("a/x", "file-and-folder", "a"),),
        folders=(".gongkai", "a"),
    ),
    Case(
        "a path that leads out",
        {"../x": A},
        collisions=(Step("../x", "unsafe"),),
        folders=("..", ".gongkai"),
    ),
    Case(
        "a foreign file in the place of our records",
        {},
        {},
        {".gongkai": file()},
        collisions=(Step(MANIFEST, "file-in-the-way", ".gongkai"),),
        foreign=(".gongkai",),
    ),
    Case(
        "a foreign link in the place of the manifest",
        {},
        {},
        {".gongkai": FOLDER, MANIFEST: LINK},
        collisions=(Step(MANIFEST, "foreign-file", MANIFEST),),
        foreign=(MANIFEST,),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_plan(case: Case) -> None:
    made = plan(case.wanted, Manifest(case.published, 1), case.present)
    assert made == Plan(
        new=case.new,
        changed=case.changed,
        unchanged=case.unchanged,
        removed=case.removed,
        collisions=case.collisions,
        foreign=case.foreign,
        folders=case.folders,
        obsolete=case.obsolete,
        files=case.wanted,
        recorded=case.wanted == case.published,
    )


def test_idle_only_when_the_manifest_says_so_too() -> None:
    assert is_idle(plan({"x": A}, Manifest({"x": A}, 1), {"x": file(A)}))
    assert not is_idle(plan({"x": A}, Manifest(), {"x": file(A)}))
    assert not is_idle(plan({}, Manifest({"x": A}, 1), {}))
    assert not is_idle(plan({}, Manifest(), {}))


UNSAFE = [
    *("", "/x", "x/", "a//b", ".", "..", "a/../b", "a/.", "../x", "a.", "a /b"),
    *("a\\b", "C:x", "a\0", "a\n", "a|b", "a?b", "\ud800"),
    *(".gongkai/x", ".GONGKAI"),
]


@pytest.mark.parametrize("path", UNSAFE, ids=ascii)
def test_unsafe_paths(path: str) -> None:
    assert not is_safe(path)


@pytest.mark.parametrize(
    "path", ["index.html", ".well-known/security.txt", "年报/2022年.html", "a..b", "...a", "a b", "\u3000a"]
)
def test_safe_paths(path: str) -> None:
    assert is_safe(path)
