"""What a language tells about its numbers: the data behind reading quantities.

Each language package has a module `numbers` with one `GRAMMAR`. Patterns are regular expressions
without nested repetition, so that reading stays linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from drafter.figures.unit import Unit
from drafter.languages.quantity import Hedge, QuantityKind


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words: its value and the worth of its last written unit."""

    value: Decimal
    step: Decimal


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form says before the words around it are heard.

    An `open` reading is a bare number that may still take a sign, a scale and a unit. `low` and
    `high` are given only where they do not follow from value and step (ranges, vague numbers).
    """

    end: int
    kind: QuantityKind
    value: Decimal | None = None
    step: Decimal | None = None
    unit: Unit | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    why_not: str | None = None
    open: bool = False
    hedge: Hedge | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a form was found: the whole text, the match, and the end of the quantity before."""

    text: str
    match: re.Match[str]
    floor: int

    def before(self, width: int) -> str:
        """Up to so many characters before the match, not reaching into the quantity before."""
        start = self.match.start()
        return self.text[max(self.floor, start - width) : start]

    def after(self, width: int) -> str:
        end = self.match.end()
        return self.text[end : end + width]

    @property
    def starts_line(self) -> bool:
        """Whether only list marks, emphasis or heading signs stand before it on its line."""
        start = self.match.start()
        before, newline, line = self.text[max(0, start - 16) : start].rpartition("\n")
        if not newline and start > 16:
            return False
        return not line.strip(" \t>*_#+-\u3000")

    @property
    def starts_clause(self) -> bool:
        """Whether it stands at the start of its line or right behind a full stop or a colon."""
        return self.starts_line or self.before(4).rstrip().endswith(_STOPS)


_STOPS = ("。", "；", ";", "：", ":", "！", "!", "？", "?", "，", ",", "、", ".")

Reader = Callable[[Place], Reading | None]


@dataclass(frozen=True, slots=True)
class Form:
    """A written form: what it looks like, and how it is read (None: it was not that after all)."""

    pattern: str
    read: Reader


@dataclass(frozen=True, slots=True)
class NumberGrammar:
    """The number words of one language.

    `forms` are tried in order at each place, before plain digits. All other words are patterns
    too, matched without regard to case, right behind a number (or one blank or hyphen behind it)
    or right before it; a language with blanks between words closes them with a word boundary.
    `noun` finds the counted thing behind a number that no known unit follows: it answers the end
    of its span and the unit. `not_a_range_after` ends where "3 to 5" is a movement, no range.
    """

    forms: tuple[Form, ...]
    scales: Mapping[str, Decimal]
    percent: tuple[str, ...]
    points: Mapping[str, Decimal]
    multiples: tuple[str, ...]
    counters: tuple[str, ...]
    hedges_before: Mapping[Hedge, tuple[str, ...]]
    hedges_inside: Mapping[Hedge, tuple[str, ...]]
    hedges_after: Mapping[Hedge, tuple[str, ...]]
    negatives: tuple[str, ...]
    joiners: tuple[str, ...]
    openers: tuple[str, ...]
    not_a_range_after: str
    noun: Callable[[str, int, Decimal], tuple[int, Unit] | None] | None = None
    currency_words: Mapping[str, str] = field(default_factory=dict)


def any_of(words: Iterable[str]) -> str:
    """An alternation of literal words, longest first, guarded by the set of first letters."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    if not ordered:
        return r"(?!)"
    firsts = "".join(sorted({re.escape(word[0]) for word in ordered}))
    return rf"(?=[{firsts}])(?:{'|'.join(re.escape(word) for word in ordered)})"


def lookalike(why_not: str, kind: QuantityKind = QuantityKind.NUMBER) -> Reader:
    """A reader for forms that only look like a quantity."""

    def read(place: Place) -> Reading:
        return Reading(place.match.end(), kind, why_not=why_not)

    return read
