"""One member set against another: `larger than the North`, 仅次于华东, `second only to`."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking.claim_frames import Claim, Families, claim_mention, frame_at
from drafter.checking.frames import Frame
from drafter.checking.judging import Judge
from drafter.checking.ranks import Ranks
from drafter.checking.result import Fault, Mention
from drafter.checking.vocabulary import Hit, NameKind
from drafter.ledger.claims import Standing

_LEAD = 24  # characters before a member that may set another against it


class Comparisons:
    """Finds and judges what a draft says of one member beside another, without a number."""

    def __init__(self, judge: Judge, families: Families, ranks: Ranks) -> None:
        self.judge = judge
        self.context = judge.context
        self.families = families
        self.ranks = ranks
        self.words = families.words

    def mentions(self) -> Iterator[Mention]:
        """The comparisons whose two members stand in one group."""
        kinds = [(pattern, 0) for pattern in self.words.beside]
        kinds += [(self.words.over, -1), (self.words.under, 1)]
        for hit in self.context.hits:
            if hit.kind is not NameKind.MEMBER:
                continue
            lead = self.context.text[max(0, hit.start - _LEAD) : hit.start]
            for pattern, step in kinds:
                match = pattern.search(lead)
                if match is not None:
                    yield from self._at(hit, hit.start - len(lead) + match.start(), step)
                    break

    def _at(self, hit: Hit, start: int, step: int) -> Iterator[Mention]:
        claim = Claim(start, hit.end, self.context.text[start : hit.end], {})
        frame = frame_at(self.context, start, hit.end)
        behind = self.context.counted.within(hit.end, frame.place.clause.end)
        before = [
            item
            for item in self.context.hits_in(frame.place.sentence.start, start, NameKind.MEMBER)
            if item.names[0].dimension == hit.names[0].dimension
        ]
        if self.context.in_table(frame.place) or behind or not before:
            return
        places = list(self._places(claim, frame, before[-1], hit))
        if not places:
            return
        right = any(_holds(ours, other, step) for ours, other in places)
        yield self._said(claim, *places[0], right=right)

    def _places(
        self, claim: Claim, frame: Frame, subject: Hit, other: Hit
    ) -> Iterator[tuple[Standing, Standing]]:
        """Where the two stand, by each yardstick and in each group that may be meant."""
        for family in self.families.in_question(frame, self.families.all):
            ours = [index for index in family.members if index in subject.names[0].figures]
            theirs = [index for index in family.members if index in other.names[0].figures]
            if ours and theirs and ours[0] != theirs[0]:
                left = self.ranks.standings(claim, frame, family, ours[0])
                right = self.ranks.standings(claim, frame, family, theirs[0])
                for (mine, _, _), (its, _, _) in zip(left, right, strict=False):
                    yield mine, its

    def _said(self, claim: Claim, ours: Standing, other: Standing, *, right: bool) -> Mention:
        wording, ledger = self.judge.wording, self.context.ledger
        working = "; ".join(
            f"{wording.label(ledger.series(item.figure))}: {item.rank} / {item.of}"
            for item in (ours, other)
        )
        return claim_mention(
            claim,
            fault=None if right else Fault.RANK,
            reason="rank",
            explanation=wording.sentence(
                "rank_ok" if right else "rank", working=working, shown=claim.text
            ),
            expected=f"{ours.rank} / {ours.of}",
        )


def _holds(ours: Standing, other: Standing, step: int) -> bool:
    """Whether the first stands right behind the other (0), above it (-1), below it (1)."""
    if step == 0:
        return ours.rank == other.rank + 1
    return ours.rank < other.rank if step < 0 else ours.rank > other.rank
