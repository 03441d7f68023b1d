"""Drawings (SVG): what only shows is published, and no trick brings in what runs, moves or fetches."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from gongkai.load.drawings import findings_in
from gongkai.pipeline import build, check
from shown import problems_of
from toy import FILES, write_files

NS = 'xmlns="http://www.w3.org/2000/svg"'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
XHTML = "http://www.w3.org/1999/xhtml"
PIXEL = "iVBORw0KGgo="
MARK = "content/brand/mark.svg"
WITH_MARK = {"content/site.yaml": FILES["content/site.yaml"] + "brand:\n  mark: brand/mark.svg\n"}


def svg(inside: str, more: str = "") -> str:
    return f"<svg {NS} {XLINK} {more}>{inside}</svg>"


TRICKS: dict[str, str | bytes] = {
    "a script": svg("<script>alert(1)</script>"),
    "a script under a prefix": '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>1</s:script></s:svg>',
    "a prefix with a hyphen": svg(f'<a-b:script xmlns:a-b="{XHTML}" src="//a.example"/>'),
    "a prefix with a full stop": svg(f'<a.b:script xmlns:a.b="{XHTML}">1</a.b:script>'),
    "a prefix in Chinese": svg(f'<脚:script xmlns:脚="{XHTML}">1</脚:script>'),
    "a page's element by default": svg(f'<body xmlns="{XHTML}" onload="alert(1)"/>'),
    "a page's image": svg(f'<img xmlns="{XHTML}" src="x" onerror="alert(1)"/>'),
    "a page in a drawing": svg("<foreignObject><p/></foreignObject>"),
    "a frame": svg(f'<iframe xmlns="{XHTML}" src="//a.example"/>'),
    "formulas": svg('<math xmlns="http://www.w3.org/1998/Math/MathML" href="javascript:alert(1)"/>'),
    "a namespace by reference": svg('<x:script xmlns:x="http://www.w3.org/2000/sv&#x67;">1</x:script>'),
    "an event": svg("", 'onload="alert(1)"'),
    "an event without blanks": f'<svg {NS}\tonload="alert(1)"/>',
    "an event after a line": f'<svg {NS}\n\nonload\n=\n"alert(1)"/>',
    "an event within": svg('<g onmouseover="alert(1)"/>'),
    "an event of animation": svg('<animate onbegin="alert(1)" attributeName="x" dur="1s"/>'),
    "an event that is new": svg('<g onsomethingnew="alert(1)"/>'),
    "an address that runs": svg('<a href="javascript:alert(1)"/>'),
    "an address by reference": svg('<a href="&#106;ava&#x73;cript:alert(1)"/>'),
    "an address with a tab": svg('<a href="java&#9;script:alert(1)"/>'),
    "an address after a blank": svg('<a xlink:href=" javascript:alert(1)"/>'),
    "an address in capitals": svg('<a xlink:href="JaVaScRiPt:alert(1)"/>'),
    "another prefix of links": svg('<a y-z:href="vbscript:1"/>', 'xmlns:y-z="http://www.w3.org/1999/xlink"'),
    "a page as data": svg('<a href="data:text/html,&lt;script&gt;1&lt;/script&gt;"/>'),
    "a drawing as data": svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'),
    "a drawing after a comma": svg('<image href="data:image/png,image/svg+xml;base64,AA=="/>'),
    "a drawing in use": svg('<use href="data:image/svg+xml;base64,PHN2Zy8+#x"/>'),
    "another file": svg('<use href="other.svg#x"/>'),
    "another site": svg('<image href="https://a.example/x.png"/>'),
    "another site without scheme": svg('<image xlink:href="//a.example/x.png"/>'),
    "a base": svg('<use href="#x"/>', 'xml:base="https://a.example/"'),
    "a filter's image": svg('<filter><feImage href="https://a.example/x.png"/></filter>'),
    "a setting": svg('<a href="#x"><set attributeName="href" to="javascript:alert(1)"/></a>'),
    "an animated address": svg(
        '<a href="#x"><animate attributeName="xlink:href" values="javascript:alert(1)"/></a>'
    ),
    "an animated transformation": svg('<animateTransform attributeName="transform"/>'),
    "a handler": svg('<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">1</handler>'),
    "a listener": svg('<listener xmlns="http://www.w3.org/2001/xml-events" event="load"/>'),
    "a film": svg('<video href="x.mp4"/>'),
    "an entity": f"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg {NS}>&a;</svg>",
    "an entity from a file": f"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg {NS}>&a;</svg>",
    "attributes by default": f"<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]><svg {NS}/>",
    "a type from elsewhere": f'<!DOCTYPE svg SYSTEM "https://a.example/x.dtd"><svg {NS}/>',
    "a style sheet from elsewhere": f'<?xml-stylesheet href="https://a.example/x.css"?><svg {NS}/>',
    "a transformation": f'<?xml-stylesheet type="text/xsl" href="#x"?><svg {NS}/>',
    "an instruction at the end": svg("") + "<?php system(1) ?>",
    "an import": svg("<style>@import 'https://a.example/x.css';</style>"),
    "an import with an escape": svg(r"<style>@\69mport 'https://a.example/x.css';</style>"),
    "an import as data": svg("<style><![CDATA[@import 'https://a.example/x.css';]]></style>"),
    "a picture from elsewhere in a condition": svg(
        "<style>@media (min-width: 1px){g{fill:url(https://a.example/x)}}</style>"
    ),
    "an address within brackets": svg('<g style="fill:(url(https://a.example/x))"/>'),
    "a font from elsewhere": svg("<style>@font-face{src:url(https://a.example/x)}</style>"),
    "an address in a style": svg("<style>rect{fill:url(https://a.example/x#y)}</style>"),
    "an address with an escape": svg(r"<style>rect{fill:\75rl(https://a.example/x)}</style>"),
    "an address in quotes": svg("""<rect style="fill:url( 'https://a.example/x' )"/>"""),
    "a set of images": svg("""<rect style="mask:image-set('https://a.example/x' 1x)"/>"""),
    "an address in a look": svg('<rect fill="url(https://a.example/x)"/>'),
    "an address in a look by reference": svg('<rect filter="&#117;rl(//a.example/x)"/>'),
    "an address in a look with an escape": svg(r'<rect mask="u\72l(//a.example/x)"/>'),
    "a pointer": svg('<g cursor="url(https://a.example/x.cur),auto"/>'),
    "an expression": svg('<g style="width:expression(alert(1))"/>'),
    "a style that is cut": svg("<style>rect{fill:url(<g>#</g>https://a.example/x)}</style>"),
    "UTF-16": svg("<script>alert(1)</script>").encode("utf-16"),
    "UTF-16 without a mark": svg("<script>alert(1)</script>").encode("utf-16-be"),
    "UTF-7": b'<?xml version="1.0" encoding="UTF-7"?>' + svg("+ADw-script+AD4-").encode(),
    "another encoding": b'<?xml version="1.0" encoding="gbk"?>' + svg("").encode("gbk"),
    "XML 1.1": b'<?xml version="1.1"?>' + svg("").encode(),
    "a zipped one": b"\x1f\x8b\x08\x00",
    "a page": f'<html xmlns="{XHTML}"><script>alert(1)</script></html>',
    "a page that is no XML": "<html><script>alert(1)</script>",
    "no namespace": "<svg><circle r='1'/></svg>",
    "a script before a slip": svg("<script>alert(1)</script><g>"),
    "a slip": svg("<g>"),
    "a prefix that is none": svg("<x:g/>"),
    "nothing": b"",
}

HARMLESS = {
    "the shortest": f"<svg {NS}/>",
    "a declaration": f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<svg {NS}/>',
    "a byte order mark": f"\ufeff<svg {NS}/>",
    "a comment that speaks of scripts": svg("<!-- <script>onload=javascript: -->"),
    "words that speak of scripts": svg("<text>点 javascript:alert(1)，onload=，&lt;script&gt;</text>"),
    "a gradient": svg(
        '<defs><linearGradient id="a"><stop offset="0" stop-color="rgb(1,2,3)"/></linearGradient></defs>'
        '<rect fill="url(#a)" style="mask:url(\'#b\');opacity:.5" transform="matrix(1 0 0 1 0 0) rotate(4)"/>'
    ),
    "a use": svg('<use xlink:href="#a"/><use href="#图"/><a href="#a"><text>见图(1)</text></a>'),
    "a style": svg("<style>/* 图 */ .st0{fill:#f00;stroke:hsl(1,2%,3%)} rect{fill:url(#a)}</style>"),
    "a style for dark rooms": svg(
        "<style>@media (prefers-color-scheme: dark) and (min-width: 1px){g:nth-child(2n){isolation:isolate}}"
        "</style><style media='(min-width: 1px)'>/* 图层 (1) */ g{transform:translate3d(0,0,0)}</style>"
        '<text font-family="@SimSun" isolation="isolate">图</text>'
    ),
    "a style as data": svg("<style type='text/css'><![CDATA[.st0 > .b{fill:none}]]></style>"),
    "a picture within": svg(f'<image width="1" href="data:image/png;base64,{PIXEL}"/>'),
    "a photograph within": svg(f'<image xlink:href="data:image/jpeg;base64,\n{PIXEL}\n"/>'),
    "what is read aloud": svg("<title>流程(一)@</title><desc>图</desc>", 'role="img" aria-label="图(1)"'),
    "notes of a program": svg(
        '<sodipodi:namedview inkscape:zoom="1" pagecolor="#fff"/><metadata><rdf:RDF><cc:Work rdf:about="">'
        '<dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata>',
        'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1.2 (x)" '
        'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xml:space="preserve" '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" data-name="图层 1 (2)"',
    ),
}


def content(drawing: str | bytes) -> bytes:
    return drawing if isinstance(drawing, bytes) else drawing.encode()


@pytest.mark.parametrize("trick", TRICKS)
def test_what_runs_moves_or_fetches_is_found(trick: str) -> None:
    assert findings_in(content(TRICKS[trick])) != []


@pytest.mark.parametrize("drawing", HARMLESS)
def test_what_only_shows_is_let_through(drawing: str) -> None:
    assert findings_in(content(HARMLESS[drawing])) == []


@pytest.mark.parametrize("file", ["themes/default/assets/mark.svg", "generator/gongkai/demo/mark.svg"])
def test_our_own_drawings_are_let_through(file: str) -> None:
    assert findings_in((Path(__file__).parents[3] / file).read_bytes()) == []


@pytest.mark.parametrize("name", ["content/columns/fog/tu.svg", "content/pages/tu.SVG", MARK])
@pytest.mark.parametrize("trick", ["a prefix with a hyphen", "UTF-16", "a setting", "an entity"])
def test_every_drawing_of_a_site_is_looked_at(site: Path, trick: str, name: str) -> None:
    write_files(site, {name: TRICKS[trick]})
    if name == MARK:
        write_files(site, WITH_MARK)
    else:
        text = f"---\ntitle: 雾\n---\n\n![雾的图](/{name.removeprefix('content/')})\n"
        write_files(site, {"content/columns/fog/october.md": text})
    assert [problem.code for problem in check(site).problems] == ["D535"]
    assert not build(site, site / "output").built


def test_a_drawing_of_the_site_s_own_theme_is_looked_at(site: Path) -> None:
    write_files(site, {"themes/default/assets/a.svg": svg("<g/>"), "themes/other/assets/b.svg": svg("<x/>")})
    assert problems_of(site) == []
    write_files(site, {"themes/default/assets/parts/c.svg": svg("<script/>")})
    (problem,) = check(site).problems
    assert (problem.code, problem.place.file) == ("D535", "themes/default/assets/parts/c.svg")


def test_each_finding_has_its_place_and_its_name(site: Path) -> None:
    drawing = f'<svg {NS}>\n<g/>\n  <script/>\n 图<rect onclick="1"/>\n<a href="https://a.example"/>\n</svg>'
    write_files(site, {**WITH_MARK, MARK: drawing})
    (problem,) = check(site).problems
    assert problems_of(site) == ["mark.svg:3:3 D535"]
    assert "<script>" in str(problem.arguments["detail"])
    assert [(r.place.span.line, r.place.span.column) for r in problem.related] == [(4, 3), (5, 1)]
    assert "onclick" in problem.related[0].label.zh
    assert "https://a.example" in problem.related[1].label.zh


@pytest.mark.parametrize(
    "inside",
    [
        f'<rect style="{"a" * 1_000_000}"/>',
        f'<rect style="{" " * 1_000_000}"/>',
        f'<rect style="{"rgb(" * 200_000}"/>',
        f'<image href="data:image/png;base64,{"A" * 3_000_000}"/>',
        "<script/>" * 100_000,
        "<g>" * 50_000,
    ],
)
def test_a_large_drawing_is_read_in_no_time(inside: str) -> None:
    start = time.process_time()
    assert len(findings_in(svg(inside).encode())) <= 20
    assert time.process_time() - start < 1
