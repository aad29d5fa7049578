"""What checking a text answers: its mentions, each with a verdict, and the counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from drafter.figures.scenario import Scenario


class Verdict(StrEnum):
    """What checking found of a mention (结论)."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    IGNORED = "ignored"

    @property
    def is_bad(self) -> bool:
        return self in (Verdict.CONTRADICTED, Verdict.UNSUPPORTED)


class Fault(StrEnum):
    """The reasons of the two bad verdicts."""

    VALUE = "value"
    MAGNITUDE = "magnitude"
    UNIT = "unit"
    PERCENT_VS_POINTS = "percent_vs_points"
    DIRECTION = "direction"
    WRONG_SUBJECT = "wrong_subject"
    WRONG_SCENARIO = "wrong_scenario"
    WRONG_PERIOD = "wrong_period"
    ARITHMETIC = "arithmetic"
    ROUNDING = "rounding"
    COUNT = "count"
    RANK = "rank"
    CONTRADICTS_NOTES = "contradicts_notes"
    FROM_EXAMPLE = "from_example"
    NO_SOURCE = "no_source"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact that a verdict rests on: the row of the report's figures, and its scenario."""

    figure: int
    scenario: Scenario


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that states a figure or a checkable claim (数字引用).

    `start`, `end` are code points into the text exactly as given; `text` is that slice.
    `value`, `expected` are plain decimals in the text's own unit (or the right wording);
    `reason` is a `Fault` for a bad verdict, else what supports it or why it is ignored.
    """

    start: int
    end: int
    text: str
    verdict: Verdict
    reason: str
    value: str | None = None
    unit: str | None = None
    expected: str | None = None
    explanation: str = ""
    evidence: tuple[Evidence, ...] = ()
    formula: str | None = None


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All mentions of a text in order; they never overlap."""

    mentions: tuple[Mention, ...]

    @property
    def counts(self) -> dict[str, int]:
        found = Counter(mention.verdict for mention in self.mentions)
        return {verdict.value: found[verdict] for verdict in Verdict}

    @property
    def findings(self) -> tuple[Mention, ...]:
        """The mentions with a bad verdict."""
        return tuple(mention for mention in self.mentions if mention.verdict.is_bad)


def result_document(result: CheckResult) -> dict[str, Any]:
    """The JSON-ready public shape of a result, without the `id` that the door adds."""
    return {
        "mentions": [_mention_document(mention) for mention in result.mentions],
        "counts": result.counts,
    }


def _mention_document(mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "verdict": mention.verdict.value,
        "reason": mention.reason,
        "value": mention.value,
        "unit": mention.unit,
        "expected": mention.expected,
        "explanation": mention.explanation,
        "evidence": [
            {"figure": item.figure, "scenario": item.scenario.value} for item in mention.evidence
        ],
        "formula": mention.formula,
    }
