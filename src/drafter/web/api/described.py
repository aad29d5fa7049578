"""How the OpenAPI document describes bodies that are read raw: schemas, examples, errors."""

from __future__ import annotations

from typing import Any

from drafter.web.api.schemas import Schema, problem_schema
from drafter.web.problems import MEDIA_TYPE

DESCRIPTION = """\
Drafts a department's monthly summary and checks every figure of a text against its source.

Numbers are read exactly: send JSON numbers or decimal strings. Offsets are Unicode code points.
Every error is a problem document (RFC 9457, `application/problem+json`); `errors` names the
broken fields by path, such as `report.figures[2].plan`.
"""

TAGS = [
    {"name": "drafts", "description": "From a report document to a checked draft."},
    {"name": "checks", "description": "Check the figures of any text against a report."},
    {"name": "imports", "description": "From a spreadsheet or a pasted table to figures."},
    {"name": "schemas", "description": "The public shapes as JSON Schema."},
]

REPORT_EXAMPLE: Schema = {
    "period": "2026-10",
    "department": "Export desk",
    "language": "en",
    "figures": [
        {
            "measure": "Payments collected",
            "unit": "CNY 10k",
            "dimensions": {"base": "Dalian"},
            "actual": "3085",
            "plan": "2500",
            "prior_month": "2890",
            "ytd_actual": "21400",
            "year_plan": "30000",
        }
    ],
    "notes": "Dalian: two large customers paid early.",
}
CHECK_EXAMPLE: Schema = {
    "id": "october-1",
    "report": REPORT_EXAMPLE,
    "draft": "Dalian collected CNY 30.85 million, 123% of plan.",
}


def json_in(schema: Schema, example: Schema) -> dict[str, Any]:
    """The `openapi_extra` of an operation whose JSON body is read raw."""
    content = {"application/json": {"schema": schema, "example": example}}
    return {"requestBody": {"required": True, "content": content}}


def answers(status: int, description: str, schema: Schema, *errors: int) -> dict[int | str, Any]:
    """The `responses` of an operation: its success, and the problems that it may answer with."""
    found: dict[int | str, Any] = {
        status: {"description": description, "content": {"application/json": {"schema": schema}}}
    }
    for code in errors:
        found[code] = {
            "description": _ERRORS[code],
            "content": {MEDIA_TYPE: {"schema": problem_schema()}},
        }
    return found


_ERRORS = {
    404: "There is no such thing",
    413: "The body is larger than the limit that the problem names",
    422: "The body breaks its contract; the problem names each broken field",
    502: "The language model gave no usable answer",
}
