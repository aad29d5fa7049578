"""Ready claims on a group of rows: how many met plan, the largest miss and by which yardstick.

A writer that counts or ranks in its head errs; these are counted here and put in as words. The
number of a claim says its group and its kind (`C14` is the largest miss of the first group), so
that it means the same after figures were corrected.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from drafter.figures.scenario import Polarity, Scenario
from drafter.figures.unit import UnitKind
from drafter.languages.phrasing import Phrasing
from drafter.ledger.claims import grew, met_plan
from drafter.ledger.formulas import ACTUAL, PLAN, PRIOR_MONTH, PRIOR_YEAR, YTD, YTD_PLAN
from drafter.ledger.ledger import Group, Ledger
from drafter.writing.figure_words import Row, attained, delta, share_of_whole, words_of
from drafter.writing.references import Form, View

HUNDRED = Decimal(100)
SLOTS = 10
"""How many claim numbers a group takes."""


class ClaimKind(IntEnum):
    """The last digit of a claim's number."""

    LEADER = 0
    MET = 1
    GREW_MONTH = 2
    GREW_YEAR = 3
    LARGEST_MISS = 4
    LOWEST_ATTAINMENT = 5
    LARGEST_SURPLUS = 6
    HIGHEST_ATTAINMENT = 7
    FASTEST_GROWTH = 8
    STEEPEST_FALL = 9


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim that holds: its number, what it becomes, and the figures that it speaks of."""

    number: int
    kind: ClaimKind
    group: Group
    text: str
    figures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Pool:
    """A group with its rows, seen in one language, against the plan that it has."""

    ledger: Ledger
    group: Group
    rows: Sequence[Row]
    words: Phrasing
    plan: Scenario
    actual: Scenario

    @property
    def base_blanks(self) -> dict[str, str]:
        nouns = dimension_nouns(self.group.dimension, self.words)
        money = self.rows[self.group.members[0]].series.kind is UnitKind.CURRENCY
        return {
            "total": str(len(self.group.members)),
            "noun": nouns[0],
            "nouns": nouns[1],
            "plan": self.words.claims["plan" if self.plan is PLAN else "ytd_plan"],
            "yardstick": self.words.claims["money" if money else "volume"],
        }


def claims_of(ledger: Ledger, rows: Sequence[Row], words: Phrasing) -> Mapping[int, Claim]:
    """All claims that hold, by their number."""
    found: dict[int, Claim] = {}
    for place, group in enumerate(ledger.groups, start=1):
        plan, actual = _plan_of(ledger, group)
        pool = _Pool(ledger, group, rows, words, plan, actual)
        for kind, text, figures in (*_counts(pool), *_extremes(pool)):
            number = place * SLOTS + kind
            found[number] = Claim(number, kind, group, text, figures)
    return found


_Found = tuple[ClaimKind, str, tuple[int, ...]]


def _plan_of(ledger: Ledger, group: Group) -> tuple[Scenario, Scenario]:
    of_month = all(ledger.value(index, PLAN) is not None for index in group.members)
    return (PLAN, ACTUAL) if of_month else (YTD_PLAN, YTD)


def _counts(pool: _Pool) -> list[_Found]:
    ledger, found = pool.ledger, []
    for kind, name, answers in (
        (ClaimKind.MET, "met", [met_plan(ledger, i, pool.plan, pool.actual) for i in _of(pool)]),
        (ClaimKind.GREW_MONTH, "grew_month", [grew(ledger, i, PRIOR_MONTH) for i in _of(pool)]),
        (ClaimKind.GREW_YEAR, "grew_year", [grew(ledger, i, PRIOR_YEAR) for i in _of(pool)]),
    ):
        if any(answer is None for answer in answers):
            continue
        count = sum(bool(answer) for answer in answers)
        which = "all" if count == len(answers) else "some" if count else "none"
        text = pool.words.claims[f"{name}.{which}"].format(count=count, **pool.base_blanks)
        found.append((kind, text, pool.group.members))
    return found


def _of(pool: _Pool) -> tuple[int, ...]:
    return pool.group.members


def _extremes(pool: _Pool) -> list[_Found]:
    first = pool.group.members[0]
    if pool.ledger.polarity(first) is Polarity.LOWER_IS_BETTER:
        return []
    of_month = pool.plan is PLAN
    gap = View.GAP if of_month else View.YTD_GAP
    reached = View.ATTAINMENT if of_month else View.YTD_ATTAINMENT
    gaps = {i: delta(pool.rows[i], gap) for i in _of(pool)}
    attainments = {i: attained(pool.rows[i], reached) for i in _of(pool)}
    growths = {i: delta(pool.rows[i], View.YOY) for i in _of(pool)}
    shares = {i: share_of_whole(pool.rows[i]) for i in _of(pool)}
    candidates = (
        (ClaimKind.LARGEST_MISS, "largest_miss", _least(gaps, below=Decimal(0)), gap),
        (ClaimKind.LOWEST_ATTAINMENT, "lowest_attainment", _least(attainments, HUNDRED), reached),
        (ClaimKind.LARGEST_SURPLUS, "largest_surplus", _most(gaps, Decimal(0)), gap),
        (ClaimKind.HIGHEST_ATTAINMENT, "highest_attainment", _most(attainments), reached),
        (ClaimKind.FASTEST_GROWTH, "fastest_growth", _most(growths, Decimal(0)), View.YOY),
        (ClaimKind.STEEPEST_FALL, "steepest_fall", _least(growths, Decimal(0)), View.YOY),
        (ClaimKind.LEADER, "leader", _most(shares), View.SHARE),
    )
    found: list[_Found] = []
    for kind, name, index, view in candidates:
        size = None if index is None else words_of(pool.rows[index], view, Form.SIZE, pool.words)
        if index is None or size is None:
            continue
        member = pool.ledger.member(pool.group, index)
        blanks = {"member": member, "size": size, **pool.base_blanks}
        found.append((kind, pool.words.claims[name].format(**blanks), (index,)))
    return found


def _least(values: Mapping[int, Decimal | None], below: Decimal) -> int | None:
    """The member with the least value, if all have one, it is under the mark, and alone."""
    index = _alone(values, min)
    return index if index is not None and (values[index] or 0) < below else None


def _most(values: Mapping[int, Decimal | None], above: Decimal | None = None) -> int | None:
    index = _alone(values, max)
    if index is None or (above is not None and (values[index] or 0) <= above):
        return None
    return index


def _alone(
    values: Mapping[int, Decimal | None], pick: Callable[[list[Decimal]], Decimal]
) -> int | None:
    known = [value for value in values.values() if value is not None]
    if len(known) < len(values):
        return None
    best = pick(known) if known else None
    holders = [index for index, value in values.items() if value == best]
    return holders[0] if len(holders) == 1 else None


def dimension_nouns(dimension: str, words: Phrasing) -> tuple[str, str]:
    """What one and several members are called: as the language says it, else the table's own
    name where it is in the draft's language, else a neutral noun."""
    known = words.dimension_nouns.get(dimension.strip().lower())
    if known is not None:
        return known
    chinese = any("\u4e00" <= char <= "\u9fff" for char in dimension)
    if not dimension or chinese != words.amounts.cjk:
        return words.dimension_nouns[""]
    name = dimension.lower()
    return (name, name) if chinese else (name, _plural(name))


def _plural(name: str) -> str:
    if name.endswith("s"):
        return name
    return f"{name[:-1]}ies" if name.endswith("y") and name[-2:-1] not in "aeiou" else f"{name}s"
