"""The manager's notes as a source: their quantities, bound to the words around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.checking.context import Context
from drafter.checking.frames import BASES, Frame
from drafter.checking.matching import STRICT_UNITS, Reading, reading_of, same_unit
from drafter.figures.report import LanguageCode
from drafter.figures.unit import UnitKind
from drafter.languages.characters import folded
from drafter.languages.cues import CueKind, cue_book
from drafter.languages.naming import LATIN_WORD, stem, stop_words
from drafter.languages.quantities import read_quantities
from drafter.languages.quantity import Quantity, QuantityKind
from drafter.languages.word_list import words as word_list

_NUMBER_WORDS = frozenset(
    word_list(
        """
        one two three four five six seven eight nine ten
        eleven twelve hundred thousand million
        """
    )
)
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_ALIKE = 2  # words that a remark on the same thing shares at least
_MARKS = " .,;:，。；：、)）"
_WORDS_BEHIND = 6  # characters behind a number that make a quotation
_QUOTED = 3  # words that a quotation shares at least
_PART = re.compile(r"[。；;\n!?！？]|\.(?=\s|$)")
_PIECE = re.compile(r"[，,、：:（()）]|\band\b|->|→")


@dataclass(frozen=True, slots=True)
class Remark:
    """A quantity of the notes; `near` are the words of its own piece, `around` of its sentence."""

    quantity: Quantity
    reading: Reading
    near: frozenset[str]
    around: frozenset[str]
    is_base: bool = False  # whether it is a plan or an earlier value beside an actual one


@dataclass(frozen=True, slots=True)
class Echo:
    """How a remark answers a number of the draft: shared words near it and around it."""

    remark: Remark
    near: int
    around: int


class Notes:
    """All quantities of a text (notes or an example), found by value and by words."""

    def __init__(self, text: str, language: LanguageCode) -> None:
        self.text = text
        folded_text = folded(text)
        self.remarks = tuple(_remarks(folded_text, language))
        self._by_word: dict[str, list[Remark]] = defaultdict(list)
        for remark in self.remarks:
            for word in remark.around:
                self._by_word[word].append(remark)

    def stating(self, frame: Frame, reading: Reading, *, closely: bool) -> Remark | None:
        """A remark that states this number in words that fit, or None.

        `closely` where the words name a figure of the report: then the remark must share a word
        of its own piece that is no name of the report.
        """
        equal = self._stated(frame, reading)
        if not equal:
            return None
        near, around = words_of(frame)
        scored = [Echo(r, len(near & r.near), len(around & r.around)) for r in equal]
        best = max(scored, key=lambda echo: (echo.near, echo.around))
        if closely and not is_telling(reading):
            free = around - names_in(frame)
            return next((item for item in equal if free & item.around), None)
        if best.around or is_telling(reading):
            return best.remark
        same = best.remark.reading.base
        return best.remark if reading.kind is UnitKind.CURRENCY and same == reading.base else None

    def _stated(self, frame: Frame, reading: Reading) -> list[Remark]:
        """The remarks with this number; plans only where plans are spoken of."""
        equal = [remark for remark in self.remarks if _equal(reading, remark)]
        if _speaks_of_a_base(frame):
            return equal
        return [remark for remark in equal if not self._stands_beside_its_value(remark)]

    def _stands_beside_its_value(self, remark: Remark) -> bool:
        """Whether it is the plan of a number beside it (`sales force 64, plan 66`)."""
        return remark.is_base and any(
            other.around == remark.around
            and not other.is_base
            and _same_thing(remark.reading, other.reading)
            for other in self.remarks
        )

    def quoted(self, frame: Frame, reading: Reading) -> Remark | None:
        """A remark with this number whose piece stands in the clause nearly word for word."""
        near, _ = words_of(frame)
        free = near - names_in(frame)
        for remark in self._verbatim(frame):
            if _equal(reading, remark):
                return remark
        for remark in self.remarks:
            shared = len(free & remark.near)
            if shared >= _QUOTED and shared * 2 >= len(remark.near) and _equal(reading, remark):
                return remark
        return None

    def _verbatim(self, frame: Frame) -> Iterator[Remark]:
        """Remarks at the place where the notes hold the number with all that follows it."""
        quantity, text = frame.quantity, frame.context.text
        stretch = text[quantity.start : frame.place.clause.end].rstrip(_MARKS)
        if len(stretch) < len(quantity.text) + _WORDS_BEHIND:
            return
        at = self.text.find(stretch)
        if at >= 0:
            yield from (item for item in self.remarks if item.quantity.start == at)

    def echoing(self, frame: Frame, reading: Reading) -> Remark | None:
        """A remark with this number in any words: enough for a small count of no named measure."""
        equal = self._stated(frame, reading)
        same = [remark for remark in equal if remark.reading.base == reading.base]
        return next(iter(same or equal), None)

    def _weight(self, echo: Echo, reading: Reading) -> tuple[bool, int, int]:
        same = echo.remark.reading.base == reading.base and echo.near >= _ALIKE
        return same, echo.near, echo.around

    def answering(self, frame: Frame, reading: Reading) -> Remark | None:
        """The remark that speaks of the same thing in the same unit with another number."""
        near, around = words_of(frame)
        candidates = {id(r): r for word in near for r in self._by_word.get(word, ())}
        best: Echo | None = None
        for remark in candidates.values():
            if not _same_thing(reading, remark.reading):
                continue
            echo = Echo(remark, len(near & remark.near), len(around & remark.around))
            if best is None or self._weight(echo, reading) > self._weight(best, reading):
                best = echo
        if best is None:
            return None
        enough = max(2, (len(best.remark.near) + 1) // 2)
        return best.remark if best.near >= 2 and best.around >= enough else None


def words_of(frame: Frame) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a draft number's clause and of its sentence."""
    context, place = frame.context, frame.place
    near = context.remembered("words", place.clause, _words_between)
    around = context.remembered("words", place.sentence, _words_between)
    return near, around


def _words_between(context: Context, start: int, end: int) -> frozenset[str]:
    return _free_words(context.text, start, end, context.counted.within(start, end))


def names_in(frame: Frame) -> frozenset[str]:
    """The words of the report's names that stand in the sentence."""
    return frame.context.remembered("names", frame.place.sentence, _names_between)


def _names_between(context: Context, start: int, end: int) -> frozenset[str]:
    found: set[str] = set()
    for hit in context.hits.within(start, end):
        found |= words(context.text[hit.start : hit.end])
    return frozenset(found)


def _free_words(text: str, start: int, end: int, quantities: Sequence[Quantity]) -> frozenset[str]:
    """The words of a stretch without those that only write its numbers and units."""
    found: set[str] = set()
    for quantity in quantities:
        if start <= quantity.start < end:
            found |= words(text[start : quantity.start]) | _counted_thing(quantity)
            start = quantity.end
    return frozenset(found | words(text[start:end]))


def _counted_thing(quantity: Quantity) -> frozenset[str]:
    """The noun that a number counts (`6 roadshows`); units and currencies say nothing."""
    if quantity.kind is not QuantityKind.DIMENSION or quantity.unit in STRICT_UNITS:
        return frozenset()
    return words(quantity.text) - _NUMBER_WORDS


def words(text: str) -> frozenset[str]:
    """Stems of words, and neighbouring pairs of Chinese characters."""
    stop = stop_words()
    found = {word for word in map(stem, LATIN_WORD.findall(text)) if word not in stop}
    for run in _HAN.findall(text):
        found.update(map("".join, pairwise(run)))
    return frozenset(found)


def _remarks(text: str, language: LanguageCode) -> list[Remark]:
    found = []
    quantities = [item for item in read_quantities(text, language) if item.why_not is None]
    for quantity in quantities:
        start, end = _stretch(text, quantity, _PART, quantities)
        near_start, near_end = _stretch(text, quantity, _PIECE, quantities, start, end)
        found.append(
            Remark(
                quantity,
                reading_of(quantity),
                _free_words(text, near_start, near_end, quantities),
                _free_words(text, start, end, quantities),
                bool(cue_book(language).states_base.search(text[near_start : quantity.start])),
            )
        )
    return found


def _speaks_of_a_base(frame: Frame) -> bool:
    """Whether the words around a number speak of a plan or an earlier value."""
    named = frame.anywhere(*BASES, CueKind.FUTURE) or frame.states_a_base
    return frame.is_whole_of_number or named


def _stretch(
    text: str,
    quantity: Quantity,
    mark: re.Pattern[str],
    quantities: Sequence[Quantity],
    low: int = 0,
    high: int | None = None,
) -> tuple[int, int]:
    """The part of a text around a quantity, between two marks that lie in no quantity."""
    high = len(text) if high is None else high
    start, end = low, high
    for match in mark.finditer(text, low, high):
        if any(item.start <= match.start() < item.end for item in quantities):
            continue
        if match.end() <= quantity.start:
            start = match.end()
        elif match.start() >= quantity.end:
            end = match.start()
            break
    return start, end


def _equal(reading: Reading, remark: Remark) -> bool:
    value = remark.reading.value
    if value is None:
        ends = (remark.reading.low, remark.reading.high)
        return (reading.low, reading.high) == ends or reading.value in ends
    return reading.holds(value) and _same_thing(reading, remark.reading)


def _same_thing(reading: Reading, other: Reading) -> bool:
    if reading.kind is None or other.kind is None:
        return not {UnitKind.PERCENT, UnitKind.POINTS} & {reading.kind, other.kind}
    return other.base is not None and same_unit(reading, other.kind, other.base)


def is_telling(reading: Reading) -> bool:
    """Whether a number has so many digits that it is hardly met by chance."""
    if reading.value is None:
        return False
    return len(reading.value.normalize().as_tuple().digits) >= 3


def known(notes: Notes, reading: Reading) -> Remark | None:
    """The remark of a text that states this value in this unit, whatever its words."""
    for remark in notes.remarks:
        if remark.reading.value and _equal(reading, remark):
            return remark
    return None
