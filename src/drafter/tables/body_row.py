"""One row of a block's body, its labels resolved."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.figures.unit import Unit
from drafter.tables.labels import Label


@dataclass(frozen=True, slots=True)
class BodyRow:
    """One body row, its labels resolved.

    `members` are (key, name) pairs, fewer for totals. `facets` are labels that speak of the
    scenario. `measure`, `unit` are None where the columns or the block give them. `flaw` is the
    kind of problem when the row cannot be placed. `child_of` is the row it is a part of.
    """

    row: int
    words: tuple[str, ...]
    members: tuple[tuple[str, str], ...] = ()
    facets: tuple[Label, ...] = ()
    measure: str | None = None
    unit: Unit | None = None
    is_total: bool = False
    flaw: str = ""
    child_of: int | None = None
    by_indent: bool = False
