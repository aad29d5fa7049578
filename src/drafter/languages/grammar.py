"""What a language tells about its numbers: the data behind reading quantities.

Each language package has a module `numbers` with one `GRAMMAR`. Patterns are regular expressions
without nested repetition, so that reading stays linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from drafter.figures.unit import Unit
from drafter.languages.quantity import Hedge, QuantityKind


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words: its value and the worth of its last written unit."""

    value: Decimal
    step: Decimal


class Reading(NamedTuple):
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


class Place(NamedTuple):
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
        _, newline, line = self.text[max(0, start - 16) : start].rpartition("\n")
        if not newline and start > 16:
            return False
        return not line.strip(" \t>*_#+-\u3000")

    @property
    def starts_clause(self) -> bool:
        """Whether it stands at the start of its line or right behind a full stop or a colon."""
        return self.starts_line or self.before(4).rstrip().endswith(_STOPS)


_STOPS = ("。", "；", ";", "：", ":", "！", "!", "？", "?", "，", ",", "、", ".")

Reader = Callable[[Place], Reading | None]


# Keys of `Form.starts` that stand for more than one first word.
DIGIT = "<digit>"
GLUED = "<glued>"


@dataclass(frozen=True, slots=True)
class Form:
    """A written form: how it can begin, what it looks like, and how it is read.

    `starts` lists, divided by blanks, the lower-case words or the single characters that it can
    begin with; `DIGIT` stands for every digit, `GLUED` for every Latin word with a digit or a
    sign stuck to it. `read` answers None when the match is something else after all.
    """

    starts: str
    pattern: str
    read: Reader


@dataclass(frozen=True, slots=True)
class NumberGrammar:
    """The number words of one language.

    `forms` are tried in their order wherever they can start, before plain digits. The words that
    stand behind a number (scales, units, hedges) are patterns matched without regard to case;
    those before it are literal: the longest that ends right there wins, and `not_hedges` are
    longer words that end like a hedge (签约 is no 约). `letter_scales` (`m`) hold in a text of
    this language, elsewhere only behind a currency. `glued_units` are units that make a number
    of digits stuck to a name (`KA1740万元`). `noun` finds the counted thing behind a number that
    no known unit follows: the end of its span and the unit. `not_a_range_after` matches where
    "3 to 5" tells a movement, no range. `money_words` are words for
    money that a table does not use as its unit (cents, 块钱): currency and worth.
    """

    forms: tuple[Form, ...]
    scales: Mapping[str, Decimal]
    letter_scales: Mapping[str, Decimal]
    percent: tuple[str, ...]
    points: Mapping[str, Decimal]
    multiples: tuple[str, ...]
    counters: tuple[str, ...]
    glued_units: str
    hedges_before: Mapping[Hedge, tuple[str, ...]]
    not_hedges: tuple[str, ...]
    fillers: tuple[str, ...]
    hedges_inside: Mapping[Hedge, tuple[str, ...]]
    hedges_after: Mapping[Hedge, tuple[str, ...]]
    negatives: tuple[str, ...]
    joiners: tuple[str, ...]
    openers: tuple[str, ...]
    not_a_range_after: str
    money_words: Mapping[str, tuple[str, Decimal]]
    noun: Callable[[str, int, Decimal], tuple[int, Unit] | None] | None = None


def any_of(words: Iterable[str]) -> str:
    """An alternation of literal words, longest first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")" if ordered else r"(?!)"


def each(characters: str) -> str:
    """`starts` of a form that begins with any of these characters."""
    return " ".join(dict.fromkeys(characters))


def lookalike(why_not: str, kind: QuantityKind = QuantityKind.NUMBER) -> Reader:
    """A reader for forms that only look like a quantity."""

    def read(place: Place) -> Reading:
        return Reading(place.match.end(), kind, why_not=why_not)

    return read
