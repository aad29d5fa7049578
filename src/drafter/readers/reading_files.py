"""Any file to grids of cells: its content decides how it is read, its name only helps."""

from __future__ import annotations

import re

from drafter.readers.delimited import read_delimited
from drafter.readers.encodings import decode
from drafter.readers.limits import check_archive, check_compound, check_size, check_width
from drafter.readers.markdown_tables import holds_table, read_markdown
from drafter.readers.refusals import refused
from drafter.readers.sandbox import parse_limited
from drafter.tables.grid import Grid, GridKind

_OTHER_FORMATS = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
)


def read_file(name: str, data: bytes, *, encoding: str | None = None) -> tuple[Grid, ...]:
    """The sheets or tables of a file.

    `encoding` overrides what was detected for text files. UnreadableFile says what is wrong with
    the file and the way out.
    """
    check_size(name, data)
    grids = _read(name, data, encoding)
    check_width(name, grids)
    return grids


def _read(name: str, data: bytes, encoding: str | None) -> tuple[Grid, ...]:
    """The grids of a file, told apart by its first bytes."""
    for magic, what in _OTHER_FORMATS:
        if data.startswith(magic):
            raise refused(name, "other_format", what=what)
    if data.startswith(b"PK"):
        return parse_limited(_archive_form(name, data), name, data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        check_compound(name, data)
        return parse_limited("xls", name, data)
    if data.startswith((b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")):
        return parse_limited("xls", name, data)
    return _read_text(name, data, encoding)


def read_clipboard(text: str, html: str | None) -> tuple[Grid, ...]:
    """A pasted table: the HTML fragment where the clipboard had one, else tab-separated text."""
    if html and "<t" in html.lower():
        return read_file("pasted table", html.encode("utf-8", "replace"), encoding="utf-8")
    return read_file("pasted table", text.encode("utf-8", "replace"), encoding="utf-8")


def _archive_form(name: str, data: bytes) -> str:
    parts = check_archive(name, data)
    if "xl/workbook.xml" in parts:
        return "xlsx"
    if "content.xml" in parts and "mimetype" in parts:
        if b"manifest:encryption-data" in _part(data, "META-INF/manifest.xml"):
            raise refused(name, "encrypted")
        return "ods"
    if "xl/workbook.bin" in parts:
        raise refused(name, "binary_workbook")
    if "word/document.xml" in parts:
        raise refused(name, "text_document")
    raise refused(name, "no_workbook")


def _part(data: bytes, part: str) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(part) if part in archive.namelist() else b""


def _read_text(name: str, data: bytes, encoding: str | None) -> tuple[Grid, ...]:
    """Whatever is text, by what it looks like once decoded."""
    text, used = decode(name, data, encoding)
    if "\0" in text:
        raise refused(name, "not_text")
    start = text.lstrip("\ufeff \r\n\t")
    if (re.match(r"[\[{]", start) and name.lower().endswith(".json")) or _is_json(start):
        return (Grid("", {}, source=name, kind=GridKind.REPORT, text=start, encoding=used),)
    if re.search(
        r"<\?mso-application progid=\"Excel|urn:schemas-microsoft-com:office:spreadsheet\"",
        start[:2000],
    ) and start.startswith("<?xml"):
        raise refused(name, "xml_workbook")
    if re.search(r"<(?:table|html|tr)[\s>]", start[:20_000], re.IGNORECASE):
        return parse_limited("html", name, text.encode("utf-8", "replace") if encoding else data)
    if holds_table(text):
        return (read_markdown(text, name, used),)
    return (read_delimited(text, name, used),)


def _is_json(start: str) -> bool:
    return start.startswith("{") and re.match(r'\{\s*"', start) is not None
