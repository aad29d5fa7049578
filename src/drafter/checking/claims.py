"""Claims that are more than one number: counts over a group, ranks, periods, statements."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from drafter.checking.claim_frames import Families
from drafter.checking.comparisons import Comparisons
from drafter.checking.counts import Counts
from drafter.checking.judging import Judge
from drafter.checking.passages import Span
from drafter.checking.ranges import Ranges
from drafter.checking.ranks import Ranks
from drafter.checking.result import Mention
from drafter.checking.spans_of_time import SpansOfTime
from drafter.checking.statements import Statements


def claims(judge: Judge) -> list[Mention]:
    """All claims of a draft that are mentions of their own, in order; they never overlap."""
    families = Families(judge)
    found = _Apart()
    found.add(SpansOfTime(judge).mentions())
    found.add(Ranges(judge, families).mentions())
    ranks = Ranks(judge, families)
    found.add(Comparisons(judge, families, ranks).mentions())
    found.add(ranks.mentions())
    counts = Counts(judge, families)
    found.add(counts.mentions())
    found.add(counts.only_one())
    taken = [Span(mention.start, mention.end) for mention in found.mentions]
    found.add(Statements(judge, taken).mentions())
    return found.mentions


class _Apart:
    """Mentions in order of their place; one that overlaps an earlier comer is not taken."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self._starts: list[int] = []

    def add(self, more: Iterable[Mention]) -> None:
        for mention in more:
            at = bisect_left(self._starts, mention.start)
            after_last = not at or self.mentions[at - 1].end <= mention.start
            before_next = at == len(self._starts) or mention.end <= self._starts[at]
            if after_last and before_next:
                self.mentions.insert(at, mention)
                self._starts.insert(at, mention.start)
