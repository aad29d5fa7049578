"""What English counts: known unit words, and how a counted noun is found behind a number."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from drafter.figures.unit import Unit, UnitKind, parse_unit
from drafter.figures.unit_names import BASES, SCALED_BASES
from drafter.languages.word_list import words

# Plurals and abbreviations; a singular stands behind one ("1 event") or in "6 customer visits".
KNOWN: Final = tuple(
    sorted(
        (name for name in (*BASES, *SCALED_BASES) if name.isascii() and f"{name}s" not in BASES),
        key=len,
        reverse=True,
    )
)

_WORD = re.compile(r"[ \u00a0-]([A-Za-z][A-Za-z'’]*(?:-[A-Za-z]+)*)")
# `trade-ins` count as a whole, `e-vans` are vans.
_PARTICLES = frozenset({"ins", "ups", "offs", "outs", "ons"})
_LONGEST_PHRASE = 4

# Words that end a search for the counted noun: they begin something else.
_STOPS = frozenset(
    words(
        """
    a an the and or but nor of in on at to from by with without for against versus vs than
    as is was are were be been being has have had do does did will would can could may
    might must shall this that these those it its his her their our your my we they he she
    you i who which what when where while after before during since until about above
    below under over across into onto per via between among within towards toward up down
    off out ahead behind short plus minus less more fewer not no nor only just also too so
    yet then thus here there now still even both all each every any some such other
    another if because although though however whereas respectively compared versus
    instead year-on-year month-on-month yoy mom ytd largely mainly mostly always perhaps
    besides is has was does goes says its his this thus plus minus less unless across
    towards afterwards besides sometimes nevertheless whilst
    """
    )
)
_VERBS = frozenset(
    words(
        """
    exceeds beats misses meets falls rises shows marks leaves brings compares equals
    reflects represents includes needs makes takes comes stands remains sits lies
    lags tops adds puts gives means implies suggests follows keeps reads
    closes ends starts runs came fell rose grew was were stood went dropped gained climbed
    slipped reached missed beat met joined left signed booked sold shipped delivered held
    attended drew won lost made took brought remained exceeded totalled totaled amounted
    declined increased decreased improved accounted
    """
    )
)
_SINGULAR_S = frozenset(
    words(
        """
    business sales loss gross less express press process access progress address class plus
    bonus status focus surplus versus basis analysis crisis series gas bus previous
    various
    """
    )
)
_IRREGULAR = frozenset(
    words(
        """
    people staff personnel men women children headcount fte sku media data feet mice
    """
    )
)
_AFTER_ONE = re.compile(r"[ \u00a0](?P<noun>[a-z][a-z'’]+)")
_NOT_AFTER_ONE = frozenset(
    words(
        """
    new more less other major big large small key third time only
    """
    )
)


def noun_behind(text: str, position: int, value: Decimal) -> tuple[int, Unit] | None:
    """The counted noun behind a number: `34 SME leads` -> leads, `9 new chains` -> chains."""
    if value <= 1:
        return _single(text, position)
    at = position
    for _ in range(_LONGEST_PHRASE):
        match = _WORD.match(text, at)
        if match is None:
            return None
        word = match[1].lower()
        last = word.rpartition("-")[2]
        word = word if last in _PARTICLES else last
        if word in _STOPS or word in _VERBS:
            return None
        hyphened = text[match.start()] == "-"
        if _is_plural(word) or (hyphened and at == position):
            return match.end(), parse_unit(word)
        at = match.end()
    return None


def _single(text: str, position: int) -> tuple[int, Unit] | None:
    match = _AFTER_ONE.match(text, position)
    if match is None:
        return None
    noun = match["noun"]
    if noun in _STOPS or noun in _VERBS or noun in _NOT_AFTER_ONE or noun.endswith(("ed", "ly")):
        return None
    known = parse_unit(noun)
    if known.kind is not UnitKind.MEASURE:
        return None
    return match.end(), known


def _is_plural(word: str) -> bool:
    if word in _IRREGULAR:
        return True
    if len(word) < 3 or not word.endswith("s") or word in _SINGULAR_S:
        return False
    return not word.endswith(("ss", "us", "is", "'s", "’s", "ous"))
