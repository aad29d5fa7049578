"""The usual headings of the six sections; a house may put its own in their place."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.figures.report import LanguageCode
from drafter.languages.phrasing import phrasing
from drafter.writing.sections import SectionKey


def headings(language: LanguageCode) -> Mapping[SectionKey, str]:
    """Heading by section, in the order of the text."""
    words = phrasing(language).headings
    return {key: words[key.value] for key in SectionKey}
