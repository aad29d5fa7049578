"""Gap questions: what the manager is asked, why, and where the answers go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from drafter.figures.document import parse_report
from drafter.figures.report import Report
from drafter.writing.catalogue import build_catalogue
from drafter.writing.gap_question import GapQuestion
from drafter.writing.gaps import gap_questions, with_gap_answers


def _asked(report: Report) -> dict[str, GapQuestion]:
    return {question.id: question for question in gap_questions(build_catalogue(report))}


def test_a_miss_without_a_cause_is_asked_for(report: Report) -> None:
    asked = _asked(report)
    assert asked["miss-0"].what == "Why did Sales revenue miss plan (CNY 200,000 below plan)?"
    assert asked["miss-0"].figure == 0
    assert asked["miss-0"].reason
    assert "miss-2" not in asked  # the notes speak of East
    assert "miss-6" not in asked  # under plan is good for a loss rate


def test_at_most_five_misses_are_asked_for(document: dict[str, Any]) -> None:
    document["figures"] = [
        {"measure": f"Measure {n}", "unit": "t", "actual": 50 + n, "plan": 100} for n in range(9)
    ]
    asked = _asked(parse_report(document))
    assert [key for key in asked if key.startswith("miss-")] == [f"miss-{n}" for n in range(5)]


def test_up_on_the_month_but_down_on_the_year_is_asked_for(document: dict[str, Any]) -> None:
    document["figures"][3]["actual"] = 85  # West: beats plan, under last year
    asked = _asked(parse_report(document))
    assert asked["warning-3"].what == (
        "Why is Sales revenue for West up 21.4% month on month but down 5.6% year on year?"
    )


def test_a_section_without_content_is_asked_for(report: Report) -> None:
    asked = _asked(report)
    assert asked["section-products"].what == "What is there to report on Products?"
    assert "section-team" not in asked


@pytest.mark.parametrize(
    ("measure", "wanted"), [("Active customers", "new"), ("New customers", "existing")]
)
def test_both_stories_of_customers_are_owed(
    document: dict[str, Any], measure: str, wanted: str
) -> None:
    document["figures"].append({"measure": measure, "unit": "customers", "actual": 9})
    asked = _asked(parse_report(document))
    assert {"new", "existing"} & set(asked) == {wanted}


def test_no_notes_at_all_are_one_question(report: Report) -> None:
    asked = _asked(replace(report, notes=" \n"))
    assert "no_notes" in asked
    assert not any(key.startswith("section-") for key in asked)


@pytest.mark.parametrize(
    ("notes", "is_asked"),
    [
        ("Strengthen customer relations.", True),
        ("进一步加强客户管理。", True),
        ("Strengthen relations: 5 visits by 15 November.", False),
        ("Acme signed a contract.", False),
    ],
)
def test_a_task_without_a_result_is_vague(report: Report, notes: str, is_asked: bool) -> None:
    assert ("vague-1" in _asked(replace(report, notes=notes))) is is_asked


CONTRADICTIONS = [
    ("Headcount is 52 people.", "contradiction-1-7"),
    ("Headcount was 40 people in plan terms.", None),
    ("Headcount is 38 people.", None),
    ("Headcount is about 40 people.", None),
    ("Regions are steady. Reps: headcount lost, 38 in total.", None),
    ("Line loss got better.", "contradiction-1-6"),
    ("Line loss got worse.", None),
    ("Headcount target 52 people.", None),
    ("Next month: headcount 52 people.", None),
    ("2 people joined, headcount stable.", None),
    ("East was up on last year.", "contradiction-1-2"),
    ("East was down on last year.", None),
    ("North fell against last month.", "contradiction-1-1"),
    ("Line loss was down on last year.", None),
]


@pytest.mark.parametrize(("notes", "identity"), CONTRADICTIONS)
def test_notes_that_contradict_the_table(report: Report, notes: str, identity: str | None) -> None:
    asked = [key for key in _asked(replace(report, notes=notes)) if key.startswith("contra")]
    assert asked == ([identity] if identity else [])


def test_the_planted_contradictions_of_a_real_month(sample: Callable[[str], Report]) -> None:
    asked = _asked(sample("zh-telecom"))
    found = [question.what for key, question in asked.items() if key.startswith("contra")]
    assert len(found) == 3
    assert "金融通信服务收入同比增长2.8%" in found[0]
    assert "故障投诉环比增长50%" in found[1]
    assert "客户走访312次" in found[2]


@pytest.mark.parametrize("name", ["zh-steel", "zh-bank", "zh-power", "en-pharma", "en-software"])
def test_no_contradiction_is_seen_where_there_is_none(
    sample: Callable[[str], Report], name: str
) -> None:
    assert not [key for key in _asked(sample(name)) if key.startswith("contra")]


def test_the_questions_can_be_put_in_the_other_language(report: Report) -> None:
    english = gap_questions(build_catalogue(report))
    chinese = gap_questions(build_catalogue(report), "zh")
    assert [question.id for question in english] == [question.id for question in chinese]
    assert chinese[0].what == "Sales revenue为什么没有完成计划（低于计划20万元）？"


def test_an_answer_becomes_a_note_that_explains_its_row(document: dict[str, Any]) -> None:
    document["notes"] = "Two reps joined on 5 October."
    report = parse_report(document)
    key = "miss-2"
    assert key in _asked(report)
    answered = with_gap_answers(report, {key: " the depot\nwas flooded ", "new": "", "zzz": "Ok"})
    assert answered.notes == ("Two reps joined on 5 October.\nEast: the depot was flooded\nOk")
    assert key not in _asked(answered)
