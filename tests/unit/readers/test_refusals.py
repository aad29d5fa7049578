"""Refusals say the same in every language, from one kind and its values."""

from __future__ import annotations

from importlib import import_module
from string import Formatter

import pytest

from drafter.errors import UnreadableFile
from drafter.figures.report import LANGUAGES
from drafter.languages.unreadable_words import unreadable_words
from drafter.readers import read_file


def _names(texts: tuple[str, str]) -> set[str]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_kind_with_the_same_values(language: str) -> None:
    english = import_module("drafter.languages.en.unreadable").REASONS
    other = import_module(f"drafter.languages.{language}.unreadable").REASONS
    assert {kind: _names(texts) for kind, texts in other.items()} == {
        kind: _names(texts) for kind, texts in english.items()
    }


def test_an_error_carries_its_kind() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_file("a.pdf", b"%PDF-1.7")
    error = caught.value
    assert error.kind == "other_format"
    assert "a PDF" in error.reason
    reason, way_out = unreadable_words("zh", error.kind, error.values)
    assert "PDF文件" in reason
    assert "XLSX" in way_out
