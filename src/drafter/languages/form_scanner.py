"""Finding the next written form of a number in a text: one pass, by what it can begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from drafter.languages.grammar import DIGIT, GLUED, Form, Place, Reading

_STICKS = frozenset("0123456789-/_.@+")
_GROUP_NAME = re.compile(r"\(\?P<\w+>")


class _Candidates:
    """The forms that can begin in one way, in their order."""

    def __init__(self, forms: list[Form]) -> None:
        self.forms = forms

    @cached_property
    def _patterns(self) -> list[re.Pattern[str]]:
        return [re.compile(form.pattern) for form in self.forms]

    @cached_property
    def _any(self) -> re.Pattern[str]:
        """All forms as one pattern: a single look tells most places from a number."""
        return re.compile(
            "|".join(
                f"(?P<f{index}>{_GROUP_NAME.sub('(?:', form.pattern)})"
                for index, form in enumerate(self.forms)
            )
        )

    def at(self, text: str, start: int, floor: int) -> Reading | None:
        """What the first form that holds at `start` says."""
        found = self._any.match(text, start)
        if found is None:
            return None
        for index in range(int((found.lastgroup or "f0")[1:]), len(self.forms)):
            match = self._patterns[index].match(text, start)
            if match is not None:
                reading = self.forms[index].read(Place(text, match, floor))
                if reading is not None:
                    return reading
        return None


class FormScanner:
    """Looks for forms in their order at every place where one can start."""

    def __init__(self, forms: Sequence[Form]) -> None:
        by_start: dict[str, list[Form]] = {}
        for form in forms:
            for start in form.starts.split():
                group = by_start.setdefault(start, [])
                if form not in group:
                    group.append(form)
        order = {id(form): index for index, form in enumerate(forms)}
        glued = by_start.pop(GLUED, [])
        self._glued = _Candidates(glued)
        self._by_start = {start: _Candidates(group) for start, group in by_start.items()}
        self._by_glued_start = {
            start: _Candidates(
                sorted(
                    {id(form): form for form in (*group, *glued)}.values(),
                    key=lambda f: order[id(f)],
                )
            )
            for start, group in by_start.items()
            if _is_word(start)
        }
        signs = "".join(re.escape(s) for s in by_start if s != DIGIT and not _is_word(s))
        self._start = re.compile(rf"[A-Za-z]+|\d|[{signs}]")

    def next(self, text: str, position: int) -> tuple[int, Reading] | None:
        """Where the next form stands at or behind `position`, and how it reads."""
        for match in self._start.finditer(text, position):
            candidates = self._candidates(text, match)
            if candidates is None:
                continue
            start = match.start()
            reading = candidates.at(text, start, position)
            if reading is not None:
                return start, reading
        return None

    def _candidates(self, text: str, match: re.Match[str]) -> _Candidates | None:
        start = match.group()
        if not _is_word(start):
            return self._by_start.get(DIGIT if start.isdecimal() else start)
        end = match.end()
        word = start.lower()
        if text[end : end + 1] in _STICKS:
            return self._by_glued_start.get(word, self._glued)
        return self._by_start.get(word)


def _is_word(start: str) -> bool:
    """Whether a start is a Latin word, not a digit, a sign or a Chinese character."""
    return start.isascii() and start.isalpha()
