"""Small reports to write from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from small_report import ENGLISH

from drafter.figures.document import load_json, parse_report
from drafter.figures.report import Report

_SAMPLES = Path(__file__).parents[3] / "knowledge" / "samples"


@pytest.fixture
def document() -> dict[str, Any]:
    """A report document to change before it is parsed."""
    return {**ENGLISH, "figures": [dict(row) for row in ENGLISH["figures"]]}


@pytest.fixture
def report(document: dict[str, Any]) -> Report:
    return parse_report(document)


@pytest.fixture
def sample() -> Callable[[str], Report]:
    """A bundled sample month by its name."""

    def load(name: str) -> Report:
        return parse_report(load_json((_SAMPLES / name / "report.json").read_text("utf-8")))

    return load
