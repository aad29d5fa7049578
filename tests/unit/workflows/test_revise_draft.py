"""Edits, corrections and approval of a stored draft."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from drafter.drafts.changes import PieceKind
from drafter.drafts.draft import Draft
from drafter.drafts.remark import RemarkKind
from drafter.drafts.revision import Origin
from drafter.errors import InvalidText, NotApprovable, NotFound, Outdated, WrongMonth
from drafter.figures.report import Report
from drafter.figures.scenario import Scenario
from drafter.writing.sections import SectionKey


@pytest.fixture
def draft(drafter, report) -> Draft:
    return drafter.write_draft(drafter.keep_report(report).id)


def results_of(draft: Draft) -> str:
    return draft.revision.section(SectionKey.RESULTS).text


def test_an_edit_is_a_new_revision_checked_anew(drafter, draft):
    wrong = results_of(draft) + "\n\nPayments collected in Dalian reached CNY 99.99 million."
    edited = drafter.revise_draft(draft.id, {SectionKey.RESULTS: wrong}, based_on=1, editor="Lin")
    assert (edited.revision.number, edited.revision.origin) == (2, Origin.EDIT)
    assert edited.revision.writer == "Lin"
    [finding] = edited.revision.check.findings
    assert "99.99" in finding.text
    assert drafter.store.draft(draft.id) == edited
    assert drafter.store.revision(draft.id, 1) == draft.revision


def test_references_stay_where_the_edit_left_them(drafter, draft):
    before = draft.revision.section(SectionKey.RESULTS)
    text = "In short: " + before.text
    edited = drafter.revise_draft(draft.id, {SectionKey.RESULTS: text}, based_on=1)
    after = edited.revision.section(SectionKey.RESULTS)
    assert len(after.bindings) == len(before.bindings)
    for was, now in zip(before.bindings, after.bindings, strict=True):
        assert before.text[was.start : was.end] == after.text[now.start : now.end]
        assert was.reference == now.reference


def test_a_figure_typed_over_is_no_longer_a_reference(drafter, draft):
    before = draft.revision.section(SectionKey.RESULTS)
    first = before.bindings[0]
    text = before.text[: first.start] + "nothing" + before.text[first.end :]
    edited = drafter.revise_draft(draft.id, {SectionKey.RESULTS: text}, based_on=1)
    assert len(edited.revision.section(SectionKey.RESULTS).bindings) == len(before.bindings) - 1


def test_an_edit_of_an_older_revision_is_refused_with_both_numbers(drafter, draft):
    drafter.revise_draft(draft.id, {SectionKey.TEAM: "One."}, based_on=1)
    with pytest.raises(Outdated) as refused:
        drafter.revise_draft(draft.id, {SectionKey.TEAM: "Two."}, based_on=1)
    assert (refused.value.based_on, refused.value.newest) == (1, 2)
    assert drafter.store.draft(draft.id).revision.section(SectionKey.TEAM).text == "One."


def test_saving_the_same_text_makes_no_revision(drafter, draft):
    same = {SectionKey.RESULTS: results_of(draft).replace("\n", "\r\n")}
    assert drafter.revise_draft(draft.id, same, based_on=1) == draft
    assert len(drafter.store.revisions(draft.id)) == 1


@pytest.mark.parametrize("char", ["\0", "\ud83d"])
def test_what_no_text_can_hold_is_refused_with_its_place(drafter, draft, char):
    with pytest.raises(InvalidText, match="character 4"):
        drafter.revise_draft(draft.id, {SectionKey.TEAM: f"abc{char}"}, based_on=1)
    assert len(drafter.store.revisions(draft.id)) == 1


def test_a_section_that_the_draft_does_not_have_is_named(drafter, draft):
    sections = draft.revision.sections[:-1]
    shorter = replace(draft.revision, number=2, sections=sections)
    drafter.store.add_revision(draft.id, shorter, based_on=1)
    with pytest.raises(NotFound, match="section problems"):
        drafter.revise_draft(draft.id, {SectionKey.PROBLEMS: "x"}, based_on=2)


def test_an_unknown_draft_is_named(drafter):
    with pytest.raises(NotFound, match="none"):
        drafter.revise_draft("none", {}, based_on=1)


def corrected(report: Report, actual: str) -> Report:
    """Dalian's payments corrected, and the rows in another order."""
    dalian, tianjin, customers = report.figures
    values = {**dalian.values, Scenario.ACTUAL: Decimal(actual)}
    return replace(report, figures=(customers, tianjin, replace(dalian, values=values)))


def test_corrected_figures_are_shown_by_the_references(drafter, draft, report):
    done = drafter.correct_figures(draft.id, corrected(report, "3185"), based_on=1)
    revision = done.draft.revision
    assert (revision.number, revision.origin) == (2, Origin.CORRECTED_FIGURES)
    assert "50.85 million" in revision.text, "the total of both bases"
    assert "49.85 million" not in revision.text
    assert revision.check.findings == ()
    [change] = done.changes.figures
    assert (change.measure, change.scenario, change.old, change.new) == (
        "Payments collected",
        Scenario.ACTUAL,
        Decimal(3085),
        Decimal(3185),
    )
    changed = {piece.text for section in done.changes.sections for piece in section.figures}
    assert any("50.85" in text for text in changed)


def test_corrections_are_kept_with_what_they_replace(drafter, draft, report):
    done = drafter.correct_figures(draft.id, corrected(report, "3185"), based_on=1)
    kept = drafter.store.report(done.draft.revision.report_id)
    assert kept.replaces == draft.revision.report_id
    assert drafter.store.draft(draft.id) == done.draft


def test_words_that_a_correction_made_wrong_are_found(drafter, draft, report):
    text = results_of(draft) + "\n\nPayments collected in Dalian exceeded plan."
    edited = drafter.revise_draft(draft.id, {SectionKey.RESULTS: text}, based_on=1)
    assert edited.revision.check.findings == ()
    done = drafter.correct_figures(draft.id, corrected(report, "2400"), based_on=2)
    assert any("exceeded" in each.text for each in done.draft.revision.check.findings)


def test_a_figure_that_is_gone_keeps_its_words_and_is_named(drafter, draft, report):
    without = replace(report, figures=report.figures[1:])
    done = drafter.correct_figures(draft.id, without, based_on=1)
    kinds = {remark.kind for remark in done.draft.revision.remarks}
    assert RemarkKind.REFERENCES_LOST in kinds
    assert done.draft.revision.check.findings, "the words without a source are found"
    removed = [change for change in done.changes.figures if change.new is None]
    assert {change.dimensions["base"] for change in removed} == {"Dalian"}


def test_a_table_of_another_month_is_refused(drafter, draft, report):
    with pytest.raises(WrongMonth, match=r"2026-10.*2026-09"):
        drafter.correct_figures(
            draft.id, replace(report, period=report.period.previous), based_on=1
        )
    with pytest.raises(Outdated):
        drafter.correct_figures(draft.id, report, based_on=7)


def test_a_correction_without_effect_on_the_text_shows_no_piece(drafter, draft, report):
    done = drafter.correct_figures(draft.id, report, based_on=1)
    assert done.changes.figures == ()
    assert [
        piece
        for section in done.changes.sections
        for piece in section.pieces
        if piece.kind is not PieceKind.SAME
    ] == []


def test_only_a_draft_whose_figures_hold_is_approved(drafter, draft):
    text = results_of(draft) + "\n\nPayments collected in Dalian reached CNY 99.99 million."
    drafter.revise_draft(draft.id, {SectionKey.RESULTS: text}, based_on=1)
    with pytest.raises(NotApprovable, match="1 figures"):
        drafter.approve_draft(draft.id, based_on=2)
    drafter.revise_draft(draft.id, {SectionKey.RESULTS: results_of(draft)}, based_on=2)
    with pytest.raises(Outdated):
        drafter.approve_draft(draft.id, based_on=2)
    assert drafter.approve_draft(draft.id, based_on=3).approved == 3
