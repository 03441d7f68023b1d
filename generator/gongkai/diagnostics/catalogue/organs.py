"""D4xx: across organs: what a government's report adds up."""

from gongkai.diagnostics.catalogue.rule import Rule

RULES: tuple[Rule, ...] = ()
