"""The words of all languages: the same keys, the same blanks, every blank filled."""

from __future__ import annotations

import string
from dataclasses import fields
from pathlib import Path

import pytest

from drafter.figures.report import LANGUAGES, LanguageCode
from drafter.languages.phrasing import FigureCues, NoteCues, phrasing
from drafter.writing.references import Form
from drafter.writing.rendering import FindingKind
from drafter.writing.sections import SectionKey

_WRITING = Path(__file__).parents[3] / "src" / "drafter" / "writing"


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("table", ["headings", "claims", "sentences", "gap_questions", "findings"])
def test_every_language_has_the_same_phrases(table: str) -> None:
    keys = {language: set(getattr(phrasing(language), table)) for language in LANGUAGES}
    assert all(found == keys["en"] for found in keys.values())


def test_every_view_that_changes_has_its_words_in_every_direction() -> None:
    for language in LANGUAGES:
        words = phrasing(language)
        for view in ("gap", "gap_rate", "ytd_gap", "mom", "yoy", "ytd_yoy", "remaining"):
            for direction in ("up", "down", "flat"):
                for form in (Form.CHANGE, Form.VERB):
                    assert words.references[f"{view}.{direction}:{form}"]
        assert set(words.findings) == {str(kind) for kind in FindingKind}
        assert list(words.headings) == [str(key) for key in SectionKey]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_only_have_blanks_that_english_has_too(language: LanguageCode) -> None:
    """A blank that only one language knows would never be filled."""
    english = phrasing("en").sentences
    for key, variants in phrasing(language).sentences.items():
        allowed = set().union(*(_blanks(text) for text in english[key]))
        shared = {"subject", "gap", "plan", "member", "size", "noun"}
        assert all(_blanks(text) <= allowed | shared for text in variants), key


def test_every_sentence_is_written_somewhere() -> None:
    """A sentence that no code names is dead; composed keys end in their variable part."""
    source = "".join(path.read_text("utf-8") for path in _WRITING.rglob("*.py"))
    composed = ("ytd.", "row.", "ytd_row.", "missing.")
    for key in phrasing("en").sentences:
        assert f'"{key}"' in source or key.startswith(composed), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_end_as_sentences(language: LanguageCode) -> None:
    words = phrasing(language)
    parts = ("subject.", "group.value", "group.ahead_", "group.behind_member", "warnings.item")
    for key, variants in words.sentences.items():
        if key in ("note", "note.foreign", "attached", "group.value") or key.startswith(parts):
            continue
        assert all(text.endswith(words.sentence_end) for text in variants), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cue_word_stands_in_two_lists_of_notes(language: LanguageCode) -> None:
    lists = [
        field.name
        for field in fields(NoteCues)
        if field.name not in ("opens_statement", "states_value", "training", "measurable", "cause")
    ]
    cues = phrasing(language).notes
    seen: dict[str, str] = {}
    for name in lists:
        for word in getattr(cues, name):
            assert word not in seen or seen[word] == name, word
            seen[word] = name


def test_every_list_of_cues_is_filled() -> None:
    for language in LANGUAGES:
        for kind, cues in (
            (NoteCues, phrasing(language).notes),
            (FigureCues, phrasing(language).figures),
        ):
            assert all(getattr(cues, field.name) for field in fields(kind))
