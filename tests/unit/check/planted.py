"""Personal data to plant and places to plant it in; and ordinary numbers that are nobody's."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toy import FILES, MARKDOWN, YAML, replaced

ARTICLE = "content/columns/fog/october.md"
COLUMN = "content/columns/fog/column.yaml"
PAGE = "content/pages/guide.md"

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
AREAS = ("110101", "130402", "320583", "410803", "440305", "513401", "522301", "620102", "650102", "820000")
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


@dataclass(frozen=True)
class Planted:
    """A number as written, what stands before it, and the code that it is to be found with."""

    code: str
    text: str
    before: str = ""


def identity_card(chance: random.Random, last: str = "") -> str:
    """Give an identity card's number with a right check digit, ending as wanted."""
    while True:
        day = f"{chance.randint(1930, 2015)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}"
        body = f"{chance.choice(AREAS)}{day}{chance.randint(0, 999):03}"
        check = "10X98765432"[sum(int(d) * w for d, w in zip(body, WEIGHTS, strict=True)) % 11]
        if not last or check == last:
            return body + check


def bank_card(chance: random.Random, length: int, start: str = "62") -> str:
    """Give a card's number of a length, with a right Luhn digit."""
    body = start + "".join(str(chance.randint(0, 9)) for _ in range(length - len(start) - 1))
    total = 0
    for i, digit in enumerate(reversed(body)):
        value = int(digit) * (2 - i % 2)
        total += value - 9 if value > 9 else value
    return body + str(-total % 10)


def mobile(chance: random.Random) -> str:
    """Give a mobile number."""
    return f"1{chance.randint(3, 9)}{chance.randint(0, 999_999_999):09}"


def grouped(number: str, sizes: tuple[int, ...], separator: str) -> str:
    """Write a number in groups."""
    parts, at = [], 0
    for size in sizes:
        parts.append(number[at : at + size])
        at += size
    return separator.join(parts)


def planted(chance: random.Random) -> Iterator[Planted]:
    """Give every kind of personal number in every writing."""
    card = identity_card(chance)
    yield Planted("D640", identity_card(chance, last="X"))
    yield Planted("D640", identity_card(chance, last="X").lower())
    yield Planted("D640", card)
    yield Planted("D640", card.translate(FULL_WIDTH))
    for separator in (" ", "-", "\u00a0", "\u3000"):
        yield Planted("D640", grouped(card, (6, 8, 4), separator))
    yield Planted("D640", grouped(card, (6, 4, 4, 4), " "))
    yield Planted("D640", grouped(card, (4, 4, 4, 4, 2), " "))
    yield Planted("D640", "130402680131051", "身份证号")
    number = mobile(chance)
    yield Planted("D641", number)
    yield Planted("D641", number.translate(FULL_WIDTH))
    yield Planted("D641", grouped(number, (3, 4, 4), " "))
    yield Planted("D641", grouped(number, (3, 4, 4), "-"))
    yield Planted("D641", grouped(number, (3, 4, 4), "."))
    yield Planted("D641", grouped(number, (3, 4, 4), "\u2013"))
    yield Planted("D641", grouped(number, (1,) * 11, " "))
    yield Planted("D641", grouped(number, (3, 8), " ").translate(FULL_WIDTH))
    yield Planted("D641", number, "+86 ")
    yield Planted("D641", number, "(+86)")
    yield Planted("D641", f"86{number}", "+")
    yield Planted("D641", number, "手机")
    yield Planted("D642", number, "联系电话：")
    yield Planted("D642", grouped(number, (3, 4, 4), " "), "咨询热线 0391-3569000，")
    yield Planted("D643", bank_card(chance, 16))
    yield Planted("D643", bank_card(chance, 17))
    yield Planted("D643", bank_card(chance, 19))
    yield Planted("D643", grouped(bank_card(chance, 16), (4, 4, 4, 4), " "))
    yield Planted("D643", grouped(bank_card(chance, 19), (4, 4, 4, 4, 3), " "))
    yield Planted("D643", bank_card(chance, 19).translate(FULL_WIDTH))
    yield Planted("D643", bank_card(chance, 16, "4"), "银行卡号")


# Every place where a writer can type, as a change to the toy site; ☐ is where it goes.
PLACES: Mapping[str, tuple[str, str]] = {
    "text": (MARKDOWN, replaced(FILES[MARKDOWN], "雾多。", "雾多，☐。")),
    "heading": (MARKDOWN, replaced(FILES[MARKDOWN], "### 小愿望", "### ☐ 小愿望")),
    "alternative text": (MARKDOWN, replaced(FILES[MARKDOWN], "雾多。", "![☐](a.png)")),
    "link text": (MARKDOWN, replaced(FILES[MARKDOWN], "守灯须知", "须知☐")),
    "link title": (MARKDOWN, replaced(FILES[MARKDOWN], "guide.md", 'guide.md "☐"')),
    "link definition": (MARKDOWN, FILES[MARKDOWN] + '\n[灯]: ../../../pages/guide.md "☐"\n'),
    "list": (MARKDOWN, FILES[MARKDOWN] + "\n1. ☐\n"),
    "code": (MARKDOWN, FILES[MARKDOWN] + "\n`☐`\n"),
    "table": (MARKDOWN, FILES[MARKDOWN] + "\n| 名 | 号 |\n| --- | --- |\n| 灯 | ☐ |\n"),
    "hidden comment": (MARKDOWN, FILES[MARKDOWN] + "\n<!-- ☐ -->\n"),
    "title of an article": (ARTICLE, replaced(FILES[ARTICLE], "十月的雾", "十月的雾☐")),
    "comment of front matter": (ARTICLE, replaced(FILES[ARTICLE], "source: ", "# ☐\nsource: ")),
    "unknown key of front matter": (ARTICLE, replaced(FILES[ARTICLE], "source: ", "keeper: ☐\nsource: ")),
    "text of an article": (ARTICLE, FILES[ARTICLE] + "\n☐\n"),
    "summary of a page": (PAGE, replaced(FILES[PAGE], "何时点灯", "何时点灯 ☐")),
    "text of a page": (PAGE, FILES[PAGE] + "\n☐\n"),
    "source of a report": (
        YAML,
        replaced(REPORT_SOURCE := FILES[YAML], "\nlamps:", "source: 见 ☐\n\nlamps:"),
    ),
    "comment of a report": (YAML, replaced(REPORT_SOURCE, "[2, 1, 3]", "[2, 1, 3]  # ☐")),
    "key of a report": (YAML, replaced(REPORT_SOURCE, "\nlamps:", '"☐": x\n\nlamps:')),
    "description of the portal": (
        "content/site.yaml",
        replaced(FILES["content/site.yaml"], "群岛各灯塔的年报", "年报☐"),
    ),
    "name of an organ": (
        "content/organs.yaml",
        replaced(FILES["content/organs.yaml"], "群岛港}", "群岛港 ☐}"),
    ),
    "column": (COLUMN, replaced(FILES[COLUMN], "哪天有雾", "哪天有雾 ☐")),
    "form": ("content/formats/toy.yaml", FILES["content/formats/toy.yaml"] + "# ☐\n"),
}

# Names of files and folders, which hold digits, letters and hyphens only.
NAMES = (
    "content/columns/fog/{}.md",
    "content/columns/fog/fog-{}.md",
    "content/columns/keeper{}/column.yaml",
    "content/pages/{}.md",
    "content/pages/keeper-{}.pdf",
    "content/reports/north-light/1987/{}.png",
    "content/pages/守灯人{}.pdf",
)


def ordinary(chance: random.Random) -> str:
    """Give a sentence with a number that is nobody's."""

    def digits(count: int) -> str:
        return str(chance.randint(1, 9)) + "".join(str(chance.randint(0, 9)) for _ in range(count - 1))

    def invalid_card() -> str:
        number = identity_card(chance)
        wrong = (int(number[-1]) + 1) % 10 if number[-1] != "X" else 5
        return f"{number[:-1]}{wrong}"

    year, month, day = chance.randint(2008, 2025), chance.randint(1, 12), chance.randint(1, 28)
    eleven = mobile(chance)
    templates = (
        f"国办公开办函〔{year}〕{digits(chance.randint(1, 4))}号",
        f"全年公共预算收入{digits(chance.randint(5, 16))}元",
        f"收入{eleven}元，支出 {eleven}.50 元",
        f"总投资 {eleven} 万元，面积{eleven}平方米",
        f"金额：{eleven}",
        f"¥{eleven}",
        f"共 {int(digits(12)):,} 元",
        f"联系电话：0{digits(3)}-{digits(7)}",
        f"电话 010-{digits(8)}，传真 0391-{digits(7)}",
        f"服务热线 400-{digits(3)}-{digits(4)}，12345，96{digits(3)}",
        f"统一社会信用代码：{credit_code(chance)}",
        f"统一社会信用代码 {credit_code(chance, digits_only=True)}",
        credit_code(chance, digits_only=True),
        f"索引号：{credit_code(chance, digits_only=True)}/{year}-{digits(5)}",
        f"索引号 00{digits(7)}-{month:02}_A/{year}-{month:02}{day:02}{digits(3)}",
        f"网站标识码：41{digits(8)}",
        f"豫ICP备{digits(8)}号-1，豫公网安备 41{digits(12)}号",
        f"邮编 {digits(6)}，{year}-{month:02}-{day:02} 10:{month:02}",
        f"{year}年{month}月{day}日",
        f"https://www.example.gov.cn/{year}/{month:02}/t{year}{month:02}{day:02}_{digits(8)}.html",
        f"https://www.example.gov.cn/art/{digits(15)}.html?id={digits(chance.randint(6, 14))}",
        f"ISBN 978-7-{digits(4)}-{digits(4)}-{digits(1)}",
        f"书号 9787{digits(9)}",
        f"项目代码：{year}-{digits(6)}-48-01-{digits(6)}",
        f"订单号{digits(18)}",
        f"受理编号：{invalid_card()}",
        f"编号{eleven}",
        f"证书编号：{digits(chance.randint(11, 19))}",
        f"流水号 {year}{month:02}{day:02}{digits(chance.randint(6, 11))}",
        f"{invalid_card()}",
        f"{year}{month:02}{day:02}{digits(6)}",
        f"东经113.{digits(11)}度",
        f"点击量{eleven}次",
        f"版本 {digits(1)}.{digits(2)}.{digits(4)}，摘要 {chance.randbytes(16).hex()}a",
        f"{digits(2)}、{digits(3)}、{digits(4)}，合计 {digits(5)} 件",
        f"| {digits(3)} | {digits(4)} | {digits(4)} | {digits(5)} |",
        f"{year}-{month:02}-{day:02} 至 {year + 1}-{month:02}-{day:02}",
        f"IP 10.{digits(2)}.{digits(3)}.{digits(2)} 端口 8080",
    )
    return chance.choice(templates)


def credit_code(chance: random.Random, *, digits_only: bool = False) -> str:
    """Give a 统一社会信用代码 with a right check character."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    weights = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
    while True:
        rest = "".join(chance.choice("0123456789" if digits_only else alphabet) for _ in range(7))
        area = chance.choice(("410800", "110119", "500120"))
        body = f"{chance.choice(('11', '12', '52', '91'))}{area}00{rest}"
        total = sum(alphabet.index(char) * weight for char, weight in zip(body, weights, strict=True))
        check = alphabet[-total % 31]
        if not digits_only or check.isdecimal() or check == "X":
            return body + check
