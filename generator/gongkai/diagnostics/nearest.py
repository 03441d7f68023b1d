"""Advice on a name that is not known: the nearest known one, or all of them where they are few."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.diagnostics.diagnostic import Text

_CLOSE_ENOUGH = 0.6
_FEW = 20
_MOST_SOUGHT = 20


def nearest(found: str, known: Sequence[str], told: int = 0) -> Text:
    """Advise on `found`, which is not among `known`.

    `told` are names of the same file that were advised on before: after the first 20, the nearest one is
    not looked for, which would take minutes for thousands.
    """
    close = closest(found, known) if told < _MOST_SOUGHT else ""
    if close:
        return Text(f"是否想写“{close}”？", f"Did you mean “{close}”?")
    if not known:
        return Text("删去它", "Remove it")
    listed = ", ".join(known[:_FEW]) + (" …" if len(known) > _FEW else "")
    return Text(f"这里可用：{listed}", f"Known here: {listed}")


def closest(found: str, known: Sequence[str]) -> str:
    """Give the known name that is most like another; empty where none is."""
    import difflib  # noqa: PLC0415 - no right name needs it, and it is slow to import

    return next(iter(difflib.get_close_matches(found, known, 1, _CLOSE_ENOUGH)), "")
