"""Reads a whole site: portal, organs, forms, reports, columns and standing pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from importlib import resources
from pathlib import Path

from gongkai.diagnostics.diagnostic import Diagnostic, Place, Problems, Text
from gongkai.load.attachments import read_attachments
from gongkai.load.files import files, read_text, relative
from gongkai.load.forms import read_form
from gongkai.load.limits import YAML_BYTES
from gongkai.load.organs import read_organs
from gongkai.load.portal import read_portal
from gongkai.load.prose_files import read_pages, read_topics
from gongkai.load.reports import read_reports
from gongkai.load.strays import strays
from gongkai.load.yaml_data import read_yaml
from gongkai.model.form import Form
from gongkai.model.records import Site
from gongkai.model.source import Document, Source


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
    reports, problems = read_reports(root, forms)
    gathered += problems
    topics, problems = read_topics(root)
    gathered += problems
    pages, problems = read_pages(root)
    gathered += problems
    if not portal:
        return None, (*gathered, *strays(root, ()))
    site = Site(portal, known, forms, reports, topics, pages)
    attachments, problems = read_attachments(root, site)
    gathered += problems
    troubled = frozenset(problem.place.file for problem in gathered)
    # A report in a form that has mistakes of its own is not called wrong for it.
    gathered = [p for p in gathered if p.code != "D223" or p.arguments["form"] not in refused]
    unread = tuple(strays(root, {*attachments, *troubled}))
    site = replace(
        site,
        attachments=attachments,
        troubled=troubled,
        today=today or dt.datetime.now(_CHINA).date().isoformat(),
        settings=(*own, *(read.source for read in (organs, document) if read)),
        unread=tuple(problem.place.file for problem in unread),
    )
    return site, (*gathered, *unread)


def shipped_forms() -> tuple[Form, ...]:
    """Give the editions that come with the program; a mistake in one is a bug."""
    forms = []
    folder = resources.files("gongkai") / "forms"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".yaml"):
            form, problems = form_of(Source(entry.name, entry.read_text("utf-8")))
            if not form:
                raise AssertionError(entry.name, problems)
            forms.append(form)
    return tuple(forms)


def read_forms(root: Path) -> tuple[tuple[Form, ...], tuple[Source, ...], frozenset[str], Problems]:
    """Give all forms, the site's own in `content/formats/` as written, and ids of those refused."""
    forms: dict[str, Form] = {form.id: form for form in shipped_forms()}
    refused: set[str] = set()
    written: list[Source] = []
    paths, problems = files(root, root / "content" / "formats", ".yaml")
    gathered = [*problems]
    for path in paths:
        source, trouble = read_text(root, path, YAML_BYTES)
        gathered += trouble
        written += [source] if source else []
        form, trouble = form_of(source) if source else (None, ())
        gathered += trouble
        if form and form.id in forms:
            gathered.append(Diagnostic("D906", Place(relative(root, path)), {"form": form.id}))
        elif form and form.id != path.stem:
            detail = Text(f"文件名应为 {form.id}.yaml", f"the file should be named {form.id}.yaml")
            gathered.append(Diagnostic("D901", Place(relative(root, path)), {"detail": detail}))
        elif form:
            forms[form.id] = form
            continue
        refused.add(form.id if form else path.stem)
    return tuple(forms.values()), tuple(written), frozenset(refused), tuple(gathered)


def form_of(source: Source) -> tuple[Form | None, Problems]:
    """Read a form's text."""
    document, problems = read_yaml(source)
    if not document:
        return None, problems
    form, more = read_form(document)
    return form, (*problems, *more)


# Where the offices are: a day begins there, wherever the program runs.
_CHINA = dt.timezone(dt.timedelta(hours=8))
_COMMANDS: Mapping[str, str] = {"site.yaml": "gongkai new site", "organs.yaml": "gongkai new site"}


def _required(root: Path, name: str) -> tuple[Document | None, Problems]:
    path = root / "content" / name
    if not path.exists() and not path.is_symlink():
        file = relative(root, path)
        return None, (Diagnostic("D116", Place(file), {"path": file, "command": _COMMANDS[name]}),)
    source, problems = read_text(root, path, YAML_BYTES)
    document, more = read_yaml(source) if source else (None, ())
    return document, (*problems, *more)
