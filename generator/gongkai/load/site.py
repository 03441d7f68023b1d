"""Reads a whole site: portal, organs, forms, reports, columns and standing pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from gongkai.diagnostics.diagnostic import Note, Problems, Text
from gongkai.load.attachments import read_attachments
from gongkai.load.files import missing, read_text, relative, written_by
from gongkai.load.known_forms import form_of, read_forms, shipped_forms
from gongkai.load.limits import YAML_BYTES
from gongkai.load.many import read_many
from gongkai.load.organs import read_organs
from gongkai.load.portal import read_portal
from gongkai.load.prose_files import read_pages, read_topics
from gongkai.load.strays import strays
from gongkai.load.told_once import told_once
from gongkai.load.yaml_text import read_yaml
from gongkai.model.records import Site
from gongkai.model.source import Document

__all__ = ["form_of", "read_forms", "read_site", "shipped_forms"]


def read_site(root: Path, today: str = "") -> tuple[Site | None, Problems]:
    """Read the site in a folder; None only where there is no portal to speak of.

    `today` is YYYY-MM-DD; without one it is the day in China.
    """
    forms, own, refused, problems = read_forms(root)
    gathered = [*problems]
    organs, problems = _required(root, "organs.yaml")
    gathered += problems
    known, problems = read_organs(organs) if organs else ((), ())
    gathered += problems
    document, problems = _required(root, "site.yaml")
    gathered += problems
    portal, problems = read_portal(document) if document else (None, ())
    gathered += problems
    many = read_many(root, forms)
    gathered += many.problems
    topics, problems = read_topics(root, many.articles)
    gathered += problems
    pages, problems = read_pages(root)
    gathered += problems
    gathered = told_once(gathered)
    if not portal:
        return None, (*gathered, *strays(many.unlisted, ()))
    site = Site(portal, known, forms, many.reports, topics, pages)
    attachments, problems = read_attachments(root, site)
    gathered += problems
    troubled = frozenset(problem.place.file for problem in gathered)
    # A report in a form that has mistakes of its own is not called wrong for it.
    gathered = [p for p in gathered if p.code != "D223" or p.arguments["form"] not in refused]
    unread = tuple(strays(many.unlisted, {*attachments, *troubled, portal.brand.mark}))
    site = site._replace(
        attachments=attachments,
        troubled=troubled,
        today=today or dt.datetime.now(_CHINA).date().isoformat(),
        settings=(*own, *(read.source for read in (organs, document) if read)),
        unread=tuple(problem.place.file for problem in unread),
    )
    if troubled:
        from gongkai.load.unparsed import unparsed  # noqa: PLC0415 - a right site has none

        site = site._replace(unparsed=unparsed(root, {source.file for source in site.sources()}))
    return site, (*gathered, *unread)


# Where the offices are: a day begins there, wherever the program runs.
_CHINA = dt.timezone(dt.timedelta(hours=8))
_NO_SITE = Note(
    Text("可能", "cause"),
    Text(
        "这个文件夹不是站点：先进入站点的文件夹，或用 --site 指明",
        "this folder is no site: go into the site's folder, or name it with --site",
    ),
)


def _required(root: Path, name: str) -> tuple[Document | None, Problems]:
    path = root / "content" / name
    if not path.exists() and not path.is_symlink():
        file = relative(root, path)
        problem = missing(file, written_by("gongkai new site"))
        if path.parent.exists():
            return None, (problem,)
        # What is no site at all is one thing to say, not one for each file.
        return None, (replace(problem, notes=(_NO_SITE,)),) if name == "site.yaml" else ()
    source, problems = read_text(root, path, YAML_BYTES)
    document, more = read_yaml(source) if source else (None, ())
    return document, (*problems, *more)
