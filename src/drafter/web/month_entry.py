"""A month being entered: from the form to a kept intake, from the intake to files and a report."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from drafter.figures.period import Period
from drafter.figures.report import LANGUAGES, LanguageCode
from drafter.ports import Intake, UploadedFile
from drafter.web.forms import Form

# The texts of the entry form; everything else that is posted there is not kept.
TEXT_FIELDS = ("department", "month", "language", "notes", "table", "table_html", "corrects")


def new_intake(form: Form, moment: datetime | None = None) -> Intake:
    """An intake under an id that cannot be guessed, filled from the form."""
    now = moment or datetime.now(UTC)
    empty = Intake(secrets.token_urlsafe(16), "", {}, (), {}, {}, now, now)
    return filled(empty, form, now)


def filled(intake: Intake, form: Form, moment: datetime | None = None) -> Intake:
    """The intake with what the form holds. New files take the place of the old ones;

    files kept from before stay unless the form says to drop them.
    """
    fields = {**intake.fields, **{key: form[key] for key in TEXT_FIELDS if key in form}}
    files = form.files or (() if form["drop_files"] else intake.files)
    return replace(
        intake,
        department=fields.get("department", "").strip(),
        fields=fields,
        files=files,
        updated_at=moment or datetime.now(UTC),
    )


def sources(intake: Intake) -> tuple[UploadedFile, ...]:
    """The files to import: the uploads, then the pasted table.

    The clipboard's HTML is preferred to its text: it carries merged cells and number formats.
    """
    pasted: tuple[UploadedFile, ...] = ()
    if intake.fields.get("table_html", "").strip():
        pasted = (UploadedFile("pasted.html", intake.fields["table_html"].encode(), "utf-8"),)
    elif intake.fields.get("table", "").strip():
        pasted = (UploadedFile("pasted.tsv", intake.fields["table"].encode(), "utf-8"),)
    return intake.files + pasted


def with_encodings(intake: Intake, chosen: Mapping[str, str]) -> Intake:
    """The intake whose files are read in the encodings chosen by file name; "" detects again."""
    files = tuple(
        replace(file, encoding=chosen[file.name] or None) if file.name in chosen else file
        for file in intake.files
    )
    return replace(intake, files=files)


def is_text(file: UploadedFile) -> bool:
    """Whether a file is text, whose encoding can be mistaken: no ZIP, no old Excel workbook."""
    return not file.data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def period_of(intake: Intake) -> Period | None:
    """The month as entered; None when none is, or it is none (the form's check says so)."""
    try:
        return Period.parse(intake.fields.get("month", "").strip())
    except ValueError:
        return None


def language_of(intake: Intake, otherwise: str) -> LanguageCode:
    """The language wanted for the draft; `otherwise` where none was chosen."""
    for code in LANGUAGES:
        if code == intake.fields.get("language"):
            return code
    return next((code for code in LANGUAGES if code == otherwise), LANGUAGES[0])


def entry_faults(intake: Intake) -> dict[str, str]:
    """What is missing or wrong, as text keys by field; empty when the month can be read."""
    faults = {}
    if not intake.department:
        faults["department"] = "entry.fault.department"
    month = intake.fields.get("month", "").strip()
    if month and period_of(intake) is None:
        faults["month"] = "entry.fault.month"
    if not sources(intake):
        faults["table"] = "entry.fault.nothing"
    return faults
