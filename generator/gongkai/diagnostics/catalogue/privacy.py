"""D6xx: personal data and marks of secrecy."""

from gongkai.diagnostics.catalogue.rule import Rule

RULES: tuple[Rule, ...] = ()
