"""Claims that are more than one number: counts over a group, ranks, periods, statements."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.checking.claim_frames import Families
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
    found: list[Mention] = []
    _add(found, SpansOfTime(judge).mentions())
    _add(found, Ranges(judge, families).mentions())
    _add(found, Ranks(judge, families).mentions())
    counts = Counts(judge, families)
    _add(found, counts.mentions())
    _add(found, counts.only_one())
    taken = [Span(mention.start, mention.end) for mention in found]
    _add(found, Statements(judge, taken).mentions())
    return sorted(found, key=lambda mention: mention.start)


def _add(found: list[Mention], more: Iterable[Mention]) -> None:
    for mention in more:
        if not any(item.start < mention.end and mention.start < item.end for item in found):
            found.append(mention)
