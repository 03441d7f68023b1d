"""What would be too much is refused at once, with a message; nothing hangs and nothing crashes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from gongkai.load import yaml_data
from gongkai.load.files import read_text
from gongkai.load.limits import DEPTH, MARKDOWN_BYTES, YAML_BYTES
from gongkai.load.yaml_text import read_yaml
from gongkai.model.source import Source
from shown import located, problems_of
from toy import REPORT, YAML, replaced, write_files

LAUGHS = 'a: &a ["ha", "ha", "ha", "ha", "ha", "ha", "ha", "ha", "ha"]\n' + "".join(
    f"{name}: &{name} [{', '.join([f'*{above}'] * 9)}]\n"
    for above, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.fixture(autouse=True)
def at_once() -> Iterator[None]:
    started = time.perf_counter()
    yield
    assert time.perf_counter() - started < 5


@pytest.fixture(params=[yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "pure Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_data, "_Loader", request.param)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LAUGHS, "1:4 D109"),
        ("a: " + "[" * 100_000 + "]" * 100_000, "1:35 D111"),
        ("a: " + "[" * 100_000, "1:35 D111"),
        ("a: " + "{b: " * 100_000, "1:128 D111"),
        ("- " * 100_000, "1:65 D111"),
        ("".join("  " * i + "k:\n" for i in range(200)), "33:65 D111"),
    ],
    ids=["billion laughs", "brackets", "open brackets", "open braces", "dashes", "indentation"],
)
def test_refused(text: str, expected: str) -> None:
    document, problems = read_yaml(Source("a.yaml", text))
    assert document is None
    assert located(problems) == [expected]


def test_nesting_up_to_the_limit_is_read() -> None:
    document, problems = read_yaml(Source("a.yaml", "[" * DEPTH + "]" * DEPTH))
    assert problems == ()
    assert document


def test_a_file_of_100_mb_is_not_read(site: Path) -> None:
    with (site / YAML).open("wb") as file:
        file.truncate(100_000_000)
    assert problems_of(site) == ["report.yaml:1:1 D104"]


@pytest.mark.parametrize("limit", [YAML_BYTES, MARKDOWN_BYTES])
def test_a_file_may_be_as_long_as_its_limit_and_no_byte_longer(tmp_path: Path, limit: int) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"#" * limit)
    source, problems = read_text(tmp_path, file, limit)
    assert problems == ()
    assert source
    file.write_bytes(b"#" * (limit + 1))
    source, problems = read_text(tmp_path, file, limit)
    assert located(problems) == ["1:1 D104"]
    assert source is None


@pytest.mark.parametrize("figure", ["9" * 5000, f"-{'9' * 101}", f"1.{'0' * 100}"])
def test_a_figure_of_absurdly_many_digits_is_a_slip_and_no_bug(site: Path, figure: str) -> None:
    write_files(site, {YAML: replaced(REPORT, "[2, 1, 3]", f"[{figure}, 1, 3]")})
    assert problems_of(site) == ["report.yaml:7:11 D215 lamps/upper/white"]


def test_ten_thousand_slips_are_told_without_delay(site: Path) -> None:
    write_files(site, {YAML: "x: 1\n" * 10_000})
    assert problems_of(site).count("report.yaml:2:1 D108") == 1


def test_many_broken_brackets_are_searched_without_delay() -> None:
    text = "a: [1, 2],\n" * 20_000 + "b: [1\nc: ["
    assert located(read_yaml(Source("a.yaml", text))[1])[0].endswith(("D119", "D105"))


@pytest.mark.parametrize("name", ["content/pages/deep.md", "content/reports/north-light/1987/report.md"])
def test_markdown_nested_deeply_is_read(site: Path, name: str) -> None:
    head = "---\ntitle: 深\n---\n\n" if "pages" in name else "## 一、这一年的天气\n\n"
    tail = "" if "pages" in name else "\n\n## 四、守灯人的愿望\n\n无\n"
    for nested in ("> " * 500 + "深", "*" * 5000 + "深", "[" * 5000, "- " * 500 + "深"):
        write_files(site, {name: head + nested + tail})
        assert [line for line in problems_of(site) if "D5" in line or "D1" in line] == []
