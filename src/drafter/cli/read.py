"""`drafter read --ndjson`: the quantities of texts, one JSON object a line in and out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TextIO

from drafter.errors import DrafterError, FieldFault
from drafter.figures.decimals import plain
from drafter.figures.document import load_json
from drafter.figures.report import LANGUAGES
from drafter.languages.quantities import read_quantities
from drafter.languages.quantity import Quantity

_BROKEN_LINES = 2


class UnreadableLine(DrafterError):
    """A line of input is no request; `fault` names the field, `key` is its id if it has one."""

    def __init__(self, key: object, field: str, message: str) -> None:
        self.key = key
        self.fault = FieldFault(field, message)
        super().__init__(str(self.fault))


def read_lines() -> None:
    """Answer standard input on standard output; SystemExit(2) when a line could not be read."""
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    status = answer_lines(sys.stdin, sys.stdout)
    if status:
        raise SystemExit(status)


def answer_lines(lines: Iterable[str], out: TextIO) -> int:
    """Answer each line in its place; 0, or 2 when any line was answered with an error.

    Blank lines are passed over; they count in the line numbers of errors.
    """
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            answer = answer_line(line)
        except UnreadableLine as error:
            status = _BROKEN_LINES
            fault = {"line": number, "field": error.fault.field, "message": error.fault.message}
            answer = {"id": error.key, "error": fault}
        out.write(_one_line(answer) + "\n")
    return status


def answer_line(line: str) -> dict[str, Any]:
    """The answer to one request; UnreadableLine names the field that is wrong."""
    try:
        request = load_json(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableLine(None, "", f"is not JSON: {error}") from None
    if not isinstance(request, dict):
        raise UnreadableLine(None, "", "is not a JSON object")
    key = request.get("id")
    text, language = request.get("text"), request.get("language")
    if not isinstance(text, str):
        problem = "is missing" if "text" not in request else "is not text"
        raise UnreadableLine(key, "text", problem)
    if any(0xD800 <= ord(char) <= 0xDFFF for char in text):
        raise UnreadableLine(key, "text", "holds half a character (a lone surrogate)")
    if language not in LANGUAGES:
        problem = "is missing" if language is None else f"{language!r} is not known"
        raise UnreadableLine(key, "language", f"{problem}; write {' or '.join(LANGUAGES)}")
    quantities = read_quantities(text, language)
    return {"id": key, "quantities": [quantity_document(quantity) for quantity in quantities]}


def quantity_document(quantity: Quantity) -> dict[str, Any]:
    """The public shape of a quantity; numbers as plain decimal strings.

    `why_not` is there only for what is no business figure: a date, a list number, a code.
    """
    document = {
        "start": quantity.start,
        "end": quantity.end,
        "text": quantity.text,
        "kind": quantity.kind.value,
        "value": _decimal(quantity.value),
        "unit": quantity.unit,
        "low": _decimal(quantity.low),
        "high": _decimal(quantity.high),
        "hedge": quantity.hedge.value if quantity.hedge is not None else None,
    }
    if quantity.why_not is not None:
        document["why_not"] = quantity.why_not
    return document


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _one_line(answer: dict[str, Any]) -> str:
    line = json.dumps(answer, ensure_ascii=False)
    if any(0xD800 <= ord(char) <= 0xDFFF for char in line):
        return json.dumps(answer)
    return line
