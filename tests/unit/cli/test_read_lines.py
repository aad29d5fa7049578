"""The body of `drafter read --ndjson`: one answer a line, bad lines in their place."""

from __future__ import annotations

import io
import json

import pytest

from drafter.cli.read import answer_lines


def _answers(*lines: str) -> tuple[int, list[dict[str, object]]]:
    out = io.StringIO()
    status = answer_lines((line + "\n" for line in lines), out)
    return status, [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_contract_s_example() -> None:
    text = "sold $1.2 million"
    status, answers = _answers(json.dumps({"id": "a", "text": text, "language": "en"}))
    assert status == 0
    assert answers == [
        {
            "id": "a",
            "quantities": [
                {
                    "start": 5,
                    "end": 17,
                    "text": "$1.2 million",
                    "kind": "currency",
                    "value": "1200000",
                    "unit": "USD",
                    "low": "1150000",
                    "high": "1250000",
                    "hedge": None,
                }
            ],
        }
    ]


def test_a_range_has_ends_and_no_value() -> None:
    _, answers = _answers('{"id": 1, "text": "增长4%~6%", "language": "zh"}')
    (quantity,) = answers[0]["quantities"]  # type: ignore[misc]
    assert (quantity["kind"], quantity["value"]) == ("range", None)
    assert (quantity["low"], quantity["high"]) == ("4", "6")


def test_a_date_says_why_it_is_no_figure() -> None:
    _, answers = _answers('{"id": 1, "text": "8月12日", "language": "zh"}')
    assert answers[0]["quantities"][0]["why_not"] == "date"  # type: ignore[index]


@pytest.mark.parametrize(
    ("line", "key", "field"),
    [
        ("not json", None, ""),
        ("[1, 2]", None, ""),
        ('{"id": "x", "language": "en"}', "x", "text"),
        ('{"id": "x", "text": 5, "language": "en"}', "x", "text"),
        ('{"id": "x", "text": "a"}', "x", "language"),
        ('{"id": "x", "text": "a", "language": "fr"}', "x", "language"),
        ('{"id": "x", "text": "\\ud800", "language": "en"}', "x", "text"),
        ('{"id": "x", "id": "y", "text": "a", "language": "en"}', None, ""),
        ("[" * 100_000, None, ""),
    ],
)
def test_a_bad_line_is_answered_in_its_place(line: str, key: str | None, field: str) -> None:
    good = '{"id": "good", "text": "3 %", "language": "en", "more": true}'
    status, answers = _answers(good, "", line, good)
    assert status == 2
    assert [answer.get("id") for answer in answers] == ["good", key, "good"]
    error = answers[1]["error"]
    assert error["line"] == 3  # type: ignore[index]
    assert error["field"] == field  # type: ignore[index]
    assert error["message"]  # type: ignore[index]
    assert "quantities" in answers[0]
    assert "quantities" in answers[2]


def test_an_id_that_is_half_a_character_is_given_back() -> None:
    status, answers = _answers('{"id": "\\ud800", "text": "3", "language": "en"}')
    assert status == 0
    assert answers[0]["id"] == "\ud800"
