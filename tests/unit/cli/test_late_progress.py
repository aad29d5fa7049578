"""Progress is silent for quick work and tells every step of slow work."""

from __future__ import annotations

import pytest

from drafter.cli import late_progress
from drafter.cli.late_progress import LateProgress
from drafter.figures.report import LANGUAGES
from drafter.languages.terminal_words import terminal_words
from drafter.workflows.progress import Progress, Step
from drafter.writing.sections import SectionKey


def events() -> list[Progress]:
    return [
        Progress(Step.READING),
        Progress(Step.STARTED, SectionKey.TEAM, done=4),
        Progress(Step.TEXT, SectionKey.TEAM, "a piece", done=4),
        Progress(Step.DONE, SectionKey.TEAM, "whole", done=5),
    ]


def test_quick_work_says_nothing(capsys):
    with LateProgress() as progress:
        for event in events():
            progress(event)
    assert capsys.readouterr() == ("", "")


def test_slow_work_tells_where_it_is_on_standard_error(capsys, monkeypatch):
    monkeypatch.setattr(late_progress, "_PATIENCE_SECONDS", 0)
    with LateProgress("zh") as progress:
        progress._timer.join()
        for event in events():
            progress(event)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == ["正在读取文件", "[4/6] 正在撰写：团队", "[5/6] 已完成：团队"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_and_section_has_its_words(language):
    words = terminal_words(language)
    for step in set(Step) - {Step.TEXT}:
        assert words[f"step_{step.value}"]
    for key in SectionKey:
        assert words[f"section_{key.value}"]
    assert set(words) == set(terminal_words("en"))
