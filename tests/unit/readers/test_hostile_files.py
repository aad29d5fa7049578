"""Files that would harm: each gets a plain message that names the place and the way out."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from drafter.errors import UnreadableFile
from drafter.readers import read_file
from drafter.readers.limits import LARGEST_FILE

_CONTENT = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/
content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"""


def _workbook(**parts: bytes) -> bytes:
    """A good workbook with some of its parts replaced."""
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    plain = io.BytesIO()
    book.save(plain)
    out = io.BytesIO()
    named = {name.replace("__", "/") + ".xml": data for name, data in parts.items()}
    with (
        zipfile.ZipFile(plain) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for item in source.namelist():
            target.writestr(item, named.get(item, source.read(item)))
    return out.getvalue()


def _sheet(inside: str, behind: str = "") -> bytes:
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{inside}</sheetData>{behind}</worksheet>"
    ).encode()


def _refused(name: str, data: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_file(name, data)
    assert caught.value.way_out
    return str(caught.value)


def test_too_large_a_file_names_both_sizes() -> None:
    message = _refused("big.csv", b"a,b\n" * (LARGEST_FILE // 4 + 1))
    assert "big.csv" in message
    assert "10 MB" in message


def test_a_workbook_that_unpacks_a_hundredfold_is_refused() -> None:
    data = _workbook(xl__worksheets__sheet1=_sheet("<row>" + " " * 60_000_000 + "</row>"))
    assert len(data) < 200_000
    assert "xl/worksheets/sheet1.xml" in _refused("bomb.xlsx", data)


def test_xml_entities_are_refused() -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>' + _sheet("")
    assert "entities" in _refused("entities.xlsx", _workbook(xl__worksheets__sheet1=evil))


def test_a_merge_of_the_whole_sheet_is_named() -> None:
    merge = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    data = _workbook(xl__worksheets__sheet1=_sheet("", merge))
    assert "A1:XFD1048576" in _refused("merge.xlsx", data)


def test_a_cell_at_the_far_corner_is_just_a_cell() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "near"
    book.active["XFD1048576"] = 1
    out = io.BytesIO()
    book.save(out)
    (grid,) = read_file("far.xlsx", out.getvalue())
    assert sorted(grid.cells) == [(1, 1), (1_048_576, 16_384)]


def test_too_many_cells_are_refused() -> None:
    row = "<row>" + "<c><v>1</v></c>" * 500 + "</row>"
    data = _workbook(xl__worksheets__sheet1=_sheet(row * 900))
    assert "cells" in _refused("cells.xlsx", data)


def test_memory_is_limited() -> None:
    styled = "".join(
        f'<row r="{row}">' + "<c><v>1</v></c>" * 300 + "</row>" for row in range(1, 1300)
    )
    message = _refused("memory.xlsx", _workbook(xl__worksheets__sheet1=_sheet(styled)))
    assert "memory" in message


def test_encrypted_workbooks_say_so() -> None:
    compound = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    )
    assert "encrypted" in _refused("secret.xlsx", compound)


def test_a_damaged_archive_says_so() -> None:
    assert "damaged" in _refused("broken.xlsx", _workbook()[:900])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("report.pdf", b"%PDF-1.7 ..."),
        ("scan.png", b"\x89PNG\r\n\x1a\n"),
        ("empty.csv", b"  \n"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000),
        ("words.docx", b"PK\x05\x06" + b"\0" * 18),
    ],
)
def test_other_formats_are_named(name: str, data: bytes) -> None:
    assert name in _refused(name, data)


def test_a_wrong_encoding_override_is_named() -> None:
    with pytest.raises(UnreadableFile, match="not utf-8"):
        read_file("gbk.csv", "区域,实际\n大连,1\n".encode("gbk"), encoding="utf-8")


def test_a_text_table_with_too_many_cells_is_refused() -> None:
    assert "400,000 cells" in _refused("long.csv", b"Sales,1,2,3\n" * 100_001)


@pytest.mark.parametrize("length", [131_073, 1_000_000])
def test_a_paragraph_longer_than_the_csv_module_likes_is_read(length: int) -> None:
    (grid,) = read_file("notes.txt", b"x" * length)
    assert len(grid.text) == length


def test_a_sheet_of_thousands_of_columns_is_refused() -> None:
    row = ",".join(["7"] * 1_200)
    with pytest.raises(UnreadableFile, match="more than 1,000 columns"):
        read_file("wide.csv", f"{row}\n{row}\n".encode())


def test_a_page_nested_without_end_is_refused_with_that_reason() -> None:
    with pytest.raises(UnreadableFile, match="nested"):
        read_file("deep.html", b"<table><tr><td>" * 5_000)
