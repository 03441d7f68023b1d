from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from planted import NAMES, PLACES, Planted, bank_card, identity_card, mobile, ordinary, planted

from gongkai.check.identity_numbers import is_organ_too
from gongkai.check.long_numbers import long_numbers
from gongkai.check.number_runs import has_run
from gongkai.check.privacy import check_privacy
from gongkai.check.written_page import Page
from gongkai.diagnostics.catalogue import rule, sentence, severity
from gongkai.diagnostics.diagnostic import Diagnostic, Severity
from gongkai.load.site import read_site
from gongkai.model.source import Source
from toy import MARKDOWN, NARRATIVE, REPORT, YAML, replaced, write_files, write_site

KINDS = tuple(planted(random.Random(20)))
ERRORS = {"D640", "D641", "D643", "D650"}


def found(root: Path) -> list[Diagnostic]:
    site, _ = read_site(root)
    assert site
    return list(check_privacy(site))


def codes(text: str, file: str = "content/pages/guide.md") -> list[str]:
    return [code for code, _ in long_numbers(Page(Source(file, text)))]


@pytest.mark.parametrize("place", PLACES)
def test_a_personal_number_is_found_wherever_it_is_typed_and_named_at_its_first_digit(
    tmp_path: Path, place: str
) -> None:
    file, text = PLACES[place]
    root = write_site(tmp_path)
    # Every second kind in each place, and each kind in half of the places.
    for kind in KINDS[list(PLACES).index(place) % 2 :: 2]:
        written = text.replace("☐", f"{kind.before}{kind.text}")
        at = written.index(kind.text, written.index(f"{kind.before}{kind.text}") + len(kind.before))
        line, column = written.count("\n", 0, at) + 1, at - written.rfind("\n", 0, at)
        problems = found(write_files(root, {file: written}))
        shown = [(p.code, p.place.file, p.place.span.line, p.place.span.column) for p in problems]
        assert shown == [(kind.code, file, line, column)], kind
        assert problems[0].place.span.end_column == column + len(kind.text)


@pytest.mark.parametrize("name", NAMES)
def test_a_personal_number_in_a_name_is_found_whether_or_not_the_file_is_used(
    tmp_path: Path, name: str
) -> None:
    chance = random.Random(21)
    for code, number in (
        ("D640", identity_card(chance, last="1")),
        ("D641", mobile(chance)),
        ("D643", bank_card(chance, 19)),
    ):
        file = name.format(number)
        content = "title: 守灯人\n" if file.endswith(".yaml") else "---\ntitle: 守灯人\n---\n\n灯。\n"
        problems = found(write_site(tmp_path / number, {file: content}))
        assert [p.code for p in problems] == [code]
        assert problems[0].place.file.startswith(file.rpartition("/")[0][:20])


def test_an_attachment_that_a_text_links_to_is_named_at_the_link(tmp_path: Path) -> None:
    text = NARRATIVE + "\n![灯](fog-13800138000.png)\n"
    image = MARKDOWN.replace("report.md", "fog-13800138000.png")
    problems = found(write_site(tmp_path, {MARKDOWN: text, image: b"\x89PNG"}))
    assert [(p.code, p.place.file) for p in problems] == [("D641", MARKDOWN)]


def test_the_message_does_not_repeat_the_number(tmp_path: Path) -> None:
    (problem,) = found(write_site(tmp_path, {MARKDOWN: NARRATIVE + "\n灯亮 13800138000\n"}))
    assert "13800138000" not in sentence(problem, "zh-CN")
    assert "138…00" in sentence(problem, "zh-CN")


def test_five_hundred_ordinary_numbers_are_nobodys() -> None:
    chance = random.Random(22)
    sentences = [ordinary(chance) for _ in range(2000)]
    assert len(set(sentences)) > 500
    for line in sentences:
        assert not ERRORS & set(codes(line)), line


def test_few_ordinary_numbers_are_asked_about() -> None:
    chance = random.Random(23)
    sentences = [ordinary(chance) for _ in range(2000)]
    asked = [line for line in sentences if codes(line)]
    assert len(asked) < len(sentences) / 100, asked


def test_figures_of_a_table_are_no_telephone_numbers(tmp_path: Path) -> None:
    data = replaced(REPORT, "upper: [2, 1, 3]", "upper: [13800138000, 1, 13800138001]  # 13900139000")
    assert [(p.code, p.place.span.column) for p in found(write_site(tmp_path, {YAML: data}))] == [
        ("D641", 43)
    ]


def test_figures_of_a_markdown_table_are_told_by_its_head() -> None:
    assert codes("| 科目 | 决算数（元） |\n| --- | --- |\n| 税收 | 15823456789 |") == []
    assert codes("| 科室 | 联系电话 |\n| --- | --- |\n| 灯油科 | 15823456789 |") == ["D642"]
    assert codes("| 姓名 | 手机 |\n| --- | --- |\n| 王某 | 15823456789 |") == ["D641"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("申请人王某，电话13800138000", ["D641"]),
        ("申请人可拨打咨询电话13800138000", ["D642"]),
        ("13800138000 13900139000", ["D641", "D641"]),
        ("13800138000/13900139000、137 0013 7000", ["D641", "D641", "D641"]),
        ("0391-3569000 13800138000", ["D641"]),
        ("138_0013_8000", ["D641"]),
        ("发布1380013 8000", []),
        ("138001 38000", []),
        ("138 00138000", ["D641"]),
        ("云财〔2023〕13812345678号，第13812345678号", []),
        ("请拨打13800138000", ["D642"]),
        ("+8613800138000", ["D641"]),
        ("8613800138000", ["D647"]),
        ("5555 5555 5555 4444，卡号", ["D643"]),
        ("邮编454000 13800138000", ["D642"]),
        ("1. 13800138000", ["D641"]),
        ("1.13800138000", ["D641"]),
        ("tel:13800138000", ["D641"]),
        ("https://example.cn/a?phone=13800138000", ["D641"]),
        ("https://example.cn/a/13800138000.html", ["D647"]),
        ("2023-13800138000", ["D647"]),
        ("130402680131051", ["D647"]),
        ("4111111111111111", ["D647"]),
        ("4111 1111 1111 1112", []),
        ("138001380001", []),
        ("12800138000", []),
        ("138-0013-80001", []),
        ("11010119000230851X", []),
        ("110101199003078516", []),
        ("a3f0b1c2-0000-4000-8000-a13800138000", []),
        ("0x13800138000abcdef0123456789abcdef", []),
    ],
)
def test_what_stands_around_a_number_decides(line: str, wanted: list[str]) -> None:
    assert codes(line) == wanted


def test_the_contact_of_the_portal_is_where_an_office_may_give_a_mobile() -> None:
    text = "name: 灯\ncontact:\n  - label: 灯塔\n    text: 13800138000\nnotice: 13900139000\n"
    assert codes(text, "content/site.yaml") == ["D642", "D641"]


@given(st.text(alphabet="0123456789０１９Xx -–.，、灯a\n\u00a0\u3000", max_size=60))
def test_the_quick_look_overlooks_nothing(text: str) -> None:
    if any(True for _ in long_numbers(Page(Source("a.md", text)))):
        assert has_run(text)


@given(st.integers(0, 10**9), st.sampled_from(["", "灯", "：", "，", "(", "《", "\n", "号"]))
def test_any_identity_card_is_found_once_between_any_neighbours(seed: int, beside: str) -> None:
    number = identity_card(random.Random(seed))
    assume(not is_organ_too(number))  # one that is an organ's code as well is asked about
    page = Page(Source("a.md", f"{beside}{number}{beside}"))
    assert [(code, n.digits, n.start) for code, n in long_numbers(page)] == [("D640", number, len(beside))]


@given(
    st.from_regex(r"[0-9]{12,40}", fullmatch=True).filter(
        lambda digits: len(digits) not in (15, *range(16, 20))
    )
)
def test_no_number_is_found_inside_a_longer_one(digits: str) -> None:
    assert not ERRORS & set(codes(digits))


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 50_000,
        "1" * 100_000,
        "13800138000 " * 8_000,
        "https://" * 12_000 + "13800138000",
        "申请人" * 33_000,
        "密级：" * 33_000,
        "12单元" * 25_000,
        "a@" * 50_000,
        "1-" * 50_000,
        "| 1 " * 25_000,
        "【" * 50_000 + "密",
        "机密" * 50_000,
    ],
    ids=lambda text: text[:6],
)
def test_long_lines_are_looked_through_in_time(tmp_path: Path, text: str) -> None:
    site, _ = read_site(write_site(tmp_path, {MARKDOWN: NARRATIVE + text}))
    assert site
    started = time.perf_counter()
    list(check_privacy(site))
    assert time.perf_counter() - started < 5


def test_rules_that_nobody_is_excused_from_stop_a_build() -> None:
    for code in sorted(ERRORS):
        assert rule(code).severity is Severity.ERROR
        assert not rule(code).acceptable
    assert severity(Diagnostic("D642", Page(Source("a", "")).place(0, 0))) is Severity.WARNING


def test_kinds_times_places_are_over_three_hundred() -> None:
    assert len(KINDS) // 2 * len(PLACES) > 300
    assert all(isinstance(kind, Planted) for kind in KINDS)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("办公室值班热线全年开通。申请人王某，手机13812345678。本年共答复9件。", "D641"),
        ("办公室值班热线13812345678全年开通。申请人可以来电咨询。", "D642"),
        ("联系电话：0000-1234567。拨打13812345678也可。", "D642"),
    ],
)
def test_a_mobile_of_a_party_is_no_contact_whatever_else_its_paragraph_speaks_of(
    text: str, code: str
) -> None:
    assert [found for found, _ in long_numbers(Page(Source("a.md", text)))] == [code]
