"""Tells Chinese text by its script, so that a page or a feed in another language can say so."""

from __future__ import annotations

from gongkai.model.pattern import pattern

CHINESE = "zh-CN"
HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

_HAN = pattern(f"[{HAN}]")


def has_chinese(text: str) -> bool:
    """Tell whether any character of a text is Chinese."""
    return _HAN.search(text) is not None


def is_foreign(language: str) -> bool:
    """Tell whether Chinese is another language than this one."""
    return language.partition("-")[0].lower() != "zh"
