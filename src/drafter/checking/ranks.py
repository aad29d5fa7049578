"""Ranks over a group: `the second-largest region`, 居首, `the fastest growth`, 排在末位."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking.claim_frames import (
    Claim,
    Families,
    Family,
    Pair,
    claim_mention,
    claim_of,
    evidence_of,
    frame_at,
    growth_pairs,
    noted_mention,
    plan_pairs,
)
from drafter.checking.counts import scan
from drafter.checking.frames import Frame
from drafter.checking.judging import Judge
from drafter.checking.passages import BlockKind
from drafter.checking.result import Fault, Mention
from drafter.figures.scenario import Polarity, Scenario
from drafter.languages.claim_words import Yardstick
from drafter.ledger.claims import Standing, by_attainment, by_change, by_growth, by_level, standings


class Ranks:
    """Finds and judges the ranks of a draft."""

    def __init__(self, judge: Judge, families: Families) -> None:
        self.judge = judge
        self.context = judge.context
        self.families = families
        self.words = families.words

    def mentions(self) -> Iterator[Mention]:
        """The ranks of the text whose member and group are known."""
        reached = 0
        for match in scan(self.words.ranks, self.context.text):
            if match.start() < reached:
                continue
            found = self._mention(claim_of(match))
            if found is not None:
                reached = found.end
                yield found

    def _mention(self, claim: Claim) -> Mention | None:
        frame = frame_at(self.context, claim.start, claim.end)
        if self.context.in_table(frame.place) or not self._is_about_a_group(claim):
            return None
        named = self.families.named(claim.parts.get("noun"))
        options = list(self._options(claim, frame, named))
        if not options:
            return None
        for standing, family, pair in options:
            if standing.rank == self._wanted(claim, standing):
                return self._said(claim, standing, family, pair, None)
        if self._is_noted(claim):
            return noted_mention(self.judge, claim)
        standing, family, pair = options[0]
        return self._said(claim, standing, family, pair, Fault.RANK)

    def _is_about_a_group(self, claim: Claim) -> bool:
        """A superlative alone may speak of anything; with a noun or a yardstick it is a rank."""
        if not self.context.book.base_follows:
            return True
        if {"noun", "what", "place"} & set(claim.parts) or not _SUPERLATIVE.fullmatch(claim.text):
            return True
        block = self.context.block_of(self.context.place(claim.start))
        lead = self.context.text[block.start : claim.start]
        behind = self.context.text[claim.end : block.end]
        if behind[:8].lower().startswith(" of the "):
            return True
        alone = self.words.alone_after.search(lead) or not lead.strip()
        return alone is not None and self.words.alone_before.match(behind) is not None

    def _wanted(self, claim: Claim, standing: Standing) -> int:
        place = self.words.small_number(claim.parts.get("place", "1")) or 1
        from_end = "bottom" in claim.parts or "last" in claim.parts
        if self.words.judging.search(claim.text):
            lower = self.context.ledger.polarity(standing.figure) is Polarity.LOWER_IS_BETTER
            from_end = from_end is not lower
        return standing.of - place + 1 if from_end else place

    def _is_noted(self, claim: Claim) -> bool:
        """Whether the notes say so in the same words, with what stands around them."""
        text, notes = self.context.text, self.judge.notes.text
        size = claim.end - claim.start + _AROUND
        windows = (
            text[start : start + size] for start in range(max(0, claim.end - size), claim.start + 1)
        )
        return any(len(window) == size and window in notes for window in windows)

    def _options(
        self, claim: Claim, frame: Frame, families: list[Family]
    ) -> Iterator[tuple[Standing, Family, Pair]]:
        """Where the member stands, in each group and by each yardstick that may be meant."""
        listed = self.families.listed_around(frame)
        candidates = self.families.in_question(frame, families)
        for subject in self._subjects(frame):
            holders = [family for family in candidates if subject in family.members]
            if listed is not None and subject in listed.members and not holders:
                holders = [listed]
            for family in holders:
                yield from self.standings(claim, frame, family, subject)
            if holders:
                return

    def _subjects(self, frame: Frame) -> list[int]:
        """The rows of the member that is spoken of, in the sentence or the label of its bullet."""
        following = self._named_next(frame)
        if following:
            return following
        focus = self.judge.subjects.focus(frame)
        bulleted = self.context.block_of(frame.place).kind is BlockKind.BULLET
        names = [name for group, tier in focus.members if tier == 0 or bulleted for name in group]
        measures = [name for name, tier in focus.measures if tier == 0]
        found: list[int] = []
        for name in names[:1]:
            found += sorted(name.figures)
        if not names:
            for name in measures[:1]:
                found += sorted(name.figures)
        return found

    def _named_next(self, frame: Frame) -> list[int]:
        """The member right behind the superlative: 缺口最大的是…, `the largest was ...`."""
        end = frame.quantity.end
        match = self.words.names_next.match(self.context.text, end)
        if match is None:
            return []
        hits = self.context.hits.within(match.end(), match.end() + 2)
        return sorted(hits[0].names[0].figures) if hits else []

    def standings(
        self, claim: Claim, frame: Frame, family: Family, subject: int
    ) -> Iterator[tuple[Standing, Family, Pair]]:
        """Where one row of a family stands by each yardstick that a claim may mean."""
        for yardstick in self._yardsticks(claim, frame):
            yield from self._by(yardstick, frame, family, subject)

    def _yardsticks(self, claim: Claim, frame: Frame) -> list[Yardstick]:
        text, clause = self.context.text, frame.place.clause
        own = claim.text + text[claim.end : min(clause.end, claim.end + 24)]
        lead = text[clause.start : claim.start]
        follows = self.context.book.base_follows
        stretches = (claim.text, own, lead) if follows else (lead[-10:] + own, lead)
        for stretch in stretches:
            for yardstick, pattern in self.words.yardsticks:
                if follows and stretch is claim.text and yardstick in _VAGUE:
                    continue
                if pattern.search(stretch):
                    if yardstick is Yardstick.ANY:
                        return [Yardstick.LEVEL, Yardstick.ATTAINMENT, Yardstick.GROWTH]
                    return [yardstick]
        return [Yardstick.LEVEL]

    def _by(
        self, yardstick: Yardstick, frame: Frame, family: Family, subject: int
    ) -> Iterator[tuple[Standing, Family, Pair]]:
        ledger, series = self.context.ledger, self.context.ledger.series(subject)
        members = family.members
        if yardstick is Yardstick.LEVEL:
            for scenario in (Scenario.ACTUAL, Scenario.YTD_ACTUAL):
                if scenario in series.values:
                    ranked = standings(ledger, members, by_level(scenario))
                    yield from self._place(ranked, family, subject, (scenario, scenario))
                    return
        elif yardstick is Yardstick.GAP:
            for scenario, base in plan_pairs(frame, series):
                ranked = _reversed(standings(ledger, members, by_change(base, scenario)))
                yield from self._place(ranked, family, subject, (scenario, base))
        elif yardstick is Yardstick.ATTAINMENT:
            for scenario, base in plan_pairs(frame, series):
                ranked = standings(ledger, members, by_attainment(base, scenario))
                yield from self._place(ranked, family, subject, (scenario, base))
        else:
            for scenario, base in growth_pairs(frame, series):
                by = by_change if series.is_percent else by_growth
                ranked = standings(ledger, members, by(base, scenario))
                if yardstick is Yardstick.FALL:
                    ranked = _reversed(ranked)
                yield from self._place(ranked, family, subject, (scenario, base))

    def _place(
        self, ranked: list[Standing], family: Family, subject: int, pair: Pair
    ) -> Iterator[tuple[Standing, Family, Pair]]:
        if len(ranked) == len(family.members):
            for standing in ranked:
                if standing.figure == subject:
                    yield standing, family, pair

    def _said(
        self, claim: Claim, standing: Standing, family: Family, pair: Pair, fault: Fault | None
    ) -> Mention:
        wording = self.judge.wording
        label = wording.label(self.context.ledger.series(standing.figure))
        expected = f"{standing.rank} / {standing.of}"
        return claim_mention(
            claim,
            fault=fault,
            reason="rank",
            explanation=wording.sentence(
                "rank" if fault else "rank_ok", working=f"{label}: {expected}", shown=claim.text
            ),
            expected=expected,
            evidence=evidence_of(family.members, pair),
        )


_AROUND = 6  # characters of a claim's surroundings that the notes must share
_VAGUE = (Yardstick.LEVEL, Yardstick.ANY)
_SUPERLATIVE = re.compile(r"\w+(?:[- ]\w+)?")


def _reversed(ranked: list[Standing]) -> list[Standing]:
    """The same members, the lowest value first."""
    return [Standing(item.figure, item.value, item.of + 1 - item.rank, item.of) for item in ranked]
