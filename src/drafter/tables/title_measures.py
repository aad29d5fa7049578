"""The measure that a title names for a table whose headers name none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.figures.unit import Unit
from drafter.languages.headers import fold, header_words
from drafter.tables.labels import tidy
from drafter.tables.months import find_months, find_years
from drafter.tables.unit_texts import known_unit, unit_in_brackets

_SEGMENTS = re.compile(r"[,，;；|]|\s[-–—]\s|[:：]")
_BY = re.compile(r"\b(?:by|per|with|of) .*$")


@dataclass(frozen=True, slots=True)
class TitleMeasure:
    """A measure as the title writes it, with the unit that stands beside it."""

    name: str
    unit: Unit | None = None


def measure_in(titles: Sequence[str], known: Iterable[str]) -> TitleMeasure | None:
    """The one measure that a title names for certain, the nearest title first.

    Certain is a name that the month uses elsewhere (`known`), or a title that is nothing but a
    usual measure once month, unit and the words for what it is broken down by are taken out.
    """
    parted = [without_month_and_unit(title) for title in reversed(titles)]
    # A line that carries a unit speaks of the figures; the nearest such line first.
    parted.sort(key=lambda pair: pair[1] is None)
    for name, unit in parted:
        found = known_name(name, known) or _usual_name(name)
        if found:
            return TitleMeasure(found, unit)
    for name, unit in parted:
        found = _told_apart(name)
        if found:
            return TitleMeasure(found, unit)
    return None


def _told_apart(name: str) -> str | None:
    """The one usual measure inside a longer title; words as general as `sales` do not count."""
    words = header_words()
    found = known_name(name, words.measure_names)
    if found is None or found in words.general_measures:
        return None
    at = fold(name).find(found)
    behind = fold(name)[at + len(found) : at + len(found) + 2]
    return None if behind.strip() in words.team_words else name[at : at + len(found)]


def measure_candidates(titles: Sequence[str]) -> tuple[str, ...]:
    """Names to offer where no title is certain."""
    names = (without_month_and_unit(title)[0].strip() for title in titles)
    short = (name for name in names if name and len(name) <= 40)
    return tuple(dict.fromkeys(short))


def without_month_and_unit(title: str) -> tuple[str, Unit | None]:
    """A title's words without its month, and the unit that it names in brackets or by commas."""
    bare, unit = unit_in_brackets(tidy(title))
    behind = re.search(r"\s+in (?P<unit>[^,;–—]+)", bare)
    if behind and (found := known_unit(behind["unit"].strip())):
        bare, unit = bare[: behind.start()] + bare[behind.end() :], unit or found
    mentions = find_months(bare)
    spans = [(item.start, item.end) for item in mentions]
    spans += [(item.start, item.end) for item in find_years(bare, mentions)]
    for start, end in sorted(spans, reverse=True):
        bare = bare[:start] + " " + bare[end:]
    parts = []
    for part in _SEGMENTS.split(bare):
        found = known_unit(part.strip())
        if found is not None:
            unit = unit or found
        elif part.strip(" ()（）"):
            parts.append(part.strip())
    return ", ".join(parts), unit


def known_name(name: str, known: Iterable[str]) -> str | None:
    """A measure of the month that stands in the title, when exactly one does."""
    folded = fold(name)
    found = []
    for measure in sorted(set(known), key=len, reverse=True):
        words = fold(measure)
        edge = r"(?<![a-z])", r"(?![a-z])"
        match = re.search(f"{edge[0]}{re.escape(words)}{edge[1]}", folded)
        if match:
            folded = folded[: match.start()] + " " * len(words) + folded[match.end() :]
            found.append(measure)
    return found[0] if len(found) == 1 else None


def _usual_name(name: str) -> str | None:
    """The title's own words when they are a usual measure and nothing else."""
    words = header_words()
    folded = _BY.sub("", fold(name)).strip()
    if folded in words.measure_names:
        return name[: len(folded)].strip() if fold(name).startswith(folded) else name
    stripped = folded
    for word in sorted(words.dimension_headers | words.title_words, key=len, reverse=True):
        if not word.isascii():
            stripped = stripped.replace(word, " ")
    stripped = stripped.strip()
    if stripped in words.measure_names:
        at = fold(name).find(stripped)
        return name[at : at + len(stripped)] if at >= 0 else None
    return None
