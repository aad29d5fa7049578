"""Why a file cannot be read, and the way out, in English."""

from __future__ import annotations

from typing import Final

# Way out and kinds of file that several reasons share.
SHARED: Final = {
    "smaller": "Save the sheet that holds the month as a file of its own, or as CSV, and hand that in",
    "again": "Open it in the spreadsheet program, save it as .xlsx and hand that in",
    "formats": "XLSX, XLS, ODS, CSV, TSV, HTML, Markdown, text and JSON are read",
    "pdf": "a PDF",
    "picture": "a picture",
    "rtf": "an RTF text",
    "archive": "a packed archive",
}

# kind: (reason, way out)
REASONS: Final = {
    "empty": (
        "the file is empty",
        "Hand in the file that holds the table",
    ),
    "too_large": (
        "the file has {size} MB, the limit is 10 MB",
        "{smaller}",
    ),
    "unpacks_too_large": (
        "{part} unpacks to more than {size} MB (limits: 100 MB, 100 times its packed size)",
        "{smaller}",
    ),
    "too_many_parts": (
        "the archive has {count} parts",
        "{smaller}",
    ),
    "too_many_cells": (
        "{part} has more than {count} cells",
        "{smaller}",
    ),
    "too_wide": (
        "{part} has values in more than {count} columns",
        "Keep the columns of the month's table and hand it in again",
    ),
    "too_deep": (
        "its parts are nested in each other more than {count} times",
        "Copy the table alone and paste it",
    ),
    "large_merge": (
        "{part} merges the range {range}",
        "Unmerge it and save the file again",
    ),
    "entities": (
        "{part} declares XML entities, which no spreadsheet program writes",
        "{again}",
    ),
    "damaged": (
        "the workbook is damaged",
        "{again}",
    ),
    "encrypted": (
        "the workbook is encrypted",
        "Remove the password, save it and hand it in again",
    ),
    "slow": (
        "reading it takes over {seconds} seconds",
        "{smaller}",
    ),
    "memory": (
        "it needs more memory than one file may take",
        "{smaller}",
    ),
    "unparsable": (
        "the file cannot be read ({detail})",
        "{again}",
    ),
    "no_sheet": (
        "the document holds no sheet",
        "Hand in the spreadsheet with the table",
    ),
    "no_html_table": (
        "it holds no table",
        "Paste the table itself, or hand in the file",
    ),
    "other_format": (
        "it is {what}, not a table",
        "{formats}",
    ),
    "binary_workbook": (
        "it is a binary workbook (XLSB)",
        "Save it as .xlsx",
    ),
    "xml_workbook": (
        "it is an XML spreadsheet of 2003",
        "Save it as .xlsx",
    ),
    "text_document": (
        "it is a text document",
        "Copy its table and paste it",
    ),
    "no_workbook": (
        "it is an archive without a workbook",
        "{formats}",
    ),
    "not_text": (
        "it is not a text and no workbook that is known",
        "{formats}",
    ),
    "wrong_encoding": (
        "the file is not {encoding}",
        "Choose another encoding",
    ),
    "unknown_encoding": (
        "its encoding cannot be told",
        "Name the encoding, or save the file as UTF-8",
    ),
    "cut_off": (
        "the file is cut off or damaged",
        "Save it again and hand it in",
    ),
}
