"""Chinese: all words of a written summary, put together."""

from __future__ import annotations

from typing import Final

from drafter.languages.phrasing import Phrasing
from drafter.languages.zh.phrasing_cues import FIGURE_CUES, NOTE_CUES
from drafter.languages.zh.phrasing_references import (
    AMOUNTS,
    CLAIMS,
    DIMENSION_NOUNS,
    REFERENCES,
)
from drafter.languages.zh.phrasing_sentences import (
    FINDINGS,
    GAP_QUESTIONS,
    HEADINGS,
    MONTHS,
    SENTENCES,
)

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
    list_comma="、",
    list_and="、",
    list_semicolon="；",
    sentence_join="",
    sentence_end="。",
    colon="：",
    notes=NOTE_CUES,
    figures=FIGURE_CUES,
    sentence_breaks=r"[。！？!?]+[”’」]?",
    abbreviations=(),
    numbered_abbreviations=(),
    refusals=(
        "抱歉",
        "对不起",
        "很抱歉",
        "非常抱歉",
        "我无法",
        "我不能",
        "作为ai",
        "作为一个ai",
        "作为人工智能",
    ),
)
