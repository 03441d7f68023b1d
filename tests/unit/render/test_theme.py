from __future__ import annotations

from pathlib import Path

import pytest
import sample_views

from gongkai.render.assets import publish
from gongkai.render.environment import make_environment
from gongkai.render.fault import ThemeError
from gongkai.render.page import render
from gongkai.render.theme import Theme, open_theme


def own(root: Path, files: dict[str, str]) -> Theme:
    """Open a site's own theme of these files."""
    for name, text in files.items():
        path = root / "themes" / "own" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return open_theme("own", root)


def page_of(theme: Theme) -> str:
    return render(sample_views.report(), make_environment(theme)).decode()


def test_a_site_overrides_one_block_and_keeps_the_rest(tmp_path: Path) -> None:
    text = '{% extends "default/report.html" %}{% block facts %}<p>本机关自己的说明</p>{% endblock %}'
    page = page_of(own(tmp_path, {"templates/report.html": text}))
    assert "<p>本机关自己的说明</p>" in page
    assert '<dl class="facts">' not in page
    assert '<nav class="contents"' in page


def test_shipped_templates_use_the_components_that_a_site_overrides(tmp_path: Path) -> None:
    text = "{% macro date(text) %}{{ text }}{% endmacro %}{% macro facts(items) %}<p>自己的</p>{% endmacro %}"
    assert "<p>自己的</p>" in page_of(own(tmp_path, {"components/facts.html": text}))


def test_a_site_changes_a_word_and_adds_a_part_to_the_style(tmp_path: Path) -> None:
    theme = own(
        tmp_path,
        {
            "strings/zh-CN.yaml": "downloads: 数据文件\n",
            "assets/site.css/90-own.css": ":root { --main: #0a5c4f; }\n",
            "theme.yaml": "name: 青绿\nversion: '2'\n",
        },
    )
    assert "数据文件" in page_of(theme)
    assert "本页目录" in page_of(theme)
    assert theme.assets["site.css"].content.endswith(b":root{--main:#0a5c4f}")
    assert (theme.name, theme.version) == ("青绿", "2")


@pytest.mark.parametrize("name", ["absent", "../themes/own", "", ".", "own/../own"])
def test_an_unknown_theme_is_an_error_with_its_name(tmp_path: Path, name: str) -> None:
    own(tmp_path, {"theme.yaml": ""})
    with pytest.raises(ThemeError) as caught:
        open_theme(name, tmp_path)
    assert name in caught.value.reason.zh
    assert caught.value.place.file == "content/site.yaml"


def test_a_site_without_a_theme_gets_the_shipped_one(tmp_path: Path) -> None:
    assert open_theme("default", tmp_path).name == "default"


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        ("templates/home.html", "<p>\n{% if %}\n", 2),
        ("strings/zh-CN.yaml", "home: 首页\nyear: [\n", 3),
        ("strings/zh-CN.yaml", "home: 12\n", 1),
        ("strings/zh-CN.yaml", "- 首页\n", 1),
    ],
)
def test_a_mistake_in_a_theme_is_found_at_its_file_and_line(
    tmp_path: Path, file: str, text: str, line: int
) -> None:
    with pytest.raises(ThemeError) as caught:
        make_environment(own(tmp_path, {file: text}))
    assert caught.value.place.file == f"themes/own/{file}"
    assert caught.value.place.span.line == line


@pytest.mark.parametrize(
    "text",
    [
        "<p>\n{{ view.absent }}\n",
        '<p>\n{% include "absent.html" %}\n',
        "<p>\n{{ t('absent') }}\n",
        "<p>\n{{ asset(chrome, 'absent.css') }}\n",
        "<p>\n{{ view.title + 1 }}\n",
    ],
)
def test_what_a_template_asks_in_vain_is_an_error_at_its_line(tmp_path: Path, text: str) -> None:
    theme = own(tmp_path, {"templates/report.html": text})
    with pytest.raises(ThemeError) as caught:
        page_of(theme)
    assert caught.value.place.file == "themes/own/templates/report.html"
    assert caught.value.place.span.line == 2


def test_a_file_of_another_encoding_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "themes" / "own" / "templates"
    folder.mkdir(parents=True)
    (folder / "home.html").write_bytes("首页".encode("gb18030"))
    with pytest.raises(ThemeError, match="not UTF-8"):
        open_theme("own", tmp_path)


def test_a_link_out_of_the_theme_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    assets = tmp_path / "themes" / "own" / "assets"
    assets.mkdir(parents=True)
    (assets / "logo.svg").symlink_to(tmp_path / "secret")
    with pytest.raises(ThemeError, match="out of the theme"):
        open_theme("own", tmp_path)


def test_assets_are_named_by_their_content() -> None:
    first = publish({"a.svg": b"1", "fonts/b.woff2": b"2"})
    again = publish({"a.svg": b"1", "fonts/b.woff2": b"3"})
    assert first["a.svg"].path == again["a.svg"].path == "assets/a.6b86b273.svg"
    assert first["fonts/b.woff2"].path.startswith("assets/fonts/b.")
    assert first["fonts/b.woff2"].path != again["fonts/b.woff2"].path


def test_a_style_sheet_names_other_assets_as_published() -> None:
    files = {"css/a.css": b'x{a:url(../i.svg);b:url("data:,");c:url(#d)}', "i.svg": b"1"}
    made = publish(files)
    assert made["css/a.css"].content == b'x{a:url("../i.6b86b273.svg");b:url("data:,");c:url(#d)}'
    assert publish({**files, "i.svg": b"2"})["css/a.css"].path != made["css/a.css"].path


def test_a_style_sheet_that_names_no_asset_is_refused() -> None:
    with pytest.raises(ThemeError, match=r"absent\.svg"):
        publish({"a.css": b"x{background:url(absent.svg)}"})


def test_the_parts_of_a_style_sheet_are_joined_in_order() -> None:
    made = publish({"a.css/20-b.css": b"second", "a.css/10-c.css": b"first"})
    assert made["a.css"].content == b"first second"
