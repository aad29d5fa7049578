"""The table of written forms in tests/cases/quantities, one test a form."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.languages.quantities import read_quantities
from drafter.languages.quantity import Quantity

_CASES = Path(__file__).parents[2] / "cases" / "quantities"
_COLUMNS = ("kind", "value", "unit", "low", "high", "hedge")


def _cases(group: str) -> list[Any]:
    found = []
    for path in sorted(_CASES.glob("*.yaml")):
        table = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for row in table[group]:
            text = row if isinstance(row, str) else row[0]
            found.append(pytest.param(path.stem, row, id=f"{path.stem}: {text}"))
    return found


def _marked(marked: str) -> tuple[str, int, int]:
    before, _, rest = marked.partition("{")
    span, _, after = rest.partition("}")
    return before + span + after, len(before), len(before) + len(span)


def _only(marked: str, language: str) -> Quantity:
    """The one quantity that touches the marked span; it must be exactly that span."""
    text, start, end = _marked(marked)
    quantities = read_quantities(text, language)  # type: ignore[arg-type]
    touching = [q for q in quantities if q.start < end and start < q.end]
    assert [(q.start, q.end) for q in touching] == [(start, end)], [q.text for q in quantities]
    return touching[0]


def _is(found: Decimal | None, expected: str) -> bool:
    if expected == "":
        return found is None
    if found is None:
        return False
    if "/" in expected:
        return abs(
            found - Decimal(Fraction(expected).numerator) / Fraction(expected).denominator
        ) < (Decimal("1e-20"))
    return found == Decimal(expected)


@pytest.mark.parametrize(("language", "row"), _cases("reads"))
def test_a_form_is_read(language: str, row: list[str]) -> None:
    quantity = _only(row[0], language)
    assert quantity.why_not is None
    for column, expected in zip(_COLUMNS, row[1:], strict=False):
        found = getattr(quantity, column)
        if expected == "?":
            continue
        if column in ("value", "low", "high"):
            assert _is(found, expected), f"{column} is {found}, not {expected}"
        else:
            assert (found or "") == expected


@pytest.mark.parametrize(("language", "row"), _cases("ignored"))
def test_a_lookalike_is_named(language: str, row: list[str]) -> None:
    assert _only(row[0], language).why_not == row[1]


@pytest.mark.parametrize(("language", "row"), _cases("nothing"))
def test_prose_without_numbers_has_none(language: str, row: str) -> None:
    assert read_quantities(row, language) == ()  # type: ignore[arg-type]
