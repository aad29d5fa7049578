"""Every remark and trend has its sentence in every language."""

from __future__ import annotations

import pytest

from drafter.drafts.remark import Remark, RemarkKind
from drafter.figures.report import LANGUAGES
from drafter.languages.remark_words import remark_words, trend_words
from drafter.ledger.trends import TrendKind
from drafter.writing.sections import SectionKey


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", RemarkKind)
def test_a_remark_reads_as_a_sentence(language, kind):
    text = Remark(kind, SectionKey.TEAM, "DETAIL").text(language, {SectionKey.TEAM: "HEADING"})
    assert text.endswith((".", "。"))
    assert "{" not in text
    words = remark_words(language)[kind.value]
    assert ("DETAIL" in text, "HEADING" in text) == ("{detail}" in words, "{section}" in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_say_the_same_things(language):
    assert set(remark_words(language)) == {kind.value for kind in RemarkKind}
    assert set(trend_words(language)) == {*TrendKind, "subject", "member_join"}
