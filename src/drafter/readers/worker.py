"""The limited process: reads a file from standard input, answers grids as JSON.

Started by `sandbox` only: `python -m drafter.readers.worker FORM MEMORY SECONDS`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib import import_module

from drafter.readers.wire import to_json
from drafter.tables.grid import Grid

_READERS = {
    "xlsx": "drafter.readers.xlsx",
    "xls": "drafter.readers.xls",
    "ods": "drafter.readers.ods",
    "html": "drafter.readers.html_tables",
}
_AGAIN = "Open it in the spreadsheet program, save it as .xlsx and hand that in."
_SMALLER = "Save the sheet that holds the month as a file of its own, or as CSV, and hand that in."


class Refused(Exception):
    """A reader's reason not to read a file, with the way out."""

    def __init__(self, reason: str, way_out: str = _AGAIN) -> None:
        self.reason, self.way_out = reason, way_out
        super().__init__(reason)


def main(form: str, memory: int, seconds: int) -> None:
    data = sys.stdin.buffer.read()
    _limit(memory, seconds)
    try:
        answer = {"grids": to_json(_reader(form)(data))}
    except MemoryError:
        answer = {"error": "it needs more memory than one file may take", "way_out": _SMALLER}
    except Exception as error:
        reason = getattr(error, "reason", None) or f"the file cannot be read ({error})"
        answer = {"error": str(reason), "way_out": getattr(error, "way_out", _AGAIN)}
    sys.stdout.write(json.dumps(answer))


def _reader(form: str) -> Callable[[bytes], tuple[Grid, ...]]:
    # openpyxl takes numpy along when it finds it; the parser needs neither its time nor memory.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    reader: Callable[[bytes], tuple[Grid, ...]] = import_module(_READERS[form]).read
    return reader


def _limit(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # no such limits on this system; the parent's clock still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
