"""Subjects: what a number may be about, from the names around it, the likeliest first.

The nearest name governs. A measure or a member that the clause does not name is carried over from
the clause or sentence before, the bullet's label, the table's header, the heading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from drafter.checking.context import Context
from drafter.checking.frames import Frame
from drafter.checking.keeping import Kept
from drafter.checking.matching import STRICT_UNITS, Reading, reading_of, same_unit
from drafter.checking.passages import BlockKind
from drafter.checking.vocabulary import Hit, Name, NameKind
from drafter.figures.unit import UnitKind
from drafter.languages.cues import CueKind
from drafter.languages.quantity import Quantity
from drafter.ledger.series import Series, difference, summed

_BRACKETED = re.compile(r"\s*[(（][^()（）]*[)）]")
_WHOLES = 60
_TWO = 2
_AMOUNTS = 3  # wholes in money that a number without a name may be
_Seen = set[tuple[str, tuple[int, ...]]]
_WHOLE = (CueKind.TOTAL, CueKind.SUM, CueKind.SHARE)
_FAINTEST = 0.4  # of a member, less than this is chance
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


class _Search:
    """Collects names ring by ring until a measure and a member are known that go together."""

    def __init__(self) -> None:
        self.measures: dict[Name, int] = {}
        self.members: dict[tuple[Name, ...], int] = {}
        self.rings = 0
        self.has_measure = self.names_member = self.names_measure = False

    @property
    def is_done(self) -> bool:
        return self.has_measure and bool(self.members)

    def look(
        self,
        tier: int,
        hits: list[Hit],
        groups: Callable[[list[Hit]], list[tuple[Name, ...]]],
    ) -> None:
        """Take a ring's names: measures until one is meant, members from the first that has any."""
        members = [hit for hit in hits if hit.kind is NameKind.MEMBER and hit.strength >= _FAINTEST]
        if members and not self.members:
            for group in groups(members):
                self.members.setdefault(group, tier)
            self.names_member = self.rings == 0
        measures = [hit for hit in hits if hit.kind is NameKind.MEASURE]
        if not self.has_measure:
            for hit in measures:
                for name in hit.names:
                    self.measures.setdefault(name, tier)
            self.names_measure |= self.rings == 0 and any(_is_meant(hit) for hit in measures)
            self.has_measure = any(_is_meant(hit) and self._goes(hit) for hit in measures)
        self.rings += 1

    def _goes(self, hit: Hit) -> bool:
        """Whether a measure has rows of the member found before it (in its own ring, always)."""
        if not self.members or self.rings == 0:
            return True
        rows = frozenset(
            index for group in self.members for name in group for index in name.figures
        )
        return any(rows & name.figures for name in hit.names)

    def focus(self) -> Focus:
        return Focus(
            tuple(self.measures.items()),
            tuple(self.members.items()),
            self.names_member,
            self.names_measure,
        )


def _is_meant(hit: Hit) -> bool:
    return hit.strength >= _ENOUGH


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
        search = _Search()
        for tier, hits in self._rings(frame):
            search.look(tier, hits, self._member_groups)
            if search.is_done:
                break
        return search.focus()

    def _rings(self, frame: Frame) -> Iterator[tuple[int, list[Hit]]]:
        """Names by distance with their tiers: clause, sentence, block, what introduces it."""
        context, place = self.context, frame.place
        block = context.blocks[place.block]
        if block.kind is BlockKind.TABLE:
            yield from self._table_rings(frame)
            return
        end = frame.quantity.end + len(frame.after)
        clause = context.hits.within(place.clause.start, max(end, frame.quantity.end))
        yield 0, _by_nearness(clause, frame.quantity.start, frame.quantity.end)
        for part in reversed(place.sentence.clauses):
            if part.end <= place.clause.start:
                yield 0, list(reversed(context.hits.within(part.start, part.end)))
        yield 1, context.hits.within(max(end, frame.quantity.end), place.clause.end)
        if context.book.base_follows:
            for part in place.sentence.clauses:
                if part.start >= place.clause.end:
                    yield 1, context.hits.within(part.start, part.end)
        for sentence in reversed(block.sentences):
            if sentence.end <= place.sentence.start:
                yield 1, list(reversed(context.hits.within(sentence.start, sentence.end)))
        yield from self._parents(block.parent)

    def _parents(self, parent: int | None) -> Iterator[tuple[int, list[Hit]]]:
        while parent is not None:
            block = self.context.blocks[parent]
            yield 1, list(reversed(self.context.hits.within(block.start, block.end)))
            parent = block.parent

    def _table_rings(self, frame: Frame) -> Iterator[tuple[int, list[Hit]]]:
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
        yield 0, [*header, *row]
        if top is not None and top != place.block:
            head = context.blocks[top]
            yield 1, context.hits.within(head.start, head.end)
        yield from self._parents(parent)

    def _member_groups(self, hits: list[Hit]) -> list[tuple[Name, ...]]:
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
            in_order = sorted(together, key=lambda hit: hit.start)
            joined = tuple(name for hit in in_order for name in hit.names)
            groups.insert(0, joined)
        return groups

    def of(self, frame: Frame) -> Iterator[Subject]:
        """The subjects of a frame, the likeliest first."""
        focus = self.focus(frame)
        members = self._shared_out(frame, focus)
        seen: _Seen = set()
        for measure, measure_tier in focus.measures or ((None, 1),):
            found = False
            for group, member_tier in members:
                for series in self._with_members(measure, group):
                    found = True
                    yield from _fresh(series, max(measure_tier, member_tier), seen)
            if found and members_here(focus) and not frame.anywhere(*_WHOLE):
                continue
            if measure is not None and self._may_be_whole(frame, focus):
                tier = measure_tier if not members or members[0][1] else 1
                for series in self.wholes(measure):
                    yield from _fresh(series, tier, seen)
        yield from self._of_several(frame, focus, seen)
        yield from self._in_its_unit(frame, replace(focus, members=members), seen)

    def _shared_out(self, frame: Frame, focus: Focus) -> tuple[tuple[tuple[Name, ...], int], ...]:
        """`A, B and C grew 3 %, 4 % and 5 %`: the first number is the first member's."""
        at, length = self._place_in_list(frame)
        if length < 2:
            return focus.members
        sentence = frame.place.sentence
        hits = self.context.hits_in(sentence.start, frame.quantity.start, NameKind.MEMBER)
        row: list[Hit] = []
        for hit in reversed(hits):
            if row and not _joined(self.context, row[-1], hit):
                break
            row.append(hit)
        if len(row) != length:
            row = []
        if not row and focus.members and len(focus.members[0][0]) == length:
            return (((focus.members[0][0][at],), focus.members[0][1]),)
        if row:
            return (((row[length - 1 - at].names[0],), 0),)
        return self._in_the_tables_order(focus, at, length) or focus.members

    def _in_the_tables_order(
        self, focus: Focus, at: int, length: int
    ) -> tuple[tuple[tuple[Name, ...], int], ...]:
        """`All three grew: 4 %, 5 % and 6 %`: as many numbers as members, in the table's order."""
        for measure, _ in focus.measures:
            for group in self.ledger.groups_named(measure.text):
                if len(group.members) == length > _TWO and not focus.names_member:
                    row = group.members[at]
                    named = (n for n in self.context.vocabulary.names if row in n.figures)
                    return tuple(((n,), 0) for n in named if n.dimension == group.dimension)
        return ()

    def _place_in_list(self, frame: Frame) -> tuple[int, int]:
        """Where a number stands in a list of numbers, and how long the list is."""
        sentence = frame.place.sentence
        row = self.context.counted.within(sentence.start, sentence.end)
        at = next((i for i, item in enumerate(row) if item.start >= frame.quantity.start), -1)
        if at < 0:
            return 0, 1
        first = last = at
        while first and self._is_list(row[first - 1], row[first]):
            first -= 1
        while last + 1 < len(row) and self._is_list(row[last], row[last + 1]):
            last += 1
        return at - first, last - first + 1

    def _is_list(self, left: Quantity, right: Quantity) -> bool:
        between = self.context.text[left.end : right.start]
        joined = self.context.book.list_joint.fullmatch(between) is not None
        return joined and left.kind is right.kind

    def _may_be_whole(self, frame: Frame, focus: Focus) -> bool:
        """Whether the whole of a measure may be meant although a member was named before."""
        if focus.names_member:
            return False
        return (
            not members_here(focus)
            or focus.names_measure
            or frame.anywhere(CueKind.TOTAL, CueKind.SUM)
        )

    def _in_its_unit(self, frame: Frame, focus: Focus, seen: _Seen) -> Iterator[Subject]:
        """Other rows of the member named; without one, wholes that count in the number's unit.

        A number without a name of its own may also speak of the report's main measure.
        """
        for group, tier in focus.members:
            for series in self._with_members(None, group):
                yield from _fresh(series, tier, seen)
        if members_here(focus):
            return
        if self.main is not None and not focus.names_measure:
            yield from _fresh_all(self.wholes(self.main), 2, seen)
        reading = reading_of(frame.quantity)
        if reading.kind is UnitKind.CURRENCY and not self._counts_in(reading, focus):
            alike = (s for s in self.all_wholes() if same_unit(reading, s.kind, s.base))
            yield from _fresh_all(islice(alike, _AMOUNTS), 2, seen)
        if reading.base in STRICT_UNITS or reading.kind is UnitKind.MEASURE:
            for series in self.all_wholes():
                if reading.base == series.base and same_unit(reading, series.kind, series.base):
                    yield from _fresh(series, 2, seen)

    def _counts_in(self, reading: Reading, focus: Focus) -> bool:
        """Whether a measure in question counts in the number's unit."""
        return any(
            same_unit(reading, series.kind, series.base)
            for name, _ in focus.measures
            for series in self.wholes(name)
        )

    @Kept
    def main(self) -> Name | None:
        """The report's main measure: the one with most rows, whatever their order."""
        measures = [name for name in self.context.vocabulary.names if name.kind is NameKind.MEASURE]
        return max(measures, key=lambda name: (len(name.figures), name.text), default=None)

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

    def all_wholes(self) -> Iterator[Series]:
        """The wholes of every measure."""
        for name in self.context.vocabulary.names[:_WHOLES]:
            if name.kind is NameKind.MEASURE:
                yield from self.wholes(name)

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


def members_here(focus: Focus) -> bool:
    """Whether the sentence itself names a member."""
    return focus.names_member or bool(focus.members and focus.members[0][1] == 0)


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
    between = _BRACKETED.sub("", context.text[earlier.end : later.start])
    for quantity in context.counted.within(earlier.end, later.start):
        between = between.replace(quantity.text, "")
    return bool(context.book.list_joint.fullmatch(between))
