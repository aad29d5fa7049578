"""The report document: what is read, and that each broken field is named."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import InvalidReport
from drafter.figures.document import load_json, parse_report, report_document
from drafter.figures.scenario import Scenario


def _report(**changes: Any) -> dict[str, Any]:
    figure = {"measure": "Sales", "unit": "CNY 10k", "dimensions": {"base": "A"}, "actual": "3085"}
    return {
        "period": "2026-10",
        "department": "Export desk",
        "language": "en",
        "figures": [figure],
    } | changes


def _figure(**changes: Any) -> dict[str, Any]:
    return _report(figures=[{"measure": "Sales", "unit": "t", "actual": 1} | changes])


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ([], ""),
        (_report(period=None), "period"),
        (_report(period="2026-13"), "period"),
        (_report(period="0000-01"), "period"),
        (_report(language="fr"), "language"),
        (_report(notes="a\0b"), "notes"),
        (_report(notes="\ud800"), "notes"),
        (_report(department="a\u202eb"), "department"),
        (_report(figures={}), "figures"),
        (_figure(measure=" "), "figures[0].measure"),
        (_figure(measure="\u200b"), "figures[0].measure"),
        (_figure(measure="m" * 501), "figures[0].measure"),
        (_figure(unit=None), "figures[0].unit"),
        (_figure(actual=None), "figures[0]"),
        (_figure(actual=True), "figures[0].actual"),
        (_figure(plan="1_000"), "figures[0].plan"),
        (_figure(plan="１２３"), "figures[0].plan"),
        (_figure(plan="1,000"), "figures[0].plan"),
        (_figure(plan="1e309"), "figures[0].plan"),
        (_figure(plan="NaN"), "figures[0].plan"),
        (_figure(polarity="up"), "figures[0].polarity"),
        (_figure(dimensions=[]), "figures[0].dimensions"),
        (_figure(dimensions={"region": "N\u2066"}), "figures[0].dimensions.region"),
    ],
)
def test_a_broken_field_is_named(document: object, field: str) -> None:
    with pytest.raises(InvalidReport) as caught:
        parse_report(document)
    assert [fault.field for fault in caught.value.faults] == [field]


def test_a_document_inside_a_document_is_named_without_a_trailing_dot() -> None:
    with pytest.raises(InvalidReport) as caught:
        parse_report(None, "report.")
    assert caught.value.faults[0].field == "report"


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(InvalidReport) as caught:
        parse_report(_figure(plan="x", unit="") | {"period": "October"})
    assert {fault.field for fault in caught.value.faults} == {
        "period",
        "figures[0].unit",
        "figures[0].plan",
    }


@pytest.mark.parametrize("text", ['{"a": 1, "a": 2}', "{", '{"a": 01}'])
def test_json_that_is_none_or_says_a_thing_twice_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"twice|line 1 column"):
        load_json(text)


@given(st.decimals("-1e20", "1e20", places=4, allow_nan=False))
def test_numbers_are_read_exactly_and_come_back(value: Decimal) -> None:
    for raw in (str(format(value, "f")), load_json(format(value, "f"))):
        report = parse_report(_figure(actual=raw))
        assert report.figures[0].values[Scenario.ACTUAL] == value
        assert parse_report(report_document(report)) == report
