"""POST /api/v1/checks: the contract's input and result, and every broken body answered with 422."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

REPORT: dict[str, Any] = {
    "period": "2026-10",
    "department": "Export desk",
    "language": "en",
    "figures": [
        {
            "measure": "Payments collected",
            "unit": "CNY 10k",
            "dimensions": {"base": "Dalian"},
            "actual": 3085,
            "plan": "2500",
        }
    ],
    "notes": "",
}
DRAFT = "Dalian 🙂 collected CNY 30.85 million, 123% of plan."
URL = "/api/v1/checks"


def check(http: TestClient, **changed: Any) -> Any:
    return http.post(URL, json={"id": "a", "report": REPORT, "draft": DRAFT, **changed})


def test_the_result_has_the_contracts_shape(http: TestClient) -> None:
    answer = check(http)
    assert answer.status_code == 200
    result = answer.json()
    schema = http.get("/api/v1/schemas/check-result").json()
    jsonschema.validate(result, schema)
    assert result["id"] == "a"
    assert sum(result["counts"].values()) == len(result["mentions"])


def test_offsets_are_code_points_of_the_draft_as_given(http: TestClient) -> None:
    mentions = check(http).json()["mentions"]
    assert [DRAFT[each["start"] : each["end"]] for each in mentions] == [
        each["text"] for each in mentions
    ]
    assert {"supported"} == {each["verdict"] for each in mentions}
    assert any(each["text"].startswith("123") for each in mentions)


def test_a_wrong_figure_is_contradicted_with_the_right_one(http: TestClient) -> None:
    mentions = check(http, draft="Dalian collected 132% of plan.").json()["mentions"]
    bad = [each for each in mentions if each["verdict"] == "contradicted"]
    assert len(bad) == 1
    assert bad[0]["text"].startswith("132")
    assert bad[0]["expected"]


def test_nothing_is_stored(http: TestClient) -> None:
    check(http)
    assert "/drafts/" not in http.get("/").text


EMPTY = '{"period": "2026-10", "language": "en", "figures": []}'


def valued(number: str) -> bytes:
    """A whole body in which one figure's plan is that literal."""
    figure = f'{{"measure": "a", "unit": "b", "plan": {number}}}'
    report = EMPTY.replace("[]", f"[{figure}]")
    return f'{{"report": {report}, "draft": "x"}}'.encode()


BROKEN = {
    "not JSON": b'{"report": ',
    "not an object": b"[]",
    "not UTF-8": b'{"draft": "\xff"}',
    "NaN": valued("NaN"),
    "Infinity": valued("-Infinity"),
    "a huge exponent": valued("1e309"),
    "an underscore": valued('"1_000"'),
    "full-width digits": valued('"１２３"'),
    "a key twice": b'{"draft": "a", "draft": "b"}',
    "half a character in the draft": f'{{"report": {EMPTY}, "draft": "a\\ud800"}}'.encode(),
    "NUL in the draft": f'{{"report": {EMPTY}, "draft": "a\\u0000"}}'.encode(),
    "a draft that is no text": f'{{"report": {EMPTY}, "\\ud800": 1, "draft": 5}}'.encode(),
    "half a character in the id": f'{{"report": {EMPTY}, "draft": "", "id": "\\udc00"}}'.encode(),
    "half a character in a key twice": b'{"\\ud800": 1, "\\ud800": 2}',
    "no report": b'{"draft": "x"}',
    "no draft": f'{{"report": {EMPTY}}}'.encode(),
    "snippets that are no texts": (
        f'{{"report": {EMPTY}, "draft": "x", "example_snippets": [1]}}'.encode()
    ),
    "nested without end": b"[" * 100_000,
    "nested objects": b'{"a":' * 50_000,
    "an empty body": b"",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_body_is_a_problem_document(http: TestClient, name: str) -> None:
    answer = http.post(URL, content=BROKEN[name])
    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == 422
    assert problem["type"].startswith("urn:drafter:problem:")
    assert problem["instance"] == URL
    assert problem["detail"]


def test_a_broken_field_is_named_by_its_path(http: TestClient) -> None:
    report = {
        **REPORT,
        "figures": [*REPORT["figures"], {"measure": "a", "unit": "b", "plan": "1,23"}],
    }
    problem = check(http, report=report).json()
    assert [each["field"] for each in problem["errors"]] == ["report.figures[1].plan"]


def test_a_body_over_the_limit_is_413_and_names_it(http: TestClient) -> None:
    answer = http.post(URL, content=b" " * (25 * 1024 * 1024))
    assert answer.status_code == 413
    assert "24 MB" in answer.json()["detail"]


def test_a_body_without_a_length_is_cut_at_the_limit(http: TestClient) -> None:
    answer = http.post(URL, content=(b" " * 1024 * 1024 for _ in range(25)))
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "cross-site"}, {"origin": "https://elsewhere.example"}, {"origin": "null"}],
)
def test_a_post_from_another_site_is_refused_asvs_3_5_1(
    http: TestClient, headers: dict[str, str]
) -> None:
    answer = http.post(URL, json={"report": REPORT, "draft": DRAFT}, headers=headers)
    assert answer.status_code == 403
    assert answer.headers["content-type"] == "application/problem+json"


def test_an_unknown_host_name_is_refused(http: TestClient) -> None:
    answer = http.post(URL, json={}, headers={"host": "elsewhere.example"})
    assert answer.status_code == 421
    assert answer.json()["type"].endswith("unknown-host")


def test_unknown_addresses_and_methods_are_problems_too(http: TestClient) -> None:
    for answer, status in ((http.get("/api/v1/nothing"), 404), (http.get(URL), 405)):
        assert answer.status_code == status
        assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/", "/api/v1/openapi.json", "/api/v1/nothing", "/nothing"])
def test_every_answer_carries_the_security_headers_asvs_3_4(http: TestClient, path: str) -> None:
    headers = http.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cache-control"] == "no-store"
