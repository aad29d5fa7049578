"""The whole text of a revision, and where its sections lie in it."""

from __future__ import annotations

from datetime import UTC, datetime

import hypothesis.strategies as st
import pytest
from hypothesis import given

from drafter.checking.result import CheckResult, Mention, Verdict
from drafter.drafts.revision import Origin, Revision, Section, section_spans, whole_text
from drafter.writing.sections import SectionKey

SECTIONS = st.lists(
    st.builds(Section, st.sampled_from(SectionKey), st.text(max_size=9), st.text(max_size=20)),
    min_size=1,
    max_size=6,
    unique_by=lambda section: section.key,
).map(tuple)


@given(SECTIONS)
def test_each_span_is_its_sections_text(sections):
    text = whole_text(sections)
    spans = section_spans(sections)
    assert [text[span.start : span.end] for span in spans] == [each.text for each in sections]
    assert [span.key for span in spans] == [each.key for each in sections]


def revision(*texts: str, mentions: tuple[Mention, ...] = ()) -> Revision:
    sections = tuple(
        Section(key, key.value.title(), text) for key, text in zip(SectionKey, texts, strict=False)
    )
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    return Revision(1, "r", sections, CheckResult(mentions), Origin.EDIT, "Lin", moment)


def test_mentions_belong_to_the_section_they_stand_in():
    text = revision("rose 4%", "fell 5%").text
    mentions = tuple(
        Mention(at, at + 2, text[at : at + 2], Verdict.SUPPORTED, "fact")
        for at in (text.index("4%"), text.index("5%"))
    )
    made = revision("rose 4%", "fell 5%", mentions=mentions)
    assert made.mentions_of(SectionKey.RESULTS) == mentions[:1]
    assert made.mentions_of(SectionKey.PRODUCTS) == mentions[1:]


def test_a_section_is_found_by_its_key():
    made = revision("one", "two")
    assert made.section(SectionKey.PRODUCTS).text == "two"
    assert made.headings == {SectionKey.RESULTS: "Results", SectionKey.PRODUCTS: "Products"}
    with pytest.raises(KeyError):
        made.section(SectionKey.TEAM)
