"""Periods bound to figures: months gone, months left, 1—8月: they must be the report's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from drafter.checking.claim_frames import Claim, claim_mention, claim_of, frame_at
from drafter.checking.judging import Judge
from drafter.checking.result import Fault, Mention
from drafter.languages.claim_words import claim_words


class SpansOfTime:
    """Finds and judges the periods of a draft."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self.context = judge.context
        self.words = claim_words(self.context.language)

    def mentions(self) -> Iterator[Mention]:
        """Periods that are right or wrong; others stay dates."""
        month = self.context.ledger.month
        if month is None:
            return
        yield from self._of(self.words.months_gone, month, lambda text: text.startswith(_FIRST))
        yield from self._of(
            self.words.months_left, 12 - month, lambda text: bool(_LEFT.search(text))
        )
        for match in self.words.span.finditer(self.context.text):
            yield from self._span(match, month)

    def _of(
        self, pattern: re.Pattern[str], expected: int, is_sure: Callable[[str], bool]
    ) -> Iterator[Mention]:
        for match in pattern.finditer(self.context.text):
            claim = claim_of(match)
            number = self.words.small_number(claim.parts["months"])
            if number == expected:
                yield self._said(claim, expected, None)
            elif is_sure(claim.text.lower()):
                yield self._said(claim, expected, Fault.WRONG_PERIOD)

    def _span(self, match: re.Match[str], month: int) -> Iterator[Mention]:
        """January to some month: right for this report, or bound to a figure that it is not."""
        claim = claim_of(match)
        last = self.context.book.month_number(claim.parts["last"])
        if last == month:
            yield self._said(claim, month, None)
        elif last is not None and self._carries_year_to_date(claim):
            yield self._said(claim, month, Fault.WRONG_PERIOD)

    def _carries_year_to_date(self, claim: Claim) -> bool:
        """Whether a number behind the span is this report's year to date."""
        place = frame_at(self.context, claim.start, claim.end).place
        for quantity in self.context.counted.within(claim.end, place.sentence.end)[:2]:
            if self.judge.is_year_to_date(quantity):
                return True
        return False

    def _said(self, claim: Claim, expected: int, fault: Fault | None) -> Mention:
        working = str(expected)
        key = "count" if fault else "count_ok"
        said = self.judge.wording.sentence(key, working=working, shown=claim.text)
        return claim_mention(
            claim, fault=fault, reason="period", explanation=said, expected=working
        )


_FIRST = ("first", "前")
_LEFT = re.compile(r"remaining|left|to go|^后|剩|余下")
