"""The tables of the sample months against their `report.json`: every fact, and no other.

A fact is a measure, its members, a scenario and an unscaled value. Months whose file cannot name
it are given; a dimension's key counts unless `about.md` says `dimension_keys: free`.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import yaml

from drafter.errors import DrafterError
from drafter.evaluation.outcome import Outcome
from drafter.figures.report import Figure
from drafter.wiring import Drafter
from drafter.workflows.list_samples import Sample


def score(_folder: Path, drafter: Drafter) -> Iterator[Outcome]:
    for sample in drafter.samples():
        yield _score(sample, drafter)


def _score(sample: Sample, drafter: Drafter) -> Outcome:
    expected = sample.report
    try:
        read = drafter.import_month(sample.files)
    except DrafterError as error:
        counts = {"tables": 1, "facts": len(_facts(expected.figures, free=True))}
        return Outcome(sample.name, expected.language, counts, faults=(f"not read: {error}",))
    free = _keys_are_free(drafter, sample)
    wanted, found = _facts(expected.figures, free), _facts(read.reading.figures, free)
    missing, false = wanted - found, found - wanted
    faults = [f"missing {_shown(fact)}" for fact in missing]
    faults += [f"false {_shown(fact)}" for fact in false]
    month_is_right = read.reading.period == expected.period
    if not month_is_right:
        faults.append(f"month {read.reading.period}")
    for question in read.reading.questions:
        faults.append(f"asked at {question.where}: {question.what}")
    counts = {
        "tables": 1,
        "months_right": int(month_is_right),
        "facts": wanted.total(),
        "facts_right": (wanted & found).total(),
        "false_facts": false.total(),
        "questions": len(read.reading.questions),
    }
    return Outcome(sample.name, expected.language, counts, faults=tuple(faults))


Fact = tuple[str, frozenset[tuple[str, str]], str, str, Decimal]


def _facts(figures: tuple[Figure, ...], free: bool) -> Counter[Fact]:
    return Counter(
        (
            figure.measure,
            frozenset(("" if free else key, member) for key, member in figure.dimensions.items()),
            figure.unit.base,
            scenario.value,
            (value * figure.unit.factor).normalize(),
        )
        for figure in figures
        for scenario, value in figure.values.items()
    )


def _shown(fact: Fact) -> str:
    measure, members, unit, scenario, value = fact
    where = ", ".join(member for _, member in sorted(members)) or "total"
    return f"{measure} ({where}) {scenario} {value:f} {unit}"


def _keys_are_free(drafter: Drafter, sample: Sample) -> bool:
    about = drafter.samples.folder / "samples" / sample.name / "about.md"
    _, front, _ = about.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front).get("dimension_keys") == "free"
