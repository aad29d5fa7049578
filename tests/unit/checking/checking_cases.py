"""Reads the checking cases: compact YAML tables of a report, its draft, and the planted errors."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from drafter.figures.document import parse_report
from drafter.figures.report import Report

CASES = Path(__file__).parents[2] / "cases" / "checking"


@dataclass(frozen=True)
class CheckingCase:
    """A draft with its report; `errors` are the (start, end) of what is wrong in it."""

    name: str
    report: Report
    draft: str
    examples: tuple[str, ...]
    errors: tuple[tuple[int, int, str], ...]


def checking_cases() -> list[CheckingCase]:
    """All cases of the folder."""
    return [_case(path) for path in sorted(CASES.glob("*.yaml"))]


def _case(path: Path) -> CheckingCase:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    draft = raw["draft"]
    errors = tuple(_span(draft, *error) for error in raw["errors"])
    return CheckingCase(path.stem, report_of(raw), draft, tuple(raw.get("examples", ())), errors)


def report_of(raw: dict[str, Any]) -> Report:
    """The report of a compact table."""
    document = {
        "period": str(raw["period"]),
        "department": raw["department"],
        "language": raw["language"],
        "figures": [_row(row, raw["columns"]) for row in raw["figures"]],
        "notes": raw.get("notes", ""),
    }
    return parse_report(document)


def _row(row: list[Any], columns: list[str]) -> dict[str, Any]:
    measure, unit, dimensions, *values = row
    figure: dict[str, Any] = {"measure": measure, "unit": unit, "dimensions": dimensions}
    for column, value in zip(columns, values, strict=False):
        if value not in (None, ""):
            figure[column] = str(value)
    return figure


def _span(draft: str, quote: str, kind: str, occurrence: int = 1) -> tuple[int, int, str]:
    at = -1
    for _ in range(occurrence):
        at = draft.index(quote, at + 1)
    return at, at + len(quote), kind
