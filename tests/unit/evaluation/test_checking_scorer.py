"""The scorer of labelled texts, against a check whose answer is made up here."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest

from drafter.checking.result import CheckResult, Mention, Verdict
from drafter.evaluation.outcome import Outcome
from drafter.evaluation.suite import load_suite
from drafter.figures.report import Report
from drafter.wiring import Drafter

SUITE = load_suite(Path(__file__).parents[3] / "evals" / "checking")
DRAFT = "Sales rose 12% to 50; East fell 12%."


@dataclass(frozen=True)
class Answering:
    """A program whose check always answers the same."""

    mentions: tuple[Mention, ...]

    def check_text(self, report: Report, text: str, *, example_snippets: Any = ()) -> CheckResult:
        return CheckResult(self.mentions)


def mention(quote: str, verdict: Verdict, reason: str = "value", start: int = 0) -> Mention:
    at = DRAFT.index(quote, start)
    return Mention(at, at + len(quote), quote, verdict, reason)


def counts(tmp_path: Path, errors: list[dict[str, Any]], *mentions: Mention) -> Counter[str]:
    outcomes = scored(tmp_path, errors, *mentions)
    total: Counter[str] = Counter()
    for outcome in outcomes:
        assert (outcome.case, outcome.group) == ("mine/c1", "mine/en")
        total.update(outcome.counts)
    return total


def scored(tmp_path: Path, errors: list[dict[str, Any]], *mentions: Mention) -> list[Outcome]:
    folder = tmp_path / "cases" / "mine" / "en"
    folder.mkdir(parents=True)
    figures = [{"measure": "Sales", "unit": "CNY", "actual": 50}]
    case = {
        "id": "c1",
        "language": "en",
        "report": {"period": "2026-10", "language": "en", "figures": figures},
        "draft": DRAFT,
        "errors": errors,
        "correct": [{"quote": "50", "occurrence": 1}],
    }
    (folder / "c1.json").write_text(json.dumps(case), encoding="utf-8")
    return list(SUITE.score(tmp_path, cast("Drafter", Answering(mentions))))


SECOND = {"quote": "12%", "occurrence": 2, "class": "wrong_direction"}


def test_an_error_is_found_where_a_bad_mention_overlaps_its_quote(tmp_path: Path) -> None:
    bad = mention("fell 12%", Verdict.CONTRADICTED, "direction")
    found = counts(tmp_path, [SECOND], bad, mention("50", Verdict.SUPPORTED))
    assert found == {
        "errors": 1,
        "found": 1,
        "named": 1,
        "alarms": 1,
        "true_alarms": 1,
        "correct": 1,
        "covered": 1,
        "clean_alarmed": 0,
        "bad_offsets": 0,
    }


def test_a_bad_mention_elsewhere_is_a_false_alarm_and_the_error_missed(tmp_path: Path) -> None:
    found = counts(tmp_path, [SECOND], mention("12%", Verdict.UNSUPPORTED))
    assert (found["found"], found["alarms"], found["true_alarms"]) == (0, 1, 0)
    assert found["covered"] == 0


def test_a_wrong_reason_finds_but_does_not_name(tmp_path: Path) -> None:
    found = counts(tmp_path, [SECOND], mention("fell 12%", Verdict.CONTRADICTED, "rank"))
    assert (found["found"], found["named"]) == (1, 0)


def test_an_alarm_over_a_clean_text_is_counted(tmp_path: Path) -> None:
    assert counts(tmp_path, [], mention("12%", Verdict.UNSUPPORTED))["clean_alarmed"] == 1


def test_mentions_that_overlap_or_do_not_slice_are_bad_offsets(tmp_path: Path) -> None:
    shifted = Mention(1, 4, "Sal", Verdict.IGNORED, "name")
    found = counts(
        tmp_path,
        [],
        shifted,
        mention("rose 12%", Verdict.SUPPORTED),
        mention("12%", Verdict.SUPPORTED),
    )
    assert found["bad_offsets"] == 2


def test_a_quote_that_is_not_there_is_a_broken_case(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="substring"):
        scored(tmp_path, [{"quote": "13%", "class": "wrong_value"}])


def test_what_was_missed_and_alarmed_is_said(tmp_path: Path) -> None:
    faults = [
        fault
        for outcome in scored(tmp_path, [SECOND], mention("rose 12%", Verdict.CONTRADICTED))
        for fault in outcome.faults
    ]
    assert [fault.split()[0] for fault in faults] == ["missed", "false", "not"]
