"""Runs the examples of the explain pages: each is a small change to the site in `base/`.

A fenced block changes one file of the site. Its info string says how, and which:

    yaml PATH      each line with a key replaces the next line of the base with the same indentation
                   and key; other lines are put in after the one before. A new file is taken whole.
    markdown PATH  the whole file (so for any other language that is not YAML)
    whole PATH     the whole file, YAML too
    diff PATH      lines with - are taken out, lines with + are put in
    bytes PATH     as above, with the escapes of Python in it (\\t, \\xb9) for what cannot be seen
    size PATH      a file of that many MB
    symlink PATH   a link to the path in the block
    folder PATH    an empty folder in the file's place
    absent PATH    no such file or folder

`also D219 …` at its end names other codes that come along. Where the section says `gongkai build`,
the site is built and not only checked.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from gongkai.diagnostics.diagnostic import Problems
from gongkai.diagnostics.explanation import page, read_blocks, read_sections, target
from gongkai.pipeline import build, check

BASE = Path(__file__).parent / "base"

_KEY = re.compile(r"\s*(?:- [^,]+|[^\s:：#]+(?=\s*[:：]))")


@dataclass(frozen=True)
class Block:
    """One fenced block: how it changes which file, and which other codes may come along."""

    kind: str
    path: str
    also: frozenset[str]
    body: str


@dataclass(frozen=True)
class Example:
    """The blocks of one section, and whether to build the site with them."""

    blocks: tuple[Block, ...]
    builds: bool

    @property
    def also(self) -> frozenset[str]:
        return frozenset().union(*(block.also for block in self.blocks))

    def concerns(self, file: str) -> bool:
        return any(file == block.path or file.startswith(f"{block.path}/") for block in self.blocks)


def read_example(code: str, heading: str) -> Example:
    text = read_sections(page(code))[heading]
    blocks = []
    for words, body in read_blocks(text):
        path = target(words)
        also = frozenset(words[words.index(path) + 2 :])
        blocks.append(Block(words[0], path, also, body))
    return Example(tuple(blocks), "`gongkai build`" in text)


def run(example: Example, root: Path) -> Problems:
    """Make the site of an example in a folder that is not there yet, and give its problems."""
    shutil.copytree(BASE, root)
    for block in example.blocks:
        _change(root / block.path, block)
    outcome = build(root, root / "output") if example.builds else check(root)
    return outcome.problems


def _change(file: Path, block: Block) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    base = file.read_text("utf-8") if file.is_file() else None
    if file.is_dir():
        shutil.rmtree(file)
    file.unlink(missing_ok=True)
    match block.kind:
        case "absent":
            pass
        case "folder":
            file.mkdir()
        case "symlink":
            file.symlink_to(block.body.strip())
        case "size":
            with file.open("wb") as opened:
                opened.truncate(int(block.body.removesuffix(" MB\n")) * 1_000_000)
        case "diff":
            assert base is not None, f"{file} is not in the base"
            file.write_text(_patched(base, block.body), "utf-8")
        case _:
            content = _unescaped(block.body) if block.kind == "bytes" else block.body.encode()
            if base is not None and file.suffix == ".yaml" and block.kind != "whole":
                content = _overlaid(base, content.decode()).encode()
            file.write_bytes(content)


def _overlaid(base: str, fragment: str) -> str:
    lines, at = base.splitlines(), -1
    for line in fragment.splitlines():
        key = _key(line)
        after = range(at + 1, len(lines))
        found = next((i for i in after if key and _key(lines[i]) == key), None)
        at = at + 1 if found is None else found
        lines[at : at + (found is not None)] = [line]
    return "\n".join(lines) + "\n"


def _key(line: str) -> str:
    found = _KEY.match(line)
    return found[0] if found else ""


def _patched(base: str, diff: str) -> str:
    lines, changes = base.splitlines(), diff.splitlines()
    old = [_bare(line[1:]) for line in changes if line[0] in " -"]
    start = next(i for i in range(len(lines)) if [_bare(line) for line in lines[i : i + len(old)]] == old)
    new = [line[1:] for line in changes if line[0] in " +"]
    return "\n".join([*lines[:start], *new, *lines[start + len(old) :]]) + "\n"


def _bare(line: str) -> str:
    """The base has comments and lines its figures up; an example need not."""
    return re.sub(r":\s+", ": ", re.sub(r"\s+#.*", "", line))


def _unescaped(body: str) -> bytes:
    text = body.encode("latin-1", "backslashreplace").decode("unicode_escape")
    return b"".join(bytes([ord(char)]) if ord(char) < 256 else char.encode() for char in text)
