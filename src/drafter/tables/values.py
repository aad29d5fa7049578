"""What one cell holds where a number is expected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from drafter.figures.unit import Unit
from drafter.languages.headers import fold, header_words
from drafter.tables.grid import Cell
from drafter.tables.number_formats import NumberFormat, read_format
from drafter.tables.number_texts import Doubt, Notation, NumberText, read_number
from drafter.tables.unit_texts import known_unit, lone_scale

_NOTHING_SIGNS = re.compile(r"[-–—−/\\|.…·*]{1,4}|_+")
_CURRENCY_DASH = re.compile(r"(?:[$€£¥₩₹]|[a-z]{2,3}\$?)\s*-")
_OVERFLOW = re.compile(r"#{2,}")


class ValueKind(StrEnum):
    NUMBER = "number"
    MISSING = "missing"
    DASH = "dash"  # zero or nothing: an accounting format shows both so
    WORDS = "words"
    DOUBTFUL = "doubtful"
    BROKEN = "broken"
    UNCALCULATED = "uncalculated"


@dataclass(frozen=True, slots=True)
class Value:
    """A cell's number as meant: 0.4235 under a % format is 42.35 and `percent`.

    `unit`, `scale` come from the cell itself (`$1.2m`, `300万`); `shown_in` is the power of ten
    that its format hides (`#,##0,` hides thousands). `decimals` are the places shown, `places`
    those written where it was typed as text. `text` is what stands there. A doubtful value has
    its `doubt` and what it may be.
    """

    kind: ValueKind
    text: str = ""
    number: Decimal = Decimal(0)
    percent: bool = False
    unit: Unit | None = None
    scale: Decimal = Decimal(1)
    shown_in: Decimal = Decimal(1)
    decimals: int | None = None
    places: int | None = None
    doubt: Doubt = Doubt.UNREADABLE
    candidates: tuple[str, ...] = ()
    footnote: str = ""
    noun: bool = False


def read_value(cell: Cell, notation: Notation) -> Value:
    """Read a cell as a value; words and what is broken come back as such."""
    if cell.error is not None:
        return Value(ValueKind.BROKEN, cell.error)
    content = cell.content
    if content is None:
        return Value(ValueKind.UNCALCULATED, cell.formula or "")
    if isinstance(content, bool):
        return Value(ValueKind.DOUBTFUL, str(content).upper())
    if isinstance(content, Decimal):
        return _stored(content, read_format(cell.number_format))
    if isinstance(content, datetime | date | time):
        return Value(ValueKind.DOUBTFUL, str(content).removesuffix(" 00:00:00"), doubt=Doubt.DATE)
    return _typed(content, cell.number_format, notation)


def _stored(number: Decimal, form: NumberFormat) -> Value:
    text = format(number, "f")
    if form.percent:
        return Value(ValueKind.NUMBER, text, number * 100, percent=True, decimals=form.decimals)
    shown_in = Decimal(10_000) if form.ten_thousands else Decimal(1000) ** form.thousands
    percent = "%" in form.literal or "％" in form.literal
    literal = form.literal.strip("▲△() ")
    scale = lone_scale(literal) if shown_in == 1 and literal else None
    return Value(
        ValueKind.NUMBER,
        text,
        number,
        percent=percent,
        unit=known_unit(literal) if literal and not percent and shown_in == 1 else None,
        scale=scale or Decimal(1),
        shown_in=shown_in,
        decimals=form.decimals,
    )


@lru_cache(maxsize=1 << 16)
def _typed(written: str, number_format: str, notation: Notation) -> Value:
    form = read_format(number_format)
    text = " ".join(written.split())
    plain = fold(text)
    if _OVERFLOW.fullmatch(plain):
        return Value(ValueKind.BROKEN, text)
    if _CURRENCY_DASH.fullmatch(plain):
        return Value(ValueKind.DASH, text)
    if _NOTHING_SIGNS.fullmatch(plain) or plain.strip("()[] ") in header_words().missing:
        dash = form.zero_dash and plain.strip("-") == ""
        return Value(ValueKind.DASH if dash else ValueKind.MISSING, text)
    number = read_number(text, notation)
    if number is None:
        return Value(ValueKind.WORDS, text)
    if isinstance(number, NumberText):
        return Value(
            ValueKind.NUMBER,
            text,
            number.value,
            number.percent,
            number.unit,
            number.scale,
            decimals=number.decimals,
            places=number.decimals,
            footnote=number.footnote,
            noun=number.noun,
        )
    return Value(ValueKind.DOUBTFUL, text, doubt=number.doubt, candidates=number.candidates)
