"""The grammar of figures: words that are of no form, and what each does to the figures beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

_YEARS = ("上年", "上年度", "上一年", "上一年度", "去年", "去年度", "往年")
LEVELS = "省市县区州旗盟镇乡街"
# Put in for characters that are taken out of sight, so that every other one stays where it was.
REFERENCE = "▢"  # what stands for a reference: a figure, but nothing to compare
BLANK = "\u2060"
SPACES = (
    "".join(map(chr, (*range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B))))
    + "\u2028\u2029\u202f\u205f\u3000"
)


def _joined(*parts: tuple[str, ...]) -> Iterator[str]:
    yield from ("".join(words) for words in product(*parts))


_NEVER = (
    *("提出", "提交", "收到", "接到", "接收到", "接收", "受理"),
    *("发生", "出现", "产生", "引发", "涉及", "收取"),
)
_KINDS: Mapping[str, tuple[str, ...]] = {
    # A difference or a share of change: not the figure itself.
    "compared": (
        *("同比", "环比", "相比", "增加", "减少", "增长", "下降", "上升", "回落", "增幅", "降幅"),
        *_joined(("较", "比", "与", "同", "和"), ("", BLANK * 3), _YEARS),
    ),
    # Of another year, or of a part of this one; or of this year after all.
    "then": (
        *("上半年", "下半年", "一季度", "二季度", "三季度", "四季度", "历年", "累计至今", *_YEARS),
        *_joined(("近", "过去"), ("两", "三", "几"), ("年",)),
    ),
    "now": ("本年", "本年度", "今年", "全年", "年内"),
    "summed": ("累计", "以来"),
    # Nought of something.
    "none": (
        *_joined(("", "均", "都", "全部", "尚"), ("未", "没", "没有"), _NEVER),
        *(
            "未被",
            "未有",
            "并无",
            "没有被",
            "未因",
            "没有因",
            "没有",
            "不存在",
            "无",
            "无涉及",
            "均无",
            "为零",
            "均为零",
            "为无",
            "均为无",
            "未",
            "未新",
        ),
    ),
    "all": ("均", "全部", "都"),
    "each": ("各",),
    "apart": ("分别",),
    "joint": ("、", "和", "及", "与", "或", "以及"),
    "among": ("其中", "包括", "含"),
    # Some of them only.
    "limit": (
        *("涉及", "有关", "来自", "主要", "协助", "督促", "指导", "转办", "交办", "抽查", "移送", "协办"),
        "分办",
    ),
    "narrows": ("关于", "针对"),
    # Whose figure it is.
    "narrow": (
        *("部门", "本级", "下属", "所属", "局属", "镇街", "乡镇", "街镇", "直单位", "各单位", "各街道"),
        *_joined(("各",), tuple("县区乡镇市科处股")),
    ),
    "body": ("局", "厅"),
    "office": ("办公室", "办公厅", "我办", "本办"),
    "wide": (*_joined(("全", "我", "本"), tuple(LEVELS + "局委校院系所站厅")), "本部门", "我部门"),
    "government": tuple(_joined(tuple("省市县区州旗镇乡"), ("政府", "人民政府"))),
    "open": ("(", "（"),
    "close": (")", "）"),
    "mark": (",", "，", ";", "；", ":", "："),
    "stop": ("。", "！", "？", "!", "?", "\n"),
}
KIND_BY_WORD: Mapping[str, str] = {word: kind for kind, words in _KINDS.items() for word in words}

_DIGITS = "0123456789"
_OWN = ("政府信息", "信息公开", "公开政府", "公开信息", "依申请", "行政")
# What may not come after a word, where it would be part of another; and what must come after one.
NOT_BEFORE: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("无", "为无"), tuple("法障偿关效误锡线纸疑正")),
    "为零": ("件",),
    "部门": ("动态", "职责", "职权", "形象", "文件", "信息", "预算", "决算", "工作", "职能"),
    **dict.fromkeys(("涉及", "有关", "关于"), _OWN),
    "针对": (*_OWN, *_joined(("我", "本"), (*"局委校院系所站厅办", *LEVELS, "机关", "单位", "部门"))),
    **dict.fromkeys(("局", "厅"), tuple("限部面长势")),
    **dict.fromkeys(
        _KINDS["government"],
        ("信息", "网", "门户", "公报", "令", "文件", "部门", "工作", "常务", "规章", "规范", "采购"),
    ),
}
ONLY_BEFORE: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("未", "未新"), ("制定", "制订", "制发", "出台", "印发")),
    "各": (*_joined(("", "为", "有"), tuple(_DIGITS)), *"一两"),
}
_PLACES = "省市县区州旗"
_SHORTEST = 2  # characters between a place and what kind of organ it is


# What a year without 年 may stand before.
BEHIND_A_YEAR = ("全年", "以来", "我", "本")


def is_body(before: str) -> bool:
    """Tell whether what stands before 局 or 厅 makes it an organ of a place."""
    for length, character in enumerate(reversed(before)):
        if length >= _SHORTEST and character in _PLACES:
            return True
        if not "\u4e00" <= character <= "\u9fff":
            return False
    return False
