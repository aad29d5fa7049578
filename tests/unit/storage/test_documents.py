"""Every record comes back from its document as it was, through JSON."""

from __future__ import annotations

import json

import hypothesis.strategies as st
from hypothesis import given

from drafter.checking.result import CheckResult, Evidence, Mention, Verdict, result_document
from drafter.drafts.remark import Remark, RemarkKind
from drafter.drafts.revision import Section
from drafter.figures.scenario import Scenario
from drafter.storage import documents
from drafter.tables.reading import Problem, Question
from drafter.writing.gap_question import GapQuestion
from drafter.writing.sections import Binding, SectionKey

TEXT = st.text(max_size=12)
MAYBE = st.none() | TEXT
PLACE = st.integers(0, 10**6)
KEYS = st.sampled_from(SectionKey)
MENTIONS = st.builds(
    Mention,
    PLACE,
    PLACE,
    TEXT,
    st.sampled_from(Verdict),
    TEXT,
    MAYBE,
    MAYBE,
    MAYBE,
    TEXT,
    st.lists(st.builds(Evidence, PLACE, st.sampled_from(Scenario)), max_size=3).map(tuple),
    MAYBE,
)


def through_json(document: object) -> object:
    return json.loads(json.dumps(document))


@given(st.lists(MENTIONS, max_size=4).map(tuple).map(CheckResult))
def test_a_check_result(result):
    assert documents.parse_result(through_json(result_document(result))) == result


@given(
    st.builds(
        Section,
        KEYS,
        TEXT,
        TEXT,
        st.lists(st.builds(Binding, PLACE, PLACE, TEXT), max_size=3).map(tuple),
    )
)
def test_a_section(section):
    document = through_json(documents.section_document(section))
    assert documents.parse_section(document) == section


@given(st.builds(Question, TEXT, TEXT, TEXT, TEXT, st.lists(TEXT, max_size=3).map(tuple)))
def test_a_question(question):
    document = through_json(documents.question_document(question))
    assert documents.parse_question(document) == question


@given(st.lists(st.builds(Problem, TEXT, TEXT, TEXT), max_size=3).map(tuple))
def test_problems(problems):
    told = through_json([documents.problem_document(each) for each in problems])
    assert documents.parse_problems(told) == problems


@given(st.builds(GapQuestion, TEXT, KEYS, TEXT, st.none() | PLACE, TEXT))
def test_a_gap_question(question):
    document = through_json(documents.gap_question_document(question))
    assert documents.parse_gap_question(document) == question


@given(st.builds(Remark, st.sampled_from(RemarkKind), st.none() | KEYS, TEXT))
def test_a_remark(remark):
    document = through_json(documents.remark_document(remark))
    assert documents.parse_remark(document) == remark
