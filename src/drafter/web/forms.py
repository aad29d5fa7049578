"""Reading posted forms: texts with plain line ends, files within their limit, nothing guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from drafter.ports import UploadedFile
from drafter.web.problems import BodyTooLarge, MalformedBody

MAX_FILE = 10 * 1024 * 1024
MAX_TEXT = 5 * 1024 * 1024
MAX_FIELDS = 2000
MAX_FILES = 10


@dataclass(frozen=True)
class Form:
    """A posted form: the last text of each name, and the files that really hold something."""

    fields: Mapping[str, str]
    files: tuple[UploadedFile, ...] = ()
    too_large: tuple[str, ...] = field(default=())

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")

    def __contains__(self, name: str) -> bool:
        return name in self.fields

    def prefixed(self, prefix: str) -> dict[str, str]:
        """The fields under a prefix, without it: `answer.q1` is `q1` under `answer.`."""
        return dict(self._prefixed(prefix))

    def _prefixed(self, prefix: str) -> Iterator[tuple[str, str]]:
        for name, value in self.fields.items():
            if name.startswith(prefix):
                yield name.removeprefix(prefix), value


async def posted_form(request: Request) -> Form:
    """A dependency: the form of this request. Files over `MAX_FILE` are named, not read.

    What was typed stays on the request, so that the error page can give it back.
    """
    try:
        data = await request.form(
            max_files=MAX_FILES, max_fields=MAX_FIELDS, max_part_size=MAX_TEXT
        )
    except HTTPException as error:
        if "exceeded maximum size" in str(error.detail):
            raise BodyTooLarge(MAX_TEXT, "text field") from error
        raise MalformedBody(str(error.detail)) from error
    fields: dict[str, str] = {}
    files: list[UploadedFile] = []
    too_large: list[str] = []
    for name, value in data.multi_items():
        if not isinstance(value, UploadFile):
            fields[name] = typed_text(value)
        elif value.size and value.size > MAX_FILE:
            too_large.append(value.filename or "")
        elif value.size:
            files.append(UploadedFile(file_name(value.filename), await value.read()))
    request.state.typed = fields
    return Form(fields, tuple(files), tuple(too_large))


def typed_text(raw: str) -> str:
    """A form's text with line feeds only (browsers send CRLF), what no text can hold made visible.

    Done before any offset is computed.
    """
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    if any(char == "\0" or 0xD800 <= ord(char) <= 0xDFFF for char in text):
        text = "".join("�" if c == "\0" or 0xD800 <= ord(c) <= 0xDFFF else c for c in text)
    return text


def file_name(sent: str | None) -> str:
    """The last part of a file's name as sent: never a path."""
    name = typed_text(sent or "").replace("\\", "/").rsplit("/", 1)[-1].strip()
    return name[:200] or "file"
