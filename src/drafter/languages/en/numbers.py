"""The English number grammar, as `drafter.languages.quantities` reads it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from drafter.languages.en.number_forms import FORMS
from drafter.languages.en.number_lookalikes import DATES, IDIOMS, NAMES, PERIODS
from drafter.languages.en.number_units import KNOWN, noun_behind
from drafter.languages.grammar import NumberGrammar
from drafter.languages.quantity import Hedge

_END = r"(?![A-Za-z0-9])"

GRAMMAR: Final = NumberGrammar(
    forms=(*DATES, *PERIODS, *NAMES, *IDIOMS, *FORMS),
    scales={
        rf"[ \u00a0-]?(?:thousand|tsd|k)s?{_END}|[ ]?[’']000s?{_END}": Decimal(10**3),
        rf"[ \u00a0-]?(?:million|mn|mln|mio|mm)s?{_END}": Decimal(10**6),
        rf"m{_END}": Decimal(10**6),
        rf"[ \u00a0-]?(?:billion|bn|mrd)s?{_END}|b{_END}": Decimal(10**9),
        rf"[ \u00a0-]?(?:trillion|tn)s?{_END}": Decimal(10**12),
        rf"[ \u00a0]lakhs?{_END}": Decimal(10**5),
        rf"[ \u00a0]crores?{_END}": Decimal(10**7),
        rf"[ \u00a0]hundred{_END}": Decimal(100),
        rf"[ \u00a0]dozen{_END}": Decimal(12),
    },
    percent=(rf"(?:percent|per cent|pct){_END}(?![- ]points?\b)",),
    points={
        rf"(?:%|percentage|percent|per cent)?[ -]?(?:points?|pts?){_END}": Decimal(1),
        rf"(?:ppts?|pps?|p\.p\.){_END}": Decimal(1),
        rf"(?:basis[ -]points?|bps?){_END}": Decimal("0.01"),
    },
    multiples=(
        rf"x{_END}",
        rf"fold{_END}",
        rf"times(?=\s(?:as|the|that|more|higher|larger|greater|bigger|faster|over|its|last|plan|what)\b){_END}",
    ),
    counters=tuple(rf"{re.escape(name)}{_END}" for name in KNOWN),
    hedges_before={
        Hedge.AT_LEAST: (
            r"at least",
            r"no (?:less|fewer) than",
            r"a minimum of",
            r"minimum",
            r"≥",
            r">=",
        ),
        Hedge.AT_MOST: (
            r"at most",
            r"(?:no|not) more than",
            r"a maximum of",
            r"maximum",
            r"(?<!came )(?<!rose )(?<!moved )(?<!went )up to",
            r"≤",
            r"<=",
        ),
        Hedge.NEARLY: (
            r"nearly",
            r"almost",
            r"just (?:under|below|short of)",
            r"(?:slightly|a little) (?:under|below|less than)",
            r"not quite",
            r"close on",
            r"approaching",
        ),
        Hedge.OVER: (
            r"(?:just |well |slightly |a little )?(?:over|above)",
            r"(?:slightly |a little )?(?:more|greater|higher|better) than",
            r"in excess of",
            r"upwards? of",
            r"exceeding",
            r"north of",
            r"topping",
            r"topped",
            r"past",
            r"beyond",
            r">",
        ),
        Hedge.UNDER: (r"(?:well )?(?:under|below)", r"(?:less|fewer|lower) than", r"<"),
        Hedge.ABOUT: (
            r"about",
            r"around",
            r"roughly",
            r"approximately",
            r"approx\.?",
            r"circa",
            r"ca\.?",
            r"c\.",
            r"some",
            r"close to",
            r"broadly",
            r"in the region of",
            r"or so",
            r"an estimated",
            r"estimated",
            r"≈",
            r"~",
        ),
    },
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
    negatives=(r"minus", r"negative"),
    joiners=(r"\s?to\s",),
    openers=(r"between",),
    not_a_range_after=(
        r"\b(?:from|by|up|down|rose|fell|grew|increased|decreased|climbed|slipped|dropped|added|gained|lost|"
        r"moved|went|came|cut|raised|lowered|improved|shrank|narrowed|widened|jumped|edged|with|of those)\s\Z"
    ),
    noun=noun_behind,
    currency_words={},
)
