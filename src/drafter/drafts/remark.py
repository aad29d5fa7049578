"""What a reader must know of how a draft was written: coded, with words in every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from drafter.figures.report import LanguageCode
from drafter.languages.remark_words import remark_words
from drafter.writing.sections import SectionKey


class RemarkKind(StrEnum):
    NO_EXAMPLES = "no_examples"  # the index holds none that fits
    EXAMPLES_UNAVAILABLE = "examples_unavailable"  # detail: why
    MODEL_UNREACHABLE = "model_unreachable"  # the built-in writer wrote instead; detail: why
    SECTION_FELL_BACK = "section_fell_back"  # one section by the built-in writer; detail: why
    NOT_REPAIRED = "not_repaired"  # findings are left after the repairs; detail: the findings
    QUESTIONS_OPEN = "questions_open"  # figures left out of the table; detail: how many
    PROBLEMS_IN_TABLE = "problems_in_table"  # detail: how many
    REFERENCES_LOST = "references_lost"  # corrected figures no longer have them; detail: which


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark, about a section or the whole draft; `detail` is the part that varies."""

    kind: RemarkKind
    section: SectionKey | None = None
    detail: str = ""

    def text(self, language: LanguageCode, headings: Mapping[SectionKey, str]) -> str:
        """The remark as a sentence of that language; `headings` name the draft's sections."""
        heading = headings.get(self.section, self.section.value) if self.section else ""
        words = remark_words(language)[self.kind.value]
        return words.format(section=heading, detail=self.detail)
