"""The sample months' tables, as people send them, give the figures of their `report.json`."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.evaluation.run import run_suite
from drafter.evaluation.suite import load_suite
from drafter.wiring import build

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(path.name for path in (ROOT / "knowledge" / "samples").iterdir())


@pytest.mark.parametrize("name", SAMPLES)
def test_the_table_gives_the_report(name: str) -> None:
    result = run_suite(load_suite(ROOT / "evals" / "importing"), build(), only=name)
    assert result.cases == 1
    assert result.passed, result.faults
