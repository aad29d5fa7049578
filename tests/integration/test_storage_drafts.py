"""Drafts and revisions, on SQLite and on PostgreSQL: nothing lost, nothing by half."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from drafter.drafts.draft import Draft
from drafter.errors import NotFound, Outdated


@pytest.fixture
def draft(store, months) -> Draft:
    stored = months.stored()
    store.add_report(stored)
    made = months.draft(stored)
    store.add_draft(made)
    return made


def test_draft_comes_back_as_it_was_kept(store, draft):
    assert store.draft(draft.id) == draft
    assert store.draft(draft.id, department="大连出口部") == draft


def test_a_draft_of_another_department_is_not_there(store, draft):
    with pytest.raises(NotFound):
        store.draft(draft.id, department="Hotel")
    assert store.drafts("Hotel") == ()


def test_revisions_are_appended_and_none_is_changed(store, months, draft):
    second = months.revision(2, draft.revision.report_id, "改过。")
    store.add_revision(draft.id, second, based_on=1)
    assert store.draft(draft.id).revision == second
    assert store.revisions(draft.id) == (draft.revision, second)
    assert store.revision(draft.id, 1) == draft.revision


def test_a_change_of_an_older_revision_is_refused_and_leaves_nothing(store, months, draft):
    report_id = draft.revision.report_id
    second = months.revision(2, report_id)
    store.add_revision(draft.id, second, based_on=1)
    corrected = months.stored(months.report(actual="1"))
    with pytest.raises(Outdated) as refused:
        store.add_revision(draft.id, months.revision(2, corrected.id), 1, corrected=corrected)
    assert (refused.value.based_on, refused.value.newest) == (1, 2)
    assert store.revisions(draft.id) == (draft.revision, second)
    with pytest.raises(NotFound):
        store.report(corrected.id)


def test_a_correction_keeps_report_and_revision_together(store, months, draft):
    corrected = months.stored(months.report(actual="1"), replaces=draft.revision.report_id)
    second = months.revision(2, corrected.id)
    store.add_revision(draft.id, second, based_on=1, corrected=corrected)
    assert store.report(corrected.id) == corrected
    assert store.draft(draft.id).revision == second


def test_a_revision_that_cannot_be_kept_moves_nothing(store, months, draft):
    """Its report is not stored: the database refuses the second half of the change."""
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        store.add_revision(draft.id, months.revision(2, "no such report"), based_on=1)
    assert store.draft(draft.id) == draft
    assert store.drafts()[0].revision == 1


def test_revisions_follow_one_another(store, months, draft):
    with pytest.raises(ValueError, match="cannot follow"):
        store.add_revision(draft.id, months.revision(5, draft.revision.report_id), based_on=1)


def test_of_two_who_save_at_once_one_wins_and_the_other_is_told(store, months, draft):
    start = threading.Barrier(8)
    outcomes: list[str] = []

    def save(text: str) -> None:
        revision = months.revision(2, draft.revision.report_id, text)
        start.wait()
        try:
            store.add_revision(draft.id, revision, based_on=1)
            outcomes.append(text)
        except Outdated:
            outcomes.append("outdated")

    savers = [threading.Thread(target=save, args=(f"改{n}",)) for n in range(8)]
    for saver in savers:
        saver.start()
    for saver in savers:
        saver.join()
    assert outcomes.count("outdated") == 7
    [winner] = [text for text in outcomes if text != "outdated"]
    assert [each.number for each in store.revisions(draft.id)] == [1, 2]
    assert store.draft(draft.id).revision.sections[0].text == winner


def test_the_list_shows_the_newest_change_first(store, months, draft):
    other = months.draft(months.stored(months.report("2026-09", "Hotel")))
    stored = replace(months.stored(months.report("2026-09", "Hotel")), id=other.revision.report_id)
    store.add_report(stored)
    store.add_draft(other)
    assert [line.id for line in store.drafts()] == [other.id, draft.id]
    store.add_revision(draft.id, months.revision(2, draft.revision.report_id), based_on=1)
    first, second = store.drafts()
    assert (first.id, first.revision, first.department) == (draft.id, 2, "大连出口部")
    assert first.counts == {"supported": 1, "contradicted": 0, "unsupported": 0, "ignored": 0}
    assert (second.id, str(second.period), second.language) == (other.id, "2026-09", "zh")
    assert store.drafts("Hotel") == (second,)
    assert store.drafts(limit=1) == (first,)
    assert store.departments() == ("Hotel", "大连出口部")


def test_only_the_newest_revision_can_be_approved(store, months, draft):
    store.add_revision(draft.id, months.revision(2, draft.revision.report_id), based_on=1)
    with pytest.raises(Outdated):
        store.approve(draft.id, 1)
    store.approve(draft.id, 2)
    assert store.draft(draft.id).approved == 2
    assert store.drafts()[0].approved == 2


def test_what_is_not_there_is_named(store, months):
    revision = months.revision(2, "r")
    for asked in (
        lambda: store.draft("none"),
        lambda: store.revision("none", 1),
        lambda: store.revisions("none"),
        lambda: store.approve("none", 1),
        lambda: store.add_revision("none", revision, 1),
    ):
        with pytest.raises(NotFound, match="none"):
            asked()
