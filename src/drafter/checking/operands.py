"""The operands that a frame's words may calculate with: text, notes, plain facts."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking.arithmetic import Operand
from drafter.checking.context import Context
from drafter.checking.frames import Frame
from drafter.checking.matching import reading_of
from drafter.checking.notes import Notes, Remark, words_of
from drafter.checking.subjects import Subjects
from drafter.checking.vocabulary import Name, NameKind
from drafter.checking.wording import Wording
from drafter.figures.scenario import Scenario
from drafter.figures.unit import UnitKind
from drafter.languages.quantity import Quantity
from drafter.ledger.series import Series

_MEASURES = 6
_ALIKE = 2  # words that a sentence shares with one of the notes at least
_STATED = 24  # numbers further back are not calculated with


class Operands:
    """Collects operands, the least likely first (arithmetic looks at the latest)."""

    def __init__(
        self, context: Context, notes: Notes, subjects: Subjects, wording: Wording
    ) -> None:
        self.context = context
        self.notes = notes
        self.subjects = subjects
        self.wording = wording

    def of(self, frame: Frame) -> list[Operand]:
        """Everything that may be calculated with: facts, notes, then the text's own numbers."""
        return [*self._facts(frame), *self._remarks(frame), *self._stated(frame)]

    def _stated(self, frame: Frame) -> Iterator[Operand]:
        """Numbers of the same block before this one."""
        block = self.context.block_of(frame.place)
        stated = self.context.counted.within(block.start, frame.quantity.start)
        for quantity in stated[-_STATED:]:
            found = _operand(quantity)
            if found is not None:
                yield found

    def _remarks(self, frame: Frame) -> Iterator[Operand]:
        """Numbers of the notes that share words with the clause."""
        near, around = words_of(frame)
        linked = self._linked(frame)
        for remark in self.notes.remarks:
            alike = len(around & remark.around) >= _ALIKE
            alike = alike or remark.around in linked
            if alike or near & remark.around or around & remark.near:
                found = _operand(remark.quantity)
                if found is not None:
                    yield found

    def _linked(self, frame: Frame) -> set[frozenset[str]]:
        """Sentences of the notes that state a number which this sentence states too."""
        sentence = frame.place.sentence
        stated = [
            (item.value, item.unit)
            for item in self.context.counted.within(sentence.start, frame.quantity.start)
            if item.unit is not None
        ]
        return {
            remark.around
            for remark in self.notes.remarks
            if (remark.quantity.value, remark.quantity.unit) in stated
        }

    def _facts(self, frame: Frame) -> Iterator[Operand]:
        """This month's values of the measures named, and of the report's first measure."""
        for series in self._series(frame):
            for scenario in (Scenario.YTD_ACTUAL, Scenario.ACTUAL):
                value = series.value(scenario)
                if value is not None:
                    text = self.wording.number(series, scenario)
                    yield Operand(value, series.kind, series.base, text)

    def _series(self, frame: Frame) -> Iterator[Series]:
        if self.subjects.main is not None:
            yield from self.subjects.wholes(self.subjects.main)
        names: dict[Name, None] = {}
        sentence = frame.place.sentence
        for hit in self.context.hits_in(sentence.start, sentence.end, NameKind.MEASURE):
            names.update(dict.fromkeys(hit.names))
        for name in list(names)[:_MEASURES]:
            yield from self.subjects.wholes(name)
        for count, subject in enumerate(self.subjects.of(frame)):
            if count < _MEASURES:
                yield subject.series


def _operand(quantity: Quantity) -> Operand | None:
    reading = reading_of(quantity)
    if reading.value is None:
        return None
    return Operand(reading.value, reading.kind, reading.base, quantity.text)


def note_sums(notes: Notes, frame: Frame) -> Iterator[tuple[Remark, ...]]:
    """Remarks of one sentence of the notes in one unit, which the words may add up."""
    _, around = words_of(frame)
    sentences: dict[tuple[frozenset[str], str | None], list[Remark]] = {}
    for remark in notes.remarks:
        if remark.reading.kind is not UnitKind.PERCENT and (around & remark.around):
            of_unit = remark.reading.base if remark.reading.kind is UnitKind.CURRENCY else None
            sentences.setdefault((remark.around, of_unit), []).append(remark)
    for remarks in sentences.values():
        if len(remarks) > 1:
            yield tuple(remarks)
