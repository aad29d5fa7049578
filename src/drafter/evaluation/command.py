"""`drafter eval`: run a suite of cases and say whether its limits are kept."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from drafter.evaluation.run import Result, result_document, run_suite
from drafter.evaluation.suite import load_suite
from drafter.wiring import build

LIMITS_BROKEN = 1


def run_eval(folder: Path, *, only: str = "", output_format: str = "text") -> int:
    """The exit status: 0 when every limit is kept, 1 when one is not. InvalidSuite."""
    result = run_suite(load_suite(folder), build(), only)
    if output_format == "json":
        document = result_document(result)
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    else:
        print_result(result, Console(highlight=False))
    return 0 if result.passed else LIMITS_BROKEN


def print_result(result: Result, console: Console) -> None:
    """Faults first, then the counts by detail, then the measures by group, then the verdict."""
    for case, fault in result.faults:
        console.print(Text(f"{case}: {fault}"), soft_wrap=True)
    if result.details:
        names = sorted({name for counts in result.details.values() for name in counts})
        table = Table(f"{result.suite.name}, by class", *names)
        for detail, counts in result.details.items():
            table.add_row(detail, *(str(counts[name]) for name in names))
        console.print(table)
    table = Table(f"{result.suite.name}, {result.cases} cases", *result.groups, "limit")
    for measure in result.suite.measures:
        values = (measure.value(counts) for counts in result.groups.values())
        table.add_row(measure.name, *map(_shown, values), measure.limit)
    console.print(table)
    for failure in result.failures:
        console.print(Text(failure, style="red"))
    console.print(Text("passed", "green") if result.passed else Text("failed", "bold red"))


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"
