"""English: all words of a written summary, put together."""

from __future__ import annotations

from typing import Final

from drafter.languages.en.phrasing_cues import FIGURE_CUES, NOTE_CUES
from drafter.languages.en.phrasing_references import (
    AMOUNTS,
    CLAIMS,
    DIMENSION_NOUNS,
    REFERENCES,
)
from drafter.languages.en.phrasing_sentences import (
    FINDINGS,
    GAP_QUESTIONS,
    HEADINGS,
    MONTHS,
    SENTENCES,
)
from drafter.languages.phrasing import Phrasing

PHRASING: Final = Phrasing(
    amounts=AMOUNTS,
    headings=HEADINGS,
    references=REFERENCES,
    claims=CLAIMS,
    sentences=SENTENCES,
    gap_questions=GAP_QUESTIONS,
    findings=FINDINGS,
    dimension_nouns=DIMENSION_NOUNS,
    months=MONTHS,
    list_comma=", ",
    list_and=" and ",
    list_semicolon="; ",
    sentence_join=" ",
    sentence_end=".",
    colon=": ",
    notes=NOTE_CUES,
    figures=FIGURE_CUES,
    sentence_breaks=r"(?<=[.!?])\s+(?=[\"“(A-Z0-9\u4e00-\u9fff])",
    abbreviations=(
        "mr.",
        "ms.",
        "mrs.",
        "dr.",
        "prof.",
        "st.",
        "e.g.",
        "i.e.",
        "vs.",
        "co.",
        "dept.",
    ),
    numbered_abbreviations=(
        "no.",
        "nos.",
        "approx.",
        "est.",
        "avg.",
        "max.",
        "min.",
        "jan.",
        "feb.",
        "mar.",
        "apr.",
        "jun.",
        "jul.",
        "aug.",
        "sep.",
        "sept.",
        "oct.",
        "nov.",
        "dec.",
    ),
    refusals=(
        "i'm sorry",
        "i am sorry",
        "sorry, ",
        "i can't",
        "i cannot",
        "i'm unable",
        "i am unable",
        "i won't",
        "as an ai",
    ),
)
