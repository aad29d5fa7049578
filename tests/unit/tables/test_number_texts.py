"""Numbers as people type them come back exactly; nothing uncertain becomes a number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.tables.grid import Cell
from drafter.tables.number_texts import DoubtfulText, Notation, NumberText, notation_of, read_number
from drafter.tables.values import ValueKind, read_value

_NUMBERS = st.decimals(
    min_value=Decimal(-999999999), max_value=Decimal(999999999), places=2, allow_nan=False
)


@given(_NUMBERS)
def test_thousands_and_decimals_come_back_in_both_notations(number: Decimal) -> None:
    point = f"{number:,.2f}"
    comma = point.translate(str.maketrans(",.", ".,"))
    for text, notation in ((point, Notation.POINT), (comma, Notation.COMMA)):
        found = read_number(text, notation)
        assert isinstance(found, NumberText)
        assert found.value == number


@given(_NUMBERS.filter(lambda number: number > 0))
def test_brackets_triangles_and_trailing_minus_are_negative(number: Decimal) -> None:
    for text in (f"({number})", f"▲{number}", f"△{number}", f"{number}-", f"−{number}"):
        found = read_number(text, Notation.POINT)
        assert isinstance(found, NumberText)
        assert found.value == -number


@given(_NUMBERS)
def test_full_width_digits_are_digits(number: Decimal) -> None:
    wide = str(number).translate(str.maketrans("0123456789.-", "０１２３４５６７８９．－"))
    found = read_number(wide, Notation.POINT)
    assert isinstance(found, NumberText)
    assert found.value == number


@pytest.mark.parametrize(
    "text",
    ["~40", "约1100万元", "12-15", "3 of 4", "3/4", "1,23", "2026-10", "3-Apr", "12 (prelim.)"],
)
def test_what_is_not_one_number_is_doubtful(text: str) -> None:
    assert isinstance(read_number(text, Notation.POINT), DoubtfulText)


@given(st.text(max_size=30))
def test_any_text_is_a_number_a_doubt_or_words(text: str) -> None:
    assert isinstance(read_number(text, Notation.POINT), NumberText | DoubtfulText | type(None))


@given(st.integers(1, 9999), st.integers(0, 4))
def test_a_stored_fraction_under_a_percent_format_is_exact(digits: int, places: int) -> None:
    stored = Decimal(digits).scaleb(-places - 2)
    value = read_value(Cell(1, 1, stored, "0.0%"), Notation.POINT)
    assert value.kind is ValueKind.NUMBER
    assert value.percent
    assert value.number == Decimal(digits).scaleb(-places)


@pytest.mark.parametrize(
    ("texts", "semicolons", "notation"),
    [
        (["1.234,56", "2.000", "12.5"], True, Notation.COMMA),
        (["1,234.56", "2,000"], False, Notation.POINT),
        (["1.250", "2.100"], True, Notation.UNKNOWN),
        (["5", "7"], True, Notation.POINT),
    ],
)
def test_a_file_shows_how_it_writes_decimals(
    texts: list[str], semicolons: bool, notation: Notation
) -> None:
    assert notation_of(texts, semicolons=semicolons) is notation
