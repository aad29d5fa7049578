"""What reading a month's table answers: what is certain, what is broken, what must be asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from drafter.figures.document import figure_document
from drafter.figures.period import Period
from drafter.figures.report import Figure, LanguageCode


@dataclass(frozen=True, slots=True)
class Problem:
    """Something broken or left out, with its place (`Sheet1!F10`, `row 7`)."""

    where: str
    what: str
    cells: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something uncertain: its cells give no figure until it is answered.

    `id` is stable for the same layout, so that an answer can be offered again next month.
    `options` are answers as codes or words a person reads; free values are allowed where empty.
    """

    id: str
    where: str
    what: str
    cells: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthReading:
    """A month as read from files: figures, problems, questions, notes; `period` may be unknown."""

    period: Period | None
    language: LanguageCode
    figures: tuple[Figure, ...]
    notes: str = ""
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()


def reading_document(reading: MonthReading) -> dict[str, Any]:
    """The JSON-ready public shape of `drafter import`."""
    return {
        "period": str(reading.period) if reading.period else None,
        "language": reading.language,
        "figures": [figure_document(figure) for figure in reading.figures],
        "notes": reading.notes,
        "problems": [
            {"where": problem.where, "what": problem.what, "cells": problem.cells}
            for problem in reading.problems
        ],
        "questions": [
            {
                "id": question.id,
                "where": question.where,
                "what": question.what,
                "cells": question.cells,
                "options": list(question.options),
            }
            for question in reading.questions
        ],
    }
