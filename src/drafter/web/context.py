"""What a route needs of the application it runs in."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import RedirectResponse

from drafter.web.month_reading import MonthReader
from drafter.web.running import Runs
from drafter.wiring import Drafter


def drafter_of(request: Request) -> Drafter:
    """A dependency: the workflows."""
    drafter: Drafter = request.app.state.drafter
    return drafter


def reader_of(request: Request) -> MonthReader:
    """A dependency: reading a month that is being entered."""
    reader: MonthReader = request.app.state.reader
    return reader


def runs_of(request: Request) -> Runs:
    """A dependency: the drafts that are being written."""
    runs: Runs = request.app.state.runs
    return runs


def see_other(path: str, **query: str) -> RedirectResponse:
    """After a post: go and look at `path` (303), so that a reload posts nothing again."""
    address, _, fragment = path.partition("#")
    address += f"?{urlencode(query)}" if query else ""
    return RedirectResponse(address + (f"#{fragment}" if fragment else ""), status_code=303)
