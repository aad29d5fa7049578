"""Reading a month from a report document, and answers that come back next month."""

from __future__ import annotations

import json

import pytest

from drafter.errors import InvalidReport, UnreadableFile
from drafter.figures.document import report_document
from drafter.figures.period import Period
from drafter.ports import UploadedFile
from drafter.readers import read_file
from drafter.workflows.import_month import ImportMonth


def document(report, **changes) -> UploadedFile:
    content = {**report_document(report), **changes}
    return UploadedFile("month.json", json.dumps(content).encode())


def test_a_report_document_comes_through_exactly(report):
    imported = ImportMonth(read_file)([document(report)])
    assert imported.report() == report
    assert (imported.asked, imported.offered) == ((), {})


def test_what_is_given_wins_over_the_document(report):
    imported = ImportMonth(read_file)(
        [document(report)],
        period=Period(2026, 9),
        department="Desk B",
        language="zh",
        notes="Added line.",
    )
    made = imported.report()
    assert (made.period, made.department, made.language) == (Period(2026, 9), "Desk B", "zh")
    assert made.notes == f"{report.notes}\nAdded line."


def test_a_document_without_its_month_is_read_but_stays_without(report):
    imported = ImportMonth(read_file)([document(report, period=None)])
    assert imported.report().period is None
    assert imported.report().figures == report.figures
    assert (
        ImportMonth(read_file)([document(report, period=None)], period=Period(2026, 1))
        .report()
        .period
    )


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"{", InvalidReport, "is not JSON"),
        (b"[" * 100_000, InvalidReport, "is not JSON"),
        (b'{"period": "2026-13"}', InvalidReport, "period"),
        (
            b'{"period": "2026-10", "language": "en", "figures": [{"plan": NaN}]}',
            InvalidReport,
            r"figures\[0\]\.plan",
        ),
    ],
)
def test_a_broken_document_is_named_with_its_place(data, error, words):
    with pytest.raises(error, match=words):
        ImportMonth(read_file)([UploadedFile("month.json", data)])


def test_a_document_stands_alone(report):
    with pytest.raises(UnreadableFile, match="stands alone"):
        ImportMonth(read_file)([document(report), UploadedFile("more.csv", b"a,b")])


TABLE = "区域,本月实际,上月\n大连（万元）,{},{}\n天津（万元）,{},{}\n"


def test_an_answer_is_kept_and_offered_again_next_month(drafter):
    """But not the month itself: that would be wrong by definition."""

    def handed_in(month: Period | None, *values: int, **more):
        table = UploadedFile("月报.csv", TABLE.format(*values).encode("gb18030"))
        return drafter.import_known_month(
            [table], period=month, department="出口部", language="zh", **more
        )

    september = (None, 3085, 2890, 1900, 2100)
    period, measure = handed_in(*september).reading.questions
    _, unit = handed_in(*september, answers={measure.id: "回款"}).reading.questions
    answers = {measure.id: "回款", unit.id: "万元", "period": "2026-09"}
    answered = handed_in(*september, answers=answers)
    assert answered.reading.questions == ()
    assert answered.asked == (period, measure, unit), (
        "the second came up with the answer to the first"
    )
    assert {figure.measure for figure in answered.reading.figures} == {"回款"}
    drafter.keep_report(answered.report(), imported=answered)

    [kept] = drafter.store.earlier_months("出口部", Period(2026, 10))
    assert kept.report == answered.report()
    next_month = handed_in(None, 3300, 3085, 2050, 1900)
    assert next_month.offered == {measure.id: "回款"}
    assert next_month.reading.figures == (), "offered, not taken"
    assert next_month.encodings == {"月报.csv": "gb18030"}
