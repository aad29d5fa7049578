"""Periods bound to figures: months gone, months left, 1—8月: they must be the report's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking.candidates import fits
from drafter.checking.claim_frames import Claim, claim_mention, claim_of, frame_at
from drafter.checking.frames import DIRECTIONS
from drafter.checking.framing import frame_of
from drafter.checking.judging import Judge
from drafter.checking.matching import reading_of
from drafter.checking.result import Fault, Mention, Verdict
from drafter.figures.scenario import Scenario
from drafter.languages.claim_words import claim_words
from drafter.languages.cues import Cue, CueKind
from drafter.languages.quantity import Quantity
from drafter.ledger.formulas import Operation

_EARLIER = {
    CueKind.PRIOR_MONTH: Scenario.PRIOR_MONTH,
    CueKind.PRIOR_YEAR: Scenario.PRIOR_YEAR,
}
_NEAR = 24  # characters from a month's name to the number that it dates


class SpansOfTime:
    """Finds and judges the periods of a draft."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self.context = judge.context
        self.words = claim_words(self.context.language)

    def mentions(self) -> Iterator[Mention]:
        """Periods that are right or wrong; others stay dates."""
        yield from self._streaks()
        month = self.context.ledger.month
        if month is None:
            return
        yield from self._months_gone(month)
        yield from self._months_left(12 - month)
        for match in self.words.span.finditer(self.context.text):
            last = self.context.book.month_number(claim_of(match).parts["last"])
            yield from self._over(match, last, month)
        for pattern, months in self.words.parts_of_year:
            for match in pattern.finditer(self.context.text):
                yield from self._over(match, months, month)
        yield from self._named_months()

    def _months_gone(self, month: int) -> Iterator[Mention]:
        for match in self.words.months_gone.finditer(self.context.text):
            claim = claim_of(match)
            number = self.words.small_number(claim.parts["months"])
            sure = _SURE.search(claim.text.lower()) is not None
            if number == month:
                yield self._said(claim, month, None)
            elif sure or self._carries_year_to_date(claim):
                yield self._said(claim, month, Fault.WRONG_PERIOD)

    def _months_left(self, left: int) -> Iterator[Mention]:
        for match in self.words.months_left.finditer(self.context.text):
            claim = claim_of(match)
            number = self.words.small_number(claim.parts["months"])
            if number == left:
                yield self._said(claim, left, None)
            elif _LEFT.search(claim.text.lower()):
                yield self._said(claim, left, Fault.WRONG_PERIOD)

    def _over(self, match: re.Match[str], months: int | None, month: int) -> Iterator[Mention]:
        """A part of the year: the report's own, or bound to a figure that it is not."""
        claim = claim_of(match)
        if months == month:
            yield self._said(claim, month, None)
        elif months is not None and self._carries_year_to_date(claim):
            yield self._said(claim, month, Fault.WRONG_PERIOD)

    def _carries_year_to_date(self, claim: Claim) -> bool:
        """Whether a number right behind a period (or before it) is this report's year to date."""
        sentence = frame_at(self.context, claim.start, claim.end).place.sentence
        behind = self.context.counted.within(claim.end, sentence.end)[:2]
        before = self.context.counted.within(sentence.start, claim.start)[-1:]
        return any(self.judge.is_year_to_date(quantity) for quantity in [*behind, *before])

    def _named_months(self) -> Iterator[Mention]:
        """`In December 37 repairs` over a January figure: the value belongs to this month."""
        for cue in self.context.cues:
            if cue.kind not in _EARLIER or not self.context.book.month.search(cue.words):
                continue
            place = self.context.place(cue.start)
            lead = self.context.text[place.clause.start : cue.start]
            following = self.context.counted.within(cue.end, place.clause.end)[:1]
            if not self.words.opens_period.fullmatch(lead) or not following:
                continue
            if self._is_this_months(cue, following[0]):
                claim = Claim(cue.start, cue.end, cue.words, {})
                yield self._said(claim, self.context.ledger.month or 0, Fault.WRONG_PERIOD)

    def _is_this_months(self, cue: Cue, quantity: Quantity) -> bool:
        """Whether a number is what its subject has this month, and not what it had then."""
        if quantity.start - cue.end > _NEAR:
            return False
        if any(
            other.kind in DIRECTIONS or other.kind is CueKind.PLAN
            for other in self.context.cues.within(cue.end, quantity.start)
        ):
            return False
        frame, reading = frame_of(self.context, quantity, None), reading_of(quantity)
        derivations = self.judge.derivations
        for subject in self.judge.subjects.of(frame):
            if subject.tier == 0 and _EARLIER[cue.kind] in subject.series.values:
                levels = {
                    derived.scenario
                    for derived in derivations.of(subject.series)
                    if derived.operation is Operation.LEVEL
                    and fits(derivations, frame, reading, derived)
                }
                return Scenario.ACTUAL in levels and _EARLIER[cue.kind] not in levels
        return False

    def _streaks(self) -> Iterator[Mention]:
        """`the third month running`: only the notes can say so."""
        for pattern in self.words.streaks:
            for match in pattern.finditer(self.context.text):
                claim = claim_of(match)
                months = self.words.small_number(claim.parts["months"])
                yield self._streak(claim, self._noted(months))

    def _noted(self, months: int | None) -> str | None:
        """What the notes say of a streak of just as many months."""
        for pattern in self.words.streaks:
            for match in pattern.finditer(self.judge.notes.text):
                if self.words.small_number(claim_of(match).parts["months"]) == months:
                    return match[0]
        return None

    def _streak(self, claim: Claim, noted: str | None) -> Mention:
        wording = self.judge.wording
        verdict, reason = Verdict.SUPPORTED, "notes"
        said = wording.sentence("notes", found=noted or "")
        if noted is None:
            verdict, reason = Verdict.UNSUPPORTED, Fault.NO_SOURCE.value
            said = wording.sentence("no_source", shown=claim.text)
        return Mention(claim.start, claim.end, claim.text, verdict, reason, explanation=said)

    def _said(self, claim: Claim, expected: int, fault: Fault | None) -> Mention:
        working = str(expected)
        key = "count" if fault else "count_ok"
        said = self.judge.wording.sentence(key, working=working, shown=claim.text)
        return claim_mention(
            claim, fault=fault, reason="period", explanation=said, expected=working
        )


_SURE = re.compile(r"^first|^前|\bsame\b")
_LEFT = re.compile(r"remaining|left|to go|^后|剩|余下")
