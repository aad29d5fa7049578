"""Parsing in a process of its own with limits on time and memory, so that no file can harm."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from drafter.readers.refusals import refused
from drafter.readers.wire import from_json
from drafter.tables.grid import Grid

SECONDS = 10  # of processor time; a busy machine may take longer by the clock
_LONGEST_WAIT = 2 * SECONDS
MEMORY = 256 * 1024 * 1024


def parse_limited(form: str, name: str, data: bytes) -> tuple[Grid, ...]:
    """The grids of an untrusted file of this form (`xlsx`, `xls`, `ods`, `html`).

    UnreadableFile when the parser refuses it, takes over 10 s or wants over 256 MiB.
    """
    command = [sys.executable, "-m", "drafter.readers.worker", form, str(MEMORY), str(SECONDS)]
    try:
        run = subprocess.run(  # noqa: S603 - our own module under our own interpreter
            command,
            input=data,
            capture_output=True,
            timeout=_LONGEST_WAIT,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise refused(name, "slow", seconds=_LONGEST_WAIT) from error
    answer = _answer(run.stdout)
    if answer is None:
        raise refused(name, "memory")
    if "kind" in answer:
        raise refused(name, answer["kind"], **answer["values"])
    return from_json(answer["grids"], name)


def _answer(output: bytes) -> dict[str, Any] | None:
    """The worker's answer, or None when it was killed before it could give one."""
    try:
        answer: dict[str, Any] = json.loads(output)
    except ValueError:
        return None
    return answer


def _environment() -> Mapping[str, str]:
    """Only what Python needs: no secrets of ours reach the parser."""
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "LANG") if key in os.environ}
    return kept | {
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONUTF8": "1",
        "OPENPYXL_LXML": "False",
        "OPENPYXL_DEFUSEDXML": "True",
    }
