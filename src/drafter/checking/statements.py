"""Statements without a number: beat plan, missed plan, grew, fell, flat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.checking.claim_frames import (
    Claim,
    Pair,
    claim_mention,
    evidence_of,
    frame_at,
    growth_pairs,
    holds,
    pairs_for,
    plan_pairs,
)
from drafter.checking.context import Placed
from drafter.checking.frames import Frame
from drafter.checking.judging import Judge
from drafter.checking.passages import BlockKind, Span
from drafter.checking.result import Fault, Mention
from drafter.languages.claim_words import Predicate, claim_words
from drafter.languages.cues import CueKind
from drafter.ledger.formulas import Derived, attainment, growth
from drafter.ledger.series import Series

_EARLIER = (CueKind.PRIOR_MONTH, CueKind.PRIOR_YEAR)
_NEARLY = Decimal(1)  # percent within which a value is as good as its base
_FLAT = Decimal("1.5")


class Statements:
    """Finds and judges what a clause says of one subject without giving a number."""

    def __init__(self, judge: Judge, taken: Sequence[Span]) -> None:
        self.judge = judge
        self.context = judge.context
        self.taken = Placed(taken)
        self.words = claim_words(self.context.language)

    def mentions(self) -> Iterator[Mention]:
        """Statements of clauses that hold no number and no other claim."""
        for block in self.context.blocks:
            if block.kind in (BlockKind.TABLE, BlockKind.HEADING):
                continue
            for sentence in block.sentences:
                for clause in sentence.clauses:
                    if self._is_free(clause):
                        yield from self._in_clause(clause)

    def _is_free(self, clause: Span) -> bool:
        if self.context.counted.within(clause.start, clause.end):
            return False
        last = self.taken.last_before(clause.end)
        return last is None or last.end <= clause.start

    def _in_clause(self, clause: Span) -> Iterator[Mention]:
        text = self.context.text[clause.start : clause.end]
        for predicate, pattern in self.words.predicates:
            match = pattern.search(text)
            if match is None:
                continue
            start = clause.start + match.start()
            end = clause.start + match.end()
            found = self._judged(predicate, start, end)
            if found is not None:
                yield found
            return
        yield from self._flat(clause)

    def _judged(self, predicate: Predicate, start: int, end: int) -> Mention | None:
        frame = frame_at(self.context, start, end)
        if frame.near(CueKind.NOT, CueKind.FUTURE, CueKind.CONDITIONAL, CueKind.EXCEPT):
            return None
        about_plan = predicate in (Predicate.MET, Predicate.ABOVE, Predicate.MISSED)
        if not frame.near(
            CueKind.PLAN if about_plan else CueKind.CURRENT, *(() if about_plan else _EARLIER)
        ):
            return None
        series = self._subject(frame)
        if series is None:
            return None
        polarity = self.context.ledger.polarity(series.figures[0])
        pairs = pairs_for(predicate, frame, series)
        verdicts = [(pair, holds(predicate, series, pair, polarity)) for pair in pairs]
        if not verdicts:
            return None
        claim = self._claim(start, end)
        for pair, verdict in verdicts:
            if verdict:
                return self._said(claim, series, pair, None, about_plan)
        pair = verdicts[0][0]
        return self._said(claim, series, pair, self._fault(series, pair), about_plan)

    def _subject(self, frame: Frame) -> Series | None:
        """The one series that the clause or the clause before it names."""
        focus = self.judge.subjects.focus(frame)
        strong = [name for name, tier in focus.measures if tier == 0]
        near = (
            focus.names_member
            or focus.names_measure
            or bool(focus.members and focus.members[0][1] == 0)
        )
        if not near:
            return None
        for subject in self.judge.subjects.of(frame):
            if subject.tier == 0 or (not strong and focus.members):
                return subject.series
        return None

    def _fault(self, series: Series, pair: Pair) -> Fault:
        reached = attainment(series, pair[1], pair[0])
        if reached is not None and abs(reached.value - 100) <= _NEARLY:
            return Fault.ROUNDING
        return Fault.DIRECTION

    def _flat(self, clause: Span) -> Iterator[Mention]:
        """`in line with plan`, 持平: within a percent or so."""
        cues = self.context.cues.within(clause.start, clause.end)
        cue = next((cue for cue in cues if cue.kind is CueKind.FLAT), None)
        if cue is None:
            return
        frame = frame_at(self.context, cue.start, cue.end)
        series = self._subject(frame)
        if series is None or frame.anywhere(CueKind.NOT, CueKind.ELAPSED, CueKind.CONDITIONAL):
            return
        pairs = (
            plan_pairs(frame, series) if frame.near(CueKind.PLAN) else growth_pairs(frame, series)
        )
        moves = [(pair, growth(series, pair[1], pair[0])) for pair in pairs]
        known = [(pair, move) for pair, move in moves if move is not None]
        if not known:
            return
        claim = self._claim(cue.start, cue.end)
        for pair, move in known:
            if abs(move.value) <= _FLAT:
                yield self._said(claim, series, pair, None, frame.near(CueKind.PLAN))
                return
        yield self._said(claim, series, known[0][0], Fault.DIRECTION, frame.near(CueKind.PLAN))

    def _claim(self, start: int, end: int) -> Claim:
        return Claim(start, end, self.context.text[start:end], {})

    def _said(
        self, claim: Claim, series: Series, pair: Pair, fault: Fault | None, about_plan: bool
    ) -> Mention:
        wording = self.judge.wording
        derived: Derived | None = (attainment if about_plan else growth)(series, pair[1], pair[0])
        working = "" if derived is None else wording.working(derived)
        label = wording.label(series)
        key = "supported" if fault is None else fault.value
        return claim_mention(
            claim,
            fault=fault,
            reason="direction",
            explanation=wording.sentence(
                key, subject=label, working=working, shown=claim.text, expected=working
            ),
            expected=working or None,
            evidence=evidence_of(series.figures, pair),
        )
