"""The limited process: reads a file from standard input, answers grids as JSON.

Started by `sandbox` only: `python -m drafter.readers.worker FORM MEMORY SECONDS`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from drafter.readers.refusals import Refused
from drafter.readers.wire import to_json
from drafter.tables.grid import Grid

_READERS = {
    "xlsx": "drafter.readers.xlsx",
    "xls": "drafter.readers.xls",
    "ods": "drafter.readers.ods",
    "html": "drafter.readers.html_tables",
}


def main(form: str, memory: int, seconds: int) -> None:
    data = sys.stdin.buffer.read()
    _limit(memory, seconds)
    try:
        answer: dict[str, Any] = {"grids": to_json(_reader(form)(data))}
    except MemoryError:
        answer = {"kind": "memory", "values": {}}
    except Refused as error:
        answer = {"kind": error.kind, "values": error.values}
    except Exception as error:
        # Whatever a parser raises means: not readable.
        answer = {"kind": "unparsable", "values": {"detail": str(error)[:200]}}
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
