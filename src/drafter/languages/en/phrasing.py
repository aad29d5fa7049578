"""English: all words of a written summary, put together."""

from __future__ import annotations

from typing import Final

from drafter.languages.en.phrasing_cues import FIGURE_CUES, NOTE_CUES
from drafter.languages.en.phrasing_references import (
    AMOUNTS,
    CLAIMS,
    DIMENSION_NOUNS,
    REFERENCES,
    VIEW_NAMES,
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
    view_names=VIEW_NAMES,
    sentences=SENTENCES,
    gap_questions=GAP_QUESTIONS,
    findings=FINDINGS,
    dimension_nouns=DIMENSION_NOUNS,
    months=MONTHS,
    list_comma=", ",
    list_and=" and ",
    sentence_join=" ",
    sentence_end=".",
    colon=": ",
    notes=NOTE_CUES,
    figures=FIGURE_CUES,
    sentence_breaks=r"(?<=[.!?])\s+(?=[\"“(A-Z0-9\u4e00-\u9fff])",
    abbreviations=(
        "no.",
        "nos.",
        "approx.",
        "vs.",
        "e.g.",
        "i.e.",
        "mr.",
        "ms.",
        "mrs.",
        "dr.",
        "st.",
        "co.",
        "ltd.",
        "inc.",
        "corp.",
        "dept.",
        "est.",
        "incl.",
        "excl.",
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
)
