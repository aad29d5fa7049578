"""JSON Schemas of the public shapes, generated from the types that the checker and reader use."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from drafter.checking.result import Fault, Verdict
from drafter.figures.report import LANGUAGES
from drafter.figures.scenario import Polarity, Scenario
from drafter.writing.sections import SectionKey

router = APIRouter(tags=["schemas"])

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_MEDIA_TYPE = "application/schema+json"
_PLAIN_NUMBER = r"^\s*[+-]?([0-9]{1,30}(\.[0-9]{0,30})?|\.[0-9]{1,30})([eE][+-]?[0-9]{1,3})?\s*$"


def _object(properties: Schema, *, required: list[str], title: str = "", **more: Any) -> Schema:
    named = {"title": title} if title else {}
    return {**named, "type": "object", "properties": properties, "required": required, **more}


def _text(description: str) -> Schema:
    return {"type": "string", "description": description}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _number() -> Schema:
    return {
        "anyOf": [
            {"type": "number"},
            {"type": "string", "pattern": _PLAIN_NUMBER},
            {"type": "null"},
        ],
        "description": "A JSON number or a decimal string, read exactly.",
    }


def figure_schema() -> Schema:
    """One row of a report's figures; at least one scenario holds a value."""
    scenarios = {scenario.value: _number() for scenario in Scenario}
    return _object(
        {
            "measure": {"type": "string", "minLength": 1},
            "unit": _text("As people write it: `CNY 10k`, `万元`, `%`, `tonnes`, `户`.")
            | {"minLength": 1},
            "dimensions": _or_null(
                {"type": "object", "additionalProperties": _or_null({"type": "string"})}
            ),
            **scenarios,
            "aliases": _or_null({"type": "array", "items": {"type": "string"}}),
            "polarity": _or_null({"enum": [polarity.value for polarity in Polarity]}),
            "cells": {
                "type": "object",
                "description": "Where each value stood in its file, by scenario.",
                "additionalProperties": {"type": "string"},
            },
        },
        required=["measure", "unit"],
        title="Figure",
        anyOf=[
            {"required": [name], "properties": {name: {"not": {"type": "null"}}}}
            for name in scenarios
        ],
    )


def report_schema() -> Schema:
    """The report document: what `POST /drafts` takes, what `POST /imports` answers with more."""
    return _object(
        {
            "period": {"type": "string", "pattern": r"^[1-9][0-9]{3}-(0[1-9]|1[0-2])$"},
            "department": _or_null({"type": "string"}),
            "language": {"enum": list(LANGUAGES)},
            "figures": {"type": "array", "items": figure_schema()},
            "notes": _or_null({"type": "string"}),
        },
        required=["period", "language", "figures"],
        title="Report document",
    )


def mention_schema() -> Schema:
    offset = {"type": "integer", "minimum": 0}
    evidence = _object(
        {"figure": offset, "scenario": {"enum": [scenario.value for scenario in Scenario]}},
        required=["figure", "scenario"],
    )
    faults = ", ".join(f"`{fault.value}`" for fault in Fault)
    return _object(
        {
            "start": offset | {"description": "In Unicode code points of the draft as given."},
            "end": offset,
            "text": _text("The slice of the draft."),
            "verdict": {"enum": [verdict.value for verdict in Verdict]},
            "reason": _text(f"For the two bad verdicts one of {faults}."),
            "value": _or_null(_text("As written, in the text's own unit.")),
            "unit": _or_null({"type": "string"}),
            "expected": _or_null(_text("The right value or wording.")),
            "explanation": {"type": "string"},
            "evidence": {"type": "array", "items": evidence},
            "formula": _or_null({"type": "string"}),
        },
        required=["start", "end", "text", "verdict", "reason", "explanation", "evidence"],
        title="Mention",
    )


def counts_schema() -> Schema:
    names = [verdict.value for verdict in Verdict]
    return _object(
        {name: {"type": "integer", "minimum": 0} for name in names},
        required=names,
        additionalProperties=False,
    )


def check_result_schema() -> Schema:
    """What checking a text answers."""
    return _object(
        {
            "id": _or_null({"type": "string"}),
            "mentions": {"type": "array", "items": mention_schema()},
            "counts": counts_schema(),
        },
        required=["mentions", "counts"],
        title="Check result",
    )


def check_input_schema() -> Schema:
    """What checking a text takes."""
    return _object(
        {
            "id": _or_null({"type": "string"}),
            "report": report_schema(),
            "draft": _text("The text to check, in Markdown or plain."),
            "example_snippets": _or_null({"type": "array", "items": {"type": "string"}}),
        },
        required=["report", "draft"],
        title="Check input",
    )


def draft_schema() -> Schema:
    """A draft with its newest revision."""
    section = _object(
        {"key": {"enum": list(SectionKey)}, "heading": _text(""), "text": _text("")},
        required=["key", "heading", "text"],
    )
    question = _object(
        {
            "id": _text(""),
            "section": {"enum": list(SectionKey)},
            "what": _text(""),
            "figure": _or_null({"type": "integer", "minimum": 0}),
        },
        required=["id", "section", "what", "figure"],
    )
    texts = {"type": "array", "items": {"type": "string"}}
    return _object(
        {
            "id": _text(""),
            "revision": {"type": "integer", "minimum": 1},
            "department": _text(""),
            "period": _text("ISO month"),
            "language": {"enum": list(LANGUAGES)},
            "sections": {"type": "array", "items": section},
            "text": _text("All sections as Markdown; mentions point into it."),
            "mentions": {"type": "array", "items": mention_schema()},
            "counts": counts_schema(),
            "notes_unused": texts,
            "questions": {"type": "array", "items": question},
            "remarks": texts,
            "trends": texts | {"description": "What runs over several months."},
            "origin": _text("built_in_writer, model, edit or corrected_figures"),
            "writer": _text("The model's name, or who wrote."),
            "created_at": {"type": "string", "format": "date-time"},
        },
        required=["id", "revision", "sections", "text", "mentions", "counts"],
        title="Draft",
    )


def problem_schema() -> Schema:
    """A problem document (RFC 9457), with the broken fields."""
    fault = _object({"field": _text(""), "message": _text("")}, required=["field", "message"])
    return _object(
        {
            "type": {"type": "string", "format": "uri-reference"},
            "title": _text(""),
            "status": {"type": "integer"},
            "detail": _text(""),
            "instance": _text(""),
            "errors": {"type": "array", "items": fault},
        },
        required=["type", "title", "status", "detail"],
        title="Problem",
    )


def import_schema() -> Schema:
    """What reading a table answers: figures, and what is broken or must be asked."""
    place = {"where": _text(""), "what": _text(""), "cells": _text("")}
    question = {"id": _text(""), **place, "options": {"type": "array", "items": _text("")}}
    return _object(
        {
            "period": _or_null({"type": "string"}),
            "language": {"enum": list(LANGUAGES)},
            "figures": {"type": "array", "items": figure_schema()},
            "notes": _text(""),
            "problems": {"type": "array", "items": _object(place, required=list(place))},
            "questions": {"type": "array", "items": _object(question, required=list(question))},
            "offered_answers": {
                "type": "object",
                "description": "What the department answered in an earlier month, by question id.",
                "additionalProperties": _text(""),
            },
            "encodings": {"type": "object", "additionalProperties": _text("")},
        },
        required=["period", "language", "figures", "notes", "problems", "questions"],
        title="Import document",
    )


@router.get("/schemas/report", summary="JSON Schema of the report document")
def report_document_schema() -> JSONResponse:
    return _published(report_schema())


@router.get("/schemas/check-result", summary="JSON Schema of the check result")
def check_result_document_schema() -> JSONResponse:
    return _published(check_result_schema())


def _published(schema: Schema) -> JSONResponse:
    return JSONResponse({"$schema": DIALECT, **schema}, media_type=SCHEMA_MEDIA_TYPE)
