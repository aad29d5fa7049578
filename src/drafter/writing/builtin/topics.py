"""What a section speaks of, in order: a measure with its total and its parts, or a single row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.ledger.ledger import Group
from drafter.writing.builtin.prose import figure_ref
from drafter.writing.catalogue import Catalogue
from drafter.writing.materiality import section_of
from drafter.writing.references import Reference
from drafter.writing.sections import SectionKey


@dataclass(frozen=True, slots=True)
class Topic:
    """A measure: the reference to its whole (or single row), and the group that breaks it down."""

    whole: Reference | None
    group: Group | None


def topics(catalogue: Catalogue, section: SectionKey, indexes: Sequence[int]) -> list[Topic]:
    """The topics of a section in the table's order; every figure is in exactly one."""
    found: list[Topic] = []
    covered: set[int] = set()
    for index in indexes:
        if index in covered:
            continue
        group = _group_of(catalogue, index, section)
        if group is None:
            covered.add(index)
            found.append(Topic(figure_ref(index), None))
            continue
        covered.update(group.members)
        if group.total is not None:
            covered.add(group.total)
        found.append(Topic(_whole(catalogue, group, section), group))
    return found


def _group_of(catalogue: Catalogue, index: int, section: SectionKey) -> Group | None:
    for group in catalogue.ledger.groups:
        if index != group.total and index not in group.members:
            continue
        if _section(catalogue, group.members[0]) is section:
            return group
    return None


def _whole(catalogue: Catalogue, group: Group, section: SectionKey) -> Reference | None:
    """The group's whole, where it is this section that owes it."""
    if group.total is not None and _section(catalogue, group.total) is not section:
        return None
    return catalogue.total_number(group)


def _section(catalogue: Catalogue, index: int) -> SectionKey:
    return section_of(catalogue.report.figures[index], catalogue.ledger.polarity(index))
