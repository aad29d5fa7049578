"""A quantity as read in a text: its span, its exact value, and the interval it allows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from drafter.figures.unit import Unit


class QuantityKind(StrEnum):
    NUMBER = "number"
    PERCENT = "percent"
    POINTS = "points"
    CURRENCY = "currency"
    DIMENSION = "dimension"
    ORDINAL = "ordinal"
    MULTIPLE = "multiple"
    FRACTION = "fraction"
    DATE = "date"
    RANGE = "range"


class Hedge(StrEnum):
    """How the words around a number loosen it, and to which side."""

    ABOUT = "about"  # about, roughly, 约, 左右, 上下
    NEARLY = "nearly"  # nearly, almost, 近: just below
    OVER = "over"  # over, more than, 超, 逾, 余, 多: above
    UNDER = "under"  # under, less than, 不足, 不到: below
    AT_LEAST = "at_least"  # at least, 至少, 以上
    AT_MOST = "at_most"  # at most, up to, 至多, 以内


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of a text, in digits or words.

    `start`, `end` are code points into the text as given and include currency, unit and scale.
    `value` is unscaled (`17,769万元` is 177690000 CNY, `八成` is 80 %) and None for a range and
    for dates. `low`, `high` bound what the written precision and the hedge allow; None is open.
    `unit` is the canonical base (`CNY`, `%`, `points`, `tonnes`, a counting noun) or None.
    `step` is the worth of the last written digit, unscaled (0.1 for 4.2 %, 1e6 for $12 million).
    `why_not` names why this is no business figure (`date`, `list number`, `code`, `name`, `idiom`,
    `period`, `heading`, `standard`, `phone`): such a quantity is ignored by the check.
    """

    start: int
    end: int
    text: str
    kind: QuantityKind
    value: Decimal | None
    unit: str | None
    low: Decimal | None
    high: Decimal | None
    hedge: Hedge | None = None
    step: Decimal | None = None
    written_unit: Unit | None = None
    why_not: str | None = None
