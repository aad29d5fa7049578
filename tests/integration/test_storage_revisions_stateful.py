"""No update is lost, whatever two people do to one draft in whatever order."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from drafter.errors import Outdated

PEOPLE = st.sampled_from(["Lin", "Meyer"])


def test_no_update_is_lost(store, months):
    class TwoEditors(RuleBasedStateMachine):
        """Each sees the revision that they opened last; the model is the list of kept texts."""

        def __init__(self) -> None:
            super().__init__()
            stored = months.stored()
            store.add_report(stored)
            self.draft = months.draft(stored, "first")
            store.add_draft(self.draft)
            self.kept = ["first"]
            self.seen = {"Lin": 1, "Meyer": 1}
            self.approved: int | None = None

        @rule(person=PEOPLE)
        def open_newest(self, person: str) -> None:
            self.seen[person] = store.draft(self.draft.id).revision.number
            assert self.seen[person] == len(self.kept)

        @rule(person=PEOPLE, text=st.text(max_size=8), correct=st.booleans())
        def save(self, person: str, text: str, correct: bool) -> None:
            based_on = self.seen[person]
            corrected = months.stored() if correct else None
            report_id = corrected.id if corrected else self.draft.revision.report_id
            text = text.replace("\0", "")
            revision = months.revision(based_on + 1, report_id, text)
            newest = len(self.kept)
            if based_on < newest:
                with pytest.raises(Outdated) as refused:
                    store.add_revision(self.draft.id, revision, based_on, corrected=corrected)
                assert refused.value.newest == newest
            else:
                store.add_revision(self.draft.id, revision, based_on, corrected=corrected)
                self.kept.append(text)
                self.seen[person] = based_on + 1

        @rule(person=PEOPLE)
        def approve(self, person: str) -> None:
            if self.seen[person] < len(self.kept):
                with pytest.raises(Outdated):
                    store.approve(self.draft.id, self.seen[person])
            else:
                store.approve(self.draft.id, self.seen[person])
                self.approved = self.seen[person]

        @invariant()
        def every_accepted_text_is_there(self) -> None:
            revisions = store.revisions(self.draft.id)
            assert [each.sections[0].text for each in revisions] == self.kept
            newest = store.draft(self.draft.id)
            assert newest.revision.number == len(self.kept)
            assert newest.approved == self.approved

    run_state_machine_as_test(
        TwoEditors, settings=settings(max_examples=25, stateful_step_count=12, deadline=None)
    )
