"""Words of claims over a group: counts, ranks, unanimity, and what is said of the members."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from importlib import import_module
from typing import cast

from drafter.figures.report import LanguageCode
from drafter.languages.phrasing import phrasing


class Predicate(StrEnum):
    """What is said of each member of a group."""

    MET = "met"  # reached plan, as the measure's polarity has it
    ABOVE = "above"  # is over plan
    MISSED = "missed"  # did not reach plan
    GREW = "grew"
    FELL = "fell"
    TWO_DIGITS = "two digits"  # grew by ten percent or more
    BETTER = "better"  # as the measure's polarity has it
    WORSE = "worse"


class Yardstick(StrEnum):
    """What a rank is measured by."""

    LEVEL = "level"
    GROWTH = "growth"
    FALL = "fall"
    GAP = "gap"  # how much is missing to plan, in amounts
    ATTAINMENT = "attainment"
    ANY = "any"  # `the strongest`: level, growth or attainment


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """A language's patterns.

    `counts` are tried in order at each place; their groups are `count` (how many), `of` (of how
    many), `every` (all, both), `none`, `only`, `noun`; a group named as a predicate (`grew`) is how
    many it holds for. `predicates` are looked for in the clause.
    `ranks` have the groups `place` (second), `last` (counted from the end), `top` or `bottom`,
    and `noun`. `yardsticks` are looked for in the rank's own words and its clause.
    """

    counts: tuple[re.Pattern[str], ...]
    count_start: re.Pattern[str]  # what a count may begin with
    predicates: tuple[tuple[Predicate, re.Pattern[str]], ...]
    fillers: re.Pattern[str]  # words beside names and cues that say nothing more
    ranks: tuple[re.Pattern[str], ...]
    alone_after: re.Pattern[str]  # before a superlative without a noun that is a rank all the same
    alone_before: re.Pattern[str]  # ... and behind it
    judging: re.Pattern[str]  # superlatives that praise or blame: they turn with the polarity
    beside: tuple[re.Pattern[str], ...]  # `second only to`, right before the member in question
    over: re.Pattern[str]  # `larger than`, right before another member
    under: re.Pattern[str]  # `smaller than`
    yardsticks: tuple[tuple[Yardstick, re.Pattern[str]], ...]
    nouns: Mapping[str, str]  # a group's noun -> dimension keys that it may stand for; `*` any
    only: re.Pattern[str]  # right before the one member that something is said of
    names_next: re.Pattern[str]  # between a superlative and the member that it is said of
    others: re.Pattern[str]  # words for a part of a group that is not named
    small_number: Callable[[str], int | None]
    months_gone: re.Pattern[str]
    months_left: re.Pattern[str]
    span: re.Pattern[str]  # a span of months, with groups `first` and `last`
    parts_of_year: tuple[tuple[re.Pattern[str], int], ...]  # `the first half` -> 6 months
    opens_period: re.Pattern[str]  # what may stand between a clause's start and a named month
    streaks: tuple[re.Pattern[str], ...]  # `three months in a row`, with the group `months`


Nouns = tuple[tuple[str, str], ...]


@lru_cache(maxsize=64)
def claim_words(language: LanguageCode, own: Nouns = ()) -> ClaimWords:
    """The claim words of a language; `own` are a report's nouns with the dimensions they name."""
    module = import_module(f"drafter.languages.{language}.claim_words")
    known = cast("ClaimWords", module.CLAIM_WORDS)
    if not own:
        return known
    nouns = dict(known.nouns)
    for noun, dimension in own:
        nouns[noun] = f"{nouns.get(noun, '')} {dimension}".strip()
    return replace(
        known,
        counts=module.counts_of(nouns),
        ranks=module.ranks_of(nouns),
        nouns=nouns,
    )


def own_nouns(dimensions: Iterable[str], language: LanguageCode) -> Nouns:
    """What a report's dimensions are called, where the language does not know it already."""
    known, said = claim_words(language).nouns, phrasing(language).dimension_nouns
    found: dict[tuple[str, str], None] = {}
    for dimension in dimensions:
        key = dimension.strip().lower()
        for noun in (key, *said.get(key, ())[:1]):
            if noun and key not in known.get(noun, "").split():
                found[noun, key] = None
    return tuple(sorted(found))
