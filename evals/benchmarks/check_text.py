"""How long a check takes: a 600-word draft on 25 figures, and on 10,000 rows.

    python evals/benchmarks/check_text.py

Beside each time stands that of a bare digit scan of the same text in the same run.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from decimal import Decimal

from drafter.checking.check import Checker, check
from drafter.figures.period import Period
from drafter.figures.report import Figure, LanguageCode, Report
from drafter.figures.scenario import Scenario
from drafter.figures.unit import parse_unit

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_REGIONS = ("North", "East", "South", "West", "Central", "Coast", "Harbour", "Valley", "Lakes")
_REGIONS_ZH = ("华北", "华东", "华南", "华西", "华中", "东北", "西南", "西北", "沿海")


def figure(measure: str, unit: str, dimensions: dict[str, str], seed: int) -> Figure:
    """A row with all scenarios, its values spread by its seed."""
    base = Decimal(1000 + seed * 37 % 900)
    values = {scenario: base + at * 13 for at, scenario in enumerate(Scenario)}
    return Figure(measure, parse_unit(unit), values, dimensions)


def small_report(language: LanguageCode) -> Report:
    """25 figures: two measures over nine regions and seven totals."""
    chinese = language == "zh"
    regions = _REGIONS_ZH if chinese else _REGIONS
    key, unit = ("区域", "万元") if chinese else ("region", "CNY 10k")
    measures = ("销售额", "回款") if chinese else ("Sales revenue", "Payments collected")
    rows = [
        figure(measure, unit, {key: region}, at * 11 + number)
        for at, measure in enumerate(measures)
        for number, region in enumerate(regions)
    ]
    others = ("在职人数", "经销商", "投诉量") if chinese else ("Headcount", "Dealers", "Complaints")
    rows += [figure(name, "人" if chinese else "people", {}, at) for at, name in enumerate(others)]
    rows += [
        figure(name, unit, {}, at + 5) for at, name in enumerate(("Ads", "Rent", "Fees", "Tax"))
    ]
    return Report(Period(2026, 10), "Sales", language, tuple(rows), "4 events, 120 guests.")


def large_report(language: LanguageCode) -> Report:
    """10,000 rows: one measure over 100 customers and 100 products."""
    unit = "万元" if language == "zh" else "CNY 10k"
    rows = [
        figure(
            "销售额" if language == "zh" else "Sales revenue",
            unit,
            {"customer": f"Customer {a}", "product": f"Product {b}"},
            a * 100 + b,
        )
        for a in range(100)
        for b in range(100)
    ]
    return Report(Period(2026, 10), "Sales", language, tuple(rows))


def draft(language: LanguageCode, report: Report) -> str:
    """About 600 words (1,000 characters) on the report's first rows."""
    lines = []
    for item in report.figures[:18]:
        name = " ".join(item.dimensions.values())
        actual, plan = item.values[Scenario.ACTUAL], item.values[Scenario.PLAN]
        share = f"{actual / plan * 100:.1f}%"
        rise = f"{(actual / item.values[Scenario.PRIOR_YEAR] - 1) * 100:.1f}%".replace("-", "")
        if language == "zh":
            lines.append(
                f"- {name}{item.measure}{actual}万元，完成计划{plan}万元的{share}，"
                f"同比下降{rise}，需要关注后续走势。"
            )
        else:
            lines.append(
                f"- {name}: {item.measure} came to {actual:,} against a plan of {plan:,}, "
                f"which is {share} of plan and {rise} less than a year ago; the team expects "
                "the trend to turn once the new contracts are in force and stock is lower."
            )
    return "\n".join(lines)


def timed(work: Callable[[], object], rounds: int = 5) -> float:
    """The best of some rounds, in milliseconds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best * 1000


def main() -> None:
    """Print a line a case."""
    for language in ("en", "zh"):
        small, large = small_report(language), large_report(language)
        text = draft(language, small)
        scan = timed(lambda text=text: _DIGITS.findall(text))
        whole = timed(lambda text=text, report=small: check(text, report))
        print(
            f"{language}: {len(text)} characters, {len(text.split())} words, 25 figures: "
            f"{whole:.1f} ms with ledger; digit scan {scan:.3f} ms"
        )
        text = draft(language, large)
        built = timed(lambda report=large: Checker(report), 2)
        ready = Checker(large)
        first = timed(lambda text=text, ready=ready: ready.check(text), 1)
        again = timed(lambda text=text, ready=ready: ready.check(text), 3)
        scan = timed(lambda text=text: _DIGITS.findall(text))
        print(
            f"{language}: 10,000 rows: index {built:.0f} ms, first check {first:.0f} ms, "
            f"then {again:.1f} ms; digit scan {scan:.3f} ms"
        )


if __name__ == "__main__":
    main()
