"""Writes small documents byte by byte, so that none lies in the package: PDF, CSV, XLSX."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

Rows = Sequence[Sequence[str]]

_LINE = 78  # half-width characters on a line of a page
_LINES = 40
_LEFT, _TOP, _STEP, _SIZE = 72, 770, 17, 12
_GLYPHS = (
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R/DW 1000"
    b"/W[1 95 500]/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>"
)
_FONT = (
    b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]"
    b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>"
)
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def csv(rows: Rows) -> bytes:
    """Write a CSV file as spreadsheets open it: UTF-8 with a mark, lines that end in CR LF."""
    text = "".join(",".join(f'"{cell}"' if "," in cell else cell for cell in row) + "\r\n" for row in rows)
    return text.encode("utf-8-sig")


def xlsx(rows: Rows) -> bytes:
    """Write a workbook of one sheet."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>',
        "_rels/.rels": _relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}">'
        '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relation("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>'
        + "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
        + "</sheetData></worksheet>",
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.create_system = 3
            package.writestr(entry, (_HEAD + text).encode())
    return written.getvalue()


def _relation(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def _cell(text: str) -> str:
    if text.isdecimal():
        return f"<c><v>{text}</v></c>"
    return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def pdf(title: str, paragraphs: Sequence[str]) -> bytes:
    """Write a PDF of plain text. It names a Chinese font that every reader has, and holds none."""
    lines = [title, "", *(line for paragraph in paragraphs for line in (*_wrapped(paragraph), ""))]
    pages = [lines[i : i + _LINES] for i in range(0, len(lines), _LINES)]
    first = 7
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        _GLYPHS,
        _FONT,
        f"<</Title<FEFF{_hex(title)}>/Producer(gongkai demo)>>".encode(),
    ]
    for i, page in enumerate(pages):
        content = _content(page)
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            + f"/Contents {first + 2 * i + 1} 0 R>>".encode(),
            f"<</Length {len(content)}>>\nstream\n".encode() + content + b"\nendstream",
        ]
    return _file(objects)


def _content(lines: Sequence[str]) -> bytes:
    shown = "".join(f"<{_hex(line)}> Tj T*\n" for line in lines)
    return f"BT /F1 {_SIZE} Tf {_STEP} TL {_LEFT} {_TOP} Td\n{shown}ET".encode()


def _file(objects: Sequence[bytes]) -> bytes:
    written = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    starts = []
    for number, content in enumerate(objects, 1):
        starts.append(len(written))
        written += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    size = len(objects) + 1
    end = f"trailer\n<</Size {size}/Root 1 0 R/Info 6 0 R>>\nstartxref\n{len(written)}\n%%EOF\n"
    return bytes(written) + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()


def _hex(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def _wrapped(paragraph: str) -> Iterator[str]:
    line, width = "", 0
    for char in f"\u3000\u3000{paragraph}":
        wide = 2 if unicodedata.east_asian_width(char) in "FW" else 1
        if width + wide > _LINE and char not in "，。；、：）》〕":
            yield line
            line, width = "", 0
        line, width = line + char, width + wide
    yield line


def plain(text: str) -> Sequence[str]:
    """Give a text's lines without its marks, and without what is only of use on a page: tables, links."""
    lines = [line.lstrip("#-> ").replace("**", "") for line in text.split("\n")]
    return [line for line in lines if line and "|" not in line and "](" not in line]
