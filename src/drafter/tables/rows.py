"""The rows of a block: members, totals, children, the measure, unit and scenario of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.figures.unit import Unit
from drafter.languages.headers import fold, header_words
from drafter.tables.axes import Axes, is_total, measure_like, row_text
from drafter.tables.blocks import is_section
from drafter.tables.body_row import BodyRow
from drafter.tables.columns import Column, Role, is_word
from drafter.tables.indented import with_checked_parts
from drafter.tables.labels import Label, read_label, tidy
from drafter.tables.unit_texts import unit_in_brackets, unit_of

_NUMBERING = re.compile(
    r"^(?:[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]\s*|(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．](?!\d)\s*)(?=\S)"
)

# Marks behind a name that point to a note: `Mill Lane[^1]`, `Hamburg *`; m² is a unit.
_FOOTNOTE = re.compile(r"(?<=\S)\s*(?:\[\^\w{1,8}\]|\[\d{1,2}\]|[*†‡]+|(?<!m)[¹²³⁴⁵⁶⁷⁸⁹⁰]+)$")


@dataclass(frozen=True, slots=True)
class _Name:
    """A row label: its text without numbering and of-which words, and how deep it stands."""

    text: str
    indent: int = 0
    of_which: bool = False
    merged: bool = False


def read_rows(axes: Axes, default_key: str) -> list[BodyRow]:
    """The rows in order, sections applied."""
    return _Rows(axes, default_key).read()


class _Rows:
    def __init__(self, axes: Axes, default_key: str) -> None:
        self.axes, self.block, self.default_key = axes, axes.block, default_key
        self.labels = axes.labelled(Role.DIMENSION, Role.MEASURE, Role.SCENARIO)
        self.dimensions = axes.labelled(Role.DIMENSION)
        self.innermost = self.labels[-1] if self.labels else None
        self.last: dict[int, str] = {}
        self.parents: dict[int, BodyRow] = {}
        self.levels: list[tuple[int, BodyRow]] = []  # rows by indent, outer first
        self.section: str | None = None
        self.columns_speak = any(
            label.speaks for column in axes.labelled(Role.VALUE) for label in column.path
        )
        self.has_subtotals = any(
            _total_word(tidy(row_text(self.block, row, column))) == "subtotal"
            for row in self.block.body_rows
            for column in self.dimensions
        )

    def read(self) -> list[BodyRow]:
        rows = []
        sections = dict(self.block.sections)
        for row in self.block.body_rows:
            for at in [at for at in sections if at < row]:
                text = sections.pop(at)
                if is_section(self.block.grid, at, text):
                    self.section = _NUMBERING.sub("", tidy(text)).strip(" :：")
                    self.last.clear()
            rows.append(self._row(row))
        return with_checked_parts(self.axes, rows)

    def _row(self, row: int) -> BodyRow:
        own = {column.number: self._own(row, column) for column in self.labels}
        texts = self._filled(own)
        words = tuple(name.text for name in texts.values() if name.text)
        if self.labels and not any(name.text or name.merged for name in own.values()):
            return BodyRow(row, (), flaw="unnamed_row")
        found = self._with_members(BodyRow(row, words), own, texts)
        found = self._with_measure(found, own, texts)
        found = self._with_scenario(found, texts)
        found = self._with_section(found)
        unit = self._unit(row)
        return replace(found, unit=unit) if unit else found

    def _own(self, row: int, column: Column) -> _Name:
        span = self.block.grid.merge_at(row, column.number)
        if span is not None and span.left < column.number:
            return _Name("", merged=True)  # one label over several columns stands in the first
        raw = row_text(self.block, row, column).replace("\u3000", "  ").replace("\u00a0", " ")
        cell = self.block.grid.at(row, column.number)
        indent = len(raw) - len(raw.lstrip()) + 2 * (cell.indent if cell else 0)
        text = _FOOTNOTE.sub("", _NUMBERING.sub("", tidy(raw)))
        for start in header_words().of_which:
            if fold(text).startswith(start):
                rest = text[len(start) :].strip(" :：,，-–")
                return _Name(rest, indent, of_which=True)
        return _Name(text, indent)

    def _filled(self, own: dict[int, _Name]) -> dict[int, _Name]:
        """Blank outer labels repeat the one above; a new outer label ends the inner ones."""
        texts: dict[int, _Name] = {}
        for column in self.labels:
            name = own[column.number]
            if name.text:
                if self.last.get(column.number) != name.text:
                    for inner in self.labels:
                        if inner.number > column.number:
                            self.last.pop(inner.number, None)
                if not _total_word(name.text):
                    self.last[column.number] = name.text
            elif column is not self.innermost and not (name.merged or self._has_total(own, column)):
                name = _Name(self.last.get(column.number, ""))
            texts[column.number] = name
        return texts

    def _has_total(self, own: dict[int, _Name], column: Column) -> bool:
        """A total written left of here leaves the rest of the labels blank on purpose."""
        return any(
            _total_word(own[item.number].text)
            for item in self.dimensions
            if item.number < column.number
        )

    def _with_members(
        self, found: BodyRow, own: dict[int, _Name], texts: dict[int, _Name]
    ) -> BodyRow:
        members: list[tuple[str, str]] = []
        for position, column in enumerate(self.dimensions):
            name = texts[column.number]
            kind = _total_word(own[column.number].text)
            key = self._key(column)
            if kind == "average":
                return replace(found, flaw="average_row")
            if kind:
                return self._total(found, kind, position, tuple(members), own)
            if name.of_which and name.text:
                return self._part(found, column, key, name.text, tuple(members))
            if name.text:
                members.append((key, name.text))
        found = replace(found, members=tuple(members))
        if len(self.dimensions) == 1 and not self.axes.labelled(Role.MEASURE):
            found = self._under_parent(found, own[self.dimensions[0].number])
        if self.dimensions:
            self.parents[self.dimensions[-1].number] = found
        return found

    def _under_parent(self, found: BodyRow, name: _Name) -> BodyRow:
        """`Retail` set in below `Domestic` is a part of it, as in a pivot table."""
        self.levels = [(depth, row) for depth, row in self.levels if depth < name.indent]
        if self.levels and found.members:
            parent = self.levels[-1][1]
            key = found.members[0][0]
            own = self.default_key if self.default_key != key else f"{key} 2"
            own = own if len(self.levels) == 1 else f"{own} {len(self.levels)}"
            found = replace(
                found,
                members=(*parent.members, (own, name.text)),
                child_of=parent.row,
                by_indent=True,
            )
        self.levels.append((name.indent, found))
        return found

    def _key(self, column: Column) -> str:
        return column.path[-1].text if column.path else self.default_key

    def _total(
        self,
        found: BodyRow,
        kind: str,
        position: int,
        members: tuple[tuple[str, str], ...],
        own: dict[int, _Name],
    ) -> BodyRow:
        """A total of everything, or of the group that the outer labels name."""
        column = self.dimensions[position]
        bare = _without_total_word(own[column.number].text)
        deeper = position < len(self.dimensions) - 1
        found = replace(found, is_total=True)
        self.levels.clear()
        if bare:
            return self._named_total(found, bare, position, members)
        group = self.last.get(column.number)
        if kind == "subtotal":
            self.last.pop(column.number, None)
            if deeper and group:
                return replace(found, members=(*members, (self._key(column), group)))
            if members:
                return replace(found, members=members)
            return found if self.section else replace(found, flaw="unnamed_subtotal")
        self.parents[column.number] = replace(found, members=())
        outer = self.dimensions[position - 1] if position else None
        if outer is not None and not own[outer.number].text and self._ends_all(found.row, outer):
            return found
        if outer is not None and own[outer.number].text and members:
            return replace(found, members=members)
        if members and not self.has_subtotals and found.row != self.block.body_rows[-1]:
            return replace(found, members=members)
        return found

    def _ends_all(self, row: int, outer: Column) -> bool:
        """Whether only totals follow where every other row has its outer label written out."""
        ordinary = [
            at
            for at in self.block.body_rows
            if not any(
                _total_word(tidy(row_text(self.block, at, column))) for column in self.dimensions
            )
        ]
        written = all(row_text(self.block, at, outer).strip() for at in ordinary)
        return written and all(at < row for at in ordinary)

    def _named_total(
        self, found: BodyRow, bare: str, position: int, members: tuple[tuple[str, str], ...]
    ) -> BodyRow:
        """`辽宁小计`, `Liaoning total`: the total of the group that it names."""
        if bare == self.section:
            return found
        names = [name for _, name in members]
        if bare in names:
            return replace(found, members=members[: names.index(bare) + 1])
        group = self.last.get(self.dimensions[position].number)
        if bare != group and found.row == self.block.body_rows[-1] and not members:
            return found
        return replace(found, members=(*members, (self._key(self.dimensions[position]), bare)))

    def _part(
        self,
        found: BodyRow,
        column: Column,
        key: str,
        name: str,
        members: tuple[tuple[str, str], ...],
    ) -> BodyRow:
        """`其中：大连` below a total is a member; below a member it is a part of that."""
        parent = self.parents.get(column.number)
        if parent is None or parent.is_total:
            return replace(
                found, members=(*members, (key, name)), child_of=parent.row if parent else None
            )
        part_key = self.default_key if self.default_key != key else f"{key} 2"
        return replace(found, members=(*parent.members, (part_key, name)), child_of=parent.row)

    def _with_measure(
        self, found: BodyRow, own: dict[int, _Name], texts: dict[int, _Name]
    ) -> BodyRow:
        columns = self.axes.labelled(Role.MEASURE)
        if not columns or found.flaw:
            return found
        column = columns[-1]
        name = texts[column.number]
        if not name.text:
            return replace(found, flaw="unnamed_row")
        bare, unit = unit_in_brackets(name.text)
        label = read_label(name.text)
        if not self.columns_speak and label.speaks and label.rest:
            bare = label.rest
            found = replace(found, facets=(label,))
        parent = self.parents.get(column.number)
        deeper = name.of_which or (name.indent > 0 and own[column.number].text)
        if deeper and parent is not None and parent.members[: len(found.members)] == found.members:
            members = (*found.members, (self.default_key, bare))
            return replace(
                found,
                measure=parent.measure,
                unit=unit or parent.unit,
                members=members,
                child_of=parent.row,
                by_indent=not name.of_which,
            )
        found = replace(found, measure=bare, unit=unit)
        self.parents[column.number] = replace(found, unit=unit or self._unit(found.row))
        return found

    def _with_scenario(self, found: BodyRow, texts: dict[int, _Name]) -> BodyRow:
        labels = [
            read_label(texts[column.number].text)
            for column in self.axes.labelled(Role.SCENARIO)
            if texts[column.number].text
        ]
        for column in self.axes.labelled(Role.PERIOD):
            text = row_text(self.block, found.row, column)
            labels.append(Label(text, months=read_label(text).months))
        return replace(found, facets=(*found.facets, *labels))

    def _with_section(self, found: BodyRow) -> BodyRow:
        """A section line heads its rows: a scenario, the measure, or a group of members."""
        if self.section is None or found.flaw:
            return found
        label = read_label(self.section)
        if label.is_pure:
            return replace(found, facets=(label, *found.facets))
        has_measure = found.measure or self.axes.measure
        named = any(column.measure for column in self.axes.values)
        if not has_measure and not named and (label.unit or measure_like(label.rest)):
            return replace(found, measure=label.rest, unit=found.unit or label.unit)
        if found.is_total and not _total_word_of(found, "subtotal"):
            return found
        return replace(found, members=((self.default_key, self.section), *found.members))

    def _unit(self, row: int) -> Unit | None:
        for column in self.axes.labelled(Role.UNIT):
            text = row_text(self.block, row, column)
            if text.strip():
                return unit_of(text)
        return None


def _total_word(text: str) -> str:
    """`total`, `subtotal`, `average`, or nothing; a name may stand before or behind the word."""
    words = header_words()
    if not text:
        return ""
    folded = fold(text)
    if is_word(text, words.averages) or any(
        re.fullmatch(pattern, folded) for pattern in words.average_patterns
    ):
        return "average"
    if is_word(text, words.subtotals):
        return "subtotal"
    if is_total(text):
        return "total"
    for names, kind in ((words.subtotals, "subtotal"), (_ENDINGS, "total")):
        if any(folded.endswith(_spaced(name)) for name in names):
            return kind
    if any(folded.startswith(f"{name} ") for name in words.subtotals):
        return "subtotal"
    return "total" if folded.startswith("total ") and not measure_like(text) else ""


# Only these are read at the end of a name: `华东合计` is a total, `Sales total` may be a measure.
_ENDINGS = frozenset({"合计", "总计", "汇总", "total"})


def _spaced(name: str) -> str:
    return f" {name}" if name.isascii() else name


def _without_total_word(text: str) -> str:
    words = header_words()
    if is_total(text) or is_word(text, words.subtotals):
        return ""
    folded = fold(text)
    for name in sorted(words.subtotals | _ENDINGS, key=len, reverse=True):
        if folded.endswith(_spaced(name)):
            return text[: len(text) - len(name)].strip(" -–:：()（）")
    for name in sorted((*words.subtotals, "total"), key=len, reverse=True):
        if folded.startswith(f"{name} "):
            return text[len(name) :].strip(" -–:：()（）")
    return text


def _total_word_of(found: BodyRow, kind: str) -> bool:
    return any(_total_word(word) == kind for word in found.words)
