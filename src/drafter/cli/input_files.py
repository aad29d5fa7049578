"""Files named on the command line, read with errors that name them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from drafter.errors import FieldFault, InvalidReport, UnreadableFile
from drafter.figures.document import load_json
from drafter.figures.period import Period
from drafter.figures.report import LANGUAGES, LanguageCode

_WAY_OUT = "Check the name and the right to read it"


def read_bytes(path: Path) -> bytes:
    """The file's bytes; UnreadableFile naming it and why."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(str(path), (error.strerror or str(error)).lower(), _WAY_OUT) from None


def read_text(path: Path) -> str:
    """A text file in the encoding that its bytes show (UTF-8, GBK, Big5, UTF-16)."""
    from drafter.readers.encodings import decode

    return decode(str(path), read_bytes(path))[0]


def read_answers(path: Path | None) -> Mapping[str, str]:
    """Answers by question id, from `{"q1": "prior_month"}`; none without a file."""
    if path is None:
        return {}
    try:
        answers = load_json(read_text(path))
    except (ValueError, json.JSONDecodeError) as error:
        raise InvalidReport((FieldFault(str(path), f"is not JSON: {error}"),)) from None
    if not isinstance(answers, dict):
        raise InvalidReport((FieldFault(str(path), "is not an object of question ids"),))
    return {question: str(answer) for question, answer in answers.items()}


def parse_language(text: str | None) -> LanguageCode | None:
    """A language as given by `--language`; InvalidReport on one that is not known."""
    if text is None:
        return None
    for language in LANGUAGES:
        if text == language:
            return language
    known = ", ".join(LANGUAGES)
    raise InvalidReport((FieldFault("--language", f"{text!r} is not one of {known}"),))


def parse_period(text: str | None) -> Period | None:
    """A month as given by `--period`; InvalidReport on anything but `2026-10`."""
    if text is None:
        return None
    try:
        return Period.parse(text)
    except ValueError as error:
        raise InvalidReport((FieldFault("--period", str(error)),)) from None
