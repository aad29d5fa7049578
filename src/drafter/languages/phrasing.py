"""The words that a written summary uses, one module of them per language.

`phrasing(language)` gives a language's words as data: how an amount is written, what a figure
reference becomes, the writer's sentences, the headings, and the cue words that tell which section
a line of the notes belongs to. Sentences are format strings; their blanks are named in
`writing/`, and a test fills every one of them in every language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from drafter.figures.report import LanguageCode


@dataclass(frozen=True, slots=True)
class AmountWords:
    """How numbers become words.

    `scales` are the powers of ten that prose uses for money, smallest first, with their words;
    `decimals` is how many places a scaled amount may show before a smaller scale is taken.
    `currency` and `signed_currency` are patterns with {sign}, {number}, {scale}, {name}.
    `units` maps a canonical unit to its noun for one and for many (empty: said without a noun).
    `measured` units are never left out; others are counting nouns, which a phrase such as
    "6 below plan" leaves out where `bare_counts`. `symbols` are units written alike in every
    language; `cjk` tells whose units have characters.
    """

    scales: tuple[tuple[int, str], ...]
    decimals: int
    currency: str
    signed_currency: str
    currency_names: Mapping[str, str]
    currency_signs: Mapping[str, str]
    counted: str
    scaled_count: str
    per: str
    units: Mapping[str, tuple[str, str]]
    symbols: frozenset[str]
    measured: frozenset[str]
    bare_counts: bool
    points: tuple[str, str]
    score_points: tuple[str, str]
    cjk: bool


@dataclass(frozen=True, slots=True)
class NoteCues:
    """Words that tell what a line of the notes is about; earlier fields win over later ones.

    `cause` marks a sentence that gives a reason. `request` asks for something; `next_month` looks
    ahead. `vague` are verbs of a task that says no result. `opens_statement` is a pattern of what
    may stand before a measure's name when its value is stated, `states_value` of what may stand
    between the name and the value.
    """

    request: tuple[str, ...]
    team: tuple[str, ...]
    problems: tuple[str, ...]
    activities: tuple[str, ...]
    customers: tuple[str, ...]
    products: tuple[str, ...]
    next_month: tuple[str, ...]
    cause: tuple[str, ...]
    training: tuple[str, ...]
    opens_statement: str
    states_value: str
    vague: tuple[str, ...]
    measurable: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureCues:
    """Words in a measure's name or a dimension that tell which section a figure belongs to."""

    products: tuple[str, ...]
    customers: tuple[str, ...]
    activities: tuple[str, ...]
    team: tuple[str, ...]
    problems: tuple[str, ...]
    product_dimensions: tuple[str, ...]
    customer_dimensions: tuple[str, ...]
    new_customers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrasing:
    """All words of one language. `references` and `sentences` are keyed by what they say.

    `abbreviations` never end a sentence, `numbered_abbreviations` not before a number.
    """

    amounts: AmountWords
    headings: Mapping[str, str]
    references: Mapping[str, str]
    claims: Mapping[str, str]
    sentences: Mapping[str, tuple[str, ...]]
    gap_questions: Mapping[str, str]
    findings: Mapping[str, str]
    dimension_nouns: Mapping[str, tuple[str, str]]
    months: tuple[str, ...]
    list_comma: str
    list_and: str
    list_semicolon: str
    sentence_join: str
    sentence_end: str
    colon: str
    notes: NoteCues
    figures: FigureCues
    sentence_breaks: str
    abbreviations: tuple[str, ...]
    numbered_abbreviations: tuple[str, ...]
    refusals: tuple[str, ...]


@lru_cache(maxsize=8)
def phrasing(language: LanguageCode) -> Phrasing:
    """The words of a language."""
    found: Phrasing = import_module(f"drafter.languages.{language}.phrasing").PHRASING
    return found
