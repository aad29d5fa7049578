"""Totals that no word names: a member whose values are the sums of all other members."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from drafter.figures.decimals import EXACT
from drafter.languages.measure_words import measure_words, names_any
from drafter.tables.entries import Entry
from drafter.tables.values import ValueKind

_Member = tuple[str, str]
_FEWEST_MEMBERS = 3
_FEWEST_SUMS = 2


def with_totals_by_sums(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, those of a member that adds up the others marked as totals without it.

    It must hold for at least two values and four of five; a block that names its total is left.
    """
    if any(entry.is_total for entry in entries):
        return list(entries)
    agree: Counter[_Member] = Counter()
    differ: Counter[_Member] = Counter()
    for (_, key), numbers in _groups(entries).items():
        if len(numbers) < _FEWEST_MEMBERS:
            continue
        whole = sum(numbers.values(), Decimal(0))
        rounding = Decimal("0.51").scaleb(_last_place(numbers.values())) * len(numbers)
        for name, number in numbers.items():
            same = number != 0 and abs(number * 2 - whole) <= rounding
            (agree if same else differ)[(key, name)] += 1
    totals = {
        member
        for member, times in agree.items()
        if times >= _FEWEST_SUMS and times >= 4 * differ[member]
    }
    by_key = Counter(key for key, _ in totals)
    certain = {member for member in totals if by_key[member[0]] == 1}
    return [_as_total(entry, certain) for entry in entries]


def _as_total(entry: Entry, totals: set[_Member]) -> Entry:
    kept = tuple(member for member in entry.members if member not in totals)
    return entry if kept == entry.members else replace(entry, members=kept, is_total=True)


def _groups(
    entries: Sequence[Entry],
) -> dict[tuple[object, str], dict[str, Decimal]]:
    """Values that differ in one member only, by the key of that member."""
    groups: dict[tuple[object, str], dict[str, Decimal]] = {}
    for entry in entries:
        value = entry.value
        if value.kind is not ValueKind.NUMBER or value.percent or not _adds_up(entry):
            continue
        number = EXACT.multiply(value.number, value.scale)
        if value.unit is not None:
            number = EXACT.multiply(number, value.unit.factor)
        for key, name in entry.members:
            others = frozenset(member for member in entry.members if member != (key, name))
            same = (entry.measure, entry.facets, others)
            groups.setdefault((same, key), {}).setdefault(name, number)
    return groups


def _adds_up(entry: Entry) -> bool:
    name = entry.measure or ""
    return entry.facets.derived is None and not any(
        names_any(name, words.not_additive) for words in measure_words()
    )


def _last_place(numbers: Iterable[Decimal]) -> int:
    return min(min(0, int(number.normalize().as_tuple().exponent)) for number in numbers)
