"""What a file may be before anything looks inside: small, and not blown up."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

from drafter.readers.refusals import refused
from drafter.tables.grid import Grid

LARGEST_FILE = 10 * 1024 * 1024
LARGEST_UNPACKED = 100 * 1024 * 1024
LARGEST_RATIO = 100
# A file so small cannot hurt whatever its ratio: a sheet of equal rows packs very well.
_HARMLESS = 5 * 1024 * 1024
_MOST_PARTS = 2_000
_MOST_CELLS = 400_000
_MOST_COLUMNS = 1_000
_LARGEST_MERGE = 100_000
_CHUNK = 1 << 20

_MERGE = re.compile(rb'mergeCell [^>]*ref="\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)"')
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def check_size(name: str, data: bytes) -> None:
    """UnreadableFile when the file is empty or over 10 MB."""
    if not data.strip():
        raise refused(name, "empty")
    if len(data) > LARGEST_FILE:
        raise refused(name, "too_large", size=f"{len(data) / 1024 / 1024:.1f}")


def check_cells(name: str, cells: int) -> None:
    """UnreadableFile when a table has more cells than a month can hold."""
    if cells > _MOST_CELLS:
        raise refused(name, "too_many_cells", part=name, count=f"{_MOST_CELLS:,}")


def check_width(name: str, grids: Iterable[Grid]) -> None:
    """UnreadableFile when a sheet fills more columns than a month's table can have."""
    for grid in grids:
        if len({column for _, column in grid.cells}) > _MOST_COLUMNS:
            raise refused(name, "too_wide", part=grid.name or name, count=f"{_MOST_COLUMNS:,}")


def check_archive(name: str, data: bytes) -> frozenset[str]:
    """The names of the parts of a workbook, once its true unpacked size is known to be sane.

    The sizes that an archive declares may lie, so each part is unpacked and counted.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise refused(name, "encrypted")
            if len(parts) > _MOST_PARTS:
                raise refused(name, "too_many_parts", count=len(parts))
            unpacked = 0
            for part in parts:
                unpacked += _unpack(name, archive, part, len(data), unpacked)
            return frozenset(part.filename for part in parts)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise refused(name, "damaged") from error


def _unpack(
    name: str, archive: zipfile.ZipFile, part: zipfile.ZipInfo, packed: int, before: int
) -> int:
    """The true size of a part; its XML is looked at on the way."""
    size = cells = 0
    tail = b""
    is_xml = part.filename.endswith((".xml", ".rels", ".vml"))
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            total = before + size
            if total > LARGEST_UNPACKED or (total > _HARMLESS and total > packed * LARGEST_RATIO):
                raise refused(
                    name, "unpacks_too_large", part=part.filename, size=total // 1024 // 1024
                )
            if is_xml:
                _check_markup(name, part.filename, tail + chunk)
                cells += chunk.count(b"<c ") + chunk.count(b"<c>")
                tail = chunk[-200:]
            if cells > _MOST_CELLS:
                raise refused(name, "too_many_cells", part=part.filename, count=f"{_MOST_CELLS:,}")
    return size


def _check_markup(name: str, part: str, chunk: bytes) -> None:
    if _DTD.search(chunk):
        raise refused(name, "entities", part=part)
    for match in _MERGE.finditer(chunk):
        columns = abs(_column(match[3]) - _column(match[1])) + 1
        rows = abs(int(match[4]) - int(match[2])) + 1
        if columns * rows > _LARGEST_MERGE:
            reference = match[0].split(b'"')[1].decode("ascii")
            raise refused(name, "large_merge", part=part, range=reference)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def check_compound(name: str, data: bytes) -> None:
    """UnreadableFile for the encrypted workbooks that hide in an old compound file."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise refused(name, "encrypted")
