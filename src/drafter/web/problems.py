"""From an error to an HTTP answer, in one place: status, name, RFC 9457 problem document."""

from __future__ import annotations

import math
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fastapi.responses import JSONResponse

from drafter.errors import (
    DrafterError,
    FieldFault,
    InvalidReport,
    InvalidText,
    ModelFailed,
    NotApprovable,
    NotDraftable,
    NotFound,
    Outdated,
    StoreUnavailable,
    UnreadableFile,
    WrongMonth,
)

MEDIA_TYPE = "application/problem+json"


class BodyTooLarge(DrafterError):
    """A request body (or one part of it) is over its limit in bytes."""

    def __init__(self, limit: int, part: str = "request body") -> None:
        self.limit, self.part = limit, part
        self.limit_text = f"{limit / 1024 / 1024:g} MB"
        super().__init__(f"The {part} is larger than the limit of {self.limit_text}.")


class ForeignOrigin(DrafterError):
    """An unsafe request that a page of another site made the browser send."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        super().__init__(f"This request came from another site ({origin}) and was refused.")


class UnknownHost(DrafterError):
    """A Host header that this server does not answer to (protects from DNS rebinding)."""

    def __init__(self, host: str) -> None:
        self.host = host
        super().__init__(f"This server does not answer to the host name {host!r}.")


class MalformedBody(DrafterError):
    """A body that cannot be read at all; `faults` names the fields where they are known."""

    def __init__(self, message: str, faults: tuple[FieldFault, ...] = ()) -> None:
        self.faults = faults
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem as the doors show it: `name` keys its texts, `faults` are the broken fields.

    `values` are what the error knew, for its texts in other languages.
    """

    status: int
    name: str
    title: str
    detail: str
    faults: tuple[FieldFault, ...] = ()
    retry_after: int | None = None
    values: Mapping[str, object] = field(default_factory=dict)


UNREADABLE_FILE = "unreadable-file"

_KINDS: dict[type[DrafterError], tuple[int, str, str]] = {
    InvalidReport: (422, "invalid-report", "The report breaks its contract"),
    MalformedBody: (422, "malformed-body", "The request cannot be read"),
    UnreadableFile: (422, UNREADABLE_FILE, "The file cannot be read as a table"),
    NotDraftable: (422, "not-draftable", "The report cannot be drafted yet"),
    NotApprovable: (409, "not-approvable", "The draft cannot be approved yet"),
    WrongMonth: (422, "wrong-month", "The table is of another month"),
    InvalidText: (422, "invalid-text", "The text holds a character that no text can hold"),
    StoreUnavailable: (503, "store-unavailable", "The database cannot be used right now"),
    NotFound: (404, "not-found", "Not found"),
    Outdated: (409, "outdated", "There is a newer version"),
    BodyTooLarge: (413, "too-large", "Too large"),
    ForeignOrigin: (403, "foreign-origin", "Refused: the request came from another site"),
    UnknownHost: (421, "unknown-host", "Unknown host name"),
    ModelFailed: (502, "model-failed", "The language model gave no usable answer"),
    DrafterError: (500, "not-done", "This could not be done"),
}


def problem_of(error: DrafterError) -> Problem:
    """The problem that an error of ours stands for; the nearest class in the table decides."""
    known = next(kind for kind in type(error).__mro__ if kind in _KINDS)
    status, name, title = _KINDS[known]
    wait = getattr(error, "retry_after", None)
    return Problem(
        status=503 if wait is not None else status,
        name=name,
        title=title,
        detail=str(error),
        faults=tuple(getattr(error, "faults", ())),
        retry_after=None if wait is None else max(1, math.ceil(wait)),
        values=vars(error),
    )


def trace_of(error: BaseException) -> str:
    """Where a failure came from, for the log: its kind and lines, never its message.

    A message may quote figures or notes, which no log may hold.
    """
    return f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}"


def problem_document(problem: Problem, instance: str) -> dict[str, Any]:
    """The RFC 9457 members, with `errors` for the broken fields."""
    document: dict[str, Any] = {
        "type": f"urn:drafter:problem:{problem.name}",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
        "instance": instance,
    }
    if problem.faults:
        document["errors"] = [
            {"field": fault.field, "message": fault.message} for fault in problem.faults
        ]
    return document


def problem_response(problem: Problem, instance: str) -> JSONResponse:
    headers = {"retry-after": str(problem.retry_after)} if problem.retry_after else None
    return JSONResponse(
        problem_document(problem, instance),
        status_code=problem.status,
        media_type=MEDIA_TYPE,
        headers=headers,
    )
