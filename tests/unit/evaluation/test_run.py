from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.console import Console

from drafter.evaluation.command import print_result, run_eval
from drafter.evaluation.outcome import Outcome
from drafter.evaluation.run import Result, result_document, run_suite
from drafter.evaluation.suite import Measure, Suite
from drafter.wiring import build

OUTCOMES = (
    Outcome("a", "en", {"errors": 1, "found": 1}, "rounding"),
    Outcome("a", "en", {"errors": 1, "found": 0}, "direction", ("missed 'rose'",)),
    Outcome("a", "en", {"alarms": 2}),
    Outcome("b", "zh", {"errors": 2, "found": 2}, "rounding"),
)
RECALL = Measure("recall", "found", "errors", at_least=0.9)


def run(*outcomes: Outcome, only: str = "") -> Result:
    suite = Suite("Checking", Path(), (RECALL,), lambda _folder, _drafter: outcomes)
    return run_suite(suite, build(), only)


def test_counts_add_up_by_group_and_detail() -> None:
    result = run(*OUTCOMES)
    assert result.cases == 2
    assert result.groups == {
        "en": {"errors": 2, "found": 1, "alarms": 2},
        "zh": {"errors": 2, "found": 2},
    }
    assert result.details["en direction"] == {"errors": 1, "found": 0}
    assert result.faults == (("a", "missed 'rose'"),)


def test_each_group_must_keep_the_limits() -> None:
    assert run(*OUTCOMES).failures == ("en: recall 0.5 is under 0.9",)
    assert run(*OUTCOMES, only="b").passed


def test_a_suite_without_a_case_has_failed() -> None:
    assert run().failures == ("no case was scored",)
    assert not run(*OUTCOMES, only="no such case").passed


def test_the_document_holds_what_the_table_shows() -> None:
    document = json.loads(json.dumps(result_document(run(*OUTCOMES))))
    assert document["passed"] is False
    assert document["groups"]["en"]["measures"] == {"recall": 0.5}
    assert document["details"]["zh rounding"] == {"errors": 2, "found": 2}
    assert document["faults"] == [{"case": "a", "fault": "missed 'rose'"}]


def test_people_see_faults_measures_and_the_verdict() -> None:
    console = Console(record=True, width=120)
    print_result(run(*OUTCOMES), console)
    shown = console.export_text()
    for expected in ("a: missed 'rose'", "en direction", "0.5", "recall 0.5 is under 0.9"):
        assert expected in shown
    assert shown.rstrip().endswith("failed")


@pytest.mark.parametrize(("found", "status"), [(1, 0), (0, 1)])
def test_the_exit_status_says_whether_limits_were_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], found: int, status: int
) -> None:
    (tmp_path / "suite.yaml").write_text(
        "name: S\nmeasures:\n  recall: {part: found, whole: errors, at_least: 1}\n",
        encoding="utf-8",
    )
    (tmp_path / "scorer.py").write_text(
        "from drafter.evaluation.outcome import Outcome\n"
        "def score(folder, drafter):\n"
        f"    yield Outcome('c', 'en', {{'errors': 1, 'found': {found}}})\n",
        encoding="utf-8",
    )
    assert run_eval(tmp_path, output_format="json") == status
    assert json.loads(capsys.readouterr().out)["passed"] is (status == 0)
