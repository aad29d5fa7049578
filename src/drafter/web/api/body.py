"""Request bodies of the API: read raw, parsed with exact decimals, every fault a 422."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import Request

from drafter.errors import FieldFault
from drafter.figures.document import load_json
from drafter.web.problems import MalformedBody

Document = Mapping[str, Any]


async def json_body(request: Request) -> Document:
    """A dependency: the body's JSON object. MalformedBody on anything that is none."""
    try:
        document = load_json((await request.body()).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise MalformedBody(f"The body is not UTF-8: byte {error.start} cannot be read.") from error
    except RecursionError as error:
        raise MalformedBody("The JSON is nested too deeply.") from error
    except ValueError as error:
        raise MalformedBody(f"The body is not JSON: {error}.") from error
    if not isinstance(document, Mapping):
        raise MalformedBody("The body must be a JSON object.")
    return document


def text_field(document: Document, field: str, *, required: bool = False) -> str:
    """A text of the body; MalformedBody where it is none, or half a character stands in it."""
    raw = document.get(field)
    if raw is None and not required:
        return ""
    if not isinstance(raw, str):
        raise _fault(field, "is missing" if raw is None else "is not text")
    refuse_broken_text(raw, field)
    return raw


def texts_field(document: Document, field: str) -> tuple[str, ...]:
    """A list of texts, empty where the field is absent."""
    raw = document.get(field)
    if raw is None:
        return ()
    if not isinstance(raw, list) or not all(isinstance(item, str) for item in raw):
        raise _fault(field, "is not a list of texts")
    for index, item in enumerate(raw):
        refuse_broken_text(item, f"{field}[{index}]")
    return tuple(raw)


def mapping_field(document: Document, field: str) -> dict[str, str]:
    """An object of texts, empty where the field is absent."""
    raw = document.get(field)
    if raw is None:
        return {}
    if not isinstance(raw, Mapping) or not all(isinstance(item, str) for item in raw.values()):
        raise _fault(field, "is not an object of texts")
    for key, item in raw.items():
        refuse_broken_text(key + item, f"{field}.{key}")
    return dict(raw)


def refuse_broken_text(text: str, field: str) -> None:
    """MalformedBody on NUL and on lone surrogates, which no text can hold."""
    if any(char == "\0" or 0xD800 <= ord(char) <= 0xDFFF for char in text):
        field = field.encode("utf-8", "replace").decode()
        raise _fault(field, "holds a character that no text can hold (NUL or half a character)")


def _fault(field: str, message: str) -> MalformedBody:
    fault = FieldFault(field, message)
    return MalformedBody(f"{fault}.", (fault,))
