"""The sample months are complete, consistent in themselves, and contradict only where planned."""

from __future__ import annotations

import json
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.figures.document import load_json, parse_report
from drafter.figures.report import LANGUAGES, Report
from drafter.figures.scenario import Scenario
from drafter.figures.unit import UnitKind

FOLDER = Path(__file__).parents[3] / "knowledge" / "samples"
SAMPLES = sorted(path for path in FOLDER.iterdir() if path.is_dir())
EACH = pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)

# Key accounts are a choice of customers: they need not add up to the total.
CHOSEN = {"Customer", "客户"}


def about(folder: Path) -> dict[str, Any]:
    _, front, text = (folder / "about.md").read_text(encoding="utf-8").split("---\n", 2)
    assert text.strip()
    found: dict[str, Any] = yaml.safe_load(front)
    return found


def report(folder: Path) -> Report:
    return parse_report(load_json((folder / "report.json").read_text(encoding="utf-8")))


def test_both_languages_have_months_of_many_trades_and_kinds_of_file() -> None:
    abouts = [about(folder) for folder in SAMPLES]
    for language in LANGUAGES:
        mine = [each for each in abouts if each["language"] == language]
        assert len(mine) >= 4
        assert len({each["industry"] for each in mine}) == len(mine)
        assert sum(each.get("demo", False) for each in mine) == 1
        assert any("contradictions" in each for each in mine)
    endings = {Path(each["table"]).suffix for each in abouts}
    assert endings >= {".xlsx", ".xls", ".ods", ".csv", ".tsv", ".html", ".md"}


@EACH
def test_a_sample_says_what_it_is(folder: Path) -> None:
    fields, month = about(folder), report(folder)
    assert (fields["language"], fields["department"]) == (month.language, month.department)
    assert fields["month"] == str(month.period)
    assert fields["industry"]
    assert {path.name for path in folder.iterdir()} == {
        *("about.md", "notes.txt", "report.json"),
        fields["table"],
    }


@EACH
def test_notes_are_those_of_the_report(folder: Path) -> None:
    notes = (folder / "notes.txt").read_text(encoding="utf-8")
    assert notes.strip() == report(folder).notes
    assert len(notes.splitlines()) >= 10


@EACH
def test_planned_contradictions_stand_in_the_notes(folder: Path) -> None:
    notes = report(folder).notes
    for planted in about(folder).get("contradictions", []):
        assert notes.count(planted["quote"]) == 1
        assert planted["table"]


@EACH
def test_members_add_up_to_their_total(folder: Path) -> None:
    month = report(folder)
    totals = {figure.measure: figure for figure in month.figures if figure.is_total}
    sums: dict[tuple[str, str], dict[Scenario, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for figure in month.figures:
        for key in set(figure.dimensions) - CHOSEN:
            for scenario, value in figure.values.items():
                sums[figure.measure, key][scenario] += value
    checked = 0
    for (measure, key), values in sums.items():
        total = totals.get(measure)
        if total is None or total.unit.kind is UnitKind.PERCENT:
            continue
        checked += 1
        for scenario, value in values.items():
            assert total.value(scenario) == value, (measure, key, scenario)
    assert checked >= 1


@EACH
def test_figures_are_plausible(folder: Path) -> None:
    month = report(folder)
    assert month.period is not None
    assert len(month.figures) >= 20
    for figure in month.figures:
        actual, year_to_date = figure.value(Scenario.ACTUAL), figure.value(Scenario.YTD_ACTUAL)
        assert actual is not None
        if year_to_date is None or figure.unit.kind is UnitKind.PERCENT:
            continue
        if figure.measure in {"ADR", "RevPAR", "Review score"}:
            continue  # averages: the year to date is no sum of months
        average = year_to_date / month.period.month
        assert average / 2 < actual < average * 3, figure  # a new product grows fast


@EACH
def test_no_row_stands_twice(folder: Path) -> None:
    rows = [
        json.dumps([figure.measure, sorted(figure.dimensions.items())])
        for figure in report(folder).figures
    ]
    assert len(rows) == len(set(rows))
