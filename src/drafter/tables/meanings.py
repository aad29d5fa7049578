"""Value cells to scenarios; what is derived, outside a report, hidden or unsure is sorted out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from drafter.figures.period import Period
from drafter.figures.scenario import Scenario
from drafter.languages.headers import Sign
from drafter.tables.derived_by_values import follows_from
from drafter.tables.entries import Entry
from drafter.tables.findings import Findings
from drafter.tables.scenarios import Kind, Meaning, meaning_of

LEAVE_OUT = "leave_out"
IMPORT = "import"
_CODES = {scenario.value: scenario for scenario in Scenario}


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry with its scenario; `hidden`: known, but not to be used without asking."""

    entry: Entry
    scenario: Scenario
    hidden: bool = False


@dataclass
class Sorted:
    """Entries by what is to be done with them."""

    placed: list[Placed] = field(default_factory=list)
    derived: list[tuple[Entry, Meaning]] = field(default_factory=list)


def sort_entries(entries: Sequence[Entry], period: Period | None, findings: Findings) -> Sorted:
    """Give every entry of one block its scenario, or ask, or tell why it has none."""
    meanings = {entry.key: _meaning(entry, entries, period) for entry in entries}
    bare_is_actual = any(
        meaning.kind is Kind.SCENARIO and meaning.scenario is not Scenario.ACTUAL
        for meaning in meanings.values()
    )
    result = Sorted()
    pending: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        meaning = meanings[entry.key]
        if meaning.kind is Kind.DERIVED:
            result.derived.append((entry, meaning))
        elif meaning.kind is Kind.SCENARIO and meaning.scenario:
            result.placed.append(Placed(entry, meaning.scenario))
        elif meaning.kind is Kind.BARE and bare_is_actual:
            result.placed.append(Placed(entry, Scenario.ACTUAL))
        elif meaning.kind is not Kind.NO_MONTH:
            group = (meaning.why or "bare_scenario", _axis_text(entry))
            pending.setdefault(group, []).append(entry)
    doubtful = [*pending.values(), *_bare_lines(result.placed, meanings)]
    for line in doubtful:
        of = _derived_of(line, result)
        if of:
            result.derived += [(replace(entry, measure=of[id(entry)]), _BY_VALUE) for entry in line]
            keys = set(of)
            result.placed = [item for item in result.placed if id(item.entry) not in keys]
            pending = {group: kept for group, kept in pending.items() if kept is not line}
    for (why, text), group_entries in pending.items():
        result.placed += _settle(why, text, group_entries, period, findings)
    return _without_hidden(result, findings)


_BY_VALUE = Meaning(Kind.DERIVED, derived=Sign.CHANGE)


def _bare_lines(
    placed: Sequence[Placed], meanings: Mapping[tuple[int, int], Meaning]
) -> list[list[Entry]]:
    """Columns that no scenario word names: `Hit rate` between plan and actual may be derived."""
    lines: dict[int, list[Entry]] = {}
    for item in placed:
        if meanings[item.entry.key].kind is Kind.BARE:
            lines.setdefault(item.entry.column, []).append(item.entry)
    return list(lines.values())


def _derived_of(line: Sequence[Entry], result: Sorted) -> dict[int, str] | None:
    own = {id(entry) for entry in line}
    others = [(item.entry, item.scenario) for item in result.placed if id(item.entry) not in own]
    return follows_from(line, others)


def _meaning(entry: Entry, entries: Sequence[Entry], period: Period | None) -> Meaning:
    meaning = meaning_of(entry.facets, period)
    if entry.unknown and meaning.kind in (Kind.SCENARIO, Kind.BARE):
        return Meaning(Kind.UNSURE, why="unclear_header")
    if meaning.kind is not Kind.NO_MONTH or entry.facets.month is None:
        return meaning
    months = {item.facets.month.month for item in entries if item.facets.month}
    if entry.facets.version and len(months) == 1 and entry.facets.month.first is None:
        # `Actual (Oct)` beside columns without months: the month is the report's own.
        return meaning_of(replace(entry.facets, month=None), period)
    return meaning


def _axis_text(entry: Entry) -> str:
    """The words that a question about the scenario hangs on: the header, or the row's label."""
    if entry.scenario_in_row or not entry.header:
        return " ".join(entry.row_words)
    return entry.header


def _settle(
    why: str,
    text: str,
    entries: Sequence[Entry],
    period: Period | None,
    findings: Findings,
) -> list[Placed]:
    """One group of entries whose labels do not give a scenario by themselves."""
    grid = entries[0].block.grid
    cells = grid.places(entry.key for entry in entries)
    if why in ("forecast", "later_month", "other_month", "other_span", "other_year", "no_scenario"):
        findings.tell(f"outside_{why}", cells, header=text)
        return []
    options = _options(why)
    answer = findings.ask(
        why,
        (grid.name, text),
        cells,
        options,
        header=text,
        name=text,
        period=str(period) if period else "?",
    )
    if answer is None or answer == LEAVE_OUT:
        return []
    scenario = _CODES.get(answer)
    if scenario is None:
        findings.ask_again(why, (grid.name, text), cells, answer)
        return []
    return [Placed(entry, scenario) for entry in entries]


def _options(why: str) -> tuple[str, ...]:
    if why == "last_year":
        return (Scenario.PRIOR_YEAR.value, LEAVE_OUT)
    if why in ("other_months", "fiscal_months"):
        return (
            Scenario.YTD_ACTUAL.value,
            Scenario.YTD_PLAN.value,
            Scenario.YTD_PRIOR_YEAR.value,
            LEAVE_OUT,
        )
    return (*(scenario.value for scenario in Scenario), LEAVE_OUT)


def _without_hidden(result: Sorted, findings: Findings) -> Sorted:
    """Hidden columns and rows are known but not used until the user says so."""
    placed = result.placed
    by_column = _group(placed, lambda item: item.entry.column, _in_hidden_column)
    for group in by_column:
        placed = _ask_hidden("hidden_column", group, placed, findings)
    by_row = _group(placed, lambda item: item.entry.row, _in_hidden_row)
    for group in by_row:
        placed = _ask_hidden("hidden_row", group, placed, findings)
    return Sorted(placed, result.derived)


def _in_hidden_column(item: Placed) -> bool:
    return item.entry.column in item.entry.block.grid.hidden_columns


def _in_hidden_row(item: Placed) -> bool:
    return item.entry.row in item.entry.block.grid.hidden_rows and not _in_hidden_column(item)


def _group(
    placed: Iterable[Placed],
    by: Callable[[Placed], int],
    is_hidden: Callable[[Placed], bool],
) -> list[list[Placed]]:
    groups: dict[int, list[Placed]] = {}
    for item in placed:
        if is_hidden(item):
            groups.setdefault(by(item), []).append(item)
    return list(groups.values())


def _ask_hidden(
    kind: str, group: list[Placed], placed: list[Placed], findings: Findings
) -> list[Placed]:
    first = group[0].entry
    grid = first.block.grid
    label = first.header if kind == "hidden_column" else " ".join(first.row_words)
    codes = tuple(dict.fromkeys(item.scenario.value for item in group))
    options = (codes[0], LEAVE_OUT) if len(codes) == 1 else (IMPORT, LEAVE_OUT)
    cells = grid.places(item.entry.key for item in group)
    answer = findings.ask(kind, (grid.name, label), cells, options, header=label, name=label)
    chosen = _CODES.get(answer or "")
    keys = {id(item) for item in group}
    if answer == IMPORT or (chosen and len(codes) == 1):
        return [
            replace(item, scenario=chosen or item.scenario) if id(item) in keys else item
            for item in placed
        ]
    return [replace(item, hidden=True) if id(item) in keys else item for item in placed]


def is_check(meaning: Meaning) -> bool:
    return meaning.derived in (Sign.CHECK, Sign.SHARE)
