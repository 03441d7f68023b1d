"""Finds reports that speak as another organ: by its name, or by a word for oneself that does not fit.

The words are checked only where the names in the register can tell that they do not fit; a county in an
autonomous region (自治区) says 我区 as well, and a city's office may say 我市 of the one above it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.model.pattern import any_of, pattern
from gongkai.model.records import Narrative, Organ, Prose, Report, Site
from gongkai.model.titles import strange_name

# What an organ calls itself, or the place it serves, and the words that its name or that of an organ
# above it then has in it.
FITTING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "乡": ("乡",),
        "镇": ("镇",),
        "街道": ("街道", "街办"),
        "局": ("局",),
        "委": ("委", "政府"),
        "厅": ("厅",),
        "办": ("办", "政府", "委", "街道"),
        "院": ("院",),
        "县": ("县",),
        "区": ("区", "旗", "盟", "自治", "新城", "园"),
    }
)
# Words that many names have and that say nothing of what an organ is.
_NO_MARKS = ("城乡", "城镇", "社区", "小区", "乡村")
# Such an organ mostly belongs to one that it may speak for, and the register need not say to which.
_SERVES_ANOTHER, _OF_THE_OTHER = "中心", frozenset("局委厅办")
_ABOVE_ALL = "政府"  # above almost every organ: it tells of the organ itself alone
_PLACES = frozenset("县区")  # the names must tell of some place before one of these can be wrong
_ANY_PLACE = ("县", "区", "市", "旗")
# What makes a longer word of it: 我区别…, 我办理…, 本乡镇, 本区域, 本院校.
_LONGER: Mapping[str, str] = MappingProxyType(
    {
        "乡": "镇土村亲里音愁",
        "镇": "静定压痛",
        "街道": "",
        "局": "限部面势外中",
        "委": "托派员任屈以实婉",
        "厅": "堂",
        "办": "理公事法好完结成不的案学到过",
        "院": "校系落子士线",
        "县": "",
        "区": "别域分间段块",
    }
)
_WORDS = "|".join(f"{word}(?![{_LONGER[word]}])" if _LONGER[word] else word for word in FITTING)
_SELF = pattern(rf"([我本])({_WORDS})")
_WHOLE_WORDS = {word[0]: word for word in FITTING}
# 自我, 基本, 文本 … end in the same characters; 本办… is mostly 本办法.
_BEFORE = {"我": "自忘唯小大", "本": "基根成版样资文课日原标脚剧书账读蓝副范底正"}
_REGION = pattern(r"自治区|地区|园区|开发区|高新区|新区|示范区|景区|广西|内蒙古|宁夏|新疆|西藏")
_QUOTED = pattern(r"“[^“”\n]{0,200}”|《[^《》\n]{0,120}》")

_NAME = r"([\u4e00-\u9fff]{4,30}?)"
# Each with what tells whether a text may have it.
_Slot = tuple[Callable[[str], bool], re.Pattern[str]]
_is_titled = any_of("政府信息公开年", "政府信息公开工作年")
_MAKERS: tuple[_Slot, ...] = (
    (
        _is_titled,
        pattern(rf"(?:公布|发布|编制|现将){_NAME}(?:\d{{4}}年度?)?政府信息公开(?:工作)?年度?报告"),
    ),
    (any_of("报告由"), pattern(rf"(?:本|年度)报告由{_NAME}(?:负责)?编制")),
)
_OPENING = r"[。；\n]\s{0,4}(?:\d{4}年(?:度|以来)?[，,]?)?(?=[%s])([\u4e00-\u9fff]{4})"
_AS_SUBJECT = pattern(
    rf"{_NAME}"
    r"(?=[，,]?(?:认真|严格|坚持|高度重视|深入|全面|共|围绕))"
)
_SHORTEST, _LONGEST = 4, 30
# A full name with its place, where it can only be that of the report's own organ.
_STRANGER = (
    r"(?P<name>(?![我本各全该])[\u4e00-\u9fff]{2,6}?[省市县区旗州盟乡镇][\u4e00-\u9fff]{1,22}?"
    r"(?:局|厅|委员会|管委会|人民政府|办公室|办事处))"
)
_SLOTS: tuple[_Slot, ...] = (
    (
        _is_titled,
        pattern(rf"现(?:公布|发布|将)[《“]?{_STRANGER}(?=(?:\d{{4}}年度?)?政府信息公开(?:工作)?年度?报告)"),
    ),
    (any_of("报告由"), pattern(rf"(?:本|年度)报告由{_STRANGER}(?=(?:负责)?编制)")),
    (
        any_of("编制本报告", "编制了本报告", "编制本年度报告", "编制了本年度报告"),
        pattern(rf"(?:^|[，。；,\n])\s{{0,4}}由?{_STRANGER}(?=(?:负责)?编制(?:了)?本(?:年度)?报告)"),
    ),
)


def check_selves(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Check every text of a report, and tell of each word and name once."""
    organ = site.organ_by_id.get(report.organ)
    if not organ or not report.narrative:
        return
    whole = report.narrative.whole
    fitting = _fitting((organ, *_above(organ, report.year, site)), report.year)
    if "区" not in fitting and ("我区" in whole or "本区" in whole) and _is_of_region(report.narrative):
        fitting |= {"区"}
    # What the whole text shows not to be there is not sought in its parts.
    has_words = not _said_of_self(whole) <= fitting
    if has_words and (former := strange_name(report, site)):
        fitting |= _fitting_names((former,), serves_another=False)
    has_reports = "报告" in whole
    makers = [maker for maker in _MAKERS if maker[0](whole)] if has_reports else []
    slots = [slot for slot in _SLOTS if slot[0](whole)] if has_reports else []
    told: set[str] = set()
    for prose in report.narrative.texts():
        if has_words:
            yield from _words(prose, organ.name_in(report.year), fitting, told)
        if len(site.organs) > 1:
            yield from _names(prose, report, site, makers, told)
        if slots:
            yield from _strangers(prose, report, site, slots, told)


def _above(organ: Organ, year: int, site: Site) -> tuple[Organ, ...]:
    found: dict[str, Organ] = {}
    while (parent := site.organ_by_id.get(organ.parent_in(year))) and parent.id not in found:
        found[parent.id] = parent
        organ = parent
    return tuple(found.values())


def _said_of_self(text: str) -> set[str]:
    """Give at least the words for oneself that a text has."""
    following = {part[:1] for own in _BEFORE for part in text.split(own)[1:]}
    return {_WHOLE_WORDS[char] for char in following & _WHOLE_WORDS.keys()}


def _words(prose: Prose, name: str, fitting: frozenset[str], told: set[str]) -> Iterator[Diagnostic]:
    text = prose.text
    quoted: list[tuple[int, int]] | None = None
    for found in _SELF.finditer(text):
        word, before = found[2], text[max(found.start() - 1, 0) : found.start()]
        if word in fitting or word in told or (before and before in _BEFORE[found[1]]) or found[0] == "本办":
            continue
        if quoted is None:
            quoted = [mark.span() for mark in _QUOTED.finditer(text)]
        if not any(first < found.start() < last for first, last in quoted):
            told.add(word)
            arguments = {"found": found[0], "organ": name}
            yield Diagnostic("D631", prose.place(*found.span()), arguments)


def _is_of_region(narrative: Narrative) -> bool:
    """Tell whether a text that says 我区 names a region which that can stand for."""
    texts = [prose.text for prose in narrative.texts()]
    return any("我区" in text or "本区" in text for text in texts) and any(map(_REGION.search, texts))


def _fitting(organs: tuple[Organ, ...], year: int) -> frozenset[str]:
    """Give the words that fit an organ or one above it, and those that cannot be judged."""
    names = tuple(f"{organ.name} {organ.name_in(year)} {organ.short_name}" for organ in organs)
    return _fitting_names(names, serves_another=organs[0].name.endswith(_SERVES_ANOTHER))


@lru_cache(4096)
def _fitting_names(names: tuple[str, ...], *, serves_another: bool) -> frozenset[str]:
    own, *others = map(_marked, names)
    joined = " ".join((own, *others)).replace(_ABOVE_ALL, "")
    fitting = {word for word, marks in FITTING.items() if any(m in joined or m in own for m in marks)}
    if not any(place in joined for place in _ANY_PLACE):
        fitting |= _PLACES
    if not others and serves_another:
        fitting |= _OF_THE_OTHER
    return frozenset(fitting)


def _marked(name: str) -> str:
    for word in _NO_MARKS:
        name = name.replace(word, "")
    return name


def _names(
    prose: Prose, report: Report, site: Site, makers: Sequence[_Slot], told: set[str]
) -> Iterator[Diagnostic]:
    """Find another organ's full name where the report's own belongs."""
    text, known = prose.text, site.organ_by_name
    stated = [(found, 1) for may_have, maker in makers if may_have(text) for found in maker.finditer(text)]
    # The text below a heading begins with a blank line, so that its first sentence is found too.
    starts = site.organ_name_starts
    openings = [found for found in _openings(starts).finditer(text) if found[1] in starts]
    sentences = (_AS_SUBJECT.match(text, found.start(1)) for found in openings)
    for found, last in (*stated, *((found, _LONGEST) for found in sentences if found)):
        # The name is the run of characters, or ends it: 现公布我县的云溪县水务局….
        names = [found[1][i:] for i in range(min(len(found[1]) - _SHORTEST + 1, _LONGEST // last))]
        name = next((name for name in names if name in known), "")
        other = known.get(name)
        if not other or other.id == report.organ or name in told:
            continue
        if last == _LONGEST and _is_near(other, report, site):
            continue
        told.add(name)
        arguments = {"found": name, "organ": site.organ_by_id[report.organ].name_in(report.year)}
        yield Diagnostic("D630", prose.place(found.end(1) - len(name), found.end(1)), arguments)


@lru_cache(8)
def _openings(starts: frozenset[str]) -> re.Pattern[str]:
    """Find sentences that may open with one of the names that start so."""
    firsts = "".join(sorted({start[:1] for start in starts}))
    return re.compile(_OPENING % re.escape(firsts or "\n"))


def _is_near(other: Organ, report: Report, site: Site) -> bool:
    """A report may well tell what an organ above or below did, and a government what all did."""
    own = site.organ_by_id[report.organ]
    if report.rollup or own.kind in {"government", "government_office"}:
        return True
    return other in _above(own, report.year, site) or own in _above(other, report.year, site)


def _strangers(
    prose: Prose, report: Report, site: Site, slots: Sequence[_Slot], told: set[str]
) -> Iterator[Diagnostic]:
    """Find the name of an organ that no register has where the report's own belongs."""
    own: list[str] = []
    text = prose.text
    for found in (found for may_have, slot in slots if may_have(text) for found in slot.finditer(text)):
        name = found["name"]
        organ = site.organ_by_id[report.organ]
        own = own or [*_all_names((organ, *_above(organ, report.year, site))), *_in_title(report, site)]
        is_own = any(_is_short_for(name, other) or _is_short_for(other, name) for other in own)
        if (
            is_own
            or name == organ.short_name
            or name in told
            or any(name.endswith(known) for known in site.organ_by_name)
        ):
            continue
        told.add(name)
        arguments = {"found": name, "organ": organ.name_in(report.year)}
        yield Diagnostic("D630", prose.place(*found.span("name")), arguments)


def _all_names(organs: tuple[Organ, ...]) -> Iterator[str]:
    for organ in organs:
        yield organ.name
        yield from (change.name for change in organ.lineage if change.name)


def _in_title(report: Report, site: Site) -> Iterator[str]:
    """Give the name in the title that the register has not: about that one something is said at the title."""
    former = strange_name(report, site)
    if former:
        yield former


def _is_short_for(short: str, name: str) -> bool:
    """Tell whether a name has all characters of another, in their order: 云溪县发改委."""
    left = iter(name)
    return all(char in left for char in short)
