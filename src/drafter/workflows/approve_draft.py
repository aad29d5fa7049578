"""Approve a draft's newest revision: only one in which every figure holds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.drafts.draft import Draft
from drafter.errors import NotApprovable, Outdated
from drafter.ports import DraftStore


@dataclass(frozen=True, slots=True)
class ApproveDraft:
    """An approved text is what later months look back on."""

    drafts: DraftStore

    def __call__(self, draft_id: str, *, based_on: int) -> Draft:
        """The approved draft; NotApprovable while a bad verdict stands; Outdated; NotFound."""
        draft = self.drafts.draft(draft_id)
        if draft.revision.number != based_on:
            raise Outdated(based_on, draft.revision.number)
        bad = len(draft.revision.check.findings)
        if bad:
            raise NotApprovable(
                f"{bad} figures or claims of this draft are contradicted or unsupported; "
                "correct them first."
            )
        self.drafts.approve(draft_id, based_on)
        return replace(draft, approved=based_on)
