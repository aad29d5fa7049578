"""Drafts of many industries: every planted error is found and nothing else is alarmed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from checking_cases import CheckingCase, checking_cases

from drafter.checking.check import check

CASES = checking_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_error_is_found(case: CheckingCase) -> None:
    findings = check(case.draft, case.report, case.examples).findings
    missed = [
        (case.draft[start:end], kind)
        for start, end, kind in case.errors
        if not any(item.start < end and start < item.end for item in findings)
    ]
    assert missed == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_else_is_alarmed(case: CheckingCase) -> None:
    findings = check(case.draft, case.report, case.examples).findings
    alarms = [
        (item.text, item.reason, item.explanation)
        for item in findings
        if not any(item.start < end and start < item.end for start, end, _ in case.errors)
    ]
    assert alarms == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_most_figures_are_supported(case: CheckingCase) -> None:
    counts = check(case.draft, case.report, case.examples).counts
    assert counts["supported"] >= 0.65 * sum(counts.values())
