"""The part of the ledger that a section's prompt shows: rows, claims, what must be mentioned."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from drafter.figures.scenario import Polarity, Scenario
from drafter.figures.unit import UnitKind
from drafter.writing.catalogue import Catalogue
from drafter.writing.claims import ClaimKind
from drafter.writing.fencing import fenced
from drafter.writing.figure_words import Row
from drafter.writing.materiality import (
    by_materiality,
    figures_by_section,
    is_miss,
    is_warning,
)
from drafter.writing.references import Form, Reference, Target, View, token
from drafter.writing.sections import SectionKey

# Shown with direction and size; the size alone and the verb are known to exist beside it.
_CHANGES = (View.GAP, View.MOM, View.YOY, View.YTD_GAP, View.YTD_YOY, View.REMAINING)
_AMOUNT_CHANGES = (View.MOM_AMOUNT, View.YOY_AMOUNT)
_SIZES = (
    View.ACTUAL,
    View.PLAN,
    View.PRIOR_MONTH,
    View.PRIOR_YEAR,
    View.ATTAINMENT,
    View.SHARE,
    View.YTD,
    View.YTD_PLAN,
    View.YTD_PRIOR_YEAR,
    View.YTD_ATTAINMENT,
    View.YEAR_PLAN,
    View.YEAR_ATTAINMENT,
)
_FULL = (
    *((view, Form.SIZE) for view in _SIZES),
    *((view, Form.CHANGE) for view in (*_CHANGES, *_AMOUNT_CHANGES)),
)
_BRIEF = (
    *((view, Form.SIZE) for view in (View.ACTUAL, View.PLAN, View.ATTAINMENT, View.YTD)),
    *((view, Form.CHANGE) for view in (View.GAP, View.YTD_GAP)),
)
_MOST_MENTIONS = 8


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A row as the prompt shows it; `index` is the figure's, or -1 for a computed total."""

    index: int
    name: str
    polarity: Polarity
    references: tuple[tuple[str, str], ...]


def section_rows(catalogue: Catalogue, key: SectionKey) -> list[int]:
    """The figures of a section, what matters most first; problems get every miss as well."""
    indexes = list(figures_by_section(catalogue)[key])
    if key is SectionKey.PROBLEMS:
        rows = catalogue.rows
        indexes += [
            i
            for i, row in enumerate(rows)
            if i not in indexes and (is_miss(row) or is_warning(row))
        ]
    return by_materiality(catalogue, indexes)


def ledger_rows(
    catalogue: Catalogue, indexes: Iterable[int], brief: Container[int] = ()
) -> list[LedgerRow]:
    """The rows with their references; the computed total of a group comes before its members.

    The rows in `brief` are of another section: they show their value and how they stand to plan.
    """
    found: list[LedgerRow] = []
    wanted = list(indexes)
    for number, row in catalogue.totals.items():
        members = catalogue.ledger.groups[number - 1].members
        if any(index in members for index in wanted):
            found.append(_shown(catalogue, Target.TOTAL, number, -1, row, _FULL))
    for index in wanted:
        row = catalogue.rows[index]
        views = _BRIEF if index in brief else _FULL
        found.append(_shown(catalogue, Target.FIGURE, index + 1, index, row, views))
    return found


def claim_lines(catalogue: Catalogue, key: SectionKey, indexes: set[int]) -> list[tuple[str, str]]:
    """The claims on groups of which a row is shown: token, and what it becomes."""
    kinds = set(ClaimKind)
    if key is SectionKey.PROBLEMS:
        kinds = {ClaimKind.MET, ClaimKind.LARGEST_MISS, ClaimKind.LOWEST_ATTAINMENT}
    return [
        (token(f"C{claim.number}"), fenced(claim.text))
        for claim in catalogue.claims.values()
        if indexes & set(claim.group.members) and claim.kind in kinds
    ]


def must_mention(catalogue: Catalogue, key: SectionKey) -> list[tuple[str, str]]:
    """What the section may not leave out: wholes, the worst misses, the warnings."""
    own = figures_by_section(catalogue)[key]
    wanted = [*_headline(catalogue, own), *_alarms(catalogue, own)]
    known = [(reference, catalogue.text_of(reference)) for reference in dict.fromkeys(wanted)]
    found = [(token(reference), fenced(text)) for reference, text in known if text is not None]
    return found[:_MOST_MENTIONS]


def _headline(catalogue: Catalogue, indexes: Sequence[int]) -> list[Reference]:
    """The whole of each group of the section; without groups the row that matters most."""
    wholes = [
        whole
        for group in catalogue.ledger.groups
        if set(group.members) & set(indexes)
        for whole in [catalogue.total_number(group)]
        if whole is not None and (group.total is None or group.total in indexes)
    ]
    if not wholes and indexes:
        wholes = [_figure(by_materiality(catalogue, indexes)[0], View.ACTUAL)]
    return wholes


def _alarms(catalogue: Catalogue, indexes: Sequence[int]) -> list[Reference]:
    claims = [
        Reference(Target.CLAIM, claim.number)
        for claim in catalogue.claims.values()
        if claim.kind is ClaimKind.LARGEST_MISS and set(claim.figures) & set(indexes)
    ]
    rows = catalogue.rows
    warnings = [_figure(i, View.TREND) for i in indexes if is_warning(rows[i])]
    in_group = {i for claim in catalogue.claims.values() for i in claim.group.members}
    singles = [i for i in indexes if is_miss(rows[i]) and i not in in_group]
    gaps = [_figure(i, _gap_view(rows[i]), Form.CHANGE) for i in by_materiality(catalogue, singles)]
    return [*claims, *warnings, *gaps]


def _gap_view(row: Row) -> View:
    return View.GAP if row.series.value(Scenario.PLAN) is not None else View.YTD_GAP


def _figure(index: int, view: View, form: Form = Form.SIZE) -> Reference:
    return Reference(Target.FIGURE, index + 1, view, form)


def _shown(
    catalogue: Catalogue,
    target: Target,
    number: int,
    index: int,
    row: Row,
    views: Sequence[tuple[View, Form]],
) -> LedgerRow:
    listed = list(views)
    if row.series.kind is UnitKind.CURRENCY:
        listed = [pair for pair in listed if pair[0] not in _AMOUNT_CHANGES]
    if is_warning(row):
        listed.append((View.TREND, Form.SIZE))
    references = []
    for view, form in listed:
        reference = Reference(target, number, view, form)
        text = catalogue.text_of(reference)
        if text is not None:
            references.append((token(reference), fenced(text)))
    name = row.measure if not row.member else f"{row.measure} · {row.member}"
    if target is Target.TOTAL:
        pattern = catalogue.words.sentences["subject.total"][0]
        name = pattern.format(measure=row.measure)
    return LedgerRow(index, fenced(name), row.polarity, tuple(references))
