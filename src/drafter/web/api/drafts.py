"""Drafts over the API: write one from a report document, fetch one."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse

from drafter.checking.result import result_document
from drafter.drafts.draft import Draft
from drafter.figures.document import parse_report
from drafter.web.api.body import Document, json_body, mapping_field
from drafter.web.api.described import REPORT_EXAMPLE, answers, json_in
from drafter.web.api.schemas import Schema, draft_schema, report_schema
from drafter.web.context import drafter_of
from drafter.wiring import Drafter

router = APIRouter(tags=["drafts"])


def _input_schema() -> Schema:
    texts = {"type": "object", "additionalProperties": {"type": "string"}}
    return {
        "type": "object",
        "properties": {
            "report": report_schema(),
            "gap_answers": texts | {"description": "Answers to gap questions, by id."},
        },
        "required": ["report"],
    }


@router.post(
    "/drafts",
    status_code=201,
    summary="Write a checked draft",
    openapi_extra=json_in(_input_schema(), {"report": REPORT_EXAMPLE}),
    responses=answers(201, "The draft, kept and checked", draft_schema(), 413, 422, 502),
)
def write(
    body: Annotated[Document, Depends(json_body)],
    drafter: Annotated[Drafter, Depends(drafter_of)],
) -> JSONResponse:
    """Write six sections from a report document, check every figure, keep the draft.

    The document may also be the whole body, without options.
    """
    # Loaded when first needed: the server starts without it.
    from drafter.writing.gaps import with_gap_answers

    inner = "report" in body
    report = parse_report(body["report"] if inner else body, "report." if inner else "")
    gap_answers = mapping_field(body, "gap_answers") if inner else {}
    stored = drafter.keep_report(with_gap_answers(report, gap_answers))
    draft = drafter.write_draft(stored.id)
    return JSONResponse(
        draft_document(draft, drafter),
        status_code=201,
        headers={"location": f"/api/v1/drafts/{draft.id}"},
    )


@router.get(
    "/drafts/{draft_id}",
    summary="A draft with its newest revision",
    responses=answers(200, "The draft", draft_schema(), 404),
)
def read(draft_id: str, drafter: Annotated[Drafter, Depends(drafter_of)]) -> JSONResponse:
    draft = drafter.store.draft(draft_id)
    return JSONResponse(
        draft_document(draft, drafter), headers={"etag": f'"{draft.id}-{draft.revision.number}"'}
    )


def draft_document(draft: Draft, drafter: Drafter) -> dict[str, Any]:
    """The public shape of a draft; the mentions' offsets are code points into `text`."""
    revision = draft.revision
    report = drafter.store.report(revision.report_id).report
    return {
        "id": draft.id,
        "revision": revision.number,
        "department": draft.department,
        "period": str(draft.period),
        "language": draft.language,
        "sections": [
            {"key": section.key.value, "heading": section.heading, "text": section.text}
            for section in revision.sections
        ],
        "text": revision.text,
        **result_document(revision.check),
        "notes_unused": list(revision.notes_unused),
        "questions": [
            {
                "id": question.id,
                "section": question.section.value,
                "what": question.what,
                "figure": question.figure,
            }
            for question in revision.questions
        ],
        "remarks": [remark.text(draft.language, revision.headings) for remark in revision.remarks],
        "trends": [trend.text(report, draft.language) for trend in drafter.find_trends(report)],
        "origin": revision.origin.value,
        "writer": revision.writer,
        "created_at": revision.created_at.isoformat(),
    }
