"""Amounts in the reader's language: exact, readable, and the same value in both languages."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from drafter.figures.decimals import EXACT
from drafter.figures.report import Figure, LanguageCode
from drafter.figures.scenario import Scenario
from drafter.figures.unit import parse_unit
from drafter.languages.phrasing import phrasing
from drafter.languages.quantities import read_quantities
from drafter.writing.amounts import amount, grouped, rate, style_of

_CASES = yaml.load(
    (Path(__file__).parents[2] / "cases" / "writing" / "amounts.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,
)


def _written(unit: str, values: list[str], language: LanguageCode) -> str:
    scenarios = dict(zip(Scenario, (Decimal(value) for value in values), strict=False))
    figure = Figure("Measure", parse_unit(unit), scenarios)
    value = EXACT.multiply(figure.values[Scenario.ACTUAL], figure.unit.factor)
    return amount(value, style_of(figure, phrasing(language).amounts))


@pytest.mark.parametrize(
    ("unit", "values", "english", "chinese"), _CASES, ids=lambda case: str(case)
)
def test_an_amount_in_both_languages(
    unit: str, values: list[str], english: str, chinese: str
) -> None:
    assert _written(unit, values, "en") == english
    assert _written(unit, values, "zh") == chinese


@settings(deadline=None)
@given(
    st.decimals("0.01", "99999999", places=2),
    st.sampled_from(["CNY", "CNY 10k", "万元", "亿元", "USD million", "USD k", "元", "%", "吨"]),
    st.sampled_from(["en", "zh"]),
)
def test_what_is_written_reads_back_as_the_same_value(
    value: Decimal, unit: str, language: LanguageCode
) -> None:
    text = _written(unit, [str(value)], language)
    read = [q for q in read_quantities(f"x {text} y", language) if q.value is not None]
    assert [q.value for q in read] == [value * parse_unit(unit).factor]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("94.4376", "94.4%"),
        ("105.04", "105.0%"),
        ("110", "110%"),
        ("99.96", "99.96%"),
        ("100.04", "100.04%"),
        ("99.9996", "99.9996%"),
        ("0.03", "0.03%"),
        ("1234.56", "1,234.6%"),
        ("0", "0%"),
    ],
)
def test_a_rate_never_shows_a_mark_that_it_does_not_reach(value: str, text: str) -> None:
    assert rate(Decimal(value)) == text


@settings(deadline=None)
@given(st.decimals("-1000", "1000", places=6))
def test_rates_round_to_the_nearest_and_keep_off_the_marks(value: Decimal) -> None:
    shown = Decimal(rate(value).rstrip("%").replace(",", ""))
    assert abs(shown - value) <= Decimal("0.05")
    assume(value not in (0, 100, -100))
    assert shown not in (0, 100, -100)


@settings(deadline=None)
@given(st.decimals("-1e12", "1e12", places=4))
def test_grouping_changes_no_digit(value: Decimal) -> None:
    assert Decimal(grouped(value).replace(",", "")) == value
