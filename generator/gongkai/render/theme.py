"""A theme as a value: templates, components, assets and interface words, read once.

A theme is a folder of four folders: `templates/` (one for each kind of page), `components/`
(what they share), `assets/` and `strings/` (one YAML file for each language). The site's own
`themes/<name>/` lies over the shipped theme file by file, so it holds only what it changes;
a shipped template that it covers is still there under `default/`, to be extended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from re import fullmatch
from string import Formatter

import yaml

import gongkai
from gongkai.diagnostics.diagnostic import Text
from gongkai.model.source import Source
from gongkai.render.assets import Asset, publish
from gongkai.render.fault import ThemeError

SHIPPED = "default"
NAME = r"[A-Za-z0-9][A-Za-z0-9_-]*"

OUTSIDE = Text("此文件指向主题文件夹之外", "this file leads out of the theme's folder")
NOT_UTF_8 = Text("此文件不是 UTF-8 编码", "this file is not UTF-8")
NOT_YAML = Text("此处不合 YAML 语法", "this is not YAML")
NOT_WORDS = Text(
    "此文件应逐行写“名称: 文字”；形似数字的文字要加引号",
    "this file must map names to texts; a text that looks like a number goes in quotes",
)

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Theme:
    """All that a theme says. `templates` are by the names that templates use for each other.

    `assets` are by the name that a template asks for; `strings` by language, then by key.
    """

    name: str
    version: str
    templates: Mapping[str, Source]
    assets: Mapping[str, Asset]
    strings: Mapping[str, Words]


@dataclass(frozen=True, slots=True)
class Layer:
    """A theme's folder and how its files are called in messages."""

    folder: Path
    shown_as: str

    def shown(self, path: Path) -> str:
        """Name a file of the layer for a message."""
        return f"{self.shown_as}/{path.relative_to(self.folder).as_posix()}"

    def files(self, part: str, suffix: str = "") -> Iterator[tuple[str, Path]]:
        """Give the files of one of the theme's folders, by their path within it, in order.

        Hidden files are none of the theme's. A link that leads out of the theme is refused.
        """
        top = self.folder / part
        inside = self.folder.resolve()
        for path in sorted(top.rglob(f"*{suffix}")):
            within = path.relative_to(top)
            if any(name.startswith(".") for name in within.parts) or not path.is_file():
                continue
            if not path.resolve().is_relative_to(inside):
                raise ThemeError(OUTSIDE, self.shown(path))
            yield within.as_posix(), path

    def text(self, path: Path) -> str:
        """Read a file as UTF-8."""
        try:
            return path.read_text(encoding="utf-8")
        except UnicodeDecodeError as fault:
            raise ThemeError(NOT_UTF_8, self.shown(path)) from fault

    def words(self, path: Path) -> dict[str, str]:
        """Read a YAML file that maps words to words."""
        try:
            data = yaml.safe_load(self.text(path)) or {}
        except yaml.MarkedYAMLError as fault:
            line = fault.problem_mark.line + 1 if fault.problem_mark else 1
            raise ThemeError(NOT_YAML, self.shown(path), line) from fault
        except yaml.YAMLError as fault:
            raise ThemeError(NOT_YAML, self.shown(path)) from fault
        if not isinstance(data, dict) or not all(
            isinstance(part, str) for item in data.items() for part in item
        ):
            raise ThemeError(NOT_WORDS, self.shown(path))
        return data


def open_theme(name: str, site_root: Path) -> Theme:
    """Read the theme of a name, the site's own over the shipped one.

    Raises ThemeError, which says what is wrong and where, when there is no such theme or its
    files cannot be read; the caller shows it as a problem of the site.
    """
    own = site_root / "themes" / name
    if not fullmatch(NAME, name) or not (name == SHIPPED or own.is_dir()):
        raise ThemeError(_unknown(name), "content/site.yaml")
    shipped = Layer(shipped_folder(), f"gongkai/themes/{SHIPPED}")
    layers = [shipped]
    if own.is_dir() and own.resolve() != shipped.folder.resolve():
        layers.append(Layer(own, f"themes/{name}"))
    about = _about(layers[-1])
    return Theme(
        name=about.get("name", name),
        version=about.get("version", ""),
        templates=_templates(layers),
        assets=publish(
            {within: path.read_bytes() for layer in layers for within, path in layer.files("assets")}
        ),
        strings=_strings(layers),
    )


def shipped_folder() -> Path:
    """Find the shipped theme: inside the package when installed, beside it in a checkout."""
    package = Path(gongkai.__file__).parent
    installed = package / "themes" / SHIPPED
    return installed if installed.is_dir() else package.parents[1] / "themes" / SHIPPED


def _unknown(name: str) -> Text:
    return Text(
        f"没有名为“{name}”的主题：themes/{name}/ 不存在",
        f"there is no theme “{name}”: themes/{name}/ does not exist",
    )


def _about(layer: Layer) -> dict[str, str]:
    path = layer.folder / "theme.yaml"
    return layer.words(path) if path.is_file() else {}


def _templates(layers: list[Layer]) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for depth, layer in enumerate(layers):
        for part, prefix in (("templates", ""), ("components", "components/")):
            for within, path in layer.files(part, ".html"):
                source = Source(layer.shown(path), layer.text(path))
                found[prefix + within] = source
                if depth == 0:
                    found[f"{SHIPPED}/{prefix}{within}"] = source
    return found


def _strings(layers: list[Layer]) -> dict[str, Words]:
    found: dict[str, dict[str, str]] = {}
    for layer in layers:
        for within, path in layer.files("strings", ".yaml"):
            words = layer.words(path)
            known = found.setdefault(within.removesuffix(".yaml"), {})
            for key, text in words.items():
                if not _places(text) <= _places(known.get(key, text)):
                    raise ThemeError(_no_place(key, known.get(key, "")), layer.shown(path))
            known.update(words)
    return dict(found)


def _places(text: str) -> set[str]:
    """The {places} of a word that are filled in; a word with other braces has an impossible one."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {"{}"}


def _no_place(key: str, shipped: str) -> Text:
    names = "、".join(f"{{{name}}}" for name in sorted(_places(shipped)))
    return Text(
        f"“{key}”里的花括号不能填写；可用的有：{names or '无'}",
        f"the braces in “{key}” cannot be filled in; there are: {names or 'none'}",
    )
