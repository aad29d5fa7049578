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
_BELOW_THOUSAND = (
    rf"(?:(?:{_BELOW_HUNDRED}|an?)[- ]hundred(?:(?: and)?[- ]{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
)
_DECIMAL = rf"(?:{_BELOW_THOUSAND} point(?: (?:{_UNIT})){{1,6}})"
_SCALE = r"(?:thousand|million|billion|trillion)"
_SCALED = (
    rf"(?:(?:{_DECIMAL}|{_BELOW_THOUSAND} and a half|{_BELOW_THOUSAND}|half an?|an?)[- ]{_SCALE}"
    rf"(?:,?(?: and)?[- ]{_BELOW_THOUSAND}[- ]{_SCALE}){{0,3}}(?:,?(?: and)?[- ]{_BELOW_THOUSAND}(?![a-z]))?)"
)
_DOZEN = rf"(?:(?:half an?|an?|{_BELOW_HUNDRED})[- ]dozen|an? couple(?: of)?|an? pair of)"

PATTERN: Final = (
    rf"\b(?:{_DOZEN}|{_SCALED}|{_DECIMAL}|{_BELOW_THOUSAND} and a half|{_BELOW_THOUSAND})"
    r"(?![A-Za-z])"
)
_WORDS = re.compile(r"[a-z]+")


def read_words(text: str) -> Spelled:
    """The value of a match of `PATTERN`; below a million every number of words is a count."""
    words = _WORDS.findall(text.lower())
    if words[-1] in ("couple", "of", "pair"):
        return Spelled(Decimal(2), Decimal(1))
    total, current, step = Decimal(0), Decimal(0), Decimal(1)
    fraction: Decimal | None = None
    for position, word in enumerate(words):
        if word == "half":
            current += Decimal("0.5")
            step = Decimal("0.1")
        elif word in ("a", "an"):
            if words[position + 1] != "half" and "half" not in words[:position]:
                current += 1
        elif word == "point":
            fraction = Decimal(1)
        elif word == "dozen":
            current *= 12
            step = Decimal(1)
        elif word == "hundred":
            current *= 100
        elif word in SCALES:
            total += current * SCALES[word]
            step = (fraction or step) * SCALES[word]
            current, fraction = Decimal(0), None
        elif fraction is not None:
            fraction /= 10
            current += UNITS[word] * fraction
        elif word != "and":
            current += UNITS.get(word, TENS.get(word, 0))
            step = step if total == 0 else Decimal(1)
    if fraction is not None:
        step = fraction
    if total + current < 10**6 and total and (total + current) % 1 == 0:
        step = Decimal(1)
    return Spelled(total + current, step)
