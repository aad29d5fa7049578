"""Figures in running text, as people report them in a chat: `大连：计划2500万元，实际3085万元`.

Only what a label names for certain becomes a figure; a line with anything else stays in the notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from drafter.figures.decimals import EXACT, divide, plain
from drafter.figures.period import Period
from drafter.figures.report import Figure, LanguageCode
from drafter.figures.scenario import Scenario
from drafter.figures.unit import PERCENT, Unit, UnitKind
from drafter.languages.headers import fold, header_words, reading_messages
from drafter.languages.quantities import read_quantities
from drafter.languages.quantity import Quantity, QuantityKind
from drafter.tables.axes import is_total, measure_like
from drafter.tables.blocks import is_note
from drafter.tables.facts import answered_number
from drafter.tables.findings import Findings
from drafter.tables.grid import Grid
from drafter.tables.labels import Label, read_label
from drafter.tables.meanings import LEAVE_OUT
from drafter.tables.scenarios import Kind, facets_of, meaning_of
from drafter.tables.title_measures import known_name
from drafter.tables.unit_choice import can_be_money, money_of_scale
from drafter.tables.unit_texts import unit_of

_SENTENCE = re.compile(r"[。；;!！?？]|\.\s")
_EDGES = " \t,，、:：()（）-–—。.;；"
_LONGEST_NAME = 12


@dataclass(frozen=True, slots=True)
class _Said:
    """One number of the text with the words before it."""

    line: int
    quantity: Quantity
    words: str
    label: Label
    subject: str | None
    measure: str | None

    @property
    def place(self) -> str:
        return f"L{self.line}:{self.text}"

    @property
    def text(self) -> str:
        """The words and the number as one would quote them."""
        glue = " " if self.words[-1:].isascii() and self.words else ""
        return f"{self.words}{glue}{self.quantity.text}"


@dataclass(frozen=True, slots=True)
class _ChatFact:
    said: _Said
    scenario: Scenario
    value: Decimal  # unscaled
    unit: Unit | None


@dataclass
class ChatReading:
    """The figures of a text, and the lines that stay notes."""

    figures: tuple[Figure, ...] = ()
    notes: list[str] = field(default_factory=list)


def read_chat(
    grid: Grid, month: Period | None, language: LanguageCode, findings: Findings
) -> ChatReading:
    """Read the lines of a text grid; places are `L5:...`."""
    texts = {row: cells[0].text or "" for row, cells in grid.rows.items()}
    measure = _theme(texts.values(), language)
    facts: list[_ChatFact] = []
    reading = ChatReading()
    for row, text in texts.items():
        said = [] if is_note(text) else _sayings(row, text, measure, language)
        found, complete = _line_facts(said, month, findings)
        facts += found
        if not said or not complete:
            reading.notes.append(text.strip())
    units = _units(facts, findings)
    reading.figures = _figures(facts, units, reading_messages(language)["member_key"])
    return reading


def _theme(texts: Iterable[str], language: LanguageCode) -> str | None:
    """The measure that a line without figures names: `现将10月份回款情况汇报如下`."""
    for text in texts:
        numbers = [item for item in read_quantities(text, language) if item.why_not is None]
        if not numbers:
            found = known_name(text, header_words().measure_names)
            if found:
                at = fold(text).find(found)
                return text[at : at + len(found)]
    return None


def _sayings(row: int, text: str, theme: str | None, language: LanguageCode) -> list[_Said]:
    """The numbers of a line, each with its subject and measure carried along the line."""
    found: list[_Said] = []
    carried = _Carried(theme, theme)
    cursor = 0
    for quantity in read_quantities(text, language):
        if quantity.why_not == "list number":
            cursor = quantity.end
        if quantity.why_not is not None:
            continue
        parts = _SENTENCE.split(text[cursor : quantity.start])
        cursor = quantity.end
        if len(parts) > 1:
            carried = _Carried(theme, theme)
        words, label = carried.hear(parts[-1])
        found.append(_Said(row, quantity, words, label, carried.subject, carried.measure))
    return found


@dataclass
class _Carried:
    """What a sentence has named so far. `subject` "" is the whole, None was not named."""

    theme: str | None
    measure: str | None
    subject: str | None = None
    listing: bool = False  # behind 其中: bare names are members

    def hear(self, written: str) -> tuple[str, Label]:
        """Take in the words before a number; those that speak of it, and their label."""
        head, colon, tail = written.replace("：", ":").rpartition(":")
        words = _bare(tail)
        if _of_which(tail.strip(_EDGES)):
            self.listing = True
        if colon:
            headed = read_label(_bare(head)) if _bare(head) else Label("")
            self._name(_bare(headed.rest), certain=True)
            if headed.is_pure:
                words = f"{headed.text} {words}".strip()
        label = read_label(words) if words else Label("")
        name = _bare(label.rest)
        # `长春 计划960万` names a member; `我办计划960万` may be anything.
        apart = words.startswith(f"{name} ")
        self._name(name, certain=apart or self.listing)
        return words, label

    def _name(self, name: str, *, certain: bool) -> None:
        if not name:
            return
        if is_total(name):
            self.subject = ""
        elif fold(name) in header_words().measure_names:
            if name != self.measure:
                self.subject = None
            self.measure = name
        elif certain and not measure_like(name):
            self.subject = name
        else:
            self.measure = None


def _of_which(text: str) -> str:
    """The of-which word that a text begins with, or nothing."""
    words = sorted(header_words().of_which, key=len, reverse=True)
    return next((word for word in words if fold(text).startswith(word)), "")


def _bare(text: str) -> str:
    """A name without of-which words, hedges and punctuation at its edges."""
    text = text.strip(_EDGES)
    text = text[len(_of_which(text)) :].strip(_EDGES)
    for hedge in header_words().hedges:
        if text.endswith(hedge if not hedge.isascii() else f" {hedge}") or text == hedge:
            text = text[: -len(hedge)].strip(_EDGES)
    return text.strip(_EDGES)


def _line_facts(
    said: Sequence[_Said], month: Period | None, findings: Findings
) -> tuple[list[_ChatFact], bool]:
    """The facts of one line, and whether every number of it became one."""
    facts: list[_ChatFact] = []
    attainments: list[_Said] = []
    complete = True
    for item in said:
        meaning = meaning_of(facets_of(item.label), month)
        scenario = meaning.scenario
        if meaning.kind is Kind.DERIVED:
            attainments.append(item)
            complete = False
            continue
        if meaning.kind is Kind.OUTSIDE:
            findings.tell("next_month_text", item.place, text=item.text)
        if meaning.kind is Kind.BARE and _has_plan(item, said, month):
            scenario = Scenario.ACTUAL
        fact = _fact(item, scenario, findings) if scenario else None
        complete = complete and fact is not None
        facts += [fact] if fact else []
    for item in attainments:
        _check_attainment(item, facts, said, findings)
    return facts, complete


def _has_plan(item: _Said, said: Sequence[_Said], month: Period | None) -> bool:
    """A number without a scenario word is the actual where its measure's plan stands beside it."""
    return item.measure is not None and any(
        other.measure == item.measure
        and meaning_of(facets_of(other.label), month).scenario is Scenario.PLAN
        for other in said
    )


def _fact(item: _Said, scenario: Scenario, findings: Findings) -> _ChatFact | None:
    quantity = item.quantity
    names = (item.subject or "", item.measure or "")
    if item.measure is None or any(len(name) > _LONGEST_NAME for name in names):
        return None
    unit = quantity.written_unit
    if quantity.kind is QuantityKind.PERCENT:
        unit = PERCENT
    value = quantity.value
    if quantity.hedge is not None or value is None:
        kind = "approximate" if value is not None else "unreadable_number"
        options = () if value is None or unit is None else (plain(value / unit.factor),)
        layout = (item.words, *names)
        answer = findings.ask(
            kind, layout, item.place, (*options, LEAVE_OUT), text=quantity.text, name=item.words
        )
        number = answered_number(answer) if answer else None
        if number is None:
            return None
        value = EXACT.multiply(number.value, unit.factor if unit else Decimal(1))
    return _ChatFact(item, scenario, value, unit)


def _check_attainment(
    item: _Said, facts: Sequence[_ChatFact], said: Sequence[_Said], findings: Findings
) -> None:
    """A rate without its actual is asked about, not computed back; with both it is checked."""
    values = {fact.scenario: fact.value for fact in facts if fact.said.subject == item.subject}
    named = [other for other in said if other.subject == item.subject and other is not item]
    actual, plan = values.get(Scenario.ACTUAL), values.get(Scenario.PLAN)
    text = item.text
    if actual is None and not any(Scenario.ACTUAL.value in other.label.signs for other in named):
        layout = (item.words, item.subject or "", item.measure or "")
        findings.ask("missing_actual", layout, item.place, (LEAVE_OUT,), text=text)
    ratio = divide(actual * 100, plan) if actual is not None and plan is not None else None
    shown = item.quantity.value
    step = item.quantity.step or Decimal(1)
    if ratio is not None and shown is not None and abs(ratio - shown) > step:
        findings.tell(
            "wrong_derived",
            item.place,
            header=item.words,
            shown=item.quantity.text,
            formula=f"{plain(actual or ratio)} / {plain(plan or ratio)}",
            expected=f"{plain(round(ratio, 2))}%",
        )


def _figures(
    facts: Sequence[_ChatFact], units: Mapping[str, Unit | None], key: str
) -> tuple[Figure, ...]:
    """One figure a measure and subject, in one unit for each measure."""
    groups: dict[tuple[str, str], list[_ChatFact]] = {}
    for fact in facts:
        if units.get(fact.said.measure or "") is not None:
            groups.setdefault((fact.said.measure or "", fact.said.subject or ""), []).append(fact)
    figures = []
    for (measure, subject), group in groups.items():
        unit = units[measure]
        assert unit is not None
        values: dict[Scenario, Decimal] = {}
        cells: dict[Scenario, str] = {}
        for fact in group:
            if fact.scenario not in values:
                unscaled = fact.unit is not None
                values[fact.scenario] = (
                    EXACT.divide(fact.value, unit.factor) if unscaled else fact.value
                )
                cells[fact.scenario] = fact.said.place
        members = {key: subject} if subject else {}
        ordered = {scenario: values[scenario] for scenario in Scenario if scenario in values}
        figures.append(Figure(measure, unit, ordered, members, cells=cells))
    return tuple(figures)


def _units(facts: Sequence[_ChatFact], findings: Findings) -> dict[str, Unit | None]:
    """The unit of each measure: the one that most of its numbers are written in."""
    by_measure: dict[str, list[_ChatFact]] = {}
    for fact in facts:
        by_measure.setdefault(fact.said.measure or "", []).append(fact)
    return {
        measure: _written_unit(measure, group) or _asked_unit(measure, group, findings)
        for measure, group in by_measure.items()
    }


def _written_unit(measure: str, group: Sequence[_ChatFact]) -> Unit | None:
    written = [fact.unit for fact in group if fact.unit is not None and fact.unit.base]
    bare = [fact.unit for fact in group if fact.unit is None or not fact.unit.base]
    if not written:
        scales = {unit.written.strip() for unit in bare if unit is not None}
        if len(scales) == 1 and len(bare) == len(group) and None not in bare:
            return money_of_scale(scales.pop(), measure)
        return None
    money = all(unit.kind is UnitKind.CURRENCY for unit in written)
    if len({(unit.kind, unit.base) for unit in written}) > 1 or None in bare:
        return None
    if bare and not (money and can_be_money(measure)):
        return None
    most = max(written, key=written.count)
    return replace(most, written=" ".join(most.written.split()))


def _asked_unit(measure: str, group: Sequence[_ChatFact], findings: Findings) -> Unit | None:
    cells = ", ".join(fact.said.place for fact in group)
    answer = findings.ask("unit", ("text", measure), cells, (), measure=measure)
    return unit_of(answer) if answer and answer != LEAVE_OUT else None
