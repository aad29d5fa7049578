"""The same figure in more than one place: the same value counts once, others are asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.figures.decimals import EXACT
from drafter.figures.scenario import Scenario
from drafter.tables.facts import Fact
from drafter.tables.findings import Findings
from drafter.tables.meanings import LEAVE_OUT

_Line = tuple[int, str, int]  # (block, "row" or "column", its number)


def without_duplicates(facts: Sequence[Fact], findings: Findings) -> list[Fact]:
    """One fact a figure and scenario; lines that contradict each other are held back whole."""
    held: set[int] = set()
    repeated: set[int] = set()
    by_line: dict[_Line, list[Fact]] = {}
    for fact in facts:
        for kind in ("row", "column"):
            by_line.setdefault(_line(fact, kind), []).append(fact)
    for first, second in _pairs(facts):
        if id(first) in repeated or id(second) in repeated:
            continue
        lines = _lines(first, second)
        mine = [fact for fact in by_line[lines[0]] if _on(fact, lines[0], first)]
        theirs = [fact for fact in by_line[lines[1]] if _on(fact, lines[1], second)]
        if not lines[0][1] or not _differ(mine, theirs):
            repeated.update(id(fact) for fact in theirs if _has_twin(fact, mine))
            if lines[0][1] and first.entry.block is second.entry.block:
                _tell_repeated(theirs, second, findings)
        elif not held & {id(fact) for fact in (*mine, *theirs)}:
            kept = _ask(mine, theirs, findings)
            held.update(id(fact) for fact in (*mine, *theirs) if id(fact) not in kept)
    return [
        replace(fact, usable=fact.usable and id(fact) not in held)
        for fact in facts
        if id(fact) not in repeated
    ]


def _pairs(facts: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    seen: dict[tuple[object, Scenario], list[Fact]] = {}
    pairs = []
    for fact in facts:
        known = seen.setdefault((fact.figure_key, fact.scenario), [])
        pairs += [(earlier, fact) for earlier in known]
        known.append(fact)
    return pairs


def _lines(first: Fact, second: Fact) -> tuple[_Line, _Line]:
    """The rows that repeat each other, or the columns where both stand in one row."""
    same_row = first.entry.block is second.entry.block and first.entry.row == second.entry.row
    kind = "column" if same_row else "row"
    return _line(first, kind), _line(second, kind)


def _line(fact: Fact, kind: str) -> _Line:
    number = fact.entry.column if kind == "column" else fact.entry.row
    return id(fact.entry.block), kind, number


def _on(fact: Fact, line: _Line, like: Fact) -> bool:
    """Whether a fact of the line is about the same members as the one that clashed."""
    return frozenset(fact.members) == frozenset(like.members) or line[1] == "column"


def _differ(mine: Sequence[Fact], theirs: Sequence[Fact]) -> bool:
    return any(
        _twin_key(one) == _twin_key(other) and _worth(one) != _worth(other)
        for one in mine
        for other in theirs
    )


def _has_twin(fact: Fact, others: Sequence[Fact]) -> bool:
    return any(_twin_key(fact) == _twin_key(other) for other in others)


def _twin_key(fact: Fact) -> tuple[object, Scenario]:
    return fact.figure_key, fact.scenario


def _worth(fact: Fact) -> object:
    return fact.unit.base, EXACT.multiply(fact.number, fact.unit.factor)


def _tell_repeated(theirs: Sequence[Fact], second: Fact, findings: Findings) -> None:
    grid = second.entry.block.grid
    cells = grid.places(fact.entry.key for fact in theirs)
    findings.tell("duplicate_identical", cells, name=" ".join(second.entry.row_words))


def _ask(mine: Sequence[Fact], theirs: Sequence[Fact], findings: Findings) -> set[int]:
    """Which of the contradicting lines is right; the ids of the facts that are kept."""
    first, second = mine[0].entry, theirs[0].entry
    name = " ".join(dict.fromkeys(first.row_words)) or first.header
    if first.row != second.row:
        options = (_row_name(mine[0]), _row_name(theirs[0]))
    else:
        options = (mine[0].entry.header, theirs[0].entry.header)
    if options[0] == options[1]:
        options = (mine[0].entry.place, theirs[0].entry.place)
    cells = ",".join(
        facts[0].entry.block.grid.places(fact.entry.key for fact in facts)
        for facts in (mine, theirs)
    )
    answer = findings.ask(
        "duplicate",
        (first.block.grid.name, name),
        cells,
        (*options, LEAVE_OUT),
        name=name,
        places=", ".join(options),
    )
    if answer == options[0]:
        return {id(fact) for fact in mine}
    if answer == options[1]:
        return {id(fact) for fact in theirs}
    return set()


def _row_name(fact: Fact) -> str:
    return fact.entry.block.grid.named(f"row {fact.entry.row}")
