"""Which section of a form a heading stands for."""

from __future__ import annotations

import re
import unicodedata

from gongkai.model.form import Form, Section


def section_of(form: Form, heading: str) -> Section | None:
    """Find the section by its canonical heading or a known other wording."""
    for section in form.sections:
        if heading == section.heading:
            return section
    wanted = _folded(heading)
    for section in form.sections:
        if wanted in {_folded(text) for text in (section.heading, *section.aliases)}:
            return section
    return None


def _folded(text: str) -> str:
    """Spacing, half-width forms and the mark after the number do not make another heading."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"^([一二三四五六七八九十]+)[、.,，．]", r"\1、", plain)
