"""Finding the next written form of a number in a text: one pass, by what it can begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from drafter.languages.grammar import DIGIT, GLUED, Form, Place, Reading

_STICKS = frozenset("0123456789-/_.@+")


class _CompiledForm:
    """A form whose pattern is compiled when it is first tried."""

    def __init__(self, form: Form) -> None:
        self.form = form

    @cached_property
    def match(self) -> re.Pattern[str]:
        return re.compile(self.form.pattern)


class FormScanner:
    """Looks for forms in their order at every place where one can start."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._by_start: dict[str, list[_CompiledForm]] = {}
        self._glued: list[_CompiledForm] = []
        self._order: dict[_CompiledForm, int] = {}
        for order, form in enumerate(forms):
            compiled = _CompiledForm(form)
            self._order[compiled] = order
            for start in form.starts.split():
                group = self._glued if start == GLUED else self._by_start.setdefault(start, [])
                if compiled not in group:
                    group.append(compiled)
        self._by_glued_start: dict[str, list[_CompiledForm]] = {}
        signs = "".join(
            re.escape(key)
            for key in self._by_start
            if not key[0].isascii() or (len(key) == 1 and not key.isalnum())
        )
        self._start = re.compile(rf"[A-Za-z]+|\d|[{signs}]")

    def next(self, text: str, position: int) -> tuple[int, Reading] | None:
        """Where the next form stands at or behind `position`, and how it reads."""
        for match in self._start.finditer(text, position):
            word = match.group()
            for compiled in self._candidates(text, match, word):
                found = compiled.match.match(text, match.start())
                if found is not None:
                    reading = compiled.form.read(Place(text, found, position))
                    if reading is not None:
                        return match.start(), reading
        return None

    def _candidates(
        self, text: str, match: re.Match[str], word: str
    ) -> list[_CompiledForm] | tuple[()]:
        if not word.isascii() or not word[0].isalpha():
            return self._by_start.get(DIGIT if word.isdecimal() else word, ())
        key = word.lower()
        if text[match.end() : match.end() + 1] not in _STICKS:
            return self._by_start.get(key, ())
        if key not in self._by_start:
            return self._glued
        glued = self._by_glued_start.get(key)
        if glued is None:
            both = {*self._by_start[key], *self._glued}
            glued = sorted(both, key=self._order.__getitem__)
            self._by_glued_start[key] = glued
        return glued
