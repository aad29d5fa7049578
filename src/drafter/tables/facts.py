"""Placed value cells to facts: one exact number in one unit, or a question about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from drafter.figures.decimals import EXACT, plain
from drafter.figures.scenario import Scenario
from drafter.figures.unit import PERCENT, Unit, UnitKind
from drafter.tables.entries import Entry, Members
from drafter.tables.findings import Findings
from drafter.tables.meanings import LEAVE_OUT, Placed
from drafter.tables.number_texts import Notation, NumberText, read_number
from drafter.tables.unit_choice import Reckoned, Trouble, reckon
from drafter.tables.unit_texts import unit_of
from drafter.tables.values import Value, ValueKind

_NONE = ("none", "missing", LEAVE_OUT)


@dataclass(frozen=True, slots=True)
class Fact:
    """One value with its figure's measure, unit and members.

    `step` is the worth of the last digit written. `usable` is
    False for what is known but held back (hidden, a duplicate): it still counts when
    totals are added up.
    """

    entry: Entry
    scenario: Scenario
    measure: str
    number: Decimal
    unit: Unit
    step: Decimal = Decimal(0)
    usable: bool = True

    @property
    def members(self) -> Members:
        return self.entry.members

    @property
    def figure_key(self) -> tuple[str, frozenset[tuple[str, str]]]:
        """What makes a figure: the measure and the members, whatever their order."""
        return "".join(self.measure.split()).lower(), frozenset(self.members)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that is there but not known: totals over it cannot be checked."""

    entry: Entry
    scenario: Scenario


def read_facts(placed: Sequence[Placed], findings: Findings) -> tuple[list[Fact], list[Unknown]]:
    """The facts of a block, and what stays unknown until it is answered."""
    known, unknown = _known_values(placed, findings)
    known, unnamed = _with_measures(known, findings)
    unknown += unnamed
    facts, without_unit = _with_units(known, findings)
    return facts, unknown + without_unit


def _known_values(
    placed: Sequence[Placed], findings: Findings
) -> tuple[list[Placed], list[Unknown]]:
    known, unknown, uncalculated = [], [], []
    repeated = Counter(
        item.entry.value.text.lower()
        for item in placed
        if item.entry.value.kind is ValueKind.WORDS and not item.hidden
    )
    words: dict[str, list[Placed]] = {}
    for item in placed:
        kind = item.entry.value.kind
        if kind is ValueKind.NUMBER:
            if item.entry.value.footnote and not item.hidden:
                findings.tell(
                    "footnote",
                    item.entry.place,
                    text=item.entry.value.text,
                    mark=item.entry.value.footnote,
                )
            known.append(item)
        elif item.hidden:
            unknown.append(Unknown(item.entry, item.scenario))
        elif kind is ValueKind.UNCALCULATED:
            uncalculated.append(item)
        elif kind is ValueKind.WORDS and repeated[item.entry.value.text.lower()] > 1:
            words.setdefault(item.entry.value.text.lower(), []).append(item)
        else:
            answered = _ask_value(item.entry, findings)
            if answered is None:
                unknown.append(Unknown(item.entry, item.scenario))
            elif answered.kind is ValueKind.NUMBER:
                known.append(replace(item, entry=replace(item.entry, value=answered)))
    for group in words.values():
        if not _are_left_out(group, findings):
            unknown += [Unknown(item.entry, item.scenario) for item in group]
    _ask_results(uncalculated, findings)
    return known, unknown + [Unknown(item.entry, item.scenario) for item in uncalculated]


def _are_left_out(group: Sequence[Placed], findings: Findings) -> bool:
    """The same words in several cells (`new`) are asked about once: do they stand for nothing?"""
    first = group[0].entry
    grid, text = first.block.grid, first.value.text
    cells = grid.places(item.entry.key for item in group)
    answer = findings.ask("words", (grid.name, text), cells, (LEAVE_OUT,), text=text)
    if answer is not None and answer not in _NONE:
        findings.ask_again("words", (grid.name, text), cells, answer)
    return answer in _NONE


def _ask_results(uncalculated: Sequence[Placed], findings: Findings) -> None:
    """Formulas without stored results: one question for all of a block."""
    if uncalculated:
        grid = uncalculated[0].entry.block.grid
        cells = grid.places(item.entry.key for item in uncalculated)
        headers = sorted({item.entry.header for item in uncalculated})
        findings.ask("no_result", (grid.name, *headers), cells, (LEAVE_OUT,))


def _ask_value(entry: Entry, findings: Findings) -> Value | None:
    """The answered value of a doubtful cell; None while it is open."""
    value = entry.value
    options: tuple[str, ...] = (LEAVE_OUT,)
    if value.kind is ValueKind.BROKEN:
        kind = "error_value"
        findings.tell("broken_value", entry.place, text=value.text, name=entry.name)
    elif value.kind is ValueKind.DASH:
        kind, options = "dash", ("0", "none")
    else:
        kind = value.doubt.value if value.kind is ValueKind.DOUBTFUL else "unreadable_number"
        options = (*value.candidates, LEAVE_OUT)
    answer = findings.ask(
        kind, entry.layout, entry.place, options, text=value.text, name=entry.name
    )
    if answer is None:
        return None
    found = answered_number(answer)
    if found is None and answer not in _NONE:
        findings.ask_again(kind, entry.layout, entry.place, answer)
        return None
    if found is None:
        return Value(ValueKind.MISSING, answer)
    percent = found.percent or (entry.unit is not None and entry.unit.kind is PERCENT.kind)
    return Value(ValueKind.NUMBER, answer, found.value, percent, found.unit, found.scale)


def answered_number(answer: str) -> NumberText | None:
    number = read_number(answer, Notation.POINT)
    return number if isinstance(number, NumberText) else None


def _with_measures(
    placed: Sequence[Placed], findings: Findings
) -> tuple[list[Placed], list[Unknown]]:
    """A block whose measure no label names is asked about once."""
    nameless = [item for item in placed if not item.entry.measure and not item.hidden]
    if not nameless:
        return [item for item in placed if item.entry.measure], []
    grid = nameless[0].entry.block.grid
    headers = sorted({item.entry.header for item in nameless})
    cells = grid.places(item.entry.key for item in nameless)
    offered = nameless[0].entry.measures_offered
    answer = findings.ask("measure", (grid.name, *headers), cells, offered)
    named = [item for item in placed if item.entry.measure]
    if answer is None or answer == LEAVE_OUT:
        return named, [Unknown(item.entry, item.scenario) for item in nameless]
    return named + [
        replace(item, entry=replace(item.entry, measure=answer)) for item in nameless
    ], []


def _with_units(placed: Sequence[Placed], findings: Findings) -> tuple[list[Fact], list[Unknown]]:
    facts: list[Fact] = []
    unknown: list[Unknown] = []
    for item, reading in reckon(placed):
        found = _ask_unit(item, reading, findings) if isinstance(reading, Trouble) else reading
        if found is None:
            unknown.append(Unknown(item.entry, item.scenario))
            continue
        facts.append(
            Fact(
                item.entry,
                item.scenario,
                item.entry.measure or "",
                found.number,
                found.unit,
                _step(item.entry.value, found),
                not item.hidden,
            )
        )
    return facts, unknown


def _step(value: Value, found: Reckoned) -> Decimal:
    """What one more in the last written digit would be worth, in the fact's unit."""
    if value.places is None:
        return Decimal(1).scaleb(min(0, int(found.number.normalize().as_tuple().exponent)))
    own = EXACT.multiply(Decimal(1).scaleb(-value.places), value.scale)
    if value.unit is None and value.scale == 1:
        return own
    factor = value.unit.factor if value.unit else Decimal(1)
    if value.unit and value.unit.kind is UnitKind.CURRENCY and factor == 1 < found.unit.factor:
        return own
    return EXACT.divide(EXACT.multiply(own, factor), found.unit.factor)


def _ask_unit(item: Placed, trouble: Trouble, findings: Findings) -> Reckoned | None:
    """Ask for the unit of a measure, or for the value of a cell that does not fit its unit."""
    if item.hidden:
        return None
    entry, value = item.entry, item.entry.value
    unit = trouble.unit
    words = {
        "measure": entry.measure,
        "text": value.text,
        "name": entry.name,
        "unit": unit.written if unit else "",
        "hundredfold": plain(EXACT.multiply(value.number, Decimal(100))),
    }
    grid = entry.block.grid
    if trouble.kind in ("unit", "scaled_format"):
        layout: tuple[str, ...] = (grid.name, entry.measure or "")
        cells = grid.places(trouble.cells)
    else:
        layout, cells = entry.layout, entry.place
    answer = findings.ask(trouble.kind, layout, cells, trouble.options, **words)
    if answer is None or answer == LEAVE_OUT:
        return None
    if trouble.kind in ("unit", "scaled_format"):
        return Reckoned(EXACT.multiply(value.number, value.scale), unit_of(answer))
    number = answered_number(answer)
    if number is None:
        findings.ask_again(trouble.kind, layout, cells, answer)
        return None
    return Reckoned(number.value, unit or PERCENT)
