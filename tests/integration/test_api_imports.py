"""POST /api/v1/imports: a file or a pasted table in, what was understood out."""

from __future__ import annotations

import json

import jsonschema
import pytest
from fastapi.testclient import TestClient

from drafter.web.api.schemas import import_schema

URL = "/api/v1/imports"
CHINESE = (
    "区域,指标,单位,本月实际,本月计划\n华东,销售额,万元,1280.5,1200\n华南,销售额,万元,955,1010\n"
)
PASTED = "Region\tMeasure\tUnit\tActual\tPlan\nNorth\tRevenue\tUSD k\t1,280.5\t1,200\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_csv_file_in_any_usual_encoding(http: TestClient, encoding: str) -> None:
    files = {"file": ("十月.csv", CHINESE.encode(encoding), "text/csv")}
    answer = http.post(URL, files=files, data={"period": "2026-10", "language": "zh"})
    assert answer.status_code == 200, answer.text
    found = answer.json()
    jsonschema.validate(found, import_schema())
    assert [(row["dimensions"], row["actual"], row["plan"]) for row in found["figures"]] == [
        ({"区域": "华东"}, "1280.5", "1200"),
        ({"区域": "华南"}, "955", "1010"),
    ]
    assert found["period"] == "2026-10"
    assert found["figures"][0]["cells"]["actual"]


def test_a_pasted_table_and_notes(http: TestClient) -> None:
    answer = http.post(URL, data={"text": PASTED, "notes": "a tender moved", "period": "2026-10"})
    assert answer.status_code == 200, answer.text
    assert answer.json()["figures"][0]["actual"] == "1280.5"
    assert answer.json()["notes"] == "a tender moved"


def test_a_wrong_encoding_can_be_named(http: TestClient) -> None:
    files = {"file": ("a.csv", CHINESE.encode("gb18030"), "text/csv")}
    answer = http.post(URL, files=files, data={"encoding": "gb18030"})
    assert answer.json()["figures"][0]["measure"] == "销售额"


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "file"),
        ({"text": PASTED, "period": "October"}, "period"),
        ({"text": PASTED, "language": "fr"}, "language"),
        ({"text": PASTED, "answers": "{"}, "answers"),
        ({"text": PASTED, "answers": '{"q1": 1}'}, "answers"),
        ({"text": PASTED, "answers": "[]"}, "answers"),
    ],
)
def test_a_broken_field_is_named(http: TestClient, data: dict[str, str], field: str) -> None:
    answer = http.post(URL, data=data)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["errors"][0]["field"] == field


def test_a_file_that_is_no_table_says_why(http: TestClient) -> None:
    files = {"file": ("month.xlsx", b"PK\x03\x04 not really", "application/octet-stream")}
    answer = http.post(URL, files=files)
    assert answer.status_code == 422
    assert answer.json()["type"].endswith("unreadable-file")
    assert "month.xlsx" in answer.json()["detail"]


def test_a_file_over_the_limit_is_413_and_names_it(http: TestClient) -> None:
    files = {"file": ("big.csv", b"a," * (6 * 1024 * 1024), "text/csv")}
    answer = http.post(URL, files=files)
    assert answer.status_code == 413
    assert "10 MB" in answer.json()["detail"]


def test_a_broken_multipart_body_is_422(http: TestClient) -> None:
    headers = {"content-type": "multipart/form-data; boundary=x"}
    answer = http.post(URL, content=b"--x\r\nbroken", headers=headers)
    assert answer.status_code == 422
    assert json.loads(answer.content)["status"] == 422
