"""Reads what is text on disk: topic columns (栏目) with their articles, and standing pages."""

from __future__ import annotations

from pathlib import Path

from gongkai.diagnostics.diagnostic import Diagnostic, Place, Problems
from gongkai.load.fields import Field, Shape, date, integer, read_fields, text
from gongkai.load.files import files, folders, read_text, relative
from gongkai.load.front_matter import read_front_matter
from gongkai.load.limits import DEPTH, MARKDOWN_BYTES, YAML_BYTES
from gongkai.load.yaml_text import read_yaml
from gongkai.model.records import Article, Prose, StandingPage, Topic
from gongkai.model.source import Document, Value

COLUMN = "column.yaml"
_LAST = 1_000_000

TOPIC: Shape = {
    "title": Field(required=True),
    "summary": Field(),
    "kind": Field(),
    "order": Field("integer"),
}
_ARTICLE: Shape = {
    "title": Field(required=True),
    "published": Field(),
    "source": Field(),
    "summary": Field(),
    "number": Field(),
    "order": Field("integer"),
}
_PAGE: Shape = {"title": Field(required=True), "summary": Field(), "order": Field("integer")}


def read_topics(root: Path) -> tuple[Topic | None, Problems]:
    """Read the columns; the root's own `column.yaml` names 法定主动公开内容."""
    folder = root / "content" / "columns"
    return _topic(root, folder, "", 0) if folder.is_dir() else (None, ())


def read_pages(root: Path) -> tuple[tuple[StandingPage, ...], Problems]:
    """Read the standing pages, in their order."""
    paths, problems = files(root, root / "content" / "pages", ".md")
    gathered, pages = [*problems], []
    for path in paths:
        values, prose, document, problems = _text_file(root, path, _PAGE)
        gathered += problems
        if prose and document and "title" in values:
            pages.append(
                StandingPage(
                    path.stem,
                    text(values, "title"),
                    text(values, "summary"),
                    integer(values, "order", _LAST),
                    prose,
                    Place(relative(root, path)),
                    document.source,
                )
            )
    return tuple(sorted(pages, key=lambda page: (page.order, page.id))), tuple(gathered)


def _topic(root: Path, folder: Path, name: str, depth: int) -> tuple[Topic | None, Problems]:
    path = folder / COLUMN
    file = relative(root, path)
    if depth > DEPTH:
        return None, (Diagnostic("D111", Place(file), {"limit": DEPTH}),)
    if not path.exists() and not path.is_symlink():
        command = f"gongkai new article {name} …"
        return None, (Diagnostic("D116", Place(file), {"path": file, "command": command}),)
    source, problems = read_text(root, path, YAML_BYTES)
    gathered = [*problems]
    document, problems = read_yaml(source) if source else (None, ())
    gathered += problems
    values: dict[str, Value] = {}
    if document:
        values, problems = read_fields(document, (), TOPIC)
        gathered += problems
    articles, problems = _articles(root, folder)
    gathered += problems
    below, problems = folders(root, folder)
    gathered += problems
    children = []
    for child in below:
        topic, problems = _topic(root, child, child.name, depth + 1)
        gathered += problems
        if topic:
            children.append(topic)
    topic = Topic(
        id=name,
        title=text(values, "title"),
        summary=text(values, "summary"),
        kind=text(values, "kind"),
        order=integer(values, "order", _LAST),
        articles=articles,
        children=tuple(sorted(children, key=lambda child: (child.order, child.id))),
        place=Place(file),
        written=source,
    )
    return topic, tuple(gathered)


def _articles(root: Path, folder: Path) -> tuple[tuple[Article, ...], Problems]:
    paths, problems = files(root, folder, ".md")
    gathered, articles = [*problems], []
    for path in paths:
        values, prose, document, problems = _text_file(root, path, _ARTICLE)
        gathered += problems
        if not (prose and document and "title" in values):
            continue
        published, problems = date(document, values, (), "published")
        gathered += problems
        articles.append(
            Article(
                path.stem,
                text(values, "title"),
                published,
                text(values, "source"),
                text(values, "summary"),
                text(values, "number"),
                integer(values, "order", _LAST),
                prose,
                Place(relative(root, path)),
                document.spans.value("published") if published else None,
                document.source,
            )
        )
    # What has an order comes first; then the latest; then by name.
    by_name = sorted(articles, key=lambda article: article.id)
    by_date = sorted(by_name, key=lambda article: article.published, reverse=True)
    return tuple(sorted(by_date, key=lambda article: article.order)), tuple(gathered)


def _text_file(
    root: Path, path: Path, shape: Shape
) -> tuple[dict[str, Value], Prose | None, Document | None, Problems]:
    source, problems = read_text(root, path, MARKDOWN_BYTES)
    if not source:
        return {}, None, None, problems
    document, prose, more = read_front_matter(source)
    if not document:
        return {}, None, None, (*problems, *more)
    values, trouble = read_fields(document, (), shape)
    return values, prose, document, (*problems, *more, *trouble)
