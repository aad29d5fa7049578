"""Totals against the sums of their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, product

from drafter.figures.decimals import EXACT, plain
from drafter.figures.scenario import Scenario
from drafter.figures.unit import UnitKind
from drafter.languages.measure_words import measure_words, names_any
from drafter.tables.facts import Fact, Unknown, answered_number
from drafter.tables.findings import Findings
from drafter.tables.meanings import LEAVE_OUT

_MOST_ALTERNATIVES = 64
_AS_WRITTEN = "as_written"
_Mismatch = tuple[Fact, Decimal]


def check_totals(
    facts: Sequence[Fact], unknown: Sequence[Unknown], findings: Findings
) -> list[Fact]:
    """The facts, with totals replaced where an answer says so; the others stay as written."""
    by_row: dict[tuple[int, object], list[tuple[Fact, Decimal | None]]] = {}
    pools = _pools(facts)
    for fact in facts:
        if fact.entry.is_total and fact.usable and _adds_up(fact):
            parts = _parts(fact, pools[_pool_key(fact)], unknown)
            if parts is not None:
                key = (id(fact.entry.block), fact.figure_key)
                by_row.setdefault(key, []).append((fact, _closest_miss(fact, parts)))
    changes: dict[int, Fact | None] = {}
    for checked in by_row.values():
        missed = [(fact, total) for fact, total in checked if total is not None]
        if missed and len(missed) == len(checked) and len(checked) > 2:
            _ask_all(missed, changes, findings)
        else:
            for fact, total in missed:
                _ask(fact, total, changes, findings)
    found = [changes.get(id(fact), fact) for fact in facts]
    return [fact for fact in found if fact is not None]


def _pool_key(fact: Fact) -> tuple[int, str, Scenario]:
    return id(fact.entry.block), fact.figure_key[0], fact.scenario


def _pools(facts: Sequence[Fact]) -> dict[tuple[int, str, Scenario], list[Fact]]:
    pools: dict[tuple[int, str, Scenario], list[Fact]] = {}
    for fact in facts:
        pools.setdefault(_pool_key(fact), []).append(fact)
    return pools


def _adds_up(fact: Fact) -> bool:
    """Rates, averages, prices and the like are no sums."""
    if fact.unit.kind in (UnitKind.PERCENT, UnitKind.POINTS):
        return False
    rigid = any(names_any(fact.measure, words.not_additive) for words in measure_words())
    additive = any(names_any(fact.measure, words.additive) for words in measure_words())
    return additive or not rigid


def _parts(
    total: Fact, pool: Sequence[Fact], unknown: Sequence[Unknown]
) -> list[list[Fact]] | None:
    """The smallest parts under a total, alternatives together; None where one is not known."""
    whole = frozenset(total.members)
    for item in unknown:
        entry = item.entry
        same = entry.block is total.entry.block and item.scenario is total.scenario
        if same and not entry.is_total and frozenset(entry.members) > whole:
            return None
    parts: dict[frozenset[tuple[str, str]], list[Fact]] = {}
    for fact in pool:
        members = frozenset(fact.members)
        if not fact.entry.is_total and not fact.entry.is_part and members > whole:
            parts.setdefault(members, []).append(fact)
    divided = {smaller for members in parts for smaller in _smaller(members)}
    return [found for members, found in parts.items() if members not in divided] or None


def _smaller(members: frozenset[tuple[str, str]]) -> Iterator[frozenset[tuple[str, str]]]:
    """Every set of some of the members, but not all."""
    for size in range(len(members)):
        yield from map(frozenset, combinations(sorted(members), size))


def _closest_miss(total: Fact, parts: Sequence[Sequence[Fact]]) -> Decimal | None:
    """The sum that comes nearest when no choice of alternatives adds up; None when one does."""
    choices = 1
    for alternatives in parts:
        choices *= len(alternatives)
    if choices > _MOST_ALTERNATIVES:
        return None
    sums = []
    for chosen in product(*parts):
        found = Decimal(0)
        for fact in chosen:
            own = EXACT.multiply(fact.number, fact.unit.factor)
            found = EXACT.add(found, EXACT.divide(own, total.unit.factor))
        sums.append(found)
    nearest = min(sums, key=lambda found: abs(found - total.number))
    allowed = _rounding(total, [alternatives[0] for alternatives in parts])
    return None if abs(nearest - total.number) <= allowed else nearest


def _rounding(total: Fact, parts: Sequence[Fact]) -> Decimal:
    """Half of the last place for each part; things that are counted never round."""
    steps = [fact.step for fact in (total, *parts)]
    if max(steps) >= 1 and total.unit.kind is UnitKind.MEASURE and total.unit.factor == 1:
        return Decimal(0)
    return EXACT.multiply(sum(steps, Decimal(0)), Decimal("0.5"))


def _ask(fact: Fact, total: Decimal, changes: dict[int, Fact | None], findings: Findings) -> None:
    entry = fact.entry
    options = (plain(fact.number), plain(total), LEAVE_OUT)
    answer = findings.ask(
        "total_mismatch",
        entry.layout,
        entry.place,
        options,
        total=options[0],
        sum=options[1],
        name=entry.name,
    )
    if answer is None:
        return
    if answer == LEAVE_OUT:
        changes[id(fact)] = None
        return
    number = answered_number(answer)
    if number is None:
        findings.ask_again("total_mismatch", entry.layout, entry.place, answer)
        return
    changes[id(fact)] = replace(fact, number=number.value)


def _ask_all(
    missed: Sequence[_Mismatch], changes: dict[int, Fact | None], findings: Findings
) -> None:
    """A row of totals that never adds up: perhaps a measure that is no sum; asked once."""
    entry = missed[0][0].entry
    name = " ".join(dict.fromkeys((*entry.row_words, missed[0][0].measure)))
    cells = entry.block.grid.places(fact.entry.key for fact, _ in missed)
    answer = findings.ask(
        "total_mismatch_all",
        (entry.block.grid.name, name),
        cells,
        (_AS_WRITTEN, LEAVE_OUT),
        name=name,
    )
    if answer == LEAVE_OUT:
        changes.update({id(fact): None for fact, _ in missed})
