"""Statements without a number: beat plan, missed plan, grew, fell, flat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

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
    predicates_in,
    without_names,
)
from drafter.checking.context import Placed
from drafter.checking.frames import Frame
from drafter.checking.judging import Judge
from drafter.checking.matching import matches, reading_of, same_unit
from drafter.checking.passages import BlockKind, Span
from drafter.checking.result import Fault, Mention
from drafter.checking.vocabulary import NameKind
from drafter.figures.scenario import Scenario
from drafter.languages.claim_words import Predicate, claim_words
from drafter.languages.cues import CueKind
from drafter.languages.quantity import Quantity
from drafter.ledger.formulas import Derived, attainment, growth
from drafter.ledger.series import Series

_EARLIER = (CueKind.PRIOR_MONTH, CueKind.PRIOR_YEAR)
_OPENING = (CueKind.NOT, CueKind.FUTURE, CueKind.CONDITIONAL, CueKind.EXCEPT)
_OTHERWISE = (CueKind.SHARE, CueKind.REMAIN, CueKind.SUM, CueKind.PER)  # `made up of`
_MOVES = (Predicate.GREW, Predicate.FELL, Predicate.BETTER, Predicate.WORSE)
_OF = {
    CueKind.PRIOR_MONTH: (Scenario.PRIOR_MONTH,),
    CueKind.PRIOR_YEAR: (Scenario.PRIOR_YEAR, Scenario.YTD_PRIOR_YEAR),
}
_MOST = 6  # series of a member without a measure
_MEANT = 0.5  # of a name: less may be other words
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
        text = without_names(self.context, clause.start, clause.end)
        moves = self._moves(text)
        for at, (predicate, match) in enumerate(moves):
            earlier = moves[at - 1][1].end() if at else 0
            later = moves[at + 1][1].start() if at + 1 < len(moves) else len(text)
            follows = self.context.book.base_follows
            words = Span(clause.start + (0 if follows or not at else earlier), clause.end)
            if len(moves) > 1:
                end = clause.start + (later if follows else match.end())
                words = Span(clause.start + (match.start() if follows else earlier), end)
            start, end = clause.start + match.start(), clause.start + match.end()
            found = self._judged(predicate, start, end, words)
            if found is not None:
                yield found
        if not moves:
            yield from self._flat(clause)

    def _moves(self, text: str) -> list[tuple[Predicate, re.Match[str]]]:
        """What a clause says: one statement, or a rise and a fall side by side."""
        found = predicates_in(self.context, text)
        if not found:
            return []
        first = found[0]
        moves = [item for item in found if item[0] in _MOVES and item[1].start() >= first[1].end()]
        return [first, *moves[:1]] if first[0] in _MOVES else [first]

    def _judged(self, predicate: Predicate, start: int, end: int, words: Span) -> Mention | None:
        frame = frame_at(self.context, start, end)
        clause = frame.place.clause
        if any(
            (cue.kind in _OPENING and not start <= cue.start < end)
            or (cue.kind in _OTHERWISE and cue.start <= start < cue.end)
            for cue in self.context.cues.within(clause.start, clause.end)
        ):
            return None
        if self._follows_a_comparison(clause):
            return None
        about_plan = predicate in (Predicate.MET, Predicate.ABOVE, Predicate.MISSED)
        based = frame.near(
            CueKind.PLAN if about_plan else CueKind.CURRENT, *(() if about_plan else _EARLIER)
        )
        named = self._subject(frame) if based else None
        spoken_of = [] if named is None else [named]
        if not spoken_of and self._is_plain(clause, Span(start, end)):
            spoken_of = self._spoken_of(frame)
        frame.own = frame.clause = self.context.cues.within(words.start, words.end)
        claim = self._claim(start, end)
        found = [self._held(predicate, frame, series, claim) for series in spoken_of]
        judged = [mention for mention in found if mention is not None]
        return min(judged, key=lambda mention: mention.verdict.is_bad, default=None)

    def _follows_a_comparison(self, clause: Span) -> bool:
        """Whether the name before a nameless clause only served to compare: `second to North`."""
        if self.context.hits.within(clause.start, clause.end):
            return False
        name, claim = self.context.hits.last_before(clause.start), None
        if name is not None and name.kind is NameKind.MEMBER:
            claim = self.taken.last_before(name.end)
        return name is not None and claim is not None and name.start < claim.end

    def _held(
        self, predicate: Predicate, frame: Frame, series: Series, claim: Claim
    ) -> Mention | None:
        about_plan = predicate in (Predicate.MET, Predicate.ABOVE, Predicate.MISSED)
        polarity = self.context.ledger.polarity(series.figures[0])
        verdicts = [
            (pair, held)
            for pair in pairs_for(predicate, frame, series)
            if (held := holds(predicate, series, pair, polarity)) is not None
        ]
        if not verdicts:
            return None
        wrong = self._wrong_pair(frame, verdicts)
        if wrong is None:
            right = next(pair for pair, held in verdicts if held)
            return self._said(claim, series, right, None, about_plan)
        fault = self._fault(series, wrong) if about_plan else Fault.DIRECTION
        return self._said(claim, series, wrong, fault, about_plan)

    def _wrong_pair(self, frame: Frame, verdicts: list[tuple[Pair, bool]]) -> Pair | None:
        """The comparison that a statement is wrong about; each base that it names counts."""
        named = {cue.kind for cue in frame.clause if cue.kind in _EARLIER}
        groups = [[item for item in verdicts if item[0][1] in _OF[kind]] for kind in named]
        for group in groups if len(named) > 1 else [verdicts]:
            if group and not any(held for _, held in group):
                return group[0][0]
        return None if any(held for _, held in verdicts) else verdicts[0][0]

    def _is_plain(self, clause: Span, said: Span) -> bool:
        """Whether a clause holds nothing but names, cue words and the statement itself."""
        kept = list(self.context.text[clause.start : clause.end])
        hits = self.context.hits.within(clause.start, clause.end)
        if any(hit.strength < _MEANT for hit in hits):
            return False
        cues = self.context.cues.within(clause.start, clause.end)
        spans = [Span(hit.start, hit.end) for hit in hits]
        spans += [Span(cue.start, cue.end) for cue in cues]
        for part in (said, *spans):
            for place in range(part.start, min(part.end, clause.end)):
                kept[place - clause.start] = " "
        rest = self.words.fillers.sub(" ", "".join(kept))
        return not any(char.isalnum() for char in rest)

    def _spoken_of(self, frame: Frame) -> list[Series]:
        """What a clause that says nothing else speaks of: its own name, else its sentence's."""
        subjects = list(islice(self.judge.subjects.of(frame), _MOST))
        here = [subject.series for subject in subjects if subject.tier == 0][:1]
        if not here and self.judge.subjects.focus(frame).names_member:
            return [subject.series for subject in subjects if subject.tier == 1]
        clause, sentence = frame.place.clause, frame.place.sentence
        if self.context.hits.within(clause.start, clause.end):
            return here
        if frame.anywhere(CueKind.CONDITIONAL, CueKind.EXCEPT):
            return []
        before = self.context.counted.within(sentence.start, clause.start)[-1:]
        return [series for series in here if all(self._states(item, series) for item in before)]

    def _states(self, quantity: Quantity, series: Series) -> bool:
        """Whether a number is some fact of a series, so that the text last spoke of it."""
        reading, derivations = reading_of(quantity), self.judge.derivations
        factor = derivations.factor(series)
        return any(
            same_unit(reading, derived.kind, derived.unit)
            and (matches(reading, abs(derived.value), factor) or matches(reading, derived.value))
            for derived in derivations.of(series)
        )

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
        clause = frame.place.clause
        if series is None and self._is_plain(clause, Span(cue.start, cue.end)):
            series = next(iter(self._spoken_of(frame)), None)
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
