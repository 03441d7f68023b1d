"""Marks of the input method that stand where YAML has one of the keyboard."""

from __future__ import annotations

from collections.abc import Mapping

COMMAS = "，、；"
OPENING, CLOSING = "［【〔（", "］】〕）"

# What each of them stands for in a row of figures.
YAML_MARKS: Mapping[str, str] = {
    **dict.fromkeys(COMMAS, ","),
    "：": ":",
    **dict.fromkeys(OPENING, "["),
    **dict.fromkeys(CLOSING, "]"),
}
