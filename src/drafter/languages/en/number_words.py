"""English numbers in words: `three thousand six hundred`, `half a million`, `a dozen`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from drafter.languages.grammar import Spelled
from drafter.languages.word_list import words

UNITS: Final[dict[str, int]] = {
    word: value
    for value, words in enumerate(
        words(
            """
    zero|nil|nought one two three four five six seven eight nine ten eleven twelve
    thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    """
        )
    )
    for word in words.split("|")
}
TENS: Final[dict[str, int]] = {
    word: 10 * value
    for value, word in enumerate(
        words(
            """
    twenty thirty forty fifty sixty seventy eighty ninety
    """
        ),
        start=2,
    )
}
SCALES: Final[dict[str, int]] = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}

_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_TEN = "|".join(TENS)
_BELOW_HUNDRED = rf"(?:(?:{_TEN})(?:[- ](?:{_UNIT}))?|{_UNIT})"
_HUNDREDS = rf"(?:{_BELOW_HUNDRED}|an?)[- ]hundred(?:(?: and)?[- ]{_BELOW_HUNDRED})?"
_BELOW_THOUSAND = rf"(?:{_HUNDREDS}|{_BELOW_HUNDRED})"
_DECIMAL = rf"(?:{_BELOW_THOUSAND} point(?: (?:{_UNIT})){{1,6}})"
_WITH_HALF = rf"{_BELOW_THOUSAND} and a half"
_SCALE = r"(?:thousand|million|billion|trillion)"
_SCALED = (
    rf"(?:(?:{_DECIMAL}|{_WITH_HALF}|{_BELOW_THOUSAND}|half an?|an?)[- ]{_SCALE}"
    rf"(?:,?(?: and)?[- ]{_BELOW_THOUSAND}[- ]{_SCALE}){{0,3}}"
    rf"(?:,?(?: and)?[- ]{_BELOW_THOUSAND}(?![a-z]))?)"
)
_DOZEN = rf"(?:(?:half an?|an?|{_BELOW_HUNDRED})[- ]dozen|an? couple(?: of)?|an? pair of)"

PATTERN: Final = rf"\b(?:{_DOZEN}|{_SCALED}|{_DECIMAL}|{_WITH_HALF}|{_BELOW_THOUSAND})(?![A-Za-z])"
_WORDS = re.compile(r"[a-z]+")
_PAIRS = frozenset({"couple", "pair"})
_HALF = Decimal("0.5")
_ONE = Decimal(1)


def read_words(text: str) -> Spelled:
    """The value of a match of `PATTERN`; below a million every whole number is a count."""
    words = _WORDS.findall(text.lower())
    if _PAIRS & set(words):
        return Spelled(Decimal(2), _ONE)
    walk = _Walk()
    for word in words:
        walk.take(word)
    return walk.result()


class _Walk:
    """Adds a number up word by word; `current` is what stands before the next scale."""

    def __init__(self) -> None:
        self.total = self.current = Decimal(0)
        self.step = _ONE
        self.places: Decimal | None = None

    def take(self, word: str) -> None:
        if word in SCALES:
            self._scale(SCALES[word])
        elif word == "dozen":
            self.current, self.step = (self.current or _ONE) * 12, _ONE
        elif word == "half":
            self.current, self.step = self.current + _HALF, Decimal("0.1")
        elif word == "point":
            self.places = _ONE
        elif word in UNITS or word in TENS:
            self._digit(UNITS[word] if word in UNITS else TENS[word])

    def _scale(self, scale: int) -> None:
        """`a` and `an` say nothing of their own: a bare scale is one of it."""
        if scale == 100:
            self.current = (self.current or _ONE) * scale
            return
        self.total += (self.current or _ONE) * scale
        self.step = (self.places or self.step) * scale
        self.current, self.places = Decimal(0), None

    def _digit(self, value: int) -> None:
        if self.places is not None:
            self.places /= 10
            self.current += value * self.places
            return
        self.current += value
        if self.total:
            self.step = _ONE

    def result(self) -> Spelled:
        value = self.total + self.current
        whole = value == value.to_integral_value()
        if self.places is not None:
            return Spelled(value, self.places)
        return Spelled(value, _ONE if whole and value < 10**6 else self.step)
