"""English fractions, multiples, ordinals and vague numbers, as closed forms."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from drafter.figures.decimals import EXACT
from drafter.languages.en.number_words import PATTERN, TENS, UNITS, read_words
from drafter.languages.grammar import DIGIT, Form, Place, Reading, any_of
from drafter.languages.notation import fraction
from drafter.languages.quantity import Hedge, QuantityKind
from drafter.languages.word_list import words

_PARTS: Final[dict[str, int]] = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twentieth": 20,
    "hundredth": 100,
}
_PART = r"(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth)s?"
_TOPS: Final[dict[str, int]] = {**UNITS, "a": 1, "an": 1}
_COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine)"

_ORDINALS: Final[dict[str, int]] = {
    word: value
    for value, word in enumerate(
        words(
            """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
    """
        ),
        start=1,
    )
} | {word.removesuffix("y") + "ieth": value for word, value in TENS.items()}

_GROWN: Final[dict[str, str]] = {
    "doubl": "2",
    "twice": "2",
    "twofold": "2",
    "two-fold": "2",
    "trebl": "3",
    "tripl": "3",
    "thrice": "3",
    "threefold": "3",
    "quadrupl": "4",
    "fourfold": "4",
    "quintupl": "5",
    "fivefold": "5",
    "tenfold": "10",
    "halv": "0.5",
    "half as much again": "1.5",
    "half again as": "1.5",
}


def _fraction(place: Place) -> Reading | None:
    top_text, part = place.match["top"].lower(), place.match["part"].lower()
    singular = part.rstrip("s") if part != "halves" else part
    top, bottom = _TOPS[top_text], _PARTS[singular]
    if singular == "quarter" and not _is_share(place, top):
        return None
    if top >= bottom or (top > 1 and part == singular and "-" not in place.match.group()):
        return None
    return fraction(place.match.end(), EXACT.divide(Decimal(top), Decimal(bottom)))


_SHARE_BEFORE = re.compile(
    r"(?:by|up|down|over|under|than|nearly|almost|about|around|roughly|just|some|rose|fell|grew|to|only|"
    r"another|barely|is|was|at|makes?|made|with|for|and|or|brought|bringing|contribut\w+)\s\Z",
    re.IGNORECASE,
)
_SHARE_AFTER = re.compile(
    r"\s(?:of|more|less|higher|lower|above|below|ahead|short|up|down|larger|smaller|behind|over|"
    r"better|worse|cheaper|year|on|to|from|was|were|is|came|went)\b|[,.;)]"
)


def _is_share(place: Place, top: int) -> bool:
    """A quarter of the sales, not a quarter of the year."""
    if re.match(r"\s(?:in a row|running|ago|ahead of|later)\b", place.after(12)):
        return False
    if place.after(6).startswith(" of 20"):
        return False
    after = _SHARE_AFTER.match(place.after(10))
    if top > 1:
        return bool(after) or "-" in place.match.group()
    return bool(_SHARE_BEFORE.search(place.before(14))) or place.after(4).startswith(" of ")


def _half(place: Place) -> Reading:
    return fraction(place.match.end(), Decimal("0.5"))


def _grown(place: Place) -> Reading:
    written = " ".join(place.match.group().lower().split())
    stem = next(stem for stem in _GROWN if written.startswith(stem))
    return Reading(place.match.end(), QuantityKind.MULTIPLE, Decimal(_GROWN[stem]), Decimal("0.1"))


_DAY_BEFORE = re.compile(r"\b(?:by|on|until|before|after|from|since)\sthe\s\Z", re.IGNORECASE)


def _ordinal(place: Place) -> Reading:
    written = place.match.group().lower()
    digits = re.match(r"\d+", written)
    if digits:
        value = Decimal(digits.group())
        if _DAY_BEFORE.search(place.before(12)):
            return Reading(place.match.end(), QuantityKind.DATE, why_not="date")
    else:
        tens, _, unit = written.rpartition("-")
        value = Decimal(TENS.get(tens, 0) + _ORDINALS[unit])
    leads = place.starts_line and place.after(1) == ","
    return Reading(
        place.match.end(),
        QuantityKind.ORDINAL,
        value,
        Decimal(1),
        why_not="list number" if leads else None,
    )


def _vague(place: Place) -> Reading:
    """`dozens of`, `hundreds of`: at least two of them, no end."""
    word = place.match["unit"].lower()
    size = {"dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 1000}
    least = 2 * size.get(word, 10**6)
    if place.match["more"]:
        least = 20_000 if "thousand" in place.match["more"] else 20_000_000
    return Reading(place.match.end(), QuantityKind.RANGE, low=Decimal(least))


def _digits_of(place: Place) -> Reading:
    """`double-digit`, `three-digit`: how many digits the number has, no more."""
    count = {"single": 1, "double": 2, "triple": 3, "one": 1, "two": 2, "three": 3, "four": 4}
    places = count[place.match["count"].lower()]
    return Reading(
        place.match.end(),
        QuantityKind.RANGE,
        low=Decimal(10 ** (places - 1)),
        high=Decimal(10**places - 1),
    )


def _words(place: Place) -> Reading:
    spelled = read_words(place.match.group())
    hedge = Hedge.ABOUT if "couple" in place.match.group().lower() else None
    return Reading(
        place.match.end(),
        QuantityKind.NUMBER,
        spelled.value,
        spelled.step,
        open=True,
        hedge=hedge,
    )


_GROWN_WORDS = words(
    """
    double doubled doubles doubling treble trebled trebles trebling triple tripled triples
    tripling quadruple quadrupled quadruples quadrupling quintuple quintupled quintuples
    quintupling halve halved halves halving thrice twice twofold two-fold threefold
    fourfold fivefold tenfold
    """
)
_GROWN_PHRASES = ("half as much again", "half again as much", "half again as many")

_RANKED = re.compile(
    r"\b(?:rank\w*|position\w*|placed|remain\w*|became|as|is|are|was|at)\s(?:at\s)?\Z",
    re.IGNORECASE,
)
_PLACES = {"one": 1, "two": 2, "three": 3}


def _rank(place: Place) -> Reading | None:
    """`ranked #2`, `remains number one`: a place in an order, where the words say so."""
    if not _RANKED.search(place.before(16)):
        return None
    written = place.match["rank"].lower()
    value = Decimal(_PLACES.get(written) or int(written))
    return Reading(place.match.end(), QuantityKind.ORDINAL, value, Decimal(1))


# Before the lookalikes, which would take `number one` for an idiom and `No. 2` for a name.
RANKS: Final[tuple[Form, ...]] = (
    Form(
        "# no number",
        r"(?:#|(?i:no\.|number)\s?)(?P<rank>\d{1,2}|(?i:one|two|three)\b)(?![\d.,]\d|%)",
        _rank,
    ),
)

FORMS: Final[tuple[Form, ...]] = (
    Form(
        " ".join(sorted({*_GROWN_WORDS, "half", "two"})),
        rf"\b(?i:{any_of((*_GROWN_WORDS, *_GROWN_PHRASES))})\b(?!-digit)(?! digit)",
        _grown,
    ),
    Form(
        "a an one two three four five six seven eight nine",
        rf"\b(?i:(?P<top>an?|{_COUNT})[ -](?P<part>{_PART}))\b(?!-)",
        _fraction,
    ),
    Form(
        "one half",
        r"\b(?i:(?:one[ -])?half)\b(?!\s(?:an?|year|time|marathon)\b)(?!-)",
        _half,
    ),
    Form(
        "single double triple one two three four",
        r"\b(?i:(?P<count>single|double|triple|one|two|three|four)[- ]digits?)\b",
        _digits_of,
    ),
    Form(
        "dozens scores tens hundreds thousands millions",
        r"\b(?i:(?P<unit>dozens|scores|tens|hundreds|thousands|millions)"
        r"(?P<more> of (?:thousands|millions))?)\b(?=\s)",
        _vague,
    ),
    Form(
        f"{DIGIT} {' '.join(_ORDINALS)} {' '.join(TENS)}",
        r"(?<![\d.,])\d{1,3}(?:st|nd|rd|th)\b|"
        rf"\b(?i:(?:{any_of(TENS)}-)?{any_of(_ORDINALS)})\b",
        _ordinal,
    ),
    Form(f"a an half {' '.join(UNITS)} {' '.join(TENS)}", rf"(?i:{PATTERN})", _words),
)
