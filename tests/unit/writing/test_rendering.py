"""References put into words: bindings, findings, capitals."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_report import ENGLISH

from drafter.figures.document import parse_report
from drafter.figures.report import Report
from drafter.writing.catalogue import build_catalogue
from drafter.writing.references import parse_reference
from drafter.writing.rendering import FindingKind, resolve
from drafter.writing.sections import SectionKey

KEY = SectionKey.RESULTS
_CATALOGUE = build_catalogue(parse_report(ENGLISH))


def test_references_become_words_and_are_bound(report: Report) -> None:
    raw = "Sales revenue came to {F1}, {F1.gap:change}. {C11}."
    rendered = resolve(KEY, raw, build_catalogue(report))
    section = rendered.section
    assert section.text == (
        "Sales revenue came to CNY 3 million, CNY 200,000 below plan. 2 of the 3 regions met plan."
    )
    bound = [(section.text[b.start : b.end], b.reference) for b in section.bindings]
    assert bound == [
        ("CNY 3 million", "F1"),
        ("CNY 200,000 below plan", "F1.gap:change"),
        ("2 of the 3 regions met plan", "C11"),
    ]
    assert rendered.findings == ()


@pytest.mark.parametrize(
    ("raw", "kind", "text"),
    [
        ("Sales were {F99}.", FindingKind.UNKNOWN_REFERENCE, "{F99}"),
        ("Sales were {F7.attainment}.", FindingKind.UNKNOWN_REFERENCE, "{F7.attainment}"),
        ("Sales were {N:44 people}.", FindingKind.MALFORMED_REFERENCE, "{N:44 people}"),
        ("Sales were {F1.", FindingKind.MALFORMED_REFERENCE, "{"),
        ("Sales rose 5.3% in the month.", FindingKind.RAW_FIGURE, "5.3%"),
        ("Sales reached CNY 3 million.", FindingKind.RAW_FIGURE, "CNY 3 million"),
        ("We won seven customers.", FindingKind.RAW_FIGURE, "seven customers"),
    ],
)
def test_what_must_be_repaired_is_found(
    report: Report, raw: str, kind: FindingKind, text: str
) -> None:
    rendered = resolve(KEY, raw, build_catalogue(report))
    assert [(f.kind, f.text, raw[f.start : f.end]) for f in rendered.findings] == [
        (kind, text, text)
    ]
    assert text in rendered.findings[0].message
    assert rendered.section.text == raw  # nothing is silently corrected


@pytest.mark.parametrize(
    "raw",
    [
        "Two lines were moved on 5 October 2026; {F1} came in.",
        "One of the regions was late.",
    ],
)
def test_dates_and_idioms_may_be_typed(report: Report, raw: str) -> None:
    kinds = [f.text for f in resolve(KEY, raw, build_catalogue(report)).findings]
    assert all("October" not in text and "One of" not in text for text in kinds)


def test_a_name_with_a_digit_is_no_raw_figure(document: dict[str, Any]) -> None:
    document["figures"][1]["dimensions"] = {"region": "Zone 4"}
    catalogue = build_catalogue(parse_report(document))
    assert resolve(KEY, "Zone 4 beat plan.", catalogue).findings == ()


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("{C14}.", "The largest miss in money is East, CNY 300,000 below plan."),
        ("Good. {C14}.", "Good. The largest miss in money is East, CNY 300,000 below plan."),
        ("- {C14}.", "- The largest miss in money is East, CNY 300,000 below plan."),
        ("Still, {C14}.", "Still, the largest miss in money is East, CNY 300,000 below plan."),
    ],
)
def test_a_claim_that_opens_a_sentence_has_a_capital(report: Report, raw: str, text: str) -> None:
    assert resolve(KEY, raw, build_catalogue(report)).section.text == text


@pytest.mark.parametrize(
    "raw",
    [
        "## Results\n\nSales were {F1}.\n- One\n",
        "```markdown\n# Results\nSales were {F1}.\n- One\n```",
        "\n Sales were {F1}.\n- One",
    ],
)
def test_what_a_model_wraps_around_its_answer_falls_away(report: Report, raw: str) -> None:
    section = resolve(KEY, raw, build_catalogue(report)).section
    assert section.text == "Sales were CNY 3 million.\n- One"


@settings(deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(["{F1}", "{F2.gap:change}", "{C14}", "{T2}", "{N1}", "{F99}", "{oops"]),
            st.text(alphabet="abc ,.\n项}", max_size=8),
        ),
        max_size=12,
    )
)
def test_every_binding_holds_its_reference_in_words(pieces: list[str]) -> None:
    section = resolve(KEY, "".join(pieces), _CATALOGUE).section
    end = 0
    for binding in section.bindings:
        assert binding.start >= end
        end = binding.end
        reference = parse_reference(binding.reference)
        assert reference is not None
        words = _CATALOGUE.text_of(reference)
        assert words is not None
        assert section.text[binding.start : binding.end].lower() == words.lower()
