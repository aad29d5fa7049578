"""The grammar of figure references."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.writing.references import Form, Reference, Target, View, parse_reference, token, tokens

_FIGURE_FORMS = [Form.SIZE, Form.CHANGE, Form.VERB, Form.NUMBER]
_references = st.one_of(
    st.builds(
        Reference,
        st.sampled_from([Target.FIGURE, Target.TOTAL]),
        st.integers(1, 999_999),
        st.sampled_from(list(View)),
        st.sampled_from(_FIGURE_FORMS),
    ),
    st.builds(Reference, st.just(Target.CLAIM), st.integers(1, 999_999)),
    st.builds(
        Reference,
        st.just(Target.NOTE),
        st.integers(1, 999_999),
        st.none(),
        st.sampled_from([Form.SIZE, Form.WRITTEN]),
    ),
)


@settings(deadline=None)
@given(_references)
def test_a_token_reads_back_as_its_reference(reference: Reference) -> None:
    assert parse_reference(token(reference)) == reference


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("{F3}", "F3"),
        ("{F3.actual}", "F3"),
        ("{ f3 . Gap : CHANGE }", "F3.gap:change"),
        ("｛F3.yoy｝", "F3.yoy"),
        ("{T1.plan}", "T1.plan"),
        ("{C14}", "C14"),
        ("{N2:written}", "N2:written"),
    ],
)
def test_case_blanks_and_full_width_braces_do_not_matter(written: str, canonical: str) -> None:
    assert str(parse_reference(written)) == canonical


@pytest.mark.parametrize(
    "written",
    [
        "{F0}",
        "{F}",
        "{3}",
        "{F3.profit}",
        "{F3.gap:up}",
        "{F3:written}",
        "{C1.gap}",
        "{C1:change}",
        "{N1.gap}",
        "{N1:change}",
        "{N:44 people}",
        "{COUNT:regions}",
        "{F3.ytd.yoy}",
        "{}",
        "{F1234567}",
        "{F１}",
    ],
)
def test_anything_else_between_braces_is_malformed(written: str) -> None:
    assert parse_reference(written) is None
    assert [found.reference for found in tokens(written)] == [None]


@settings(deadline=None)
@given(st.text(alphabet="ab {}F1.:\n", max_size=40))
def test_tokens_cover_every_brace_and_slice_to_their_text(text: str) -> None:
    found = list(tokens(text))
    for item in found:
        assert text[item.start : item.end] == item.text
    inside = "".join(item.text for item in found)
    assert inside.count("{") == text.count("{")
    assert inside.count("}") == text.count("}")
