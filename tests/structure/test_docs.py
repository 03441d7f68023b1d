"""The documents agree with the program: every rule is listed, every link leads somewhere."""

from __future__ import annotations

import re
import unicodedata
from importlib import import_module
from itertools import groupby
from pathlib import Path

import pytest
from package import PACKAGE, REPOSITORY, THEME, modules

from gongkai.diagnostics.catalogue import Rule
from gongkai.diagnostics.catalogue.every import RULES
from gongkai.diagnostics.diagnostic import Language, Severity
from gongkai.load.form_identities import IDENTITY
from gongkai.load.form_wants import WANT
from gongkai.load.shapes import SHAPES
from gongkai.model.shape import Shape

READMES = ("README.md", "README.zh-CN.md")
DOCUMENTS = sorted(path.relative_to(REPOSITORY).as_posix() for path in REPOSITORY.glob("docs/*.md"))
EVERY = (*READMES, "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", *DOCUMENTS)
ENGLISH = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
CHINESE = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
LISTS: tuple[tuple[str, Language, str, dict[Severity, str]], ...] = (
    ("docs/checks.md", "en", "yes", ENGLISH),
    ("docs/checks.zh-CN.md", "zh-CN", "是", CHINESE),
)
LINK = re.compile(r"\]\((?!https?://)([^)#\s]*)(?:#([^)\s]+))?\)")
FILE = re.compile(r"`((?:[a-z_]+/)+[a-z0-9_.-]+\.(?:py|yaml|md|html))`")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
# What is shown as typed: blocks and words in code.
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
FAMILY = re.compile(r"^\| .+ \| (D\d{3})–(D\d{3}) \| (\d+) \|$", re.MULTILINE)
IN_CATALOGUE = "gongkai.diagnostics.catalogue."


def text_of(document: str) -> str:
    return (REPOSITORY / document).read_text("utf-8")


def anchors(document: Path) -> set[str]:
    """Give what a code host makes of the headings: lower case, without marks, hyphens for spaces."""
    headings = HEADING.findall(FENCED.sub("", document.read_text("utf-8")))
    kept = (
        "".join(c for c in h.lower() if c in " -_" or unicodedata.category(c)[0] in "LN") for h in headings
    )
    return {heading.replace(" ", "-") for heading in kept}


@pytest.mark.parametrize(("document", "language", "yes", "severities"), LISTS)
def test_every_rule_is_listed(
    document: str, language: Language, yes: str, severities: dict[Severity, str]
) -> None:
    listed = [line for line in text_of(document).splitlines() if re.match(r"\| D\d{3} \| [a-z]", line)]
    assert listed == [
        f"| {rule.code} | {rule.name} | {rule.title.of(language)} | {severities[rule.severity]} | "
        f"{yes if rule.acceptable else ''} |"
        for rule in _by_file()
    ]


@pytest.mark.parametrize("document", READMES)
def test_readme_counts_the_rules_of_each_family(document: str) -> None:
    told = [(first, last, int(count)) for first, last, count in FAMILY.findall(text_of(document))]
    families = [list(rules) for _, rules in groupby(_by_file(), _file_of)]
    assert told == [(rules[0].code, rules[-1].code, len(rules)) for rules in families]


@pytest.mark.parametrize("document", EVERY)
def test_links_lead_somewhere(document: str) -> None:
    at = REPOSITORY / document
    for target, fragment in LINK.findall(CODE.sub("", FENCED.sub("", text_of(document)))):
        found = at.parent / target if target else at
        assert found.exists(), target
        assert not fragment or fragment in anchors(found), f"{target}#{fragment}"


@pytest.mark.parametrize("document", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_files_that_are_named_are_there(document: str) -> None:
    roots = (REPOSITORY, PACKAGE, REPOSITORY / "tests", THEME)
    named = FILE.findall(text_of(document))
    assert named
    assert [name for name in named if not any((root / name).exists() for root in roots)] == []


@pytest.mark.parametrize("document", [name for name in DOCUMENTS if name != "docs/theme.md"])
def test_documents_for_users_are_in_both_languages(document: str) -> None:
    other = (
        document.replace(".zh-CN.md", ".md") if ".zh-CN" in document else document.replace(".md", ".zh-CN.md")
    )
    assert other in DOCUMENTS
    assert text_of(document).count("\n#") == text_of(other).count("\n#")


@pytest.mark.parametrize("suffix", ["", ".zh-CN"])
@pytest.mark.parametrize("kind", ["site", "organs", "report", "column", "form"])
def test_every_key_of_a_file_is_told(kind: str, suffix: str) -> None:
    document = text_of(f"docs/{'forms' if kind == 'form' else 'reports'}{suffix}.md")
    assert [
        key for key in _keys(SHAPES[kind]) if f"`{key}`" not in document and f"{key}:" not in document
    ] == []


@pytest.mark.parametrize("suffix", ["", ".zh-CN"])
def test_every_rule_that_a_form_can_name_is_told(suffix: str) -> None:
    document = text_of(f"docs/forms{suffix}.md")
    by_name = {rule.name: rule.code for rule in RULES}
    for name in (*IDENTITY["rule"].choices, *WANT["rule"].choices):
        assert f"| `{name}` | {by_name[name]} |" in document


def _by_file() -> list[Rule]:
    return sorted(RULES, key=lambda rule: rule.code)


def _file_of(rule: Rule) -> str:
    return next(
        name
        for name in sorted(modules())
        if name.startswith(IN_CATALOGUE)
        and name != f"{IN_CATALOGUE}every"
        and rule in getattr(import_module(name), "RULES", ())
    )


def _keys(shape: Shape, seen: tuple[int, ...] = ()) -> set[str]:
    found: set[str] = set()
    for key, field in shape.items():
        found.add(key)
        for below in (field.of, field.each):
            if below and id(below) not in seen:
                found |= _keys(below, (*seen, id(shape), id(below)))
    return found
