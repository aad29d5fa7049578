"""Checking a text: the contract's input object in, its result object out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse

from drafter.checking.result import result_document
from drafter.figures.document import parse_report
from drafter.web.api.body import Document, json_body, text_field, texts_field
from drafter.web.api.described import CHECK_EXAMPLE, answers, json_in
from drafter.web.api.schemas import check_input_schema, check_result_schema
from drafter.web.context import drafter_of
from drafter.wiring import Drafter

router = APIRouter(tags=["checks"])


@router.post(
    "/checks",
    summary="Check every figure of a text",
    openapi_extra=json_in(check_input_schema(), CHECK_EXAMPLE),
    responses=answers(200, "The mentions with their verdicts", check_result_schema(), 413, 422),
)
def check(
    body: Annotated[Document, Depends(json_body)],
    drafter: Annotated[Drafter, Depends(drafter_of)],
) -> JSONResponse:
    """Answer each figure and checkable claim of `draft` with a verdict and why.

    The text, the report and the example snippets are all that is looked at; nothing is stored.
    """
    report = parse_report(body.get("report"), "report.")
    text = text_field(body, "draft", required=True)
    snippets = texts_field(body, "example_snippets")
    key = text_field(body, "id")
    result = drafter.check_text(report, text, example_snippets=snippets)
    return JSONResponse({"id": key or None, **result_document(result)})
