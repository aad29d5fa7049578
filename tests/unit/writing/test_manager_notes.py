"""The manager's notes: split into statements, read for figures, placed, and accounted for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from drafter.figures.document import parse_report
from drafter.figures.report import Report
from drafter.writing.catalogue import build_catalogue
from drafter.writing.completeness import unused_notes
from drafter.writing.note_places import attachable, placed_notes, with_references
from drafter.writing.notes import notes_of

SPLITS = [
    ("One paragraph. Two sentences.", ["One paragraph.", "Two sentences."]),
    ("Chiller no. 2 is down. Approx. 5 t lost.", ["Chiller no. 2 is down.", "Approx. 5 t lost."]),
    (
        "Signed on 20 Oct. Competitor cut prices.",
        ["Signed on 20 Oct.", "Competitor cut prices."],
    ),
    ("From Oct. 5 on. Mr. Li left.", ["From Oct. 5 on.", "Mr. Li left."]),
    ("- one\n* two\n• three", ["one", "two", "three"]),
    ("1) one\n2. two\n（3）three", ["one", "two", "three"]),
    ("1、开会3场。\n2、走了1人。", ["开会3场。", "走了1人。"]),
    ("1 制造业差\n2 教育好\n3 培训两次", ["制造业差", "教育好", "培训两次"]),
    ("12 reps joined\n4 left", ["12 reps joined", "4 left"]),
    (
        "churn: 6 gone. 4 moved.\ntickets up.\nteam fine.",
        ["churn: 6 gone. 4 moved.", "tickets up.", "team fine."],
    ),
    ("", []),
    (" \n -- \n", []),
]


@pytest.mark.parametrize(("notes", "expected"), SPLITS)
def test_notes_become_statements(report: Report, notes: str, expected: list[str]) -> None:
    found = notes_of(replace(report, notes=notes))
    assert [note.text for note in found] == expected
    assert [notes[note.start : note.end] for note in found] == expected


def test_dates_and_names_are_no_note_figures(report: Report) -> None:
    notes = "On 5 October 3 trucks came for chiller no. 2 by route A40."
    figures = [f.quantity.text for n in notes_of(replace(report, notes=notes)) for f in n.figures]
    assert figures == ["3 trucks"]


def test_the_words_of_a_note_stay_and_its_figures_become_references(report: Report) -> None:
    catalogue = build_catalogue(report)
    trade_fairs = catalogue.notes[2]
    assert trade_fairs.text == "4 trade fairs, CNY 60,000 spent."
    assert with_references(trade_fairs, catalogue) == "{N3}, {N4} spent."


PLACES = [
    ("Request: 2 trucks.", "problems", "request"),
    ("Two reps joined on 5 October.", "team", "team"),
    ("4 roadshows held.", "activities", "activities"),
    ("Power outage for 3 hours.", "problems", "problems"),
    ("Acme signed a contract.", "customers", "customers"),
    ("East had rain all month.", "problems", "problems"),
    ("West did well.", "results", "named"),
    ("Oct target 900 t: next month.", "problems", "next_month"),
    ("人员：新招2人。", "team", "team"),
    ("促销活动3场。", "activities", "activities"),
    ("竞品降价。", "problems", "problems"),
]


@pytest.mark.parametrize(("notes", "section", "kind"), PLACES)
def test_a_note_has_its_section(report: Report, notes: str, section: str, kind: str) -> None:
    (placed,) = placed_notes(build_catalogue(replace(report, notes=notes)))
    assert (placed.section, placed.kind) == (section, kind)


def test_a_greeting_above_the_notes_has_no_section(report: Report) -> None:
    notes = "hi all, sorry for the order\n- 4 roadshows held\n- Acme signed a contract"
    placed = placed_notes(build_catalogue(replace(report, notes=notes)))
    assert [item.section for item in placed] == [None, "activities", "customers"]


ATTACHED = [
    ("East: the depot was flooded.", {2, 5}),
    ("east: the depot was flooded.", {2, 5}),
    ("The depot in East was flooded, unlike North.", set()),
    ("North lost a day because East sent nothing.", {1, 4}),
    ("The depot lies to the east.", set()),
    ("Payments slipped by a week.", {4, 5}),
]


@pytest.mark.parametrize(("notes", "figures"), ATTACHED)
def test_a_note_explains_the_row_that_it_names(
    document: dict[str, Any], notes: str, figures: set[int]
) -> None:
    if "Payments" in notes:
        for row in document["figures"]:
            if row["measure"] == "Payments collected":
                row["dimensions"] = {}
        document["figures"] = document["figures"][:5]
        figures = {4}
    catalogue = build_catalogue(parse_report({**document, "notes": notes}))
    assert set(attachable(placed_notes(catalogue), catalogue)) == figures


def test_a_note_that_is_left_out_is_listed(report: Report) -> None:
    text = "Two reps joined on 5 October. The trade fairs (4) cost CNY 60,000."
    assert unused_notes(report, text) == (
        "East: the depot was flooded for 9 days.",
        "Request: 2 trucks.",
    )


def test_a_note_in_other_words_counts_as_used(sample: Callable[[str], Report]) -> None:
    report = replace(sample("zh-telecom"), notes="教育局下属三所学校拖着没付，合计31万。")
    assert unused_notes(report, "欠费方面，教育局下属三所学校没付，共31万元。") == ()
    assert unused_notes(report, "欠费上升。") == (report.notes,)
