"""Why a file cannot be read, and the way out, in each language."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from drafter.figures.report import LanguageCode


def unreadable_words(
    language: LanguageCode, kind: str, values: Mapping[str, str]
) -> tuple[str, str]:
    """(reason, way out) of an `UnreadableFile` by its kind; KeyError for a kind that is not known.

    A value that names a shared word (`what` = `pdf`) is given in the language.
    """
    words = import_module(f"drafter.languages.{language}.unreadable")
    shared: Mapping[str, str] = words.SHARED
    filled = dict(shared) | {name: shared.get(value, value) for name, value in values.items()}
    reason, way_out = words.REASONS[kind]
    return reason.format(**filled), way_out.format(**filled)
