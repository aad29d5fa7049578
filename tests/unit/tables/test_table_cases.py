"""Tables of every kind, as data: each file is built, read, and compared fact by fact."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from table_files import build

from drafter.figures.decimals import plain
from drafter.figures.period import Period
from drafter.figures.report import Figure
from drafter.readers import read_file
from drafter.tables.read_month import read_month
from drafter.tables.reading import MonthReading

CASES = Path(__file__).parents[2] / "cases" / "tables"


def _load() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(CASES.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("case", _load())
def test_table(case: dict[str, Any]) -> None:
    reading = _read(case, {})
    _compare(reading, case["expect"])
    for step in case.get("then", ()):
        _compare(_read(case, _answers(reading, step["answers"])), step["expect"])


def _read(case: dict[str, Any], answers: dict[str, str]) -> MonthReading:
    name, data = build(case)
    given = Period.parse(case["period"]) if "period" in case else None
    grids = read_file(name, data, encoding=case.get("override"))
    return read_month(grids, answers=answers, period=given)


def _compare(reading: MonthReading, expect: dict[str, Any]) -> None:
    if "facts" in expect:
        assert _facts(reading) == {_normal(line) for line in expect["facts"]}
    if "period" in expect:
        assert str(reading.period or "") == (expect["period"] or "")
    asked = sorted(_asked(reading))
    assert asked == sorted(expect.get("questions", []))
    told = [problem.cells for problem in reading.problems]
    assert sorted(told) == sorted(expect.get("problems", []))
    for words in expect.get("notes", []):
        assert words in reading.notes


def _asked(reading: MonthReading) -> list[str]:
    """`kind cells` of every question."""
    return [
        f"{question.id.rsplit('-', 1)[0]} {question.cells}".strip()
        for question in reading.questions
    ]


def _facts(reading: MonthReading) -> set[str]:
    return {_line(figure) for figure in reading.figures}


def _line(figure: Figure) -> str:
    members = "; ".join(f"{key}={name}" for key, name in figure.dimensions.items())
    values = ", ".join(
        f"{scenario.value} {plain(value)}" for scenario, value in figure.values.items()
    )
    return f"{figure.measure} | {figure.unit.written} | {members} | {values}"


def _normal(line: str) -> str:
    return " | ".join(part.strip() for part in line.split("|"))


def _answers(reading: MonthReading, wanted: dict[str, str]) -> dict[str, str]:
    """{kind cells: answer} to {question id: answer}."""
    by_place = {
        f"{question.id.rsplit('-', 1)[0]} {question.cells}".strip(): question.id
        for question in reading.questions
    }
    return {by_place[place]: answer for place, answer in wanted.items()}
