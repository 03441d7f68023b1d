"""Finds the images and documents that go with texts; a file that nothing links to or lists stays private."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Place, Problems, Related, Text
from gongkai.load.file_kinds import SUFFIXES, danger_in, ends_of, is_of_its_kind, kind_of
from gongkai.load.files import SHORTER, bad_name, is_address, is_inside, relative, unfit, unreadable
from gongkai.load.limits import ATTACHMENT_BYTES, NAME_LENGTH
from gongkai.model.records import Attachment, Site
from gongkai.model.references import is_external, target

# Where texts stand, and what belongs to them with them.
_FOLDERS = ("content/columns/", "content/pages/", "content/reports/")
# What has a page of its own, or is data: a link to it is none to a file.
_READ = (".md", ".yaml")
_DRAWING, _MORE = ".svg", 3
_KIND = Text("不能公开这类文件", "files of this kind are not published")


def read_attachments(root: Path, site: Site) -> tuple[tuple[str, ...], Problems]:
    """Give the files that are published beside texts, relative to the site, and say which cannot be."""
    problems: list[Diagnostic] = []
    listed: set[str] = set()
    for attachment in _listed(site):
        if not attachment.file.startswith(_FOLDERS) or not os.path.lexists(root / attachment.file):
            problems.append(Diagnostic("D522", attachment.place, {"file": attachment.file}))
        else:
            listed.add(attachment.file)
    kept: list[str] = []
    files = sorted({*listed, *_linked(root, site)})
    folders = {file: (root / file).parent for file in files}
    inside = {folder: is_inside(root, folder) for folder in set(folders.values())}
    for file in files:
        trouble = _trouble(root, file, is_folder_inside=inside[folders[file]])
        problems += trouble
        if not any(problem.code != "D524" for problem in trouble):
            kept.append(file)
    problems += _clashes(kept)
    return tuple(kept), (*problems, *_sign(root, site), *_of_theme(root, site))


def _listed(site: Site) -> Iterator[Attachment]:
    for report in site.reports:
        yield from report.attachments
    for article in site.every_article():
        yield from article.attachments


def _linked(root: Path, site: Site) -> Iterator[str]:
    """Give the files that texts link to, other than texts."""
    for prose, _ in site.texts():
        for mention in (*prose.links, *prose.images):
            if is_external(mention.text):
                continue
            file = target(prose.file, mention.text)
            if (
                file.startswith(_FOLDERS)
                and kind_of(file) not in ("", *_READ)
                and os.path.lexists(root / file)
            ):
                yield file


def _trouble(root: Path, file: str, *, is_folder_inside: bool = False) -> Problems:
    """Say what is wrong with the name, the kind, the size or the content of a file."""
    path = root / file
    parts = PurePosixPath(file).with_suffix("").parts[1:]
    bad = [part for part in parts if not is_address(part)]
    if bad:
        return (bad_name(root, path, bad[0]),)
    if len(PurePosixPath(file).name) > NAME_LENGTH:
        return (bad_name(root, path, PurePosixPath(file).name[:NAME_LENGTH] + "…", SHORTER),)
    if kind_of(file) not in SUFFIXES:
        return (_refused(file, _KIND),)
    return unfit(root, path, ATTACHMENT_BYTES, is_folder_inside=is_folder_inside) or _content(root, file)


def _content(root: Path, file: str) -> Problems:
    path = root / file
    try:
        if kind_of(file) == _DRAWING:
            return _drawing(file, path.read_bytes())
        ends = ends_of(path)
        danger = danger_in(ends)
        if danger:
            return (_refused(file, danger),)
        if not is_of_its_kind(ends):
            return (Diagnostic("D524", Place(file), {"kind": kind_of(file)}),)
    except OSError as error:
        return (unreadable(file, error),)
    return ()


def _drawing(file: str, content: bytes) -> Problems:
    """Name what a drawing may not have: the first, with where the others stand."""
    from gongkai.load.drawings import findings_in  # noqa: PLC0415 - few sites have drawings

    found = findings_in(content)
    if not found:
        return ()
    first, *others = found
    related = tuple(Related(Place(file, other.span), other.what) for other in others[:_MORE])
    arguments: dict[str, Argument] = {"file": PurePosixPath(file).name, "detail": first.what}
    return (Diagnostic("D535", Place(file, first.span), arguments, related=related),)


def _refused(file: str, why: Text) -> Diagnostic:
    return Diagnostic("D523", Place(file), {"file": PurePosixPath(file).name, "detail": why})


def _clashes(files: list[str]) -> Iterator[Diagnostic]:
    """Name files that Windows and many a Mac would take for one."""
    first: dict[str, str] = {}
    for file in files:
        other = first.setdefault(file.casefold(), file)
        if other != file:
            related = (Related(Place(other), Text("另一个文件", "the other file")),)
            arguments = {"file": PurePosixPath(file).name, "other": PurePosixPath(other).name}
            yield Diagnostic("D525", Place(file), arguments, related=related)


def _sign(root: Path, site: Site) -> Problems:
    """Say what is wrong with the portal's sign."""
    brand = site.portal.brand
    if not brand.mark:
        return ()
    if not os.path.lexists(root / brand.mark):
        place = brand.mark_place or Place(site.portal.place.file)
        return (Diagnostic("D522", place, {"file": brand.mark}),)
    return _trouble(root, brand.mark)


def _of_theme(root: Path, site: Site) -> Iterator[Diagnostic]:
    """Say what is wrong with the drawings of the site's own theme, which are published as they are."""
    theme = site.portal.theme
    folder = root / "themes" / theme / "assets"
    if not is_address(theme) or not folder.is_dir():
        return
    for path in sorted(path for path in folder.rglob("*") if kind_of(path.name) == _DRAWING):
        file = relative(root, path)
        yield from unfit(root, path, ATTACHMENT_BYTES) or _content(root, file)
