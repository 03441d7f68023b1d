"""How many problems there are, in a line: all that is said of a site without any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from gongkai.diagnostics.catalogue import severity
from gongkai.diagnostics.diagnostic import Diagnostic, Language, Severity, Text

SEVERITY_WORDS = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFO: Text("提示", "note"),
}


def count_line(problems: Iterable[Diagnostic], language: Language) -> str:
    """Say how many problems of each kind there are."""
    counts = Counter(map(severity, problems))
    kinds = [Severity.ERROR, Severity.WARNING, *([Severity.INFO] if counts[Severity.INFO] else [])]
    if language == "zh-CN":
        return "，".join(f"{counts[kind]} 个{SEVERITY_WORDS[kind].zh}" for kind in kinds)
    return ", ".join(
        f"{counts[kind]} {SEVERITY_WORDS[kind].en}{'' if counts[kind] == 1 else 's'}" for kind in kinds
    )
