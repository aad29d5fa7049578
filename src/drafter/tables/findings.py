"""Problems and questions as they are found, and the answers that settle questions."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from drafter.figures.report import LanguageCode
from drafter.languages.headers import reading_messages
from drafter.tables.reading import Problem, Question


class Findings:
    """Gathers what one reading has to tell and to ask; nothing is listed twice."""

    def __init__(self, language: LanguageCode, answers: Mapping[str, str]) -> None:
        self._messages = reading_messages(language)
        self._answers = answers
        self._problems: dict[tuple[str, str], Problem] = {}
        self._questions: dict[str, Question] = {}
        self.settled: list[str] = []  # the cells of questions that an answer has settled

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(self._problems.values())

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(self._questions.values())

    def say(self, kind: str, **words: object) -> str:
        return self._messages[kind].format(**words)

    def tell(self, kind: str, cells: str, **words: object) -> None:
        """Something broken or left out, at `cells`."""
        self._problems.setdefault((kind, cells), Problem(cells, self.say(kind, **words), cells))

    def ask(
        self,
        kind: str,
        layout: Sequence[str],
        cells: str,
        options: Sequence[str] = (),
        **words: object,
    ) -> str | None:
        """The answer if it was given, else None, and the question is put.

        `layout` are the header words, sheet and row label that the question hangs on: the same
        layout gives the same id next month, whatever the values.
        """
        key = question_id(kind, layout)
        answer = self._answers.get(key)
        if answer is not None and answer.strip():
            self.settled.append(cells)
            return answer.strip()
        self._questions.setdefault(
            key, Question(key, cells, self.say(kind, **words), cells, tuple(options))
        )
        return None

    def ask_month(self, kind: str, options: Sequence[str], **words: object) -> str | None:
        """The question for the report's month, whose id is always `period`."""
        answer = self._answers.get("period")
        if answer is not None and answer.strip():
            return answer.strip()
        self._questions.setdefault(
            "period", Question("period", "", self.say(kind, **words), "", tuple(options))
        )
        return None

    def ask_again(self, kind: str, layout: Sequence[str], cells: str, answer: str) -> None:
        """An answer that cannot be used: told, with what was answered."""
        self.tell("unusable_answer", cells, answer=answer, id=question_id(kind, layout))


def question_id(kind: str, layout: Sequence[str]) -> str:
    """A short id that stays the same for the same kind at the same place of a layout."""
    words = "\x1f".join(" ".join(part.split()).lower() for part in layout)
    if not words:
        return kind
    return f"{kind}-{hashlib.sha256(words.encode()).hexdigest()[:10]}"
