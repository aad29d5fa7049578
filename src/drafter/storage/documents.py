"""Records to JSON-ready documents and back, for the columns that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from drafter.checking.result import CheckResult, Evidence, Mention, Verdict
from drafter.drafts.remark import Remark, RemarkKind
from drafter.drafts.revision import Section
from drafter.figures.scenario import Scenario
from drafter.tables.reading import Problem, Question
from drafter.writing.gap_question import GapQuestion
from drafter.writing.sections import Binding, SectionKey

_Document = Mapping[str, Any]


def section_document(section: Section) -> dict[str, Any]:
    return {
        "key": section.key.value,
        "heading": section.heading,
        "text": section.text,
        "bindings": [[each.start, each.end, each.reference] for each in section.bindings],
    }


def parse_section(document: _Document) -> Section:
    return Section(
        SectionKey(document["key"]),
        document["heading"],
        document["text"],
        tuple(Binding(*each) for each in document["bindings"]),
    )


def parse_result(document: _Document) -> CheckResult:
    """The inverse of `checking.result.result_document`."""
    return CheckResult(tuple(_mention(each) for each in document["mentions"]))


def _mention(document: _Document) -> Mention:
    evidence = tuple(
        Evidence(item["figure"], Scenario(item["scenario"])) for item in document["evidence"]
    )
    plain = {key: document[key] for key in document if key not in ("verdict", "evidence")}
    return Mention(**plain, verdict=Verdict(document["verdict"]), evidence=evidence)


def question_document(question: Question) -> dict[str, Any]:
    return {**asdict(question), "options": list(question.options)}


def parse_question(document: _Document) -> Question:
    return Question(**{**document, "options": tuple(document["options"])})


def problem_document(problem: Problem) -> dict[str, Any]:
    return asdict(problem)


def parse_problems(documents: Iterable[_Document]) -> tuple[Problem, ...]:
    return tuple(Problem(**document) for document in documents)


def gap_question_document(question: GapQuestion) -> dict[str, Any]:
    return {**asdict(question), "section": question.section.value}


def parse_gap_question(document: _Document) -> GapQuestion:
    return GapQuestion(**{**document, "section": SectionKey(document["section"])})


def remark_document(remark: Remark) -> dict[str, Any]:
    return {
        "kind": remark.kind.value,
        "section": remark.section.value if remark.section else None,
        "detail": remark.detail,
    }


def parse_remark(document: _Document) -> Remark:
    section = document["section"]
    return Remark(
        RemarkKind(document["kind"]),
        SectionKey(section) if section else None,
        document["detail"],
    )
