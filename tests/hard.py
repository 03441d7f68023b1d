"""What is hard to lay out: long titles, wide pictures and tables, unbroken words, a very long column."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

TITLE = "关于进一步规范学校招生入学和学籍管理工作若干事项的补充说明" * 10
HARD = f"""---
title: {TITLE}
published: 2025-05-05 09:00
organ: yunhan-jiaoyu
source: {"云汉市教育局" * 12}
summary: {"规定招生入学的范围" * 20}
attachments:
  - {{file: wide.png, title: {"招生入学一览表（分学校）" * 10}}}
---

见 https://www.example.gov.cn/{"abcdefghij" * 30}。

![各学校招生计划的柱状图](wide.png)

## {"很长的小标题" * 15}

| {" | ".join("甲乙丙丁戊己庚辛壬癸")} |
|{" --- |" * 10}
|{" 1234567890123456 |" * 10}

## 二

```
{"x" * 300}
```

## 三

完。
"""
ITEM = (
    "---\ntitle: 第{0}号检查情况通报\npublished: {1}-01-01\norgan: yunhan-jiaoyu\n---\n\n本次检查编号{0}。\n"
)
ITEMS = 1001


def png(width: int, height: int) -> bytes:
    """Give a picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    lines = (b"\0" + b"\x66\x99\xcc" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(*part) for part in ((b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    )


def harden(site: Path) -> None:
    """Put an article that is hard to lay out into a demonstration of one organ, and a long column."""
    columns = site / "content/columns"
    (columns / "plans/hard.md").write_text(HARD, encoding="utf-8")
    (columns / "plans/wide.png").write_bytes(png(3000, 400))
    for number in range(ITEMS):
        text = ITEM.format(number, 1990 + number // 50)
        (columns / f"supervision/item-{number}.md").write_text(text, encoding="utf-8")
