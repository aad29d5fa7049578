"""Exact decimals, periods, and report documents, over arbitrary input."""

from __future__ import annotations

import contextlib
import json
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import FieldFault, InvalidReport
from drafter.figures.decimals import EXACT, divide, parse_decimal, plain, round_half_up
from drafter.figures.document import load_json, parse_report, report_document
from drafter.figures.period import Period
from drafter.figures.scenario import Scenario

_SANE = st.decimals(min_value=Decimal("-1e24"), max_value=Decimal("1e24"), places=6)


@given(_SANE)
def test_what_is_written_plainly_is_read_back_exactly(value: Decimal) -> None:
    assert parse_decimal(plain(value)) == value


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_a_named_fault(text: str) -> None:
    with contextlib.suppress(ValueError):
        value = parse_decimal(text)
        assert value.is_finite()
        assert abs(value) < Decimal("1e62")


@pytest.mark.parametrize(
    "text",
    ["NaN", "Infinity", "-inf", "1,200", "１２", "1e999", "1e31", "", " 1", "0x10", "1_000", "--1"],
)
def test_what_is_no_plain_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"number|range"):
        parse_decimal(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("1e3", "1000"), ("+5", "5"), (".5", "0.5"), ("5.", "5"), ("-0", "0")]
)
def test_plain_writings_that_are_accepted(text: str, expected: str) -> None:
    assert plain(parse_decimal(text)) == expected


@given(_SANE, _SANE)
def test_a_quotient_times_its_divisor_is_the_number(top: Decimal, bottom: Decimal) -> None:
    quotient = divide(top, bottom)
    if not bottom:
        assert quotient is None
        return
    assert quotient is not None
    assert abs(EXACT.multiply(quotient, bottom) - top) <= abs(top) * Decimal("1e-25")


@given(_SANE, st.integers(min_value=-3, max_value=6))
def test_rounding_is_commercial(value: Decimal, places: int) -> None:
    rounded = round_half_up(value, places)
    assert abs(EXACT.subtract(rounded, value)) * 2 <= Decimal(1).scaleb(-places)
    assert rounded == value.quantize(
        Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=EXACT
    )


@given(st.integers(1900, 2200), st.integers(1, 12), st.integers(-400, 400))
def test_months_are_shifted_there_and_back(year: int, month: int, count: int) -> None:
    period = Period(year, month)
    assert Period.parse(str(period)) == period
    assert period.shifted(count).shifted(-count) == period
    assert (period.shifted(count) > period) == (count > 0)
    assert period.previous.shifted(1) == period
    assert 0 <= period.months_left <= 11


@given(st.text(max_size=10))
def test_any_text_is_a_month_or_refused(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert str(Period.parse(text)) == text


_NAMES = st.text(
    st.characters(blacklist_categories=["Cs", "Cc", "Cf"]), min_size=1, max_size=12
).filter(lambda text: bool(text.strip()))
_ROWS = st.fixed_dictionaries(
    {
        "measure": _NAMES,
        "unit": st.sampled_from(["CNY 10k", "万元", "%", "tonnes", "户"]),
        "actual": st.one_of(st.integers(-(10**12), 10**12), _SANE.map(plain)),
    },
    optional={
        "plan": st.one_of(st.none(), _SANE.map(plain)),
        "dimensions": st.dictionaries(_NAMES, _NAMES, max_size=2),
        "aliases": st.lists(_NAMES, max_size=2),
        "polarity": st.sampled_from(["higher_is_better", "lower_is_better", "neutral"]),
    },
)


@given(
    st.lists(_ROWS, max_size=4, unique_by=lambda row: row["measure"].strip()),
    st.sampled_from(["en", "zh"]),
)
def test_a_report_document_is_read_back_as_written(rows: list[object], language: str) -> None:
    document = {"period": "2026-10", "department": "d", "language": language, "figures": rows}
    report = parse_report(load_json(json.dumps(document)))
    assert parse_report(load_json(json.dumps(report_document(report)))) == report
    for row, figure in zip(rows, report.figures, strict=True):
        assert figure.value(Scenario.ACTUAL) == Decimal(str(row["actual"]))  # type: ignore[index]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(
    st.one_of(
        _JSON,
        st.fixed_dictionaries(
            {"period": _JSON, "language": _JSON, "figures": _JSON, "notes": _JSON}
        ),
        st.fixed_dictionaries(
            {
                "period": st.just("2026-10"),
                "language": st.just("en"),
                "figures": st.lists(
                    st.fixed_dictionaries({"measure": _JSON, "unit": _JSON, "actual": _JSON}),
                    max_size=2,
                ),
            }
        ),
    )
)
def test_any_document_is_a_report_or_names_its_fields(document: object) -> None:
    faults: tuple[FieldFault, ...] = ()
    try:
        parse_report(document, "report.")
    except InvalidReport as error:
        faults = error.faults
    else:
        return
    assert faults
    assert all(fault.field.startswith("report") and fault.message for fault in faults)


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"unit": "元", "actual": 1}, "figures[0].measure"),
        ({"measure": "m", "actual": 1}, "figures[0].unit"),
        ({"measure": "m", "unit": "元"}, "figures[0]"),
        ({"measure": "m", "unit": "元", "plan": "NaN"}, "figures[0].plan"),
        ({"measure": "m", "unit": "元", "actual": "1e999"}, "figures[0].actual"),
        ({"measure": "m", "unit": "元", "actual": True}, "figures[0].actual"),
        ({"measure": "m", "unit": "元", "actual": 1, "dimensions": []}, "figures[0].dimensions"),
        ({"measure": "m", "unit": "元", "actual": 1, "polarity": "up"}, "figures[0].polarity"),
    ],
)
def test_a_broken_row_names_its_field(row: dict[str, object], field: str) -> None:
    document = {"period": "2026-10", "language": "zh", "figures": [row]}
    with pytest.raises(InvalidReport) as caught:
        parse_report(document)
    assert [fault.field for fault in caught.value.faults] == [field]


def test_numbers_never_pass_through_a_binary_float() -> None:
    row = '{"measure": "m", "unit": "%", "actual": 0.1}'
    document = f'{{"period": "2026-10", "language": "en", "figures": [{row}]}}'
    (figure,) = parse_report(load_json(document)).figures
    assert figure.value(Scenario.ACTUAL) == Decimal("0.1")


def test_a_key_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        load_json('{"a": 1, "a": 2}')


@pytest.mark.parametrize(
    "text", ["0000-01", "0026-10", "2026-00", "2026-13", "２０２６-１０", "2026-10\n"]
)
def test_no_month_of_any_calendar_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a month"):
        Period.parse(text)
