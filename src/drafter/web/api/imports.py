"""Reading a table over the API: a file or pasted text in, the import document out."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse

from drafter.errors import FieldFault
from drafter.figures.document import load_json
from drafter.figures.period import Period
from drafter.figures.report import LANGUAGES, LanguageCode
from drafter.ports import UploadedFile
from drafter.tables.reading import reading_document
from drafter.web.api.described import answers
from drafter.web.api.schemas import import_schema
from drafter.web.context import drafter_of
from drafter.web.forms import MAX_FILE, Form, posted_form
from drafter.web.problems import BodyTooLarge, MalformedBody
from drafter.wiring import Drafter

router = APIRouter(tags=["imports"])

_FIELDS: dict[str, Any] = {
    "file": {
        "type": "string",
        "format": "binary",
        "description": "XLSX, XLS, ODS, CSV, TSV, HTML, Markdown, text or JSON; at most 10 MB.",
    },
    "html": {"type": "string", "description": "A table as Excel puts it on the clipboard."},
    "text": {"type": "string", "description": "A pasted table: tab-separated or Markdown."},
    "notes": {"type": "string"},
    "department": {"type": "string"},
    "period": {"type": "string", "description": "ISO month, where the table does not say it."},
    "language": {"enum": list(LANGUAGES)},
    "encoding": {"type": "string", "description": "Of the file; detected when absent."},
    "answers": {"type": "string", "description": 'A JSON object: `{"q1": "prior_month"}`.'},
}


@router.post(
    "/imports",
    summary="Read a table",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "multipart/form-data": {"schema": {"type": "object", "properties": _FIELDS}}
            },
        }
    },
    responses=answers(200, "What was understood", import_schema(), 413, 422),
)
def read_table(
    form: Annotated[Form, Depends(posted_form)],
    drafter: Annotated[Drafter, Depends(drafter_of)],
) -> JSONResponse:
    """Read figures out of a file or a pasted table; what is uncertain comes back as a question.

    Nothing is stored. Send the answers to ask again with them.
    """
    if form.too_large:
        raise BodyTooLarge(MAX_FILE, f"file {form.too_large[0]}")
    imported = drafter.import_known_month(
        _files(form),
        answers=_answers(form["answers"]),
        period=_period(form["period"]),
        department=form["department"],
        language=_language(form["language"]),
        notes=form["notes"],
    )
    return JSONResponse(
        {
            **reading_document(imported.reading),
            "offered_answers": dict(imported.offered),
            "encodings": dict(imported.encodings),
        }
    )


def _files(form: Form) -> tuple[UploadedFile, ...]:
    encoding = form["encoding"] or None
    files = [UploadedFile(file.name, file.data, encoding) for file in form.files]
    for field, name in (("html", "pasted.html"), ("text", "pasted.tsv")):
        if form[field].strip():
            files.append(UploadedFile(name, form[field].encode(), "utf-8"))
    if not files:
        raise _broken("file", "is missing; send a file, or a table as html or text")
    return tuple(files)


def _answers(raw: str) -> dict[str, str]:
    if not raw.strip():
        return {}
    try:
        found = load_json(raw)
    except (ValueError, RecursionError) as error:
        raise _broken("answers", f"is not JSON: {error}") from error
    if not isinstance(found, dict) or not all(isinstance(item, str) for item in found.values()):
        raise _broken("answers", "is not an object of texts")
    return found


def _period(raw: str) -> Period | None:
    try:
        return Period.parse(raw.strip()) if raw.strip() else None
    except ValueError as error:
        raise _broken("period", str(error)) from error


def _language(raw: str) -> LanguageCode | None:
    known: dict[str, LanguageCode] = {code: code for code in LANGUAGES}
    if raw and raw not in known:
        raise _broken("language", f"{raw!r} is not one of {', '.join(LANGUAGES)}")
    return known.get(raw)


def _broken(field: str, message: str) -> MalformedBody:
    fault = FieldFault(field, message)
    return MalformedBody(f"{fault}.", (fault,))
