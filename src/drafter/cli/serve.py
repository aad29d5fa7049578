"""`drafter serve`: the pages and the HTTP API in one process."""

from __future__ import annotations

import gc
import socket
import sys
import webbrowser

import uvicorn

from drafter.errors import AddressInUse
from drafter.settings import Settings, read_settings

# Open event streams would hold the stop for as long as they live.
_SHUTDOWN_SECONDS = 3


def serve_pages(*, host: str | None = None, port: int | None = None) -> None:
    """Serve until stopped; AddressInUse when the port is taken, StoreUnavailable."""
    with listen(read_settings(), host, port) as listener:
        run_server(listener)


def listen(settings: Settings, host: str | None, port: int | None) -> socket.socket:
    """A listening socket, taken before anything else is done; port 0 takes a free one."""
    address = (host or settings.host, settings.port if port is None else port)
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    try:
        return socket.create_server(address, family=family)
    except OSError as error:
        raise AddressInUse(*address, (error.strerror or str(error)).lower()) from None


def run_server(listener: socket.socket, first_page: str = "/") -> None:
    """Answer on that socket until stopped; `first_page` is the address that is announced."""
    config = uvicorn.Config(
        # By name: doors know nothing of each other.
        "drafter.web.app:served",
        factory=True,
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_SHUTDOWN_SECONDS,
    )
    config.load()
    # What the program consists of is no garbage, now or later.
    gc.freeze()
    gc.enable()
    address = f"http://{_written(listener)}{first_page}"
    print(f"{address}  (Ctrl+C)", flush=True)
    if first_page != "/":
        _open_in_browser(address)
    try:
        uvicorn.Server(config).run(sockets=[listener])
    except KeyboardInterrupt:
        # Stopped as announced.
        return


def _open_in_browser(address: str) -> None:
    """Show it to a person at a desktop; the socket holds the request until the pages answer."""
    try:
        browser = webbrowser.get() if sys.stdout.isatty() else None
    except webbrowser.Error:
        return
    # A browser in the terminal would take the terminal from the server.
    if browser is not None and type(browser) is not webbrowser.GenericBrowser:
        browser.open(address)


def _written(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
