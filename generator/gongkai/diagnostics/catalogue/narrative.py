"""D6xx: figures in the text against the tables."""

from gongkai.diagnostics.catalogue.rule import Rule

RULES: tuple[Rule, ...] = ()
