"""References outlive a person's edits and a correction of the figures."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_report import ENGLISH

from drafter.figures.document import parse_report
from drafter.figures.report import Report
from drafter.writing.bindings import rebind, render_anew
from drafter.writing.catalogue import build_catalogue
from drafter.writing.rendering import resolve
from drafter.writing.sections import SectionKey, SectionText

KEY = SectionKey.RESULTS
RAW = "Sales came to {F1}, {F1.gap:change}. {C14}. {N1} were lost."
_SECTION = resolve(KEY, RAW, build_catalogue(parse_report(ENGLISH))).section


def _bound(section: SectionText) -> dict[str, str]:
    return {b.reference: section.text[b.start : b.end] for b in section.bindings}


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("Sales came to", "In October sales came to", {"F1", "F1.gap:change", "C14", "N1"}),
        ("CNY 3 million", "CNY 4 million", {"F1.gap:change", "C14", "N1"}),
        ("CNY 3 million", "CNY 3 millionen", {"F1.gap:change", "C14", "N1"}),
        (" were lost", " of work were lost", {"F1", "F1.gap:change", "C14", "N1"}),
        ("Sales came to CNY 3 million, ", "", {"F1.gap:change", "C14", "N1"}),
        ("9 days", "19 days", {"F1", "F1.gap:change", "C14"}),
    ],
)
def test_an_edit_loses_only_what_it_touched(old: str, new: str, kept: set[str]) -> None:
    edited = _SECTION.text.replace(old, new)
    assert edited != _SECTION.text
    assert set(_bound(rebind(_SECTION, edited))) == kept


@settings(deadline=None)
@given(st.integers(0, 200), st.integers(0, 30), st.text(alphabet="ab 0.,%", max_size=6))
def test_whatever_the_edit_a_kept_binding_still_holds_its_words(
    at: int, length: int, put_in: str
) -> None:
    text = _SECTION.text
    edited = text[:at] + put_in + text[at + length :]
    before, after = _bound(_SECTION), _bound(rebind(_SECTION, edited))
    assert all(after[reference] == before[reference] for reference in after)


def test_an_untouched_text_keeps_every_binding() -> None:
    assert rebind(_SECTION, _SECTION.text) == _SECTION


def test_corrected_figures_are_rendered_anew_wherever_their_row_went(
    document: dict[str, Any], report: Report
) -> None:
    document["figures"][0]["actual"] = 330
    document["figures"][2]["actual"] = 128
    document["figures"][3]["actual"] = 60
    document["figures"].insert(0, document["figures"].pop(7))  # headcount moves to the top
    corrected = build_catalogue(parse_report(document))
    section, lost = render_anew(_SECTION, build_catalogue(report), corrected)
    assert section.text == (
        "Sales came to CNY 3.3 million, CNY 100,000 above plan. The largest miss in money is "
        "West, CNY 200,000 below plan. 9 days were lost."
    )
    assert [b.reference for b in section.bindings] == ["F2", "F2.gap:change", "C14", "N1"]
    assert lost == ()


def test_what_the_corrected_report_lacks_is_lost_and_keeps_its_words(
    document: dict[str, Any], report: Report
) -> None:
    del document["figures"][0]
    document["notes"] = "Nothing to report."
    corrected = build_catalogue(parse_report(document))
    section, lost = render_anew(_SECTION, build_catalogue(report), corrected)
    assert {binding.reference for binding in lost} == {"F1", "F1.gap:change", "N1"}
    assert "CNY 3 million" in section.text
    assert [b.reference for b in section.bindings] == ["C14"]


def test_bindings_still_slice_right_after_rendering_anew(report: Report) -> None:
    catalogue = build_catalogue(report)
    section, _ = render_anew(_SECTION, catalogue, catalogue)
    assert section == _SECTION
