"""Reports and remembered answers, on SQLite and on PostgreSQL."""

from __future__ import annotations

import pytest

from drafter.errors import NotDraftable, NotFound
from drafter.figures.document import report_document
from drafter.figures.period import Period
from drafter.figures.report import Report
from drafter.tables.reading import Problem, Question


def test_report_comes_back_as_it_was_kept(store, months):
    stored = months.stored()
    store.add_report(stored)
    kept = store.report(stored.id)
    assert report_document(kept.report) == report_document(stored.report)
    assert kept.report == stored.report
    assert (kept.answers, kept.created_at) == ({"q1": "plan"}, stored.created_at)


def test_what_the_import_left_open_is_kept(store, months):
    question = Question("q2", "Sheet1!F", "'上期' 指什么？", "Sheet1!F5:F17", ("上月", "去年同期"))
    problem = Problem("Sheet1!G4", "#DIV/0!", "Sheet1!G4")
    made = months.stored()
    stored = type(made)(made.id, made.report, made.created_at, {}, (problem,), (question,))
    store.add_report(stored)
    assert store.report(stored.id) == stored


def test_a_report_of_another_department_is_not_there(store, months):
    stored = months.stored()
    store.add_report(stored)
    with pytest.raises(NotFound):
        store.report(stored.id, department="Hotel")
    assert store.report(stored.id, department="大连出口部").id == stored.id
    with pytest.raises(NotFound):
        store.report("nothing")


def test_a_report_without_its_month_is_refused(store, months):
    report = months.report()
    unknown = Report(None, report.department, "zh", report.figures)
    with pytest.raises(NotDraftable):
        store.add_report(months.stored(unknown))


def test_earlier_months_are_the_departments_own_newest_first(store, months):
    first_try = months.stored(months.report("2026-08", actual="1"))
    for stored in (
        months.stored(months.report("2025-12", actual="12")),
        first_try,
        months.stored(months.report("2026-09", actual="3")),
        months.stored(months.report("2026-08", actual="2"), replaces=first_try.id),
        months.stored(months.report("2026-09", "Hotel", actual="999")),
        months.stored(months.report("2026-10", actual="4")),
        months.stored(months.report("2026-11", actual="5")),
    ):
        store.add_report(stored)
    found = store.earlier_months("大连出口部", Period(2026, 10))
    assert [str(each.report.period) for each in found] == ["2026-09", "2026-08", "2025-12"]
    assert [report_document(each.report)["figures"][0]["actual"] for each in found] == [
        "3",
        "2",
        "12",
    ]
    assert [each.approved_text for each in found] == [None, None, None]
    assert len(store.earlier_months("大连出口部", Period(2026, 10), limit=2)) == 2


def test_earlier_months_bring_the_text_that_was_approved(store, months):
    stored = months.stored(months.report("2026-09"))
    store.add_report(stored)
    open_draft, approved = months.draft(stored, "未批准。"), months.draft(stored, "已批准。")
    for draft in (open_draft, approved):
        store.add_draft(draft)
    store.approve(approved.id, 1)
    store.add_revision(approved.id, months.revision(2, stored.id, "批准后又改。"), based_on=1)
    [month] = store.earlier_months("大连出口部", Period(2026, 10))
    assert month.approved_text == approved.revision.text


def test_answers_are_remembered_for_the_department_and_replaced(store, months):
    store.remember_answers("A", {"x": "plan", "y": "prior_month"}, months.moment())
    store.remember_answers("A", {"x": "prior_year"}, months.moment())
    store.remember_answers("B", {"x": "other"}, months.moment())
    assert store.remembered_answers("A") == {"x": "prior_year", "y": "prior_month"}
    assert store.remembered_answers("B") == {"x": "other"}
    assert store.remembered_answers("C") == {}
