"""D5xx: dates of publication, archives, exceptions."""

from gongkai.diagnostics.catalogue.rule import Rule

RULES: tuple[Rule, ...] = ()
