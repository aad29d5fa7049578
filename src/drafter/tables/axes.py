"""Which axis of a block names the measure, and what the other names are members of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.figures.unit import Unit
from drafter.languages.headers import fold, header_words
from drafter.languages.measure_words import is_total_member, names_any
from drafter.tables.blocks import Block, Line, shown
from drafter.tables.columns import Column, Role, is_word, read_columns
from drafter.tables.labels import Label, read_label, tidy
from drafter.tables.title_measures import without_month_and_unit
from drafter.tables.unit_texts import known_unit, title_units, unit_in_brackets


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A value column: its measure and unit where the header names them, and its members.

    `members` are (key, name) pairs; a column of totals has fewer.
    """

    column: Column
    measure: str | None
    unit: Unit | None
    members: tuple[tuple[str, str], ...] = ()
    unknown: str = ""  # a word beside a scenario word that names no member for certain


@dataclass
class Axes:
    """How a block is to be read."""

    block: Block
    columns: list[Column]
    values: list[ValueColumn] = field(default_factory=list)
    measure: str | None = None  # of the whole block, from its corner or a line above
    unit: Unit | None = None  # beside that measure
    line_units: tuple[Unit, ...] = ()  # from lines above the table: for what each fits

    def labelled(self, *roles: Role) -> list[Column]:
        return [column for column in self.columns if column.role in roles]


def is_total(text: str) -> bool:
    words, folded = header_words(), fold(text.strip())
    if is_word(text, words.totals) or is_total_member(text):
        return True
    return any(re.fullmatch(pattern, folded) for pattern in words.whole_all)


def measure_like(text: str) -> bool:
    """Whether a name sounds like something that is counted."""
    bare, unit = unit_in_brackets(text)
    return unit is not None or names_any(fold(bare), header_words().measure_words)


def read_axes(
    block: Block, titles: Sequence[Line], default_key: str, declared: Sequence[Unit] = ()
) -> Axes:
    """Decide the axes of a block; `titles` are the lines over the whole sheet.

    `declared` are the units of money that any line of the sheet gives: rivals of the first.
    """
    axes = Axes(block, read_columns(block))
    values = axes.labelled(Role.VALUE)
    lines = [line.text for line in (*block.headings, *titles)]
    axes.line_units = _corner_units(axes) or next(
        (units for text in lines if (units := title_units(text))), ()
    )
    axes.line_units = _with_rivals(axes.line_units, declared)
    unclear = _unclear_names(values)
    named = [column for column in _columns_with_names(values) if column not in unclear]
    if not _rows_name_the_measure(axes, named):
        _take_corner(axes, named)
    if not axes.labelled(Role.MEASURE) and axes.measure is None and not named:
        _take_lines(axes, block, lines)
    rows_name = bool(axes.labelled(Role.MEASURE)) or axes.measure is not None
    if rows_name:
        axes.values = _member_columns(axes, values, default_key)
    else:
        known = [column for column in values if column not in unclear]
        unknown = [ValueColumn(item, None, item.unit, (), item.inner) for item in unclear]
        found = [*_measure_columns(known, default_key), *unknown]
        axes.values = sorted(found, key=lambda item: item.column.number)
    return axes


def _with_rivals(units: tuple[Unit, ...], declared: Sequence[Unit]) -> tuple[Unit, ...]:
    """Where one line says 万元 and another 元, neither is certain: both are offered."""
    found = list(units)
    for rival in declared:
        if found and not any(_same(rival, unit) for unit in found):
            found.append(rival)
    return tuple(found)


def _same(one: Unit, other: Unit) -> bool:
    return (one.kind, one.base, one.factor) == (other.kind, other.base, other.factor)


def _unclear_names(values: Sequence[Column]) -> list[Column]:
    """`Committed` beside Actual and Plan is a scenario nobody knows, not a measure."""
    if not any(not column.names and _says_scenario(column) for column in values):
        return []
    return [
        column
        for column in _columns_with_names(values)
        if column.unit is None
        and not any(label.speaks for label in column.path)
        and not any(map(measure_like, column.names))
    ]


def _corner_units(axes: Axes) -> tuple[Unit, ...]:
    """A corner that is nothing but a unit (`EUR k`) holds for all values."""
    corners = axes.labelled(Role.DIMENSION, Role.SCENARIO)
    return tuple(
        unit
        for column in corners
        if (unit := known_unit(column.header))
        and not is_word(column.header, header_words().dimension_headers)
    )


def _columns_with_names(values: Sequence[Column]) -> list[Column]:
    """Value columns whose header names something besides scenario and total."""
    return [
        column
        for column in values
        if any(not is_total(name) for name in column.names)
        and not all(label.is_derived for label in column.path[-1:])
    ]


def _rows_name_the_measure(axes: Axes, named: Sequence[Column]) -> bool:
    """Turn the label column that holds measures into one; False when there is none."""
    if axes.labelled(Role.MEASURE):
        return True
    candidates = axes.labelled(Role.DIMENSION)
    if not candidates:
        return False
    words, inner = header_words(), candidates[-1]
    texts = _texts(axes.block, inner)
    like = sum(1 for text in texts if measure_like(text) and not is_total(text))
    known = _names_a_dimension(inner.inner)
    weak = is_word(inner.inner, words.weak_measure_headers)
    has_units = bool(axes.labelled(Role.UNIT))
    if named and not has_units:
        columns_like = sum(1 for column in named if any(map(measure_like, column.names)))
        takes = not known and columns_like == 0 and like * 2 > len(texts)
    elif has_units:
        takes = not known or like * 2 > len(texts)
    else:
        takes = not known and inner.unit is None and ((weak and like > 0) or like * 2 > len(texts))
    if takes:
        axes.columns = [
            column.at(Role.MEASURE) if column is inner else column for column in axes.columns
        ]
    return takes


def _names_a_dimension(header: str) -> bool:
    """`Region`, `Sales office`: the last word says what the rows are, unless `by` stands before."""
    words = header_words().dimension_headers
    parts = fold(header).split()
    return is_word(header, words) or (
        len(parts) > 1 and parts[-1] in words and "by" not in parts and len(parts) <= 3
    )


def _texts(block: Block, column: Column) -> list[str]:
    found = {
        tidy(cell.text)
        for row in block.body_rows
        if (cell := block.grid.at(row, column.number)) is not None and cell.text
    }
    return sorted(found)


def _take_corner(axes: Axes, named: Sequence[Column]) -> None:
    """`Revenue ($ million)` over a column of scenarios or of members names the measure."""
    for column in axes.labelled(Role.SCENARIO, Role.DIMENSION):
        if not column.path:
            continue
        label = column.path[-1]
        words = header_words()
        if _names_a_dimension(label.text) or is_word(label.text, words.scenario_headers):
            continue
        if is_word(label.text, words.weak_measure_headers | words.measure_headers):
            continue
        columns_are_measures = any(any(map(measure_like, item.names)) for item in named)
        if label.rest and (
            label.unit is not None
            or (column.role is Role.SCENARIO and not columns_are_measures)
            or (measure_like(label.rest) and not columns_are_measures and not named)
        ):
            axes.measure, axes.unit = label.rest, label.unit
            if column.role is Role.DIMENSION and not any(
                item.role is Role.DIMENSION for item in axes.columns if item is not column
            ):
                axes.columns = [
                    Column(item.number, (), item.role, item.numeric, item.worded)
                    if item is column
                    else item
                    for item in axes.columns
                ]
            return


def _take_lines(axes: Axes, block: Block, lines: Sequence[str]) -> None:
    """A measure that a line above names: `指标：不含税销售收入`, `Revenue ($ million)`."""
    for text in lines:
        for pattern in header_words().measure_line_patterns:
            match = re.search(pattern, fold(text))
            if match:
                written = text[match.start("measure") : match.end("measure")]
                written = re.split(r"\s{2,}|\u3000|\s\S{1,6}[:：]", written.strip())[0].strip()
                bare, unit = unit_in_brackets(written)
                axes.unit = unit or without_month_and_unit(text)[1]
                axes.measure = read_label(bare).rest or bare
                return
    for line in block.headings:
        label = read_label(line.text)
        plain_name = measure_like(label.rest) and not re.search(r"[:：]", label.rest)
        if label.unit and plain_name and not label.speaks and len(label.rest) <= 40:
            axes.measure, axes.unit = label.rest, label.unit
            return


def _member_columns(axes: Axes, columns: Sequence[Column], default_key: str) -> list[ValueColumn]:
    """Names over the columns are members: the rows or the corner name the measure.

    A word in one cell with a scenario word (`本月XX`) is a member only in the company of other
    such words; alone it is an unknown scenario. The one value column of a long table (`Amount`)
    names nothing.
    """
    mixed = {label.rest for column in columns for label in column.path if _is_mixed(label)}
    generic = header_words().value_headers
    scenarios = [column for column in columns if not column.names and _says_scenario(column)]
    named = [name for column in columns for name in set(column.names) if not is_total(name)]
    doubtful = mixed if len(mixed) < 2 else set()
    if scenarios:
        doubtful |= {name for name in named if named.count(name) == 1}
    found = []
    for column in columns:
        names = [name for name in column.names if not is_total(name) and not is_word(name, generic)]
        unknown = " ".join(name for name in names if name in doubtful)
        keys = _member_keys(axes, len(names), default_key)
        members = tuple(zip(keys, names, strict=True)) if not unknown else ()
        found.append(ValueColumn(column, None, column.unit, members, unknown))
    return found


def _says_scenario(column: Column) -> bool:
    return any(label.speaks and not label.is_derived for label in column.path)


def _is_mixed(label: Label) -> bool:
    return bool(label.signs) and bool(label.rest) and not is_total(label.rest)


def _member_keys(axes: Axes, count: int, default_key: str) -> list[str]:
    """A corner such as `指标\\区域` names the key of the columns."""
    key = default_key
    for column in axes.labelled(Role.MEASURE, Role.SCENARIO, Role.DIMENSION):
        parts = re.split(r"[\\/／|]", column.inner)
        for part in parts[1:] if len(parts) == 2 else ():
            if is_word(part, header_words().dimension_headers):
                key = part.strip()
    return [key if number == 0 else f"{key} {number + 1}" for number in range(count)]


def _measure_columns(values: Sequence[Column], default_key: str) -> list[ValueColumn]:
    """Names over the columns are measures; a scenario alone belongs to the measure on its left."""
    depth = max((len(_parts(column)) for column in values), default=0)
    measure_level = _measure_level(values) if depth > 1 else 0
    found: list[ValueColumn] = []
    carried: tuple[str | None, Unit | None] = (None, None)
    for column in values:
        parts = _parts(column)
        if not parts:
            measure, unit = carried[0], column.unit or carried[1]
            found.append(ValueColumn(column, measure, _kept(column, unit)))
            continue
        level = min(measure_level, len(parts) - 1)
        name, unit = parts[level][0], parts[level][1] or column.unit
        members = tuple(
            (default_key, part)
            for number, (part, _) in enumerate(parts)
            if number != level and not is_total(part)
        )
        found.append(ValueColumn(column, name, unit, members))
        if not any(label.is_derived for label in column.path):
            carried = (name, unit)
    return found


def _kept(column: Column, unit: Unit | None) -> Unit | None:
    """A derived column's own percent sign is no unit of the measure."""
    return unit if not any(label.is_derived for label in column.path) else column.unit


def _parts(column: Column) -> list[tuple[str, Unit | None]]:
    return [(label.rest, label.unit) for label in column.path if label.rest]


def _measure_level(values: Sequence[Column]) -> int:
    """Which of several header levels sounds most like measures; the inner one in doubt."""
    scores: dict[int, int] = {}
    for column in values:
        for level, (name, unit) in enumerate(_parts(column)):
            scores[level] = scores.get(level, 0) + (1 if unit or measure_like(name) else 0)
    return max(scores, key=lambda level: (scores[level], level), default=0)


def row_text(block: Block, row: int, column: Column) -> str:
    """The label of a row in a column, a merged one included; leading spaces kept."""
    cell = block.grid.at(row, column.number)
    if cell is None:
        return ""
    return cell.text if cell.text is not None else shown(cell)


def read_row_label(text: str) -> Label:
    return read_label(tidy(text))
