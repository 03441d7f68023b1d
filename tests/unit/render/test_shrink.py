from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from gongkai.render.shrink import shrink, shrink_script
from gongkai.render.theme import shipped_folder

SHEETS = [path for path in sorted(shipped_folder().rglob("*.css")) if path.is_file()]
# Selectors and conditions as the browser writes them; of the values, custom properties keep their spaces.
RULES = """css => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  const value = text => text.replace(/\\s*([,;:()])\\s*/g, '$1')
    .replace(/(?<![\\w.])0+(?=\\.\\d)/g, '').replace(/\\s+/g, ' ').trim()
  const read = rules => [...rules].map(rule => [
    rule.selectorText ?? value(rule.conditionText ?? ''),
    rule.style ? value(rule.style.cssText) : '',
    rule.cssRules ? read(rule.cssRules) : [],
  ])
  return read(sheet.cssRules)
}"""


@pytest.mark.parametrize(
    ("css", "shorter"),
    [
        ("a {\n  color: red;\n  margin: 0 auto;\n}\n", "a{color:red;margin:0 auto}"),
        ("/* why */\na,\nb > c { } /* end */", "a,b>c{}"),
        ("@media (min-width: 2rem) and (x) { a { b: c } }", "@media (min-width:2rem) and (x){a{b:c}}"),
        ("a { b: 0.5rem -0.25em 10.50px 0 0.0 }", "a{b:.5rem -.25em 10.50px 0 .0}"),
    ],
)
def test_comments_indentation_and_needless_marks_go(css: str, shorter: str) -> None:
    assert shrink(css.encode()).decode() == shorter


@pytest.mark.parametrize(
    "css",
    [
        "nav :hover{a:b}",
        "nav .a :is(b):not(c) d{a:b}",
        "a{width:calc(1px + 2px - 3px)}",
        "a{--dark: }",
        "a{--dark: ;b:c}",
        'a{content:"/* ; } */  x"}',
        "a{content:'it\\'s  {'}",
        "a{b:url(data:image/svg+xml;x,  y/*z*/)}",
        ".\\31 0 a{b:c}",
        ".a\\  b{c:d}",
        "@media print{a{b:c}}",
        '[a="0.5"]{b:c}',
    ],
)
def test_what_means_something_stays(css: str) -> None:
    assert shrink(css.encode()).decode() == css


def test_a_comment_alone_parts_words_and_nothing_else() -> None:
    assert shrink(b"a/**/b{c:d/*x*/e}") == b"a/**/b{c:d/**/e}"
    assert shrink(b"a/* x */:hover{}") == b"a:hover{}"
    assert shrink(b"a /* x */ :hover{}") == b"a :hover{}"


def test_another_encoding_and_a_broken_sheet_are_left_alone() -> None:
    assert shrink("首页".encode("gb18030")) == "首页".encode("gb18030")
    assert shrink(b"a { b: 'open") == b"a{b:'open"
    assert shrink(b"/* open") == b"/* open"


def test_long_sheets_take_no_long_time() -> None:
    for text in (
        "/*" * 50_000,
        "\\" * 100_000,
        '"' * 99_999,
        "/* " + "*" * 100_000,
        "url(" * 25_000,
        " /" * 50_000,
    ):
        shrink(text.encode())


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_browser_reads_the_same_rules(path: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    css = path.read_text(encoding="utf-8")
    read = page.evaluate(RULES, shrink(css.encode()).decode())
    assert read
    assert read == page.evaluate(RULES, css)
    page.close()


def test_a_script_loses_indentation_and_lines_of_comment_and_nothing_else() -> None:
    script = b"// what it does\nlet a = 'x' // why\n\n  // more\n  act(a,\n    'http://b')\n"
    assert shrink_script(script) == b"let a = 'x' // why\nact(a,\n'http://b')\n"


@pytest.mark.parametrize("script", [b"a = `\n  // text\n`\n", b"a = 'b\\\n  // text'\n"])
def test_a_script_with_texts_over_several_lines_stays(script: bytes) -> None:
    assert shrink_script(script) == script
