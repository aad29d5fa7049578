"""The same layout asks under the same id next month, whatever its values are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.figures.period import Period
from drafter.languages.headers import fold, header_words
from drafter.readers import read_file
from drafter.tables.labels import read_label
from drafter.tables.read_month import read_month
from drafter.tables.scenarios import Kind, combine, meaning_of


def _ids(month: str, values: tuple[str, ...]) -> list[str]:
    text = (
        f"{month}\n区域,实际(万元),计划(万元)\n大连,{values[0]},{values[1]}\n沈阳,{values[2]},5\n"
    )
    reading = read_month(read_file("t.csv", text.encode()))
    return [question.id for question in reading.questions]


def test_ids_hang_on_the_layout() -> None:
    first = _ids("2026年9月", ("约10", "12", "3"))
    second = _ids("2026年10月", ("约20", "25", "7"))
    assert first == second
    assert first


@given(st.text(max_size=40))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(
    st.sampled_from(sorted(header_words().phrases)), st.sampled_from(["", "2026", "Oct", "10月"])
)
def test_every_header_phrase_gets_a_meaning(phrase: str, beside: str) -> None:
    meaning = meaning_of(combine([read_label(f"{beside} {phrase}")]), Period(2026, 10))
    assert meaning.kind is not Kind.NO_MONTH
    assert (meaning.scenario is None) == (meaning.kind is not Kind.SCENARIO)
