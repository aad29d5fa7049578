"""What was entered is kept, and what is missing is named by its field."""

from __future__ import annotations

from datetime import UTC, datetime

from drafter.figures.period import Period
from drafter.ports import UploadedFile
from drafter.web.forms import Form, file_name, typed_text
from drafter.web.month_entry import (
    entry_faults,
    filled,
    is_text,
    language_of,
    new_intake,
    period_of,
    sources,
    with_encodings,
)

FILE = UploadedFile("month.csv", b"a,b")


def form(files: tuple[UploadedFile, ...] = (), **fields: str) -> Form:
    return Form(fields, files)


def test_an_empty_form_names_each_missing_field() -> None:
    assert entry_faults(new_intake(form(month="Oct"))) == {
        "department": "entry.fault.department",
        "month": "entry.fault.month",
        "table": "entry.fault.nothing",
    }


def test_a_month_may_be_left_to_the_table() -> None:
    intake = new_intake(form((FILE,), department=" North ", month=""))
    assert entry_faults(intake) == {}
    assert intake.department == "North"
    assert period_of(intake) is None


def test_a_file_stays_until_it_is_replaced_or_dropped() -> None:
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    first = new_intake(form((FILE,), department="North", notes="a"), moment)
    again = filled(first, form(department="South"), moment)
    assert again.files == (FILE,)
    assert again.fields["notes"] == "a"
    assert again.id == first.id
    other = UploadedFile("other.xlsx", b"PK\x03\x04")
    assert filled(again, form((other,)), moment).files == (other,)
    assert filled(again, form(drop_files="1"), moment).files == ()


def test_the_clipboards_formats_win_over_its_text() -> None:
    text = form(table="a\tb")
    both = form(table="a\tb", table_html="<table><tr><td>a</td></tr></table>")
    assert [file.name for file in sources(new_intake(text))] == ["pasted.tsv"]
    assert [file.name for file in sources(new_intake(both))] == ["pasted.html"]
    assert sources(new_intake(form(table=" \n"))) == ()


def test_an_encoding_is_chosen_by_file_and_taken_back() -> None:
    intake = new_intake(form((FILE, UploadedFile("b.csv", b"1"))))
    chosen = with_encodings(intake, {"month.csv": "gb18030"})
    assert [file.encoding for file in chosen.files] == ["gb18030", None]
    assert [file.encoding for file in with_encodings(chosen, {"month.csv": ""}).files] == [None] * 2


def test_workbooks_have_no_text_encoding() -> None:
    assert is_text(FILE)
    assert not is_text(UploadedFile("a.csv", b"PK\x03\x04..."))
    assert not is_text(UploadedFile("a.xls", b"\xd0\xcf\x11\xe0"))


def test_month_and_language() -> None:
    intake = new_intake(form(month=" 2026-10 ", language="zh"))
    assert period_of(intake) == Period(2026, 10)
    assert language_of(intake, "en") == "zh"
    assert language_of(new_intake(form()), "zh") == "zh"
    assert language_of(new_intake(form(language="xx")), "yy") == "en"


def test_typed_text_has_plain_line_ends_and_shows_what_it_could_not_hold() -> None:
    assert typed_text("a\r\nb\rc") == "a\nb\nc"
    assert typed_text("a\0b") == "a�b"


def test_a_file_name_is_never_a_path() -> None:
    assert file_name("C:\\Users\\x\\month.xlsx") == "month.xlsx"
    assert file_name("../../etc/passwd") == "passwd"
    assert file_name("") == "file"
