"""What changed between two tables and between two texts."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import hypothesis.strategies as st
from hypothesis import given

from drafter.checking.result import CheckResult
from drafter.drafts.changes import PieceKind, figure_changes, section_changes, text_changes
from drafter.drafts.revision import Origin, Revision, Section
from drafter.figures.document import parse_report
from drafter.figures.report import Report
from drafter.figures.scenario import Scenario
from drafter.writing.sections import SectionKey


def report(*rows: dict[str, object]) -> Report:
    full = [{"unit": "CNY", **row} for row in rows]
    return parse_report({"period": "2026-10", "language": "en", "figures": full})


def changes(old: Report, new: Report) -> list[tuple[str, str, Scenario, str | None, str | None]]:
    return [
        (
            each.measure,
            ",".join(each.dimensions.values()),
            each.scenario,
            None if each.old is None else str(each.old),
            None if each.new is None else str(each.new),
        )
        for each in figure_changes(old, new)
    ]


def test_rows_are_matched_by_what_they_are_not_by_their_place():
    north = {"measure": "Sales", "dimensions": {"region": "North"}, "actual": 10, "plan": 8}
    south = {"measure": "Sales", "dimensions": {"region": "South"}, "actual": 20}
    cost = {"measure": "Cost", "actual": 5}
    old = report(north, south, cost)
    new = report(
        {**cost, "actual": 6}, south, {**north, "actual": 11, "plan": None, "prior_year": 9}
    )
    assert changes(old, new) == [
        ("Sales", "North", Scenario.ACTUAL, "10", "11"),
        ("Sales", "North", Scenario.PLAN, "8", None),
        ("Sales", "North", Scenario.PRIOR_YEAR, None, "9"),
        ("Cost", "", Scenario.ACTUAL, "5", "6"),
    ]


def test_rows_that_came_and_went():
    old = report({"measure": "Sales", "actual": 1}, {"measure": "Cost", "actual": 2})
    new = report({"measure": "Sales", "actual": "1.0"}, {"measure": "Calls", "actual": 3})
    assert changes(old, new) == [
        ("Cost", "", Scenario.ACTUAL, "2", None),
        ("Calls", "", Scenario.ACTUAL, None, "3"),
    ]


def test_equal_rows_are_told_apart_by_their_order():
    old = report({"measure": "Sales", "actual": 1}, {"measure": "Sales", "actual": 2})
    new = report({"measure": "Sales", "actual": 1}, {"measure": "Sales", "actual": 3})
    assert changes(old, new) == [("Sales", "", Scenario.ACTUAL, "2", "3")]


def test_a_number_changes_as_a_whole_and_as_a_figure():
    pieces = text_changes("Sales rose 4.2% to CNY 1,234.", "Sales rose 4.7% to CNY 1,239.")
    assert [(piece.kind.value, piece.text) for piece in pieces if piece.is_figure] == [
        ("removed", "4.2%"),
        ("added", "4.7%"),
        ("removed", "1,234"),
        ("added", "1,239"),
    ]


def test_chinese_changes_by_the_character():
    pieces = text_changes("回款同比增长4.2%。", "回款环比增长4.2%。")
    assert [piece.text for piece in pieces] == ["回款", "同", "环", "比增长4.2%。"]


@given(st.text(), st.text())
def test_the_pieces_give_both_texts_back(old, new):
    pieces = text_changes(old, new)
    before = [piece.text for piece in pieces if piece.kind is not PieceKind.ADDED]
    after = [piece.text for piece in pieces if piece.kind is not PieceKind.REMOVED]
    assert ("".join(before), "".join(after)) == (old, new)


def test_only_sections_that_differ_are_shown():
    def revision(number: int, *texts: str) -> Revision:
        sections = tuple(
            Section(key, key.value, text) for key, text in zip(SectionKey, texts, strict=False)
        )
        moment = datetime(2026, 11, 1, tzinfo=UTC)
        return Revision(number, "r", sections, CheckResult(()), Origin.EDIT, "", moment)

    [change] = section_changes(revision(1, "same", "was 4%"), revision(2, "same", "is 5%"))
    assert change.key is SectionKey.PRODUCTS
    assert [piece.text for piece in change.figures] == ["4%", "5%"]


def test_values_are_compared_exactly():
    [change] = figure_changes(
        report({"measure": "Sales", "actual": "0.1"}),
        report({"measure": "Sales", "actual": "0.1000000000000000000000001"}),
    )
    assert change.new == Decimal("0.1000000000000000000000001")
