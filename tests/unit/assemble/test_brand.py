"""The portal's colour: whatever it is, what the theme mixes of it can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portals import read, views_of

from gongkai.assemble.brand import brand_sheet
from gongkai.assemble.frame import Made
from gongkai.making import make_look
from gongkai.model.contrast import TINT, contrast, deep_enough, mixed, parsed, written
from gongkai.model.records import Brand

TOKENS = (Path(__file__).parents[3] / "themes/default/assets/site.css/10-tokens.css").read_text("utf-8")
# `color-mix(in srgb, var(--brand) 38%, #fff)`, with its token, in light and in dark.
MIX = r"--{token}: var\(--light, (?P<light>.+?)\) var\(--dark, (?P<dark>.+?)\);"
BRAND = re.compile(r"color-mix\(in srgb, var\(--brand\) (\d+)%, (#[0-9a-f]+)\)")
WHITE = (255, 255, 255)
colours = st.tuples(*[st.integers(0, 255)] * 3)


def long(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])


def value(words: str, brand: tuple[int, int, int]) -> tuple[int, int, int]:
    if words == "var(--brand)":
        return brand
    found = BRAND.fullmatch(words)
    return mixed(brand, parsed(long(found[2])), int(found[1]) / 100) if found else parsed(long(words))


def token(name: str, scheme: str, brand: tuple[int, int, int]) -> tuple[int, int, int]:
    """Give the last value that the theme's tokens set, outside of the mode for older readers."""
    plain = TOKENS[: TOKENS.index('[data-mode="elder"]')]
    return value(list(re.finditer(MIX.format(token=name), plain))[-1][scheme], brand)


@given(colours)
def test_what_the_theme_mixes_of_any_colour_can_be_read(colour: tuple[int, int, int]) -> None:
    brand = deep_enough(colour)
    for scheme in ("light", "dark"):
        assert contrast(WHITE, token("main", scheme, brand)) >= 4.5
    # In the dark, links have a lightness of their own, whatever the colour is.
    for paper in ("paper", "band", "tint"):
        assert contrast(token("link", "light", brand), token(paper, "light", brand)) >= 4.5, paper


def test_the_tint_is_the_lightest_that_the_theme_mixes_for_letters() -> None:
    assert f"--tint: var(--light, color-mix(in srgb, var(--brand) {TINT * 100:.0f}%, #fff))" in TOKENS


@given(colours)
def test_a_colour_that_is_deep_enough_stays_as_it_is(colour: tuple[int, int, int]) -> None:
    brand = deep_enough(colour)
    assert deep_enough(brand) == brand


@pytest.mark.parametrize("colour", ["#9b1c1c", "#17497f", "#000000"])
def test_a_deep_colour_is_taken_as_it_is(colour: str) -> None:
    assert written(deep_enough(parsed(colour))) == colour
    assert f"--brand: {colour};" in brand_sheet(colour).decode()


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), WHITE) == pytest.approx(21)
    assert contrast((0x77, 0x77, 0x77), WHITE) == pytest.approx(4.48, abs=0.01)
    assert contrast(WHITE, WHITE) == 1


def test_sheet_and_sign_are_assets_that_every_page_names(site: Path) -> None:
    (site / "content/brand").mkdir()
    (site / "content/brand/mark.svg").write_bytes(b"<svg/>")
    toy = read(site)
    branded = toy.portal._replace(brand=Brand("#9b1c1c", "content/brand/mark.svg"))
    look, problems = make_look(site, toy.__class__(**{**vars(toy), "portal": branded}))
    assert problems == ()
    assert re.fullmatch(r"assets/brand\.[0-9a-f]{8}\.css", look.sheet)
    assert re.fullmatch(r"assets/mark\.[0-9a-f]{8}\.svg", look.mark)
    assert look.files[look.mark] == b"<svg/>"
    chrome = views_of(toy, made=Made(brand=look.sheet, mark=look.mark))["articles/october.html"].chrome
    assert (chrome.brand, chrome.mark) == (f"../{look.sheet}", f"../{look.mark}")
    assert views_of(toy)["index.html"].chrome.brand == ""
