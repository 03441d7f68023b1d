"""The preview's pages over HTTP: files as they were built, with the reload script and the panel put in.

The only file that knows livereload and tornado. Of livereload it uses the browser's script and the
WebSocket; building and watching are done elsewhere, so that neither holds up a request.
"""

from __future__ import annotations

import errno
import mimetypes
import os
import re
import secrets
import socket
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import urlsplit

from tornado.escape import json_decode
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler, StaticFileHandler
from tornado.websocket import WebSocketHandler

from gongkai.diagnostics.diagnostic import Language, Text

if TYPE_CHECKING:
    # livereload ships no types; this is what is used of it.
    class LiveReloadHandler(WebSocketHandler):
        """The WebSocket that tells browsers to reload."""

        watcher: ClassVar[object]

        @classmethod
        def reload_waiters(cls, path: str | None = None) -> None:
            """Tell every connected browser to reload."""

        def on_message(self, message: str | bytes) -> None:
            """Shake hands."""

    class LiveReloadJSHandler(RequestHandler):
        """The script that listens to the WebSocket."""

        def get(self) -> None:
            """Send the script."""

else:
    from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler

ADDRESS = "127.0.0.1"
_LAST_PORT = 65535

# A web page elsewhere can make the browser ask here under a name of its own (DNS rebinding): not answered.
_HERE = r"(127\.0\.0\.1|localhost)"
_GENERATION = re.compile(r"[0-9a-f]+-[0-9]+")

# The operating system's own table differs from machine to machine; Windows is known to spoil .js.
_TYPES = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".htm": "text/html",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".xml": "application/xml",
}

# The browser sends this back on every connection, so that a page fetched before the newest build is found
# out even if it connects only after that build has ended, or after the preview was started again.
_PLUGIN = (
    "window.LiveReloadPluginGongkai = class {{ analyze() {{ return {{ generation: '{generation}' }}; }} }};"
    "window.LiveReloadPluginGongkai.identifier = 'gongkai';\n"
)
_RELOAD = {"command": "reload", "path": "*", "liveCSS": False, "liveImg": False}

_WAITING = Text("正在生成网站……", "Building the site …")
_NO_SITE = Text("网站尚未生成", "The site is not built yet")
_NOT_FOUND = Text("没有这一页", "No such page")
_REFUSED = Text("请求未获接受", "The request was not accepted")


@dataclass(slots=True)
class Showing:
    """What the preview shows now: its only state, changed on the event loop alone."""

    folder: Path
    language: Language
    ready: bool = False  # a site has been built into the folder
    panel: str = ""
    builds: int = 0
    run: str = field(default_factory=lambda: secrets.token_hex(4))

    @property
    def generation(self) -> str:
        """Name what is shown now, unlike anything before it in this run or another."""
        return f"{self.run}-{self.builds}"


def listen(showing: Showing, port: int) -> tuple[HTTPServer, int]:
    """Serve on this computer alone; give the server and its port. OSError: the port cannot be had."""
    if not 0 <= port <= _LAST_PORT:  # the resolver would take such a number modulo 65536
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    LiveReloadHandler.watcher = SimpleNamespace(filepath="*")  # what reload_waiters writes to its log
    sockets = bind_sockets(port, ADDRESS, family=socket.AF_INET)
    application = Application([(r".*", _Refused)], log_function=lambda _: None)
    site = {"path": str(showing.folder), "default_filename": "index.html", "showing": showing}
    application.add_handlers(
        _HERE,
        [
            (r"/livereload", _Socket, {"showing": showing}),
            (r"/livereload\.js", _Script),
            (r"/(.*)", _Page, site),
        ],
    )
    server = HTTPServer(application)
    server.add_sockets(sockets)
    bound: int = sockets[0].getsockname()[1]
    return server, bound


def reload_browsers() -> None:
    """Tell every open page to fetch itself again; only on the event loop."""
    LiveReloadHandler.reload_waiters("*")


def with_preview(page: bytes, showing: Showing, host: str) -> bytes:
    """Put the reload script and the panel into a page, whatever it looks like."""
    # The script takes the port from its own address, and without one there assumes another than 80.
    port = "" if ":" in host else "&port=80"
    source = f"/livereload.js?generation={showing.generation}&maxdelay=3000{port}"
    script = f'<script src="{escape(source)}" defer></script>'.encode()
    panel = showing.panel.encode()
    head = page.lower().find(b"</head>")
    if head >= 0:
        page = page[:head] + script + page[head:]
    else:
        panel = script + panel
    end = page.lower().rfind(b"</body>")
    return page[:end] + panel + page[end:] if end >= 0 else page + panel


class _Headers(RequestHandler):
    """Answers that no browser keeps, and no page from elsewhere may embed."""

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")


class _Refused(_Headers):
    """Answers requests that come under another name than this computer's."""

    def prepare(self) -> None:
        self.set_status(403)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"The preview answers only as http://{ADDRESS} and http://localhost.\n")


class _Script(_Headers, LiveReloadJSHandler):
    """livereload's script, told which build the page that loads it is from."""

    def get(self) -> None:
        generation = self.get_query_argument("generation", "")
        if _GENERATION.fullmatch(generation):
            self.write(_PLUGIN.format(generation=generation))
        super().get()


class _Socket(LiveReloadHandler):
    """livereload's WebSocket, for the preview's own pages alone."""

    def initialize(self, showing: Showing) -> None:
        self.showing = showing

    def check_origin(self, origin: str) -> bool:
        return urlsplit(origin).netloc == self.request.host

    def on_message(self, message: str | bytes) -> None:
        try:
            said = json_decode(message)
            command, plugins = said["command"], said.get("plugins", {})
            generation = plugins.get("gongkai", {}).get("generation")
        except (ValueError, TypeError, KeyError, AttributeError):
            self.close(1003)
            return
        super().on_message(message)
        if command == "info" and generation != self.showing.generation:
            self.write_message(_RELOAD)


class _Page(_Headers, StaticFileHandler):
    """Files as they were built; pages with the reload script and the panel."""

    def initialize(self, path: str, default_filename: str, showing: Showing) -> None:
        super().initialize(path, default_filename)
        self.showing = showing

    async def get(self, path: str, include_body: bool = True) -> None:
        if not self.showing.ready:
            self._own_page(
                HTTPStatus.SERVICE_UNAVAILABLE,
                (_NO_SITE if self.showing.panel else _WAITING).of(self.showing.language),
            )
            return
        self.path = self.parse_url_path(path)
        found = self.validate_absolute_path(self.root, self.get_absolute_path(self.root, self.path))
        if found is None:
            return  # redirected to the folder's address
        if _type(found) == "text/html":
            self._file(HTTPStatus.OK, Path(found))
        else:
            await super().get(path, include_body)

    def write_error(self, status_code: int, **_: object) -> None:
        missing = Path(self.root, "404.html")
        if status_code != HTTPStatus.NOT_FOUND:
            self._own_page(status_code, _REFUSED.of(self.showing.language))
        elif missing.is_file():
            # It is shown at any depth, so its links start from the preview's root.
            page = missing.read_bytes().replace(b"<head>", b'<head>\n<base href="/">', 1)
            self._page(status_code, page)
        else:
            self._own_page(status_code, _NOT_FOUND.of(self.showing.language))

    def get_content_type(self) -> str:
        kind = _type(self.absolute_path or "")
        textual = kind.startswith("text/") or kind in {"application/json", "application/xml"}
        return f"{kind}; charset=utf-8" if textual else kind

    def get_cache_time(self, *_: object) -> int:
        return 0

    def should_return_304(self) -> bool:
        return False

    def compute_etag(self) -> None:
        return None

    def _file(self, status: int, file: Path) -> None:
        self._page(status, file.read_bytes())

    def _page(self, status: int, page: bytes) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(with_preview(page, self.showing, self.request.host))

    def _own_page(self, status: int, heading: str) -> None:
        """Answer where the site has no page to show."""
        self._page(
            status,
            f'<!doctype html><html lang="{self.showing.language}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width">'
            '<meta name="color-scheme" content="light dark">'
            f"<title>{heading}</title></head><body><main><h1>{heading}</h1></main></body></html>".encode(),
        )


def _type(path: str) -> str:
    return (
        _TYPES.get(Path(path).suffix.lower()) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    )
