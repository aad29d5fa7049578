"""POST and GET /api/v1/drafts: a report document in, a checked and kept draft out."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

from drafter.figures.document import report_document
from drafter.web.api.schemas import draft_schema
from drafter.wiring import Drafter

URL = "/api/v1/drafts"


def document(program: Drafter, name: str) -> dict[str, Any]:
    return report_document(program.samples.named(name).report)


@pytest.mark.parametrize("name", ["en-pharma", "zh-steel"])
def test_a_report_becomes_a_checked_draft(http: TestClient, program: Drafter, name: str) -> None:
    answer = http.post(URL, json={"report": document(program, name)})
    assert answer.status_code == 201, answer.text
    draft = answer.json()
    jsonschema.validate(draft, draft_schema())
    assert [section["key"] for section in draft["sections"]] == [
        "results",
        "products",
        "customers",
        "activities",
        "team",
        "problems",
    ]
    assert all(section["text"] in draft["text"] for section in draft["sections"])
    for mention in draft["mentions"]:
        assert draft["text"][mention["start"] : mention["end"]] == mention["text"]
    assert draft["counts"]["supported"] >= 12
    assert answer.headers["location"] == f"{URL}/{draft['id']}"
    again = http.get(answer.headers["location"])
    assert again.json() == draft
    assert again.headers["etag"]


def test_the_document_alone_is_enough(http: TestClient, program: Drafter) -> None:
    answer = http.post(URL, json=document(program, "en-pharma"))
    assert answer.status_code == 201
    assert answer.json()["department"] == document(program, "en-pharma")["department"]


def test_an_answer_to_a_gap_question_is_a_source(http: TestClient, program: Drafter) -> None:
    report = {**document(program, "en-pharma"), "notes": ""}
    asked = http.post(URL, json=report).json()["questions"]
    assert asked
    body = {"report": report, "gap_answers": {asked[0]["id"]: "A tender was moved to December."}}
    answered = http.post(URL, json=body).json()
    assert asked[0]["id"] not in {question["id"] for question in answered["questions"]}


def test_every_broken_field_is_named_at_once(http: TestClient) -> None:
    body = {"report": {"period": "October", "language": "fr", "figures": [{"measure": "a"}]}}
    answer = http.post(URL, json=body)
    assert answer.status_code == 422
    fields = {fault["field"] for fault in answer.json()["errors"]}
    assert {"report.period", "report.language", "report.figures[0].unit"} <= fields


def test_a_report_without_figures_is_not_drafted(http: TestClient) -> None:
    body = {"period": "2026-10", "language": "en", "figures": []}
    answer = http.post(URL, json=body)
    assert answer.status_code == 422
    assert answer.json()["type"].endswith("not-draftable")
    assert "/drafts/" not in http.get("/").text


def test_options_of_the_wrong_kind_are_refused(http: TestClient, program: Drafter) -> None:
    body = {"report": document(program, "en-pharma"), "gap_answers": {"a": 1}}
    answer = http.post(URL, json=body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "gap_answers"


def test_a_failure_of_the_program_is_a_problem_that_tells_nothing(
    http: TestClient, program: Drafter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: Any) -> None:
        raise ZeroDivisionError("the figures are confidential")

    monkeypatch.setattr(type(program.store), "draft", breaks)
    answer = http.get(f"{URL}/any")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "confidential" not in answer.text


def test_an_unknown_draft_is_404(http: TestClient) -> None:
    answer = http.get(f"{URL}/nothing")
    assert answer.status_code == 404
    assert answer.json()["type"].endswith("not-found")
