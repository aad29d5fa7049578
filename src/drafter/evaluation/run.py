"""Run a suite: every case scored, counts added up by group, measures held against their limits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from drafter.evaluation.outcome import Outcome
from drafter.evaluation.suite import Suite
from drafter.wiring import Drafter

Counts = dict[str, Counter[str]]


@dataclass(frozen=True, slots=True)
class Result:
    """A suite's counts by group, and by group and detail; `failures` are limits not kept."""

    suite: Suite
    cases: int
    groups: Counts
    details: Counts = field(default_factory=dict)
    faults: tuple[tuple[str, str], ...] = ()
    failures: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        return not self.failures


def run_suite(suite: Suite, drafter: Drafter, only: str = "") -> Result:
    """Score the cases whose name holds `only`. A suite without any case has failed."""
    outcomes = [case for case in suite.score(suite.folder, drafter) if only in case.case]
    groups = _added_up(outcomes, lambda outcome: outcome.group)
    return Result(
        suite,
        cases=len({outcome.case for outcome in outcomes}),
        groups=groups,
        details=_added_up(
            (outcome for outcome in outcomes if outcome.detail),
            lambda outcome: f"{outcome.group} {outcome.detail}",
        ),
        faults=tuple((outcome.case, fault) for outcome in outcomes for fault in outcome.faults),
        failures=tuple(_failures(suite, groups)),
    )


def result_document(result: Result) -> dict[str, Any]:
    """The JSON-ready result."""
    return {
        "suite": result.suite.name,
        "passed": result.passed,
        "cases": result.cases,
        "failures": list(result.failures),
        "groups": {
            name: {
                "counts": dict(counts),
                "measures": {each.name: each.value(counts) for each in result.suite.measures},
            }
            for name, counts in result.groups.items()
        },
        "details": {name: dict(counts) for name, counts in result.details.items()},
        "faults": [{"case": case, "fault": fault} for case, fault in result.faults],
    }


def _added_up(outcomes: Iterable[Outcome], key: Callable[[Outcome], str]) -> Counts:
    found: Counts = defaultdict(Counter)
    for outcome in outcomes:
        found[key(outcome)].update(outcome.counts)
    return dict(sorted(found.items()))


def _failures(suite: Suite, groups: Counts) -> Iterable[str]:
    if not groups:
        yield "no case was scored"
    for group, counts in groups.items():
        for measure in suite.measures:
            shortfall = measure.shortfall(measure.value(counts))
            if shortfall:
                yield f"{group}: {shortfall}"
