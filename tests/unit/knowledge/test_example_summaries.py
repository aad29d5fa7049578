"""The bundled examples: complete front matter, every section, and nothing that could leak."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from drafter.example_index.library import LibraryExample, read_library
from drafter.figures.period import Period
from drafter.figures.report import LANGUAGES
from drafter.writing.sections import SectionKey

FOLDER = Path(__file__).parents[3] / "knowledge" / "examples"
LIBRARY = read_library(FOLDER)
EACH = pytest.mark.parametrize("entry", LIBRARY, ids=lambda entry: entry.example.id)

PLACEHOLDERS = {
    *("amount", "percent", "points", "count"),
    *("region", "product", "customer", "person", "date", "month"),
}
SHAPES = {"beat", "miss", "up", "down", "mixed"}
# A figure in words leaks as well as one in digits. Ordinals and 一 as an article may stand.
ENGLISH_NUMBERS = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|hundred|thousand|million|half|dozen|doubled|twice|tripled)\b",
    re.IGNORECASE,
)
CHINESE_NUMBERS = re.compile(
    r"[两二三四五六七八九十百千亿]+(?!瓦)"
    r"(万|多|余|个|家|户|人|名|类|件|天|周|次|份|成|倍|吨|元)"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_industry_has_every_section(language: str) -> None:
    entries = [entry for entry in LIBRARY if entry.language == language]
    industries = Counter(entry.example.industry for entry in entries)
    assert len(industries) >= 4
    assert len(entries) >= 24
    found = {(entry.example.industry, entry.example.section) for entry in entries}
    assert found == {(industry, section) for industry in industries for section in SectionKey}


@EACH
def test_front_matter_says_what_the_file_is(entry: LibraryExample) -> None:
    language, name = entry.example.id.split("/")
    assert name == f"{entry.example.industry}-{entry.example.section.value}"
    assert entry.language == language
    assert entry.shape
    assert set(entry.shape) <= SHAPES
    assert Period.parse(entry.month)


@EACH
def test_no_figure_can_leak(entry: LibraryExample) -> None:
    text = entry.example.text
    assert not re.search(r"\d", text)
    assert set(re.findall(r"\[([^\]]*)\]", text)) <= PLACEHOLDERS
    numbers = CHINESE_NUMBERS if entry.language == "zh" else ENGLISH_NUMBERS
    assert not numbers.search(text)


@EACH
def test_an_example_shows_a_lead_and_figures(entry: LibraryExample) -> None:
    paragraphs = entry.example.text.split("\n\n")
    assert 3 <= len(paragraphs) <= 6
    assert len(re.findall(r"\[(?:amount|percent|count|points)\]", entry.example.text)) >= 3
    least = 130 if entry.language == "zh" else 450
    assert len(entry.example.text) >= least


@EACH
def test_at_most_three_figures_stand_in_a_sentence(entry: LibraryExample) -> None:
    for sentence in re.split(r"(?<=[.!?。！？])\s*|\n", entry.example.text):
        figures = re.findall(r"\[(?:amount|percent|count|points)\]", sentence)
        assert len(figures) <= 3, sentence
