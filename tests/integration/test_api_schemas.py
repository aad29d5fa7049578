"""The published schemas agree with what the program reads and writes; OpenAPI describes it all."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

from drafter.errors import InvalidReport
from drafter.figures.document import load_json, parse_report, report_document
from drafter.web.api.schemas import report_schema
from drafter.wiring import Drafter

DEV_CASES = Path(__file__).parents[3] / "shared" / "cases" / "dev"


@pytest.mark.parametrize("name", ["report", "check-result"])
def test_a_schema_is_published_and_valid(http: TestClient, name: str) -> None:
    answer = http.get(f"/api/v1/schemas/{name}")
    assert answer.headers["content-type"] == "application/schema+json"
    schema = answer.json()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema")


def test_the_samples_fit_the_report_schema(program: Drafter) -> None:
    samples = program.samples()
    assert samples
    for sample in samples:
        jsonschema.validate(report_document(sample.report), report_schema())


def test_the_labelled_cases_fit_the_report_schema() -> None:
    files = sorted(DEV_CASES.rglob("*.json"))
    if not files:
        pytest.skip("the labelled cases are not beside this repository")
    for file in files:
        case = json.loads(file.read_text(encoding="utf-8"))
        jsonschema.validate(case["report"], report_schema())


GOOD: dict[str, Any] = {
    "period": "2026-10",
    "department": "North",
    "language": "en",
    "figures": [{"measure": "Revenue", "unit": "USD", "actual": "1.50", "plan": 2}],
}


def changed(path: list[Any], value: object) -> dict[str, Any]:
    document = copy.deepcopy(GOOD)
    place: Any = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return document


ROW = ["figures", 0]
CHANGES = [
    ([], None),
    (["period"], "2026-13"),
    (["period"], None),
    (["language"], "fr"),
    (["department"], 5),
    (["department"], None),
    (["notes"], None),
    (["figures"], {}),
    ([*ROW, "measure"], ""),
    ([*ROW, "unit"], None),
    ([*ROW, "actual"], "1,5"),
    ([*ROW, "actual"], True),
    ([*ROW, "actual"], None),
    ([*ROW, "plan"], "１２"),
    ([*ROW, "plan"], " 7 "),
    ([*ROW, "plan"], ".5"),
    ([*ROW, "aliases"], ["a"]),
    ([*ROW, "aliases"], "a"),
    ([*ROW, "polarity"], "up"),
    ([*ROW, "polarity"], "neutral"),
    ([*ROW, "dimensions"], {"region": None}),
    ([*ROW, "dimensions"], []),
    ([*ROW, "further"], "ignored"),
]


@pytest.mark.parametrize(("path", "value"), CHANGES)
def test_schema_and_reader_agree(path: list[Any], value: object) -> None:
    document = changed(path, value) if path else GOOD
    fits = jsonschema.Draft202012Validator(report_schema()).is_valid(document)
    try:
        parse_report(load_json(json.dumps(document)))
    except InvalidReport:
        assert not fits
    else:
        assert fits


def test_openapi_describes_every_operation_with_examples(http: TestClient) -> None:
    described = http.get("/api/v1/openapi.json").json()
    operations = {
        (method, path): operation
        for path, item in described["paths"].items()
        for method, operation in item.items()
    }
    assert set(operations) == {
        ("post", "/api/v1/drafts"),
        ("get", "/api/v1/drafts/{draft_id}"),
        ("post", "/api/v1/checks"),
        ("post", "/api/v1/imports"),
        ("get", "/api/v1/schemas/report"),
        ("get", "/api/v1/schemas/check-result"),
    }
    for (method, path), operation in operations.items():
        assert operation["summary"], path
        if method == "post":
            assert "application/problem+json" in operation["responses"]["422"]["content"]
    for path in ("/api/v1/drafts", "/api/v1/checks"):
        body = operations["post", path]["requestBody"]["content"]["application/json"]
        jsonschema.validate(body["example"], body["schema"])


def test_the_examples_of_openapi_work_as_they_stand(http: TestClient) -> None:
    described = http.get("/api/v1/openapi.json").json()
    for path, status in (("/api/v1/drafts", 201), ("/api/v1/checks", 200)):
        body = described["paths"][path]["post"]["requestBody"]["content"]["application/json"]
        answer = http.post(path, json=body["example"])
        assert answer.status_code == status, answer.text
