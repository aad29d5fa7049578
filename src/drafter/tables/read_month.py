"""Grids of cells to a month: figures, problems, questions, notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from drafter.figures.period import Period
from drafter.tables.grid import Grid
from drafter.tables.reading import MonthReading

_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


def read_month(
    grids: Sequence[Grid],
    *,
    answers: Mapping[str, str] = _NO_ANSWERS,
    period: Period | None = None,
) -> MonthReading:
    """What the tables say; `answers` are {question id: answer}, `period` the month if known."""
    return MonthReading(period, "en", ())
