"""Composing with the built-in writer, storing, and what is stored when something fails."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.drafts.remark import RemarkKind
from drafter.drafts.revision import Origin
from drafter.errors import InvalidReport, InvalidText, NotDraftable, NotFound
from drafter.figures.report import Report
from drafter.ports import StoredReport
from drafter.tables.reading import Problem, Question
from drafter.workflows.import_month import ImportedMonth
from drafter.workflows.progress import Progress, Step
from drafter.writing.sections import SectionKey


def test_a_draft_has_six_sections_and_no_bad_figure(drafter, report):
    composition = drafter.compose_draft(report)
    assert [section.key for section in composition.sections] == list(SectionKey)
    assert all(section.text.strip() for section in composition.sections)
    assert composition.check.findings == ()
    assert composition.check.counts["supported"] > 5
    assert (composition.origin, composition.writer) == (
        Origin.BUILT_IN_WRITER,
        "built-in writer",
    )


def test_every_binding_spans_its_words(drafter, report):
    for section in drafter.compose_draft(report).sections:
        ends = [0, *(binding.end for binding in section.bindings)]
        assert all(
            end <= binding.start < binding.end <= len(section.text)
            for end, binding in zip(ends, section.bindings, strict=False)
        )


def test_progress_tells_each_section_and_the_check(drafter, report):
    events: list[Progress] = []
    drafter.compose_draft(report, on_progress=events.append)
    assert [event.section for event in events if event.step is Step.DONE] == list(SectionKey)
    assert events[-1].step is Step.CHECKING


def test_what_is_stored_is_what_was_composed(drafter, report):
    stored = drafter.keep_report(report)
    draft = drafter.write_draft(stored.id)
    assert drafter.store.draft(draft.id) == draft
    composition = drafter.compose_draft(report)
    assert draft.revision.text == composition.text
    assert draft.revision.check == composition.check
    assert draft.revision.report_id == stored.id
    assert drafter.store.report(stored.id).report == report


def test_a_draft_says_what_the_table_left_open(drafter, report):
    question = Question("q9", "Sheet1!C2", "what?", "Sheet1!C2:C9")
    problems = (Problem("Sheet1!D4", "#DIV/0!", "Sheet1!D4"),) * 2
    reading = replace(ImportedMonth.of(report).reading, problems=problems, questions=(question,))
    stored = drafter.keep_report(report, imported=ImportedMonth(reading, report.department))
    draft = drafter.write_draft(stored.id)
    assert [(remark.kind, remark.detail) for remark in draft.revision.remarks] == [
        (RemarkKind.QUESTIONS_OPEN, "1"),
        (RemarkKind.PROBLEMS_IN_TABLE, "2"),
    ]


@pytest.mark.parametrize("lacking", [{"period": None}, {"figures": ()}])
def test_a_report_without_month_or_figures_is_neither_kept_nor_drafted(drafter, report, lacking):
    broken = replace(report, **lacking)
    with pytest.raises(NotDraftable):
        drafter.keep_report(broken)
    with pytest.raises(NotDraftable):
        drafter.compose_draft(broken)
    assert drafter.store.departments() == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [({"department": "A\0"}, "department"), ({"notes": "half \ud83d"}, "notes")],
)
def test_what_could_not_be_read_back_is_not_kept(drafter, report, change, field):
    with pytest.raises(InvalidReport, match=field):
        drafter.keep_report(replace(report, **change))
    assert drafter.store.departments() == ()


def test_an_answer_that_no_text_can_hold_is_not_kept(drafter, report):
    imported = replace(ImportedMonth.of(report), answers={"q1": "plan\0"})
    with pytest.raises(InvalidText, match="q1"):
        drafter.keep_report(report, imported=imported)


def test_a_report_that_is_not_there_is_named(drafter):
    with pytest.raises(NotFound, match="nowhere"):
        drafter.write_draft("nowhere")


def test_the_house_names_its_sections(drafter, report):
    drafter.settings.headings = {"en": {SectionKey.TEAM: "People"}}
    headings = [section.heading for section in drafter.compose_draft(report).sections]
    assert "People" in headings
    assert "## People\n" in drafter.compose_draft(report).text


def test_earlier_months_show_a_trend(drafter, report):
    earlier: list[StoredReport] = []
    month: Report = report
    for _ in range(2):
        month = replace(month, period=month.period.previous)
        earlier.append(drafter.keep_report(month))
    kinds = {(trend.figure, trend.kind.value) for trend in drafter.find_trends(report)}
    assert (1, "below_plan") in kinds
    assert (0, "met_plan") in kinds
    assert drafter.find_trends(replace(report, department="Another desk")) == ()
    assert drafter.find_trends(replace(report, period=None)) == ()


def test_any_text_is_checked_and_a_leak_from_an_example_is_named(drafter, report):
    text = "Payments collected in Dalian came to CNY 30.85 million. Bonus orders: 61.2 million."
    result = drafter.check_text(report, text, example_snippets=("Bonus orders: 61.2 million.",))
    assert [mention.verdict.value for mention in result.mentions][:1] == ["supported"]
    assert [mention.reason for mention in result.findings] == ["from_example"]
