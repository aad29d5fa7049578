"""Cases of tables as data to the bytes of real files, in every format that is read."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import openpyxl
import xlwt
from odf import table as odf_table
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.text import P

Case = dict[str, Any]


def build(case: Case) -> tuple[str, bytes]:
    """(file name, bytes) of a case's table."""
    form = case["form"]
    name = case.get("file", f"table.{form}")
    if form in ("csv", "tsv", "html", "md", "txt", "json"):
        text = case["text"] if "text" in case else _delimited(case)
        return name, _encode(text, case.get("encoding", "utf-8"))
    return name, {"xlsx": _xlsx, "xls": _xls, "ods": _ods}[form](case["sheets"])


def _encode(text: str, encoding: str) -> bytes:
    return text.encode(encoding)


def _delimited(case: Case) -> str:
    out = io.StringIO()
    delimiter = "\t" if case["form"] == "tsv" else case.get("delimiter", ",")
    rows = [["" if cell is None else cell for cell in row] for row in case["rows"]]
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _corner(reference: str) -> tuple[int, int]:
    match = re.fullmatch(r"([A-Z]+)(\d+)", reference)
    assert match is not None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def _xlsx(sheets: list[dict[str, Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(sheet.get("name", "Sheet1"))
        for row, cells in enumerate(sheet["rows"], start=1):
            for column, value in enumerate(cells, start=1):
                if value not in (None, ""):
                    page.cell(row, column, value)
        _lay_out(page, sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _lay_out(page: Any, sheet: dict[str, Any]) -> None:
    for (row, column), code in _expanded(sheet.get("formats", {})):
        page.cell(row, column).number_format = code
    for reference in sheet.get("merges", ()):
        page.merge_cells(reference)
    for letters in sheet.get("hidden_columns", ()):
        page.column_dimensions[letters].hidden = True
    for row in sheet.get("hidden_rows", ()):
        page.row_dimensions[row].hidden = True
    if sheet.get("hidden"):
        page.sheet_state = "hidden"
    for reference, indent in sheet.get("indents", {}).items():
        page[reference].alignment = openpyxl.styles.Alignment(indent=indent)
    for reference, text in sheet.get("comments", {}).items():
        page[reference].comment = openpyxl.comments.Comment(text, "author")


def _xls(sheets: list[dict[str, Any]]) -> bytes:
    book = xlwt.Workbook()
    for sheet in sheets:
        page = book.add_sheet(sheet.get("name", "Sheet1"))
        styles = _xls_styles(sheet.get("formats", {}))
        merged = {}
        for reference in sheet.get("merges", ()):
            start, end = (_corner(part) for part in reference.split(":"))
            merged[start] = end
        for row, cells in enumerate(sheet["rows"], start=1):
            for column, value in enumerate(cells, start=1):
                if value is None or value == "":
                    continue
                style = styles.get((row, column), xlwt.Style.default_style)
                if (row, column) in merged:
                    bottom, right = merged[(row, column)]
                    page.write_merge(row - 1, bottom - 1, column - 1, right - 1, value, style)
                else:
                    page.write(row - 1, column - 1, value, style)
        for letters in sheet.get("hidden_columns", ()):
            page.col(_corner(f"{letters}1")[1] - 1).hidden = True
        if sheet.get("hidden"):
            page.visibility = 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _xls_styles(formats: dict[str, str]) -> dict[tuple[int, int], Any]:
    styles = {}
    for reference, code in formats.items():
        first, _, last = reference.partition(":")
        (top, left), (bottom, right) = _corner(first), _corner(last or first)
        style = xlwt.XFStyle()
        style.num_format_str = code
        styles |= {(r, c): style for r in range(top, bottom + 1) for c in range(left, right + 1)}
    return styles


def _ods(sheets: list[dict[str, Any]]) -> bytes:
    document = OpenDocumentSpreadsheet()
    gone = Style(name="gone", family="table")
    gone.addElement(TableProperties(display="false"))
    document.automaticstyles.addElement(gone)
    for sheet in sheets:
        shown = {"stylename": gone} if sheet.get("hidden") else {}
        page = odf_table.Table(name=sheet.get("name", "Sheet1"), **shown)
        hidden = {_corner(f"{letters}1")[1] for letters in sheet.get("hidden_columns", ())}
        for column in range(1, max(map(len, sheet["rows"])) + 1):
            state = {"visibility": "collapse"} if column in hidden else {}
            page.addElement(odf_table.TableColumn(**state))
        percent = {key for key, code in _expanded(sheet.get("formats", {})) if "%" in code}
        spans, covered = _spans(sheet.get("merges", ()))
        for row, cells in enumerate(sheet["rows"], start=1):
            line = odf_table.TableRow()
            for column, value in enumerate(cells, start=1):
                key = (row, column)
                line.addElement(_ods_cell(value, spans.get(key), key in covered, key in percent))
            # What programs write up to the edge of the sheet.
            line.addElement(odf_table.TableCell(numbercolumnsrepeated=16000))
            page.addElement(line)
        rest = odf_table.TableRow(numberrowsrepeated=1_000_000)
        rest.addElement(odf_table.TableCell(numbercolumnsrepeated=16384))
        page.addElement(rest)
        document.spreadsheet.addElement(page)
    out = io.BytesIO()
    document.write(out)
    return out.getvalue()


def _expanded(formats: dict[str, str]) -> list[tuple[tuple[int, int], str]]:
    found = []
    for reference, code in formats.items():
        first, _, last = reference.partition(":")
        (top, left), (bottom, right) = _corner(first), _corner(last or first)
        found += [((r, c), code) for r in range(top, bottom + 1) for c in range(left, right + 1)]
    return found


def _spans(
    merges: Any,
) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    spans, covered = {}, set()
    for reference in merges:
        (top, left), (bottom, right) = (_corner(part) for part in reference.split(":"))
        spans[(top, left)] = (bottom - top + 1, right - left + 1)
        covered |= {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)}
        covered.discard((top, left))
    return spans, covered


def _ods_cell(
    value: Any, span: tuple[int, int] | None, covered: bool, percent: bool
) -> odf_table.TableCell | odf_table.CoveredTableCell:
    if covered:
        return odf_table.CoveredTableCell()
    size = {"numberrowsspanned": span[0], "numbercolumnsspanned": span[1]} if span else {}
    if value is None or value == "":
        return odf_table.TableCell(**size)
    if isinstance(value, int | float):
        kind = "percentage" if percent else "float"
        cell = odf_table.TableCell(valuetype=kind, value=str(value), **size)
        cell.addElement(P(text=f"{value * 100:.1f}%" if percent else str(value)))
        return cell
    if isinstance(value, str) and value.startswith("="):
        return odf_table.TableCell(formula="of:" + value, **size)
    cell = odf_table.TableCell(valuetype="string", **size)
    cell.addElement(P(text=value))
    return cell
