"""A small whole site about nothing official: a lighthouse, its form of 25 cells, one report.

The form has what forms may have: a table of 2 × 3, decimals, rows and columns in groups (with an id
and as a heading only), a table laid out across, and an identity with two terms on both sides.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FORM = """\
id: toy
name: 守灯年报
basis: 守灯人手册第七页
years: {from: 1950}
titles:
  - "{organ}{year}年守灯报告"
  - "{year}年{organ}守灯报告"

sections:
  - {id: weather, heading: 一、这一年的天气}
  - {id: light, heading: 二、灯与油, caption: 灯与油, tables: [lamps, oil]}
  - {id: visits, heading: 三、来船, aliases: [三、来访的船], tables: [visits]}
  - {id: wishes, heading: 四、守灯人的愿望}

tables:
  - id: lamps
    title: 灯
    row_head: 灯室
    columns:
      - {id: white, label: 白光}
      - {id: red, label: 红光}
      - {id: both, label: 合计}
    rows:
      - {id: upper, label: 上层}
      - {id: lower, label: 下层}
    identities:
      - {each: row, sum: white + red = both}

  - id: oil
    title: 灯油
    columns:
      - {id: litres, label: 升数, type: amount, unit: 升, places: 2}
      - {id: cans, label: 罐数}
    rows:
      - {id: stored, label: 年初存油}
      - {id: bought, label: 本年购油}
      - label: 去向
        rows:
          - id: burnt
            label: 点用
            rows:
              - {id: calm, label: 风平时}
              - {id: storm, label: 起风时}
          - {id: kept, label: 年末存油}
    identities:
      - {each: column, sum: stored + bought = burnt + kept}

  - id: visits
    note: （小船与大船相加为总数）
    layout: across
    columns:
      - id: vessels
        label: 船
        columns:
          - {id: boats, label: 小船}
          - {id: ships, label: 大船}
      - {id: total, label: 总数}
    rows:
      - {id: spring, label: 春天}
      - label: 风季
        rows:
          - {id: autumn, label: 秋天}
          - {id: winter, label: 冬天}
    identities:
      - {each: row, sum: vessels = total}
"""

REPORT = """\
format: toy
organ: north-light
year: 1987
title: 北岬灯塔1987年守灯报告

lamps:
  upper: [2, 1, 3]
  lower: [4, 0, 4]

oil:
  stored: [12.50, 3]
  bought: [100.25, 20]
  burnt:
    calm: [60, 12]
    storm: [40.75, 8]
  kept: [12.00, 3]

visits:
  spring: [5, 2, 7]
  autumn: [11, 0, =]
  winter: [0, /, 0]
"""

NARRATIVE = """\
本年共点灯 365 夜。

## 一、这一年的天气

雾多。见[守灯须知](../../../pages/guide.md)。

## 四、守灯人的愿望

### 小愿望

来一只猫。
"""

FILES: Mapping[str, str] = {
    "content/site.yaml": """\
name: 群岛灯塔
organ: north-light
description: 群岛各灯塔的年报
highlights:
  - {cell: lamps/upper/both, label: 上层灯数}
  - {cell: oil/kept/litres, label: 存油}
""",
    "content/organs.yaml": """\
organs:
  - {id: harbour, name: 群岛港}
  - {id: north-light, name: 北岬灯塔, short_name: 北岬, parent: harbour}
""",
    "content/formats/toy.yaml": FORM,
    "content/reports/north-light/1987/report.yaml": REPORT,
    "content/reports/north-light/1987/report.md": NARRATIVE,
    "content/pages/guide.md": """\
---
title: 守灯须知
summary: 何时点灯
---

日落点灯，见[上一年的报告](/reports/north-light/1987/report.yaml)。
""",
    "content/columns/column.yaml": "title: 灯塔通告\n",
    "content/columns/fog/column.yaml": "title: 雾讯\nsummary: 哪天有雾\n",
    "content/columns/fog/october.md": """\
---
title: 十月的雾
published: 1987-10-03
source: 北岬灯塔
---

连雾九日。
""",
}

YAML = "content/reports/north-light/1987/report.yaml"
MARKDOWN = "content/reports/north-light/1987/report.md"

Files = Mapping[str, str | bytes | None]


def write_site(root: Path, files: Files | None = None) -> Path:
    """Write the toy site, with other files in place of its own; None leaves a file out."""
    return write_files(root, {**FILES, **(files or {})})


def write_files(root: Path, files: Files) -> Path:
    """Write files below a folder; None removes one."""
    for name, content in files.items():
        path = root / name
        if content is None:
            path.unlink(missing_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def report_of(year: int, organ: str = "north-light", name: str = "北岬灯塔") -> dict[str, str]:
    """Give the files of one more report, with the figures of the first."""
    data = REPORT.replace("1987", str(year)).replace("organ: north-light", f"organ: {organ}")
    folder = f"content/reports/{organ}/{year}"
    return {
        f"{folder}/report.yaml": data.replace("北岬灯塔", name),
        f"{folder}/report.md": NARRATIVE,
    }


def replaced(text: str, old: str, new: str) -> str:
    """Replace what stands in a text exactly once."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)
