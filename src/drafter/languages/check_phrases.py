"""The sentences of a check, in the language of the text: data of each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import cast

from drafter.figures.report import LanguageCode


@dataclass(frozen=True, slots=True)
class CheckPhrases:
    """Templates by reason, and the names of scenarios and operations.

    Templates may use {shown}, {expected}, {working}, {subject}, {found}.
    """

    templates: Mapping[str, str]
    scenarios: Mapping[str, str]
    operations: Mapping[str, str]
    ignored: Mapping[str, str]
    points: str
    total: str
    joint: str


@lru_cache(maxsize=8)
def check_phrases(language: LanguageCode) -> CheckPhrases:
    """The phrases of a language."""
    module = import_module(f"drafter.languages.{language}.check_phrases")
    return cast("CheckPhrases", module.CHECK_PHRASES)
