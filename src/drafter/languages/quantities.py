"""Reading every number of a text, in digits or words, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from importlib import import_module

from drafter.figures.report import LANGUAGES, LanguageCode
from drafter.languages.assembly import assembled, closed, ignored
from drafter.languages.form_scanner import FormScanner
from drafter.languages.grammar import NumberGrammar, Reading
from drafter.languages.notation import DIGIT_FORM, FIRST_FORMS, LAST_FORMS, code_form
from drafter.languages.quantity import Hedge, Quantity
from drafter.languages.ranges import Joints, join_ranges
from drafter.languages.surroundings import Surroundings

_MANY = Decimal(2)
# Letters behind digits that are no scale and no unit: 10G, 304L, 4x4.
_STUCK_LETTERS = re.compile(r"[A-Za-z][A-Za-z0-9-]*(?<!-)")


def read_quantities(text: str, language: LanguageCode) -> tuple[Quantity, ...]:
    """All quantities of `text` in order; they never overlap and cover every digit.

    `language` is the language of the text; numbers of the other languages are read in it too, and
    only where both could read the same words does the language decide.
    """
    return _reader(language).read(text)


@lru_cache(maxsize=8)
def _reader(language: LanguageCode) -> QuantityReader:
    ordered = (language, *(code for code in LANGUAGES if code != language))
    return QuantityReader(
        tuple(import_module(f"drafter.languages.{code}.numbers").GRAMMAR for code in ordered)
    )


class QuantityReader:
    """The grammars of a text's languages, the text's own language first, ready to read."""

    def __init__(self, grammars: tuple[NumberGrammar, ...]) -> None:
        glued = re.compile("|".join(grammar.glued_units for grammar in grammars), re.IGNORECASE)
        forms = (
            *FIRST_FORMS,
            *(form for grammar in grammars for form in grammar.forms),
            code_form(glued),
            *LAST_FORMS,
            DIGIT_FORM,
        )
        self._scan_forms = FormScanner(forms)
        self._joints = Joints(grammars)
        self._around = Surroundings(grammars)

    def read(self, text: str) -> tuple[Quantity, ...]:
        return tuple(join_ranges(text, self._scan(text), self._joints))

    def _scan(self, text: str) -> Iterator[Quantity]:
        triangle_means_up = "▼" in text
        floor = 0
        while (found := self._scan_forms.next(text, floor)) is not None:
            start, reading = found
            quantity = self._quantity(text, start, reading, floor, triangle_means_up)
            yield quantity
            floor = max(quantity.end, reading.end)

    def _quantity(
        self, text: str, start: int, reading: Reading, floor: int, triangle_means_up: bool
    ) -> Quantity:
        if reading.why_not is not None:
            return ignored(text, start, reading)
        if not reading.open:
            hedge = reading.hedge or self._hedge(text, start, reading.end, floor)
            return closed(text, start, reading, hedge)
        around = self._around
        prefix = around.prefix(text, start, floor)
        suffix = around.suffix(text, reading.end, reading.value or _MANY, prefix.currency)
        if suffix.end == reading.end and text[suffix.end - 1].isdecimal():
            stuck = _STUCK_LETTERS.match(text, suffix.end)
            if stuck is not None:
                return ignored(text, start, Reading(stuck.end(), reading.kind, why_not="code"))
        hedge = suffix.hedge or self._hedge(text, prefix.start, suffix.end, floor)
        negative = prefix.negative or (prefix.triangle and not triangle_means_up)
        return assembled(text, start, reading, prefix, suffix, hedge or reading.hedge, negative)

    def _hedge(self, text: str, start: int, end: int, floor: int) -> Hedge | None:
        before = self._around.hedge_before(text, start, floor)
        return before or self._around.hedge_after(text, end)
