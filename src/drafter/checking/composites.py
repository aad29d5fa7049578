"""Series that the words build from two: shares, ratios (per head, per tonne), products.

They are tried only after the plain facts have failed, and only where the words name the parts or
the operation; on a large table nearly every number is some quotient.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from drafter.checking.candidates import Derivations
from drafter.checking.frames import Frame
from drafter.checking.matching import Reading
from drafter.checking.subjects import Subject, Subjects
from drafter.checking.vocabulary import Name, NameKind
from drafter.figures.unit import UnitKind
from drafter.languages.cues import CueKind
from drafter.ledger.series import Series, product, ratio, share

_MOST = 8  # subjects that are combined at most
_SMALL_GROUP = 6
_COUNTS = 16  # counted wholes that "per head" may mean


class Composites:
    """Builds composite series for frames; keeps them."""

    def __init__(self, subjects: Subjects, derivations: Derivations) -> None:
        self.subjects = subjects
        self.derivations = derivations
        self.ledger = subjects.ledger
        self._counts: tuple[Series, ...] | None = None
        self._amounts: tuple[Series, ...] | None = None
        self._kept: dict[tuple[str, int, int], Series] = {}

    def of(self, frame: Frame, reading: Reading) -> Iterator[Series]:
        """The composite series that may be meant, the likeliest first."""
        mine = [subject.series for subject in self._first(frame)]
        others = self._others(frame, mine)
        rated = reading.kind in (UnitKind.PERCENT, UnitKind.POINTS)
        if rated and not reading.is_multiple:
            yield from self._shares(frame, mine, others)
        in_amounts = reading.kind is not UnitKind.PERCENT or reading.is_multiple
        if in_amounts or self._speaks_per(frame):
            yield from self._ratios(frame, mine, others)
        if reading.is_multiple:
            yield from self._multiples(frame)
        if frame.anywhere(CueKind.SUM, CueKind.EXCEPT):
            if reading.kind is not UnitKind.PERCENT:
                yield from self._subsets(mine)
            elif frame.is_a_part:
                yield from self._shares_of_subsets(mine)
        if reading.kind in (UnitKind.CURRENCY, None) or self._speaks_per(frame):
            yield from self._products(frame, mine)

    def _speaks_per(self, frame: Frame) -> bool:
        return frame.anywhere(CueKind.PER, CueKind.AVERAGE)

    def _first(self, frame: Frame) -> list[Subject]:
        return list(islice(self.subjects.of(frame), _MOST))

    def _others(self, frame: Frame, mine: Sequence[Series]) -> list[Series]:
        """Wholes and same-member rows of all measures named in the sentence."""
        context, sentence = frame.context, frame.place.sentence
        names: dict[Name, None] = {}
        for hit in context.hits_in(sentence.start, sentence.end, NameKind.MEASURE):
            names.update(dict.fromkeys(hit.names))
        names.update(dict.fromkeys(name for name, _ in self.subjects.focus(frame).measures))
        if frame.anywhere(CueKind.RATE):
            block = context.block_of(frame.place)
            for hit in context.hits_in(block.start, sentence.start, NameKind.MEASURE):
                names.update(dict.fromkeys(hit.names))
        found: list[Series] = []
        for name in list(names)[:_MOST]:
            found += self.subjects.wholes(name)
            for series in mine:
                found += self._beside(name, series)
        return found

    def _beside(self, name: Name, series: Series) -> Iterator[Series]:
        """The row of a measure with the same members as a series."""
        if len(series.figures) != 1:
            return
        figure = self.ledger.figure(series.figures[0])
        if not figure.dimensions or len(name.figures) > 200:
            return
        for index in name.figures:
            if self.ledger.figure(index).dimensions == figure.dimensions:
                yield self.ledger.series(index)

    def _shares(
        self, frame: Frame, mine: Sequence[Series], others: Sequence[Series]
    ) -> Iterator[Series]:
        for part in mine:
            if part.kind in (UnitKind.PERCENT, UnitKind.POINTS):
                continue
            if not frame.near(CueKind.ATTAIN) or (frame.is_a_part or frame.near(CueKind.SHARE)):
                for index in part.figures[:1]:
                    for group in self.ledger.groups_of(index):
                        whole = self.ledger.total(group)
                        if whole is not None and group.total not in part.figures:
                            yield self._pair("share", part, whole)
                    for whole in self._wholes_of(index):
                        if whole.figures != part.figures:
                            yield self._pair("share", part, whole)
            rates = self.amounts() if frame.anywhere(CueKind.RATE) else ()
            for whole in [*others, *rates]:
                if whole.figures != part.figures and self._may_share(frame, part, whole):
                    yield self._pair("share", part, whole)
                    says_whole = frame.is_a_part and not frame.is_beside_a_part
                    if not (says_whole or frame.near(CueKind.SHARE)):
                        yield self._pair("share", whole, part)

    def _wholes_of(self, index: int) -> Sequence[Series]:
        """The wholes of a figure's measure, also where it is broken down for one member only."""
        for name in self.subjects.context.vocabulary.names:
            if name.kind is NameKind.MEASURE and index in name.figures:
                return self.subjects.wholes(name)
        return ()

    def _may_share(self, frame: Frame, part: Series, whole: Series) -> bool:
        same = (part.kind, part.base) == (whole.kind, whole.base)
        counts = part.kind is whole.kind is UnitKind.MEASURE
        return (same or counts) and not frame.has(CueKind.ATTAIN)

    def _ratios(
        self, frame: Frame, mine: Sequence[Series], others: Sequence[Series]
    ) -> Iterator[Series]:
        tops = [*mine, *others]
        for top in tops:
            for bottom in [*others, *mine]:
                if top.figures != bottom.figures and not bottom.is_percent:
                    yield self._pair("ratio", top, bottom)
        if self._speaks_per(frame):
            for top in [*tops, *self.amounts()]:
                for bottom in [*self.counts(), *mine, *others]:
                    if top.figures != bottom.figures and not bottom.is_percent:
                        yield self._pair("ratio", top, bottom)

    def _products(self, frame: Frame, mine: Sequence[Series]) -> Iterator[Series]:
        """A rate times an amount: gross profit, revenue per room available."""
        named = [*mine, *self._in_block(frame)]
        rates = [series for series in named if series.is_percent]
        amounts = [series for series in named if series.kind is UnitKind.CURRENCY]
        for price in named:
            for volume in self._sold_at(price):
                yield self._pair("product", price, volume)
        for rate in rates:
            for amount in [*amounts, *(self.amounts() if rate in mine else ())]:
                yield self._pair("product", amount, rate)

    def _multiples(self, frame: Frame) -> Iterator[Series]:
        """One member against another (`3.5 times that of ...`), in amounts and in ratios."""
        hits = frame.context.hits_in(
            frame.place.sentence.start, frame.place.sentence.end, NameKind.MEMBER
        )
        members = list(dict.fromkeys(hit.names[0] for hit in hits))[:4]
        named = {name.text for name, _ in self.subjects.focus(frame).measures}
        for left in members:
            for right in members:
                if left is right:
                    continue
                pairs = [
                    (self.ledger.series(a), self.ledger.series(b))
                    for a in left.figures
                    for b in right.figures
                    if self.ledger.figure(a).measure == self.ledger.figure(b).measure
                ][:4]
                spoken = [pair for pair in pairs if self._measure(pair[0]) in named]
                for one, other in spoken or pairs[:1]:
                    yield self._pair("share", one, other)
                for top in spoken:
                    for bottom in pairs:
                        if top is not bottom:
                            yield share(ratio(top[0], bottom[0]), ratio(top[1], bottom[1]))

    def _measure(self, series: Series) -> str:
        return self.ledger.figure(series.figures[0]).measure

    def _subsets(self, mine: Sequence[Series]) -> Iterator[Series]:
        """Sums of some members of a small group (`the physical stores together`)."""
        for part in mine:
            for group in self.ledger.groups_named(self.ledger.figure(part.figures[0]).measure):
                if len(group.members) > _SMALL_GROUP:
                    continue
                for size in range(2, len(group.members) + 1):
                    for chosen in combinations(group.members, size):
                        found = self.ledger.sum_of(chosen)
                        if found is not None:
                            yield found

    def _shares_of_subsets(self, mine: Sequence[Series]) -> Iterator[Series]:
        """What several members have of the whole (`the two together make 57 % of revenue`)."""
        for found in self._subsets(mine):
            for whole in self._wholes_of(found.figures[0]):
                if set(whole.figures) != set(found.figures):
                    yield share(found, whole)

    def _sold_at(self, price: Series) -> Iterator[Series]:
        """The volumes that a price per unit (`EUR/tonnes`) is paid for."""
        per = self.ledger.figure(price.figures[0]).unit.base.partition("/")[2]
        if per and price.kind is UnitKind.CURRENCY:
            yield from (series for series in self.counts() if series.base == per)

    def _in_block(self, frame: Frame) -> Iterator[Series]:
        """Wholes of the measures named in the block so far."""
        block = frame.context.block_of(frame.place)
        names: dict[Name, None] = {}
        hits = frame.context.hits_in(block.start, frame.quantity.start, NameKind.MEASURE)
        for hit in reversed(hits):
            names.update(dict.fromkeys(hit.names))
        for name in list(names)[:_MOST]:
            yield from self.subjects.wholes(name)

    def _pair(self, build: str, left: Series, right: Series) -> Series:
        key = (build, id(left), id(right))
        if key not in self._kept:
            make = {"share": share, "ratio": ratio, "product": product}[build]
            self._kept[key] = make(left, right)
        return self._kept[key]

    def counts(self) -> tuple[Series, ...]:
        """Counted wholes of the report (people, customers, stores) that a `per` may mean."""
        if self._counts is None:
            self._counts = self._wholes_in(UnitKind.MEASURE)
        return self._counts

    def amounts(self) -> tuple[Series, ...]:
        """Wholes in money, which an average or a rate may be of."""
        if self._amounts is None:
            self._amounts = self._wholes_in(UnitKind.CURRENCY)
        return self._amounts

    def _wholes_in(self, kind: UnitKind) -> tuple[Series, ...]:
        found: list[Series] = []
        for name in self.subjects.context.vocabulary.names:
            if name.kind is NameKind.MEASURE and len(found) < _COUNTS:
                found += [
                    series
                    for series in self.subjects.wholes(name)
                    if series.kind is kind and self.ledger.is_additive(series.figures[0])
                ]
        return tuple(found)
