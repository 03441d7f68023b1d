"""The forms that a site may use: those that come with the program, and its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from gongkai.diagnostics.diagnostic import Diagnostic, Place, Problems, Text
from gongkai.load.files import files, read_text, relative
from gongkai.load.forms import read_form
from gongkai.load.limits import YAML_BYTES
from gongkai.load.yaml_text import read_yaml
from gongkai.model.form import Form
from gongkai.model.source import Source

_SHIPPED = Path(__file__).parents[1] / "forms"


class KnownForms(Mapping[str, Form]):
    """Forms by id, the shipped ones each read when it is first asked for: most sites use one."""

    def __init__(self, own: Mapping[str, Form]) -> None:
        """Take the site's own."""
        self._own = own

    def __getitem__(self, name: str) -> Form:
        """Give a form by its id."""
        if name in self._own:
            return self._own[name]
        if name in _shipped_ids():
            return _shipped(name)
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        """Tell whether there is a form of that id."""
        return name in self._own or name in _shipped_ids()

    def __iter__(self) -> Iterator[str]:
        """Give the ids, the shipped ones first."""
        yield from _shipped_ids()
        yield from self._own

    def __len__(self) -> int:
        """Count the forms."""
        return len(_shipped_ids()) + len(self._own)


def shipped_forms() -> tuple[Form, ...]:
    """Give the editions that come with the program."""
    return tuple(map(_shipped, _shipped_ids()))


def read_forms(root: Path) -> tuple[KnownForms, tuple[Source, ...], frozenset[str], Problems]:
    """Give all forms, the site's own in `content/formats/` as written, and ids of those refused."""
    own: dict[str, Form] = {}
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
        if form and (form.id in own or form.id in _shipped_ids()):
            gathered.append(Diagnostic("D906", Place(relative(root, path)), {"form": form.id}))
        elif form and form.id != path.stem:
            detail = Text(f"文件名应为 {form.id}.yaml", f"the file should be named {form.id}.yaml")
            gathered.append(Diagnostic("D901", Place(relative(root, path)), {"detail": detail}))
        elif form:
            own[form.id] = form
            continue
        refused.add(form.id if form else path.stem)
    return KnownForms(own), tuple(written), frozenset(refused), tuple(gathered)


def form_of(source: Source) -> tuple[Form | None, Problems]:
    """Read a form's text."""
    document, problems = read_yaml(source)
    if not document:
        return None, problems
    form, more = read_form(document)
    return form, (*problems, *more)


@lru_cache
def _shipped_ids() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in _SHIPPED.iterdir() if path.suffix == ".yaml"))


@lru_cache
def _shipped(name: str) -> Form:
    """Read a shipped form; a mistake in one is a bug."""
    form, problems = form_of(Source(f"{name}.yaml", (_SHIPPED / f"{name}.yaml").read_text("utf-8")))
    if not form or form.id != name:
        raise AssertionError(name, problems)
    return form
