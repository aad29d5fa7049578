"""Files and options of the command line: what is wrong is named."""

from __future__ import annotations

import pytest

from drafter.cli.input_files import (
    parse_language,
    parse_period,
    read_answers,
    read_bytes,
    read_text,
)
from drafter.errors import InvalidReport, UnreadableFile
from drafter.figures.period import Period


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UnreadableFile, match=r"none\.csv: no such file"):
        read_bytes(tmp_path / "none.csv")
    with pytest.raises(UnreadableFile, match="is a directory"):
        read_bytes(tmp_path)


NOTES = "本月回款完成计划，客户反映交货期偏长，已与生产部门协调解决。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_notes_are_read_in_the_encodings_of_the_field(tmp_path, encoding):
    path = tmp_path / "notes.txt"
    path.write_bytes(NOTES.encode(encoding))
    assert read_text(path) == NOTES


def test_answers_are_read_by_question(tmp_path):
    path = tmp_path / "answers.json"
    path.write_text('{"q1": "prior_month", "period": "2026-10", "factor": 10000}', "utf-8")
    expected = {"q1": "prior_month", "period": "2026-10", "factor": "10000"}
    assert read_answers(path) == expected
    assert read_answers(None) == {}


@pytest.mark.parametrize("text", ["not json", "[1]", '{"q": 1, "q": 2}', ""])
def test_answers_that_are_none_are_refused_by_name(tmp_path, text):
    path = tmp_path / "answers.json"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidReport, match=r"answers\.json"):
        read_answers(path)


def test_options_are_read_or_refused_by_name():
    assert parse_period("2026-10") == Period(2026, 10)
    assert parse_language("zh") == "zh"
    assert parse_period(None) is parse_language(None) is None
    with pytest.raises(InvalidReport, match=r"--period: '2026-13' is not a month"):
        parse_period("2026-13")
    with pytest.raises(InvalidReport, match=r"--language: 'fr' is not one of en, zh"):
        parse_language("fr")
