"""A small English report document: three regions with their total, a loss rate, a loss."""

from __future__ import annotations

from typing import Any


def _row(measure: str, unit: str, dimensions: dict[str, str], *values: Any) -> dict[str, Any]:
    scenarios = ("actual", "plan", "prior_month", "prior_year", "ytd_actual", "ytd_plan")
    known = dict(zip(scenarios, values, strict=False))
    return {"measure": measure, "unit": unit, "dimensions": dimensions, **known}


ENGLISH: dict[str, Any] = {
    "period": "2026-10",
    "department": "Export desk",
    "language": "en",
    "figures": [
        _row("Sales revenue", "CNY 10k", {}, 300, 320, 290, 310, 2900, 3000),
        _row("Sales revenue", "CNY 10k", {"region": "North"}, 120, 110, 115, 100),
        _row("Sales revenue", "CNY 10k", {"region": "East"}, 100, 130, 105, 120),
        _row("Sales revenue", "CNY 10k", {"region": "West"}, 80, 80, 70, 90),
        _row("Payments collected", "CNY 10k", {"region": "North"}, 50, 60, 40),
        _row("Payments collected", "CNY 10k", {"region": "East"}, 70, 60, 65),
        _row("Line loss", "%", {}, "4.86", "5", "4.71", "5.12"),
        _row("Headcount", "people", {}, 38, 40, 38),
        _row("Operating profit", "USD", {}, -128000, -150000, -171500),
    ],
    "notes": "East: the depot was flooded for 9 days. Two reps joined on 5 October. "
    "4 trade fairs, CNY 60,000 spent. Request: 2 trucks.",
}
