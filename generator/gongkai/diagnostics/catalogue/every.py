"""Every rule once: code, name, severity and sentences. Codes and names are permanent."""

from __future__ import annotations

from collections.abc import Mapping

from gongkai.diagnostics.catalogue import (
    addresses,
    archive,
    arithmetic,
    columns,
    copying,
    files,
    forms,
    links,
    narrative,
    organs,
    privacy,
    publication,
    sections,
    shape,
    structure,
    text,
    years,
)
from gongkai.diagnostics.catalogue.rule import Rule

RULES: tuple[Rule, ...] = (
    *files.RULES,
    *shape.RULES,
    *sections.RULES,
    *structure.RULES,
    *arithmetic.RULES,
    *years.RULES,
    *organs.RULES,
    *links.RULES,
    *publication.RULES,
    *columns.RULES,
    *addresses.RULES,
    *archive.RULES,
    *text.RULES,
    *narrative.RULES,
    *copying.RULES,
    *privacy.RULES,
    *forms.RULES,
)

BY_CODE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}
