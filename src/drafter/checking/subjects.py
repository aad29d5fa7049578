"""Subjects: what a number may be about, from the names around it, the likeliest first.

The nearest name governs. A measure or a member that the clause does not name is carried over from
the clause or sentence before, the bullet's label, the table's header, the heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from drafter.checking.context import Context
from drafter.checking.frames import Frame
from drafter.checking.matching import reading_of, same_unit
from drafter.checking.passages import BlockKind
from drafter.checking.vocabulary import Hit, Name, NameKind
from drafter.languages.cues import CueKind
from drafter.ledger.series import Series, difference, summed

_Seen = set[tuple[str, tuple[int, ...]]]
_ENOUGH = 0.5  # a name of which this much stands in the text is meant


@dataclass(frozen=True, slots=True)
class Subject:
    """A series that a number may be about; `tier` 0 is what the words name, 1 is carried over."""

    series: Series
    tier: int


@dataclass(frozen=True, slots=True)
class Focus:
    """Names in the order in which they come into question, with their tiers."""

    measures: tuple[tuple[Name, int], ...]
    members: tuple[tuple[tuple[Name, ...], int], ...]
    names_member: bool  # whether the clause itself names a member
    names_measure: bool


class Subjects:
    """Finds the subjects of frames; keeps what it has built."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.ledger = context.ledger
        self._totals: dict[str, tuple[Series, ...]] = {}
        self._focus: dict[int, Focus] = {}
        self._sums: dict[frozenset[int], Series | None] = {}

    def focus(self, frame: Frame) -> Focus:
        """The names in question for a frame."""
        key = frame.quantity.start
        if key not in self._focus:
            self._focus[key] = self._find_focus(frame)
        return self._focus[key]

    def _find_focus(self, frame: Frame) -> Focus:
        measures: dict[Name, int] = {}
        members: dict[tuple[Name, ...], int] = {}
        here_measure = here_member = settled = False
        for distance, hits in enumerate(self._rings(frame)):
            tier = 0 if distance == 0 or not measures else 1
            for hit in hits if not settled else ():
                if hit.kind is NameKind.MEASURE:
                    for name in hit.names:
                        measures.setdefault(name, tier)
                    here_measure |= distance == 0 and hit.strength >= _ENOUGH
            settled = settled or any(
                hit.kind is NameKind.MEASURE and hit.strength >= _ENOUGH for hit in hits
            )
            found = [hit for hit in hits if hit.kind is NameKind.MEMBER]
            if found and not members:
                for group in self._member_groups(found, frame):
                    members.setdefault(group, 0 if distance < 2 else 1)
                here_member = distance == 0
            if settled and members:
                break
        return Focus(tuple(measures.items()), tuple(members.items()), here_member, here_measure)

    def _rings(self, frame: Frame) -> Iterator[list[Hit]]:
        """Names by distance: the clause, the sentence before it, the block, its parents."""
        context, place = self.context, frame.place
        block = context.blocks[place.block]
        if block.kind is BlockKind.TABLE:
            yield from self._table_rings(frame)
            return
        clause = context.hits.within(place.clause.start, place.clause.end)
        yield _by_nearness(clause, frame.quantity.start, frame.quantity.end)
        for part in reversed(place.sentence.clauses):
            if part.end <= place.clause.start:
                yield list(reversed(context.hits.within(part.start, part.end)))
        for part in place.sentence.clauses:
            if part.start >= place.clause.end and context.book.base_follows:
                yield context.hits.within(part.start, part.end)
        for sentence in reversed(block.sentences):
            if sentence.end <= place.sentence.start:
                yield list(reversed(context.hits.within(sentence.start, sentence.end)))
        yield from self._parents(block.parent)

    def _parents(self, parent: int | None) -> Iterator[list[Hit]]:
        while parent is not None:
            block = self.context.blocks[parent]
            yield list(reversed(self.context.hits.within(block.start, block.end)))
            parent = block.parent

    def _table_rings(self, frame: Frame) -> Iterator[list[Hit]]:
        """A cell: its column's header with its row's label, then what introduces the table."""
        context, place = self.context, frame.place
        block = context.blocks[place.block]
        row = context.hits.within(block.start, block.end)
        column = context.text.count("|", block.start, frame.quantity.start)
        header: list[Hit] = []
        parent = block.parent
        top = context.table_head(place.block)
        if top is not None and top != place.block:
            cell = context.cell(top, column)
            header = context.hits.within(cell.start, cell.end)
            parent = context.blocks[top].parent
        yield [*header, *row]
        if top is not None and top != place.block:
            head = context.blocks[top]
            yield context.hits.within(head.start, head.end)
        yield from self._parents(parent)

    def _member_groups(self, hits: list[Hit], frame: Frame) -> list[tuple[Name, ...]]:
        """The nearest member first; members that stand together also as one group."""
        first = hits[0]
        together = [first]
        for hit in hits[1:]:
            if _joined(self.context, together[-1], hit):
                together.append(hit)
        groups: list[tuple[Name, ...]] = []
        crossing = tuple(
            hit.names[0] for hit in hits[1:] if hit.names[0].dimension != first.names[0].dimension
        )
        if crossing:
            groups += [(name, crossing[0]) for name in first.names]
        groups += [(name,) for name in first.names]
        if len(together) > 1:
            joined = tuple(name for hit in together for name in hit.names)
            groups.insert(0, joined)
        return groups

    def of(self, frame: Frame) -> Iterator[Subject]:
        """The subjects of a frame, the likeliest first."""
        focus = self.focus(frame)
        members = focus.members
        seen: _Seen = set()
        for measure, measure_tier in focus.measures or ((None, 1),):
            for group, member_tier in members:
                for series in self._with_members(measure, group):
                    yield from _fresh(series, max(measure_tier, member_tier), seen)
            if measure is not None and not focus.names_member:
                tier = measure_tier if not members or members[0][1] else 1
                for series in self.wholes(measure):
                    yield from _fresh(series, tier, seen)
        yield from self._of_several(frame, focus, seen)
        yield from self._in_its_unit(frame, focus, seen)

    def _in_its_unit(self, frame: Frame, focus: Focus, seen: _Seen) -> Iterator[Subject]:
        """Where nothing named counts in the number's unit: the member's or the report's rows that do.

        A number without a name of its own may also speak of the report's first measure.
        """
        reading = reading_of(frame.quantity)
        for group, tier in focus.members:
            for series in self._with_members(None, group):
                if same_unit(reading, series.kind, series.base):
                    yield from _fresh(series, max(tier, 1), seen)
        if focus.names_member:
            return
        main = self.main
        if main is not None and not focus.names_measure:
            yield from _fresh_all(self.wholes(main), 2, seen)

    @cached_property
    def main(self) -> Name | None:
        """The report's first measure, which its first sentences speak of."""
        names = self.context.vocabulary.names
        return next((name for name in names if 0 in name.figures), None) if names else None

    def _of_several(self, frame: Frame, focus: Focus, seen: _Seen) -> Iterator[Subject]:
        """Sums of measures named alike (`total deposits`), and a whole without some members."""
        alike = [name for name, tier in focus.measures if tier == 0]
        if len(alike) > 1:
            wholes = [self.wholes(name) for name in alike]
            parts = [found[0] for found in wholes if found]
            if len({(part.kind, part.base) for part in parts}) == 1:
                yield from _fresh(summed(parts), 0, seen)
        if frame.anywhere(CueKind.EXCEPT) and focus.members:
            for measure, _ in focus.measures:
                yield from _fresh_all(self._without(measure, focus), 1, seen)

    def _without(self, measure: Name, focus: Focus) -> Iterator[Series]:
        for group, _ in focus.members:
            for whole in self.wholes(measure):
                for part in self._with_members(measure, group):
                    if (part.kind, part.base) == (whole.kind, whole.base) and not part.is_percent:
                        yield difference(whole, part)

    def _with_members(self, measure: Name | None, group: tuple[Name, ...]) -> Iterator[Series]:
        """The rows of a measure for a member, or the sum over several members of one dimension."""
        dimensions = {name.dimension for name in group}
        if len(dimensions) > 1 or len(group) == 1:
            rows = frozenset.intersection(*(name.figures for name in group))
            yield from self._rows(measure, rows)
            return
        sets = [self._one_row(measure, name) for name in group]
        if all(len(found) == 1 for found in sets):
            series = self._sum(frozenset(index for found in sets for index in found))
            if series is not None:
                yield series

    def _one_row(self, measure: Name | None, member: Name) -> list[int]:
        rows = member.figures if measure is None else member.figures & measure.figures
        return [index for index in rows if len(self.ledger.figure(index).dimensions) <= 1] or list(
            rows
        )

    def _rows(self, measure: Name | None, rows: frozenset[int]) -> Iterator[Series]:
        if measure is not None:
            rows = rows & measure.figures
        by_measure: dict[str, list[int]] = {}
        for index in sorted(rows):
            by_measure.setdefault(self.ledger.figure(index).measure, []).append(index)
        for found in by_measure.values():
            if len(found) == 1:
                yield self.ledger.series(found[0])
                continue
            fewest = min(len(self.ledger.figure(index).dimensions) for index in found)
            top = [i for i in found if len(self.ledger.figure(i).dimensions) == fewest]
            if len(top) == 1:
                yield self.ledger.series(top[0])
            elif series := self._sum(frozenset(top)):
                yield series
            if len(top) <= 12:
                yield from (self.ledger.series(index) for index in top if len(top) > 1)

    def _sum(self, rows: frozenset[int]) -> Series | None:
        if rows not in self._sums:
            self._sums[rows] = self.ledger.sum_of(sorted(rows))
        return self._sums[rows]

    def wholes(self, measure: Name) -> tuple[Series, ...]:
        """The whole of a measure: its total row, else its totals over each dimension."""
        if measure.text not in self._totals:
            self._totals[measure.text] = tuple(self._find_wholes(measure))
        return self._totals[measure.text]

    def _find_wholes(self, measure: Name) -> Iterator[Series]:
        stated = [index for index in sorted(measure.figures) if self.ledger.is_whole(index)]
        for index in stated:
            yield self.ledger.completed(index)
        if not stated:
            for group in self.ledger.groups_named(measure.text):
                total = self.ledger.total(group)
                if total is not None and not group.fixed:
                    yield total


def _fresh(series: Series, tier: int, seen: _Seen) -> Iterator[Subject]:
    key = (series.build.value, series.figures)
    if key not in seen:
        seen.add(key)
        yield Subject(series, tier)


def _fresh_all(found: Iterable[Series], tier: int, seen: _Seen) -> Iterator[Subject]:
    for series in found:
        yield from _fresh(series, tier, seen)


def _by_nearness(hits: list[Hit], start: int, end: int) -> list[Hit]:
    """Names inside the number's own words (`9 new chains`), before it nearest first, behind it."""
    inside = [hit for hit in hits if start <= hit.start < end]
    before = [hit for hit in hits if hit.start < start]
    after = [hit for hit in hits if hit.start >= end]
    return [*inside, *reversed(before), *after]


def _joined(context: Context, later: Hit, earlier: Hit) -> bool:
    """Whether two members stand together in a list (`North, South and West`)."""
    if earlier.end > later.start:
        earlier, later = later, earlier
    between = context.text[earlier.end : later.start]
    return bool(context.book.list_joint.fullmatch(between))
