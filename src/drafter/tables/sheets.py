"""The sheets of a month read one by one, and what their names add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafter.figures.period import Period
from drafter.figures.report import LanguageCode
from drafter.figures.unit import Unit, UnitKind
from drafter.languages.headers import Sign, reading_messages
from drafter.tables.axes import Axes, is_total, measure_like, read_axes
from drafter.tables.blocks import Sheet
from drafter.tables.body_row import BodyRow
from drafter.tables.columns import Role
from drafter.tables.entries import Entry, Members, read_entries
from drafter.tables.findings import Findings
from drafter.tables.labels import Label, read_label
from drafter.tables.meanings import IMPORT, LEAVE_OUT
from drafter.tables.report_month import evidence_of
from drafter.tables.rows import read_rows
from drafter.tables.title_lines import is_meta_line
from drafter.tables.title_measures import TitleMeasure, measure_candidates, measure_in
from drafter.tables.totals_by_sums import with_totals_by_sums
from drafter.tables.unit_texts import declared_units
from drafter.tables.values import ValueKind

_LONGEST_NAME = 30


@dataclass
class SheetReading:
    """A sheet with the value cells of each block, and the rows they stand in."""

    sheet: Sheet
    blocks: list[list[Entry]] = field(default_factory=list)
    rows: list[BodyRow] = field(default_factory=list)
    axes: list[Axes] = field(default_factory=list)


def read_sheets(
    sheets: Sequence[Sheet], month: Period | None, language: LanguageCode, findings: Findings
) -> list[SheetReading]:
    """Every sheet that belongs to the month; hidden ones and other months are told or asked."""
    key = reading_messages(language)["member_key"]
    named = {frozenset(found) for sheet in sheets if (found := evidence_of(sheet).certain)}
    kept = [
        sheet
        for sheet in sheets
        if sheet.blocks and _belongs(sheet, month, len(named) > 1, findings)
    ]
    readings = [_read(sheet, key, findings) for sheet in kept]
    _name_by_titles(readings)
    return _with_sheet_names(readings, key)


def _name_by_titles(readings: Sequence[SheetReading]) -> None:
    """Blocks whose measure no header names take it from a title that names it for certain."""
    known = {
        entry.measure
        for reading in readings
        for entries in reading.blocks
        for entry in entries
        if entry.measure
    }
    for reading in readings:
        for number, (axes, entries) in enumerate(zip(reading.axes, reading.blocks, strict=True)):
            if all(entry.measure for entry in entries):
                continue
            titles = (reading.sheet.grid.name, *(line.text for line in axes.block.headings))
            found = measure_in(titles, known)
            reading.blocks[number] = [_titled(entry, found, titles) for entry in entries]


def _titled(entry: Entry, found: TitleMeasure | None, titles: Sequence[str]) -> Entry:
    if entry.measure:
        return entry
    if found is None:
        return replace(entry, measures_offered=measure_candidates(titles))
    return replace(entry, measure=found.name, unit=entry.unit or found.unit)


def _belongs(sheet: Sheet, month: Period | None, several: bool, findings: Findings) -> bool:
    """Whether a sheet is of the month; while that is open, sheets of several months wait."""
    grid = sheet.grid
    rows = {row for block in sheet.blocks for row in block.body_rows}
    used = grid.places(key for key in grid.cells if key[0] in rows)
    certain = evidence_of(sheet).certain
    if month is None and certain and several:
        return False
    if month and certain and month not in certain:
        findings.tell("other_month_sheet", used, month=certain[0], period=month)
        return False
    if grid.hidden:
        answer = findings.ask(
            "hidden_sheet", (grid.name,), used, (IMPORT, LEAVE_OUT), name=grid.name
        )
        return answer == IMPORT
    return True


def _read(sheet: Sheet, key: str, findings: Findings) -> SheetReading:
    reading = SheetReading(sheet)
    for block in sheet.blocks:
        axes = read_axes(block, sheet.titles, key, _other_units(sheet))
        rows = read_rows(axes, key)
        _tell_flaws(axes, rows, findings)
        entries = read_entries(axes, rows, _context(axes, sheet), ())
        reading.axes.append(axes)
        reading.rows += rows
        reading.blocks.append(with_totals_by_sums(_headed(axes, entries, findings)))
    return reading


def _other_units(sheet: Sheet) -> tuple[Unit, ...]:
    """Units of money that titles and notes of a sheet with one table give besides the first."""
    if len(sheet.blocks) != 1:
        return ()
    lines = [*sheet.blocks[0].headings, *sheet.titles, *sheet.notes]
    found = [unit for line in lines for unit in declared_units(line.text)]
    return tuple(unit for unit in found if unit.kind is UnitKind.CURRENCY)


def _context(axes: Axes, sheet: Sheet) -> list[Label]:
    """What lines over a block say of all its values: `1-10月累计`, a line `YTD` alone."""
    spans = any(
        label.signs & {Sign.THIS_MONTH, Sign.YEAR_TO_DATE, Sign.FULL_YEAR} or label.months
        for column in axes.labelled(Role.VALUE)
        for label in column.path
    )
    lines = [line.text for line in axes.block.headings if not is_meta_line(line.text)]
    own_name = read_label(sheet.grid.name)
    labels = [read_label(text) for text in lines]
    if not own_name.months:
        labels.insert(0, own_name)
    context = []
    for label in labels:
        if label.is_derived:
            continue  # a sheet called `进度` holds more than attainments
        ranged = any(item.first is not None for item in label.months)
        if label.is_pure and (label.signs or axes.block.follows_another):
            context.append(label)
        elif not spans and (ranged or Sign.YEAR_TO_DATE in label.signs):
            months = tuple(item for item in label.months if item.first is not None)
            context.append(Label(label.text, frozenset({Sign.YEAR_TO_DATE}), months))
    return context


def _headed(axes: Axes, entries: Sequence[Entry], findings: Findings) -> list[Entry]:
    """Only values under a header count; the others are told."""
    block = axes.block
    if not block.header_rows:
        keys = [key for key in block.grid.cells if key[0] in block.body_rows]
        findings.tell("no_header", block.grid.places(keys))
        return []
    row_speaks = bool(axes.labelled(Role.SCENARIO))
    bare = [entry for entry in entries if not entry.header and not row_speaks]
    if bare:
        findings.tell("no_column_header", block.grid.places(entry.key for entry in bare))
    return [entry for entry in entries if entry not in bare]


def _tell_flaws(axes: Axes, rows: Sequence[BodyRow], findings: Findings) -> None:
    grid = axes.block.grid
    columns = [column.column.number for column in axes.values]
    for row in rows:
        if row.flaw:
            keys = [(row.row, column) for column in columns if (row.row, column) in grid.cells]
            if keys:
                findings.tell(row.flaw, grid.places(keys), name=" ".join(row.words))


def _with_sheet_names(readings: list[SheetReading], key: str) -> list[SheetReading]:
    """Sheets with the same layout are told apart by their names: a region, a measure each."""
    for reading in readings:
        alike = [
            other
            for other in readings
            if other is not reading
            and _layout(other.axes) == _layout(reading.axes)
            and _measures(other.blocks) == _measures(reading.blocks)
        ]
        if alike and _names_differ(reading):
            name = reading.sheet.grid.name
            reading.blocks = [_named_by(name, entries, key) for entries in reading.blocks]
        _name_blocks(reading, key)
    return readings


def _name_blocks(reading: SheetReading, key: str) -> None:
    """Blocks of one sheet with the same layout are told apart by the line over each."""
    names = [_heading_name(axes) for axes in reading.axes]
    found = list(reading.blocks)
    for number, axes in enumerate(reading.axes):
        alike = [
            other
            for other in range(len(names))
            if _layout([reading.axes[other]]) == _layout([axes])
            and _overlap(reading.blocks[other], reading.blocks[number])
        ]
        told_apart = {names[other] for other in alike}
        if len(alike) > 1 and len(told_apart) == len(alike) and "" not in told_apart:
            found[number] = _named_by(names[number], reading.blocks[number], key)
    reading.blocks = found


def _overlap(one: Sequence[Entry], other: Sequence[Entry]) -> bool:
    """Whether two blocks would give values for the same figures; a continued table does not."""
    keys = [
        {(entry.measure, entry.members, entry.facets) for entry in part} for part in (one, other)
    ]
    return bool(keys[0] & keys[1])


def _heading_name(axes: Axes) -> str:
    """The name that the nearest line over a block gives, when it is nothing but a name."""
    lines = [line.text for line in axes.block.headings if not is_meta_line(line.text)]
    label = read_label(lines[-1]) if lines else None
    if label is None or label.speaks or label.unit is not None:
        return ""
    return label.rest if len(label.rest) <= _LONGEST_NAME else ""


def _layout(parts: Sequence[Axes]) -> tuple[str, ...]:
    return tuple(column.header for axes in parts for column in axes.columns)


def _measures(blocks: Sequence[Sequence[Entry]]) -> set[str]:
    return {entry.measure or "" for entries in blocks for entry in entries}


def _names_differ(reading: SheetReading) -> bool:
    label = read_label(reading.sheet.grid.name)
    return bool(label.rest) or is_total(reading.sheet.grid.name)


def _named_by(written: str, entries: list[Entry], key: str) -> list[Entry]:
    """The entries with a sheet's or heading's name as their measure or as a member."""
    name = read_label(written).rest.strip()
    measures = _measures([entries])
    if name in measures or is_total(name) or is_total(written):
        return entries
    if measures == {""} and measure_like(name):
        return [replace(entry, measure=name) for entry in entries]
    member: Members = ((key, name),)
    return [replace(entry, members=(*member, *entry.members)) for entry in entries]


def tell_uncalculated(readings: Sequence[SheetReading], findings: Findings) -> None:
    """One problem a sheet for all formulas without stored results."""
    for reading in readings:
        entries = [
            entry
            for block in reading.blocks
            for entry in block
            if entry.value.kind is ValueKind.UNCALCULATED
        ]
        if entries:
            cells = reading.sheet.grid.places(entry.key for entry in entries)
            findings.tell("uncalculated", cells)
