"""One sentence at a time: claims without a number, true and false, in both languages."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parent))

from checking_cases import report_of

from drafter.checking.check import Checker

CASES = Path(__file__).parents[2] / "cases" / "claims"
TABLES: dict[str, Any] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in CASES.glob("*.yaml")
}
CHECKERS = {language: Checker(report_of(table["report"])) for language, table in TABLES.items()}


def _rows(kind: str) -> list[tuple[str, Any]]:
    return [(language, row) for language, table in TABLES.items() for row in table[kind]]


@pytest.mark.parametrize(("language", "sentence"), _rows("true"))
def test_what_is_true_is_supported(language: str, sentence: str) -> None:
    result = CHECKERS[language].check(sentence)
    assert [(item.text, item.explanation) for item in result.findings] == []
    assert result.counts["supported"] >= 1


@pytest.mark.parametrize(("language", "row"), _rows("false"))
def test_what_is_false_is_found_and_named(language: str, row: list[str]) -> None:
    sentence, quote, reason = row
    start = sentence.index(quote)
    findings = CHECKERS[language].check(sentence).findings
    found = [item for item in findings if item.start < start + len(quote) and start < item.end]
    assert [item.reason for item in found] == [reason]
    assert found == list(findings)


@pytest.mark.parametrize(("language", "sentence"), _rows("open"))
def test_what_speaks_of_nothing_in_the_report_is_not_alarmed(language: str, sentence: str) -> None:
    assert CHECKERS[language].check(sentence).findings == ()
