"""D6xx: text that belongs to another organ or year."""

from gongkai.diagnostics.catalogue.rule import Rule

RULES: tuple[Rule, ...] = ()
