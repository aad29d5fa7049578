"""A header or row label taken apart: scenario words, months, a unit, and the name that is left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from drafter.figures.unit import Unit
from drafter.languages.headers import DERIVED, Sign, fold, header_words
from drafter.tables.months import MonthMention, YearMention, find_months, find_years
from drafter.tables.unit_texts import unit_in_brackets

_SEPARATORS = " \t-–—:：/／|,，.;；·_&+*、"
_ONLY_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
# `% of Bud`, `% PY`, `in % vs plan`: a rate of what the words name.
_PERCENT_OF = re.compile(r"^(?:in )?%\s*(?:of|vs\.?|to|von|占)?\s*\S|%\s*(?:of|vs\.?)\s")
_CJK = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Label:
    """`rest` is the name that remains (a measure, a member); `qualifier` what stood in brackets.

    A label is `pure` when it is nothing but scenario words, months or years.
    """

    text: str
    signs: frozenset[Sign] = frozenset()
    months: tuple[MonthMention, ...] = ()
    years: tuple[YearMention, ...] = ()
    unit: Unit | None = None
    rest: str = ""
    qualifier: str = ""

    @property
    def speaks(self) -> bool:
        return bool(self.signs or self.months or self.years)

    @property
    def is_pure(self) -> bool:
        return self.speaks and not self.rest

    @property
    def is_derived(self) -> bool:
        return bool(self.signs & DERIVED)


def tidy(text: str) -> str:
    """A name as shown: line breaks and runs of spaces are one space, or none between Chinese."""
    joined = " ".join(text.replace("\u00a0", " ").split())
    return (
        re.sub(r"(?<=[\u3000-\u9fff]) (?=[\u3000-\u9fff])", "", joined) if "\n" in text else joined
    )


@lru_cache(maxsize=8192)
def read_label(text: str) -> Label:
    """Take a label apart; the words of every language count."""
    shown = _without_pivot_prefix(tidy(text))
    bare, unit = unit_in_brackets(shown)
    bare = bare.strip()
    whole = _whole_sign(shown) or _whole_sign(bare)
    if whole is not None:
        return Label(shown, frozenset({whole}), unit=unit)
    found = _phrases(shown)
    if found[0] and _PERCENT_OF.search(fold(shown)):
        found = (found[0] | {Sign.ATTAINMENT}, found[1])
        bare = shown
    if found[0] & DERIVED:
        unit_free = bare
        signs, taken = _phrases(unit_free) if unit_free != shown else found
        if not signs & DERIVED:  # `% of plan`: the unit was part of the phrase
            unit_free, (signs, taken) = shown, found
    else:
        unit_free, (signs, taken) = bare, found if bare == shown else _phrases(bare)
    months = tuple(month for month in find_months(unit_free) if month.day is None)
    years = find_years(unit_free, find_months(unit_free))
    spans = [(item.start, item.end) for item in months] + [(item.start, item.end) for item in years]
    for start, end in spans:
        taken[start:end] = [True] * (end - start)
    rest, qualifier = _rest(unit_free, taken)
    speaks = bool(signs or months or years)
    if speaks:
        rest, signs = _without_left_over(rest, signs)
    if not speaks and qualifier:
        rest, qualifier = unit_free, ""
    return Label(shown, frozenset(signs), months, years, unit, rest, qualifier)


def _without_pivot_prefix(text: str) -> str:
    """`Sum of Net sales`, `求和项:销售额` name the field that a pivot table adds up."""
    folded = fold(text)
    for prefix in header_words().pivot_prefixes:
        if folded.startswith(prefix) and len(text) > len(prefix):
            return text[len(prefix) :].strip()
    return text


def _whole_sign(text: str) -> Sign | None:
    return header_words().whole.get(" ".join(fold(text).split()).strip(" :"))


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase in its place of the order; one without signs shields what is inside it."""

    place: int
    text: str
    signs: tuple[Sign, ...]
    case_counts: bool


@lru_cache(maxsize=1)
def _phrases_by_opening() -> dict[str, list[_Phrase]]:
    """Every phrase by its first two characters; the longest have the first places."""
    words = header_words()
    pairs: list[tuple[str, tuple[Sign, ...]]] = [*words.phrases.items()]
    pairs += [(phrase, ()) for phrase in words.neutral]
    pairs.sort(key=lambda pair: -len(pair[0]))
    found: dict[str, list[_Phrase]] = {}
    for place, (phrase, signs) in enumerate(pairs):
        item = _Phrase(place, phrase, signs, phrase != phrase.lower())
        found.setdefault(phrase[:2].lower(), []).append(item)
    return found


def _phrases_that_may_stand(folded: str) -> list[_Phrase]:
    by_opening = _phrases_by_opening()
    openings = {folded[at : at + 2] for at in range(len(folded))} | set(folded)
    found = [phrase for opening in openings for phrase in by_opening.get(opening, ())]
    return sorted(found, key=lambda phrase: phrase.place)


def _phrases(text: str) -> tuple[set[Sign], list[bool]]:
    """The signs in a text, and which of its characters they take up."""
    folded = fold(text)
    cased = "".join(
        upper if upper.lower() == low else low for upper, low in zip(text, folded, strict=True)
    )
    taken, shielded = [False] * len(text), [False] * len(text)
    signs: set[Sign] = set()
    for phrase in _phrases_that_may_stand(folded):
        within = cased if phrase.case_counts else folded
        start = within.find(phrase.text)
        while start >= 0:
            end = start + len(phrase.text)
            free = not any(taken[start:end]) and not any(shielded[start:end])
            if free and _stands_alone(within, start, end):
                marks = taken if phrase.signs else shielded
                marks[start:end] = [True] * (end - start)
                signs.update(phrase.signs)
            start = within.find(phrase.text, start + 1)
    return signs, taken


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Latin phrases are words of their own; Chinese ones are found anywhere."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    opens = text[start].isascii() and text[start].isalnum()
    closes = text[end - 1].isascii() and text[end - 1].isalnum()
    return not (opens and before.isascii() and before.isalnum()) and not (
        closes and behind.isascii() and behind.isalnum()
    )


def _rest(text: str, taken: list[bool]) -> tuple[str, str]:
    """What no sign took, and what of it stands in brackets."""
    pieces, piece = [], ""
    for char, gone in zip(text, taken, strict=True):
        if gone:
            pieces.append(piece)
            piece = ""
        else:
            piece += char
    pieces.append(piece)
    joined = ""
    for part in pieces:
        glue = "" if not joined or _joins(joined, part) else " "
        joined += glue + part
    joined = re.sub(r"[(（\[【]\s*[)）\]】]", " ", joined)
    inside = " ".join(match[0][1:-1] for match in _ONLY_BRACKETS.finditer(joined))
    outside = _ONLY_BRACKETS.sub(" ", joined).strip(_SEPARATORS + "()（）[]【】")
    if not any(taken):
        return " ".join(joined.split()), ""
    if not outside:
        return "", inside.strip()
    return " ".join(joined.split()).strip(_SEPARATORS), ""


def _joins(left: str, right: str) -> bool:
    return bool(_CJK.search(left[-1:]) or _CJK.search(right[:1])) or not left.strip()


def _without_left_over(rest: str, signs: set[Sign]) -> tuple[str, set[Sign]]:
    """Small words that only held the signs together; derived words beside a derived sign."""
    left_over, kept, added = header_words().left_over, [], set(signs)
    for word in rest.split():
        small = fold(word).strip(_SEPARATORS)
        if small in left_over:
            added |= {sign for sign in (left_over[small],) if sign}
        else:
            kept.append(word)
    signs, rest = added, " ".join(kept).strip(_SEPARATORS + "%％ ")
    sign = _whole_sign(rest) if rest else None
    if sign in DERIVED and signs & DERIVED:
        return "", signs | {sign}
    return rest, signs
