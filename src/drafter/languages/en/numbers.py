"""The English number grammar, as `drafter.languages.quantities` reads it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from drafter.languages.en.number_forms import FORMS, RANKS
from drafter.languages.en.number_lookalikes import DATES, IDIOMS, NAMES, PERIODS
from drafter.languages.en.number_units import KNOWN, noun_behind
from drafter.languages.grammar import Form, NumberGrammar, any_of
from drafter.languages.quantity import Hedge

_END = r"(?![A-Za-z0-9])"


def _in_latin_letters(forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """The forms with word boundaries that Chinese letters around them do not hide."""
    return tuple(Form(form.starts, f"(?a:{form.pattern})", form.read) for form in forms)


GRAMMAR: Final = NumberGrammar(
    forms=_in_latin_letters((*RANKS, *DATES, *PERIODS, *NAMES, *IDIOMS, *FORMS)),
    scales={
        rf"[ \u00a0\n-]?(?:thousand|tsd|k)s?{_END}|[ ]?[’']000s?{_END}": Decimal(10**3),
        rf"[ \u00a0\n-]?(?:million|mn|mln|mio|mm)s?{_END}": Decimal(10**6),
        rf"[ \u00a0\n-]?(?:billion|bn|mrd)s?{_END}": Decimal(10**9),
        rf"[ \u00a0-]?(?:trillion|tn)s?{_END}": Decimal(10**12),
        rf"[ \u00a0]lakhs?{_END}": Decimal(10**5),
        rf"[ \u00a0]crores?{_END}": Decimal(10**7),
        rf"[ \u00a0]hundred{_END}": Decimal(100),
        rf"[ \u00a0]dozen{_END}": Decimal(12),
    },
    letter_scales={rf"m{_END}": Decimal(10**6), rf"b{_END}": Decimal(10**9)},
    percent=(rf"(?:percent|per cent|pct){_END}(?![- ]points?\b)",),
    points={
        rf"(?:%|percentage|percent|per cent)?[ -]?(?:points?|pts?){_END}": Decimal(1),
        rf"(?:ppts?|pps?){_END}|p\.p\.": Decimal(1),
        rf"(?:basis[ -]points?|bps?){_END}": Decimal("0.01"),
    },
    multiples=(
        rf"x{_END}",
        rf"fold{_END}",
        r"times(?=\s(?:as|the|that|more|higher|larger|greater|bigger|faster|over|its|last|plan|what)\b)",
    ),
    counters=(rf"{any_of(KNOWN)}{_END}",),
    glued_units=r"(?!)",
    hedges_before={
        Hedge.AT_LEAST: (
            "at least",
            "no less than",
            "no fewer than",
            "not less than",
            "a minimum of",
            "minimum",
            "≥",
            ">=",
        ),
        Hedge.AT_MOST: (
            "at most",
            "no more than",
            "not more than",
            "a maximum of",
            "maximum",
            "up to",
            "≤",
            "<=",
        ),
        Hedge.NEARLY: (
            "nearly",
            "almost",
            "just under",
            "just below",
            "just short of",
            "slightly under",
            "slightly below",
            "slightly less than",
            "a little under",
            "a little below",
            "a little less than",
            "not quite",
            "close on",
            "approaching",
        ),
        Hedge.OVER: (
            "over",
            "above",
            "more than",
            "greater than",
            "higher than",
            "better than",
            "in excess of",
            "upwards of",
            "upward of",
            "exceeding",
            "north of",
            "topping",
            "topped",
            "past",
            "beyond",
            ">",
        ),
        Hedge.UNDER: ("under", "below", "less than", "fewer than", "lower than", "<"),
        Hedge.ABOUT: (
            "about",
            "around",
            "roughly",
            "approximately",
            "approx",
            "approx.",
            "circa",
            "ca.",
            "c.",
            "some",
            "close to",
            "in the region of",
            "estimated",
            "≈",
            "~",
        ),
    },
    not_hedges=(
        "came up to",
        "rose up to",
        "moved up to",
        "went up to",
        "added up to",
        "adds up to",
        "carried over",
        "moved past",
        "year over",
        "month over",
        "in the past",
        "over the past",
        "the past",
        "what about",
        "->",
        "=>",
        "turned around",
        "turn around",
    ),
    fillers=("the", "a", "an", "another"),
    hedges_inside={Hedge.OVER: (r"\+", r"[- ]odd\b", r"-plus\b")},
    hedges_after={
        Hedge.ABOUT: (r" or so\b", r" or thereabouts\b", r" approximately\b"),
        Hedge.AT_LEAST: (
            r" or (?:more|above|over|higher|better)\b",
            r" and (?:above|over|more)\b",
            r" upwards?\b",
        ),
        Hedge.AT_MOST: (r" or (?:less|fewer|below|under|lower)\b",),
    },
    negatives=("minus ", "negative "),
    joiners=(r"\s?to\s", r"\sup to\s"),
    openers=(r"between",),
    not_a_range_after=(
        r"\b(?:from|by|up|down|rose|fell|grew|increased|decreased|climbed|slipped|dropped|added|gained|"
        r"lost|moved|went|came|cut|raised|lowered|improved|shrank|narrowed|widened|jumped|edged|with)\s\Z"
    ),
    money_words={
        "cents": ("USD", Decimal("0.01")),
        "cent": ("USD", Decimal("0.01")),
        "pence": ("GBP", Decimal("0.01")),
        "bucks": ("USD", Decimal(1)),
    },
    noun=noun_behind,
)
