"""Counts over a group: `four of the five regions beat plan`, 三个基地全部超额, `the only one`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.checking.claim_frames import (
    Claim,
    Families,
    Family,
    Pair,
    claim_mention,
    claim_of,
    evidence_of,
    frame_at,
    holds,
    pairs_for,
    predicate_in,
    without_names,
)
from drafter.checking.frames import Frame
from drafter.checking.judging import Judge
from drafter.checking.result import Fault, Mention, Verdict
from drafter.checking.vocabulary import Name, NameKind
from drafter.languages.claim_words import Predicate


@dataclass(frozen=True, slots=True)
class Tally:
    """How many members of a family a predicate holds for."""

    family: Family
    pair: Pair
    hits: tuple[int, ...]


class Counts:
    """Finds and judges the counts of a draft."""

    def __init__(self, judge: Judge, families: Families) -> None:
        self.judge = judge
        self.context = judge.context
        self.families = families
        self.words = families.words

    def mentions(self) -> Iterator[Mention]:
        """The counts of the text; a count that cannot be set against a group is left out."""
        reached = 0
        for match in _starting(self.words.count_start, self.words.counts, self.context.text):
            if match.start() < reached:
                continue
            found = self._mention(claim_of(match))
            if found is not None:
                reached = found.end
                yield found

    def only_one(self) -> Iterator[Mention]:
        """`only industry fell`, 只有干线增长: nobody else did."""
        for match in self.words.only.finditer(self.context.text):
            hits = self.context.hits.within(match.end(), match.end() + 2)
            if not hits or hits[0].kind is not NameKind.MEMBER:
                continue
            text = self.context.text[match.start() : hits[0].end]
            claim = Claim(match.start(), hits[0].end, text, {"unique": text})
            frame = frame_at(self.context, claim.start, claim.end)
            predicate = self._predicate(claim, frame)
            if predicate is not None and not self.context.in_table(frame.place):
                yield from self._of_one(claim, frame, predicate, hits[0].names[0])

    def _of_one(
        self, claim: Claim, frame: Frame, predicate: Predicate, member: Name
    ) -> Iterator[Mention]:
        named = [family for family in self.families.all if member.figures & set(family.members)]
        families = self.families.in_question(frame, named)
        tallies = [tally for family in families for tally in self._tally(family, predicate, frame)]
        for tally in tallies:
            if len(tally.hits) == 1 and tally.hits[0] in member.figures:
                yield self._said(claim, tally, None)
                return
        if tallies:
            yield self._said(claim, tallies[0], Fault.COUNT)

    def _speaks_of_others(self, claim: Claim) -> bool:
        """`the other two`: a part of the group that is not spelled out."""
        clause = self.context.place(claim.start).clause
        name = self.context.hits.last_before(claim.start)
        start = max(claim.start - 16, clause.start, 0 if name is None else name.end)
        lead = self.context.text[start : claim.start]
        return self.words.others.search(lead + claim.text) is not None

    def _mention(self, claim: Claim) -> Mention | None:
        of = self._number(claim, "of")
        frame = frame_at(self.context, claim.start, claim.end)
        if self.context.in_table(frame.place) or self._speaks_of_others(claim):
            return None
        split = self._split(claim)
        if split:
            return self._of_split(claim, frame, split)
        families = self._families(frame, claim, of)
        if claim.parts.get("every", "").lower() == "both":
            families = [family for family in families if len(family.members) == _BOTH]
        if not families:
            return None
        predicate = self._predicate(claim, frame)
        count = self._count(claim, of)
        whole = self._says_all(claim) or "half" in claim.parts
        if predicate is None or (count is None and not whole):
            return self._size(claim, of, families)
        tallies = [tally for family in families for tally in self._tally(family, predicate, frame)]
        if not tallies:
            return self._size(claim, of, families)
        return self._verdict(claim, count, tallies, frame)

    def _split(self, claim: Claim) -> dict[Predicate, int]:
        """How a claim divides the group: 一升两降, `two met plan and one missed`."""
        numbers = {said: self._number(claim, said.value) for said in Predicate}
        found = {said: number for said, number in numbers.items() if number is not None}
        return found if len(found) > 1 else {}

    def _of_split(self, claim: Claim, frame: Frame, split: dict[Predicate, int]) -> Mention | None:
        size = sum(split.values())
        named = self.families.in_question(frame, self.families.named(claim.parts.get("noun")))
        families = [family for family in named if len(family.members) == size]
        said: list[Tally] = []
        for family in families:
            by_pair: dict[Pair, list[bool]] = {}
            for predicate, number in split.items():
                for tally in self._tally(family, predicate, frame):
                    by_pair.setdefault(tally.pair, []).append(len(tally.hits) == number)
                    said.append(tally)
            if any(all(right) for right in by_pair.values()):
                return self._said(claim, said[0], None)
        return self._said(claim, said[0], Fault.COUNT) if said else None

    def _says_all(self, claim: Claim) -> bool:
        return "every" in claim.parts

    def _families(self, frame: Frame, claim: Claim, of: int | None) -> list[Family]:
        noun = claim.parts.get("noun")
        found = self.families.in_question(frame, self.families.named(noun))
        if of is not None:
            found = [family for family in found if len(family.members) == of]
            if not found:
                named = self.families.named(noun)
                found = [family for family in named if len(family.members) == of]
        elif noun is None and "count" in claim.parts and "of" not in claim.parts:
            found = found[:3]
        listed = self.families.listed(frame)
        if listed is not None and (of is None or len(listed.members) == of) and not found:
            found = [listed]
        return found

    def _number(self, claim: Claim, part: str) -> int | None:
        text = claim.parts.get(part)
        return None if text is None else self.words.small_number(text)

    def _count(self, claim: Claim, of: int | None) -> int | None:
        word = claim.parts.get("count", "").lower()
        if "unique" in claim.parts:
            return 1
        if "none" in claim.parts or word in ("none", "neither", "no"):
            return 0
        if word in ("all", "both"):
            return of
        if "above" in claim.parts:
            return self._number(claim, "above")
        return self._number(claim, "count")

    def _predicate(self, claim: Claim, frame: Frame) -> Predicate | None:
        """What is said of the members: behind the count first, then in its clause."""
        if "above" in claim.parts:
            return Predicate.ABOVE
        text, clause = self.context.text, frame.place.clause
        behind = without_names(self.context, claim.end, max(clause.end, claim.end))
        if claim.end >= clause.end - 1:
            last = min(frame.place.sentence.end, claim.end + 40)
            behind = without_names(self.context, claim.end, max(last, claim.end))
        stop = re.search(r"[;；。]", behind)
        behind = behind[: stop.start()] if stop else behind
        found = predicate_in(self.context, behind) or predicate_in(self.context, claim.text)
        return found or predicate_in(self.context, text[clause.start : clause.end])

    def _tally(self, family: Family, predicate: Predicate, frame: Frame) -> Iterator[Tally]:
        ledger = self.judge.context.ledger
        seen: set[Pair] = set()
        for index in family.members:
            for pair in pairs_for(predicate, frame, ledger.series(index)):
                seen.add(pair)
        for pair in sorted(seen, key=_month_first):
            verdicts = [
                (index, holds(predicate, ledger.series(index), pair, ledger.polarity(index)))
                for index in family.members
            ]
            if all(verdict is not None for _, verdict in verdicts):
                yield Tally(family, pair, tuple(index for index, verdict in verdicts if verdict))

    def _verdict(
        self, claim: Claim, count: int | None, tallies: list[Tally], frame: Frame
    ) -> Mention | None:
        for tally in tallies:
            if self._fits(claim, count, tally) and self._is_subject(claim, tally, frame):
                return self._said(claim, tally, None)
        if "unique" in claim.parts and not self._names_a_member(frame):
            return None
        return self._said(claim, tallies[0], Fault.COUNT)

    def _fits(self, claim: Claim, count: int | None, tally: Tally) -> bool:
        """Whether as many members are meant as the predicate holds for."""
        hits, members = len(tally.hits), len(tally.family.members)
        if "half" not in claim.parts:
            return hits == (members if count is None else count)
        if "over" in claim.parts:
            return 2 * hits > members
        return 2 * hits < members if "under" in claim.parts else 2 * hits == members

    def _names_a_member(self, frame: Frame) -> bool:
        return bool(self.judge.subjects.focus(frame).members)

    def _is_subject(self, claim: Claim, tally: Tally, frame: Frame) -> bool:
        """For `the only one`: whether the member spoken of is that one."""
        if "unique" not in claim.parts:
            return True
        members = self.judge.subjects.focus(frame).members
        return not members or any(
            tally.hits[0] in name.figures for group, _ in members[:3] for name in group
        )

    def _said(self, claim: Claim, tally: Tally, fault: Fault | None) -> Mention:
        wording, family = self.judge.wording, tally.family
        names = [wording.label(self.judge.context.ledger.series(index)) for index in tally.hits]
        expected = f"{len(tally.hits)} / {len(family.members)}"
        working = f"{expected} ({wording.phrases.joint.join(names) or '-'})"
        return claim_mention(
            claim,
            fault=fault,
            reason="count",
            explanation=wording.sentence(
                "count" if fault else "count_ok", working=working, shown=claim.text
            ),
            expected=expected,
            evidence=evidence_of(family.members, tally.pair),
        )

    def _size(self, claim: Claim, of: int | None, families: list[Family]) -> Mention | None:
        """Nothing is said of the members but how many they are."""
        if of is None or not any(len(family.members) == of for family in families):
            return None
        return Mention(
            claim.start,
            claim.end,
            claim.text,
            Verdict.SUPPORTED,
            "count",
            value=str(of),
            expected=str(of),
            explanation=self.judge.wording.sentence("count_ok", working=str(of)),
        )


_BOTH = 2


def _month_first(pair: Pair) -> tuple[bool, str]:
    return pair[0].value != "actual", pair[1].value


def scan(patterns: tuple[re.Pattern[str], ...], text: str) -> list[re.Match[str]]:
    """All matches in order of their place; at one place the pattern that stands first wins."""
    found = [
        (match.start(), rank, match)
        for rank, pattern in enumerate(patterns)
        for match in pattern.finditer(text)
    ]
    return [match for _, _, match in sorted(found, key=lambda item: item[:2])]


def _starting(
    start: re.Pattern[str], patterns: tuple[re.Pattern[str], ...], text: str
) -> Iterator[re.Match[str]]:
    """The matches of patterns at the places where one may begin, the first pattern first."""
    for place in start.finditer(text):
        for pattern in patterns:
            match = pattern.match(text, place.start())
            if match is not None:
                yield match
