"""A checked text on a terminal: every verdict has a sign that needs no colour."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from drafter.checking.result import CheckResult, Mention, Verdict
from drafter.cli.marked_text import marked_text, print_checked

TEXT = "回款3085万元，完成率95%，新客户7家，10月。"


def mention(text: str, verdict: Verdict, reason: str = "fact", **more: str) -> Mention:
    start = TEXT.index(text)
    return Mention(start, start + len(text), text, verdict, reason, **more)


RESULT = CheckResult(
    (
        mention("3085万元", Verdict.SUPPORTED),
        mention("95%", Verdict.CONTRADICTED, "value", expected="94.4%", explanation="[10/11]"),
        mention("7家", Verdict.UNSUPPORTED, "no_source"),
        mention("10月", Verdict.IGNORED, "date"),
    )
)


def test_signs_stand_behind_the_figures_and_findings_are_numbered():
    assert marked_text(TEXT, RESULT).plain == "回款3085万元✓，完成率95%✗[1]，新客户7家?[2]，10月。"


def printed(text: str, result: CheckResult, language: str) -> str:
    console = Console(file=io.StringIO(), width=120, force_terminal=False)
    print_checked(text, result, language, console)
    return console.file.getvalue()


def test_the_findings_say_what_is_right_and_why():
    shown = printed(TEXT, RESULT, "zh")
    assert "与数据矛盾 (value)" in shown
    assert "94.4%" in shown
    assert "[10/11]" in shown, "brackets in a text are no markup"
    assert "属实1处，与数据矛盾1处，无依据1处，非业务数字1处" in shown


@pytest.mark.parametrize(("language", "words"), [("en", "nothing was checked"), ("zh", "未作核对")])
def test_a_text_without_figures_is_not_called_clean(language, words):
    shown = printed("No figure here.", CheckResult(()), language)
    assert words in shown
    assert "0" not in shown
