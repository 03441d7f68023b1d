"""Personal data that hides behind a slip: of the number itself, or of the file that it stands in."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from planted import FULL_WIDTH, PAGE, grouped, identity_card

from gongkai.check.privacy import check_privacy, look_through
from gongkai.diagnostics.catalogue import sentence
from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.load.site import read_site
from gongkai.model.source import Source
from gongkai.pipeline import check
from toy import FILES, MARKDOWN, REPORT, YAML, replaced, write_site


def found(text: str) -> list[Diagnostic]:
    return list(look_through([Source(PAGE, text)]))


def codes(text: str) -> list[str]:
    return [problem.code for problem in found(text)]


def _wrong_check(card: str) -> str:
    return card[:-1] + ("5" if card[-1] == "X" else str((int(card[-1]) + 1) % 10))


# One slip of the keyboard each.
SLIPS: dict[str, Callable[[str], str]] = {
    "check digit": _wrong_check,
    "X for a digit at the end": lambda card: f"{card[:-1]}X",
    "two digits exchanged": lambda card: card[:14] + card[15] + card[14] + card[16:],
    "O for the zero of the month": lambda card: f"{card[:10]}O{card[11:]}",
    "o for a zero of the area": lambda card: card[:6].replace("0", "o") + card[6:],
    "l for a one": lambda card: card[:6] + card[6:].replace("1", "l", 1),
    "a digit too few": lambda card: card[:15] + card[16:],
    "a digit too many": lambda card: f"{card[:4]}0{card[4:]}",
    "l for the one at the beginning": lambda card: f"l{card[1:]}",
    "I for a one": lambda card: card[:6] + card[6:].replace("1", "I", 1),
    "full-width": lambda card: _wrong_check(card).translate(FULL_WIDTH),
    "groups": lambda card: grouped(_wrong_check(card), (6, 8, 4), " "),
    "hyphens": lambda card: grouped(_wrong_check(card), (6, 4, 4, 4), "-"),
}
CARD = "130402198001011234"


@pytest.mark.parametrize(
    "words", ["身份证号", "身份证号码：", "公民身份号码为", "身份证：", "（身份证号 ", "身份证号码**是**"]
)
@pytest.mark.parametrize("slip", SLIPS)
def test_a_mistyped_number_is_found_where_the_words_before_it_say_what_it_is(words: str, slip: str) -> None:
    text = f"王某，{words}☐，已答复。"
    written = SLIPS[slip](identity_card(random.Random(3), last="4"))
    problems = found(text.replace("☐", written))
    shown = [(problem.code, problem.place.span.column) for problem in problems]
    assert shown == [("D640", text.index("☐") + 1)]
    assert problems[0].place.span.end_column == text.index("☐") + 1 + len(written)
    assert "前面写明" in sentence(problems[0], "zh-CN")


@pytest.mark.parametrize("seed", range(20))
def test_a_right_number_is_told_once_and_said_to_be_right(seed: int) -> None:
    problems = found(f"身份证号：{identity_card(random.Random(seed))}。")
    assert [problem.code for problem in problems] == ["D640"]
    assert "校验码都对得上" in sentence(problems[0], "zh-CN")


@pytest.mark.parametrize(
    "text",
    [
        f"| 姓名 | 身份证号 |\n| --- | --- |\n| 王某 | {CARD} |",
        f"{CARD}（身份证号）",
        f"持本人身份证原件办理，王某 {CARD}",
    ],
)
def test_near_the_words_a_number_with_a_wrong_check_digit_is_asked_about(text: str) -> None:
    assert codes(text) == ["D647"]


@pytest.mark.parametrize(
    "text",
    [
        f"统计编号 {CARD}",
        f"凭身份证办理，受理号：{CARD}",
        "身份证号：130402********1234",
        "身份证号 1304021980XXXX1234",
        "身份证号码应为18位",
        "身份证号：000000000000000000",
        "身份证号（如 123456789012345678）",
        "身份证办理量 20231231",
        "办理身份证 1234567 件",
        "身份证号 12345678901",
        "身份证号、统一社会信用代码：91130402MA0123456X",
        # Hidden in part, however it is hidden.
        r"王某（身份证号：13040219800101\*\*\*\*）",
        r"身份证号：13040219800101123\*",
        r"身份证号：1304021980010112\*\*",
        "身份证号：130402-19800101-****",
        *(
            f"身份证号：13040219800101{mask}"
            for mask in (
                *("□□□□", "●●●●", "○○○○", "■■■■", "____", "……", "##34", "？？？？", "(后四位略)"),
                *("[略]", "某某", " XXXX", "﹡﹡﹡﹡"),
            )
        ),
        *(
            f"身份证号：13040219800101123{mask}"
            for mask in ("□", "●", "_", "…", "#", "？", "（末位略）", " ﹡")
        ),
        # Of another length.
        "身份证号：13040219800101",
        "身份证号：130402198001011",
        "身份证号：1304021980010112",
        "身份证号：13040219800101123456",
        # Neither area nor day of birth, or only one of them.
        "身份证号：930402198001011234",
        "身份证号：130402198013011234",
        "身份证号：130402230001011234",
        # Counts.
        "全年办理居民身份证 13111 12222 13333 件",
        "新生儿办理身份证 1301 1302 1303 1304 件",
        "身份证 110101 2023 2022 2021",
        "身份证：110 120 2021 2022 2023 件",
        "身份证：110101 1990 0101 1234 件",
        "身份证（11 2023 20230101 件）",
        # Numbers of things.
        "农产品身份编号 1304022023010101",
        "农产品身份编号：130402202301010001",
        "不动产身份编号130402001001000001",
        "工程身份编号: 130402202301010001",
        "统一身份编号：130402202301010001",
        "法人身份号：130402202301010001",
        # Nobody's.
        "身份证号：123456789123456789",
        "身份证号：112233445566778899",
        "身份证号：111111222222333333",
    ],
)
def test_other_numbers_near_the_words_are_nobodys(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "身份证号：123456199001011234",
        f"身份证号（{CARD}，仅为示例）",
        f"身份证号：{CARD}（样例）",
        f"示例：身份证号：{CARD}",
        f"农产品身份证号：{CARD}",
        f"身份证 {CARD}",
        "身份证号：130402 19800101 1234 5678",
    ],
)
def test_a_number_that_may_be_nobodys_is_no_error(text: str) -> None:
    assert codes(text) == ["D647"]


@pytest.mark.parametrize("mark", ["**", "*", "__", "`"])
def test_an_emphasis_hides_nothing(mark: str) -> None:
    assert codes(f"身份证号：{mark}{CARD}{mark}，已答复") == ["D640"]


@pytest.mark.parametrize("number", ["l10101199001011234", "I10101199001011234"])
def test_a_letter_for_the_first_digit_is_read(number: str) -> None:
    assert codes(f"身份证号：{number}") == ["D640"]


def test_a_number_and_a_mobile_behind_it_are_told_each() -> None:
    assert sorted(codes(f"王某，身份证号 {CARD} 13800138000")) == ["D640", "D641"]


BROKEN = {
    "tab": replaced(REPORT, "  upper: [2", "\tupper: [2"),
    "bracket": replaced(REPORT, "[4, 0, 4]", "[4, 0, 4"),
    "quote": replaced(REPORT, "year: 1987", 'year: "1987'),
    "form": replaced(REPORT, "format: toy", "format: boy"),
    "anchor": replaced(REPORT, "organ: north-light", "organ: &a north-light"),
}


@pytest.mark.parametrize("slip", BROKEN)
def test_what_must_not_go_public_is_found_in_a_report_that_cannot_be_read(tmp_path: Path, slip: str) -> None:
    text = FILES[MARKDOWN] + "\n【内部资料】\n"
    files = {YAML: f"{BROKEN[slip]}# 王某 13800138000，机密★1年\n", MARKDOWN: text}
    site, problems = read_site(write_site(tmp_path, files))
    assert site
    assert problems
    assert {(p.code, p.place.file) for p in check_privacy(site)} == {
        ("D641", YAML),
        ("D650", YAML),
        ("D651", MARKDOWN),
    }


@pytest.mark.parametrize(
    ("file", "broken"),
    [
        ("content/organs.yaml", "organs: [\n# 13800138000\n"),
        ("content/site.yaml", "name: [\n# 13800138000\n"),
        ("content/formats/toy.yaml", "id: [\n# 13800138000\n"),
        (PAGE, "---\ntitle: [\n---\n\n灯 13800138000\n"),
        (PAGE, "没有开头 13800138000\n"),
        ("content/columns/fog/column.yaml", "title: [\n# 13800138000\n"),
        ("content/columns/fog/october.md", "---\ntitle: [\n---\n\n灯 13800138000\n"),
    ],
)
def test_a_mobile_is_found_in_any_file_that_cannot_be_read(tmp_path: Path, file: str, broken: str) -> None:
    problems = check(write_site(tmp_path, {file: broken})).problems
    assert [p.place.file for p in problems if p.code == "D641"] == [file]
    assert len(problems) > 1


def test_a_figure_of_eleven_digits_in_a_broken_report_is_no_mobile(tmp_path: Path) -> None:
    broken = replaced(REPORT, "[4, 0, 4]", "[13800138000, 0, 13800138000").replace(
        "year: 1987", 'year: "1987'
    )
    site, _ = read_site(write_site(tmp_path, {YAML: broken}))
    assert site
    assert list(check_privacy(site)) == []


def test_a_right_site_is_not_read_twice(tmp_path: Path) -> None:
    site, _ = read_site(write_site(tmp_path))
    assert site
    assert site.unparsed == ()
    files = [source.file for source in site.sources()]
    assert len(files) == len(set(files))


def test_no_file_is_looked_through_twice(tmp_path: Path) -> None:
    site, _ = read_site(write_site(tmp_path, {YAML: replaced(REPORT, "[4, 0, 4]", "[4, 0, 4")}))
    assert site
    files = [source.file for source in site.sources()]
    assert len(files) == len(set(files))
    assert {YAML, MARKDOWN} <= set(files)
