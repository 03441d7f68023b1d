"""Reads what is text on disk: topic columns (栏目) with their articles, and standing pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from gongkai.diagnostics.diagnostic import Diagnostic, Place, Problems, Text
from gongkai.load.articles import ARTICLE, LAST, article_fields, read_formerly, read_id
from gongkai.load.fields import Field, Shape, integer, read_fields, text
from gongkai.load.files import files, folders, is_inside, missing, read_text, relative
from gongkai.load.front_matter import read_front_matter
from gongkai.load.limits import DEPTH, MARKDOWN_BYTES, YAML_BYTES
from gongkai.load.yaml_text import read_yaml
from gongkai.model.records import Article, Prose, StandingPage, Topic
from gongkai.model.source import Document, Value

COLUMN = "column.yaml"

TOPIC: Shape = {
    "title": Field(required=True),
    "id": Field(),
    "summary": Field(),
    "kind": Field(),
    "order": Field("integer"),
    "basis": Field(),
    "counts": Field(),
    "formerly": Field("texts"),
}
ReadArticle = tuple[Article | None, Problems]
# Device and number of a folder, where the disk tells.
_Identity = tuple[int, int] | None
# The column above all others is the portal's own, and has no id.
_ROOT: Shape = {key: field for key, field in TOPIC.items() if key != "id"}
_TITLE = Text("其中写一行“title: 栏目名称”", "one line, “title: ” and the column's name")
_PAGE: Shape = {"title": Field(required=True), "summary": Field(), "order": Field("integer")}


def read_topics(
    root: Path, known: Mapping[Path, ReadArticle] = MappingProxyType({})
) -> tuple[Topic | None, Problems]:
    """Read the columns; the root's own `column.yaml` names 法定主动公开内容.

    `known` are articles that were read before, by the path of each.
    """
    folder = root / "content" / "columns"
    return _topic(root, folder, "", (), known) if folder.is_dir() else (None, ())


def read_articles(root: Path, paths: Sequence[Path]) -> Mapping[Path, ReadArticle]:
    """Read some articles; None beside the problems of what is none."""
    inside = {folder: is_inside(root, folder) for folder in {path.parent for path in paths}}
    return {path: _article(root, path, is_folder_inside=inside[path.parent]) for path in paths}


def read_pages(root: Path) -> tuple[tuple[StandingPage, ...], Problems]:
    """Read the standing pages, in their order."""
    folder = root / "content" / "pages"
    paths, problems = files(root, folder, ".md")
    gathered, pages = [*problems], []
    inside = is_inside(root, folder)
    for path in paths:
        values, prose, document, problems = _text_file(root, path, _PAGE, is_folder_inside=inside)
        gathered += problems
        if prose and document and "title" in values:
            pages.append(
                StandingPage(
                    path.stem,
                    text(values, "title"),
                    text(values, "summary"),
                    integer(values, "order", LAST),
                    prose,
                    Place(relative(root, path)),
                    document.source,
                )
            )
    return tuple(sorted(pages, key=lambda page: (page.order, page.id))), tuple(gathered)


def _topic(
    root: Path,
    folder: Path,
    name: str,
    above: tuple[_Identity, ...],
    known: Mapping[Path, ReadArticle],
) -> tuple[Topic | None, Problems]:
    """Read a column and what is below it; `above` are the folders on the way to it."""
    path = folder / COLUMN
    file = relative(root, path)
    here = _identity(folder)
    if here and here in above:
        return None, (Diagnostic("D521", Place(file), {"path": relative(root, folder)}),)
    if len(above) > DEPTH:
        return None, (Diagnostic("D111", Place(file), {"limit": DEPTH}),)
    if not path.exists() and not path.is_symlink():
        return None, (missing(file, _TITLE),)
    source, problems = read_text(root, path, YAML_BYTES)
    gathered = [*problems]
    document, problems = read_yaml(source) if source else (None, ())
    gathered += problems
    values: dict[str, Value] = {}
    own, formerly = name, tuple[str, ...]()
    if document:
        values, problems = read_fields(document, (), TOPIC if name else _ROOT)
        gathered += problems
        own, problems = read_id(document, values, name)
        gathered += problems
        formerly, problems = read_formerly(document, values)
        gathered += problems
    articles, problems = _articles(root, folder, known)
    gathered += problems
    below, problems = folders(root, folder)
    gathered += problems
    children = []
    for child in below:
        topic, problems = _topic(root, child, child.name, (*above, here), known)
        gathered += problems
        if topic:
            children.append(topic)
    topic = Topic(
        id=own,
        title=text(values, "title"),
        summary=text(values, "summary"),
        kind=text(values, "kind"),
        order=integer(values, "order", LAST),
        articles=articles,
        children=tuple(sorted(children, key=lambda child: (child.order, child.id))),
        place=Place(file),
        basis=text(values, "basis"),
        counts=text(values, "counts"),
        formerly=formerly,
        written=source,
    )
    return topic, tuple(gathered)


def _identity(folder: Path) -> _Identity:
    """Give what names a folder on the disk, by whatever link it is reached; not every disk tells."""
    try:
        info = folder.stat()
    except OSError:
        return None
    return (info.st_dev, info.st_ino) if info.st_ino else None


def _articles(
    root: Path, folder: Path, known: Mapping[Path, ReadArticle]
) -> tuple[tuple[Article, ...], Problems]:
    paths, problems = files(root, folder, ".md")
    gathered, articles = [*problems], []
    others = read_articles(root, [path for path in paths if path not in known])
    for path in paths:
        article, problems = known.get(path) or others[path]
        gathered += problems
        if article:
            articles.append(article)
    # What has an order comes first; then the latest; then by name.
    by_name = sorted(articles, key=lambda article: article.id)
    by_date = sorted(by_name, key=lambda article: article.published, reverse=True)
    return tuple(sorted(by_date, key=lambda article: article.order)), tuple(gathered)


def _article(root: Path, path: Path, *, is_folder_inside: bool) -> ReadArticle:
    values, prose, document, gathered = _text_file(root, path, ARTICLE, is_folder_inside=is_folder_inside)
    if not (prose and document and "title" in values):
        return None, gathered
    fields, problems = article_fields(document, values, path.stem)
    place = Place(relative(root, path))
    return Article(**fields, prose=prose, place=place, written=document.source), (*gathered, *problems)


def _text_file(
    root: Path, path: Path, shape: Shape, *, is_folder_inside: bool
) -> tuple[dict[str, Value], Prose | None, Document | None, Problems]:
    source, problems = read_text(root, path, MARKDOWN_BYTES, is_folder_inside=is_folder_inside)
    if not source:
        return {}, None, None, problems
    document, prose, more = read_front_matter(source)
    if not document:
        return {}, None, None, (*problems, *more)
    values, trouble = read_fields(document, (), shape)
    return values, prose, document, (*problems, *more, *trouble)
