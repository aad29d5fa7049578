"""Which month the figures are of, from titles, keyed lines, sheet names and headers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.figures.period import Period
from drafter.languages.headers import Sign, fold, header_words
from drafter.tables.blocks import Block, Line, Sheet
from drafter.tables.columns import Column, Role, body_cells, cell_months, read_columns
from drafter.tables.findings import Findings
from drafter.tables.labels import Label
from drafter.tables.months import MonthMention, find_months, find_years


@dataclass(frozen=True, slots=True)
class MonthEvidence:
    """What a sheet says of its month: certain months, and months or years without the other."""

    certain: tuple[Period, ...] = ()
    months: tuple[int, ...] = ()
    years: tuple[int, ...] = ()


def evidence_of(sheet: Sheet) -> MonthEvidence:
    """A keyed line decides; then titles with the sheet's name; then `Actual Oct 2026` headers."""
    lines = [*sheet.titles, *(line for block in sheet.blocks for line in block.headings)]
    keyed = [line for line in (*lines, *sheet.notes) if _is_keyed(line)]
    found = _read(keyed, any_day=True)
    if found.certain:
        return found
    titles = [line for line in lines if not _is_record(line.text)]
    named = _read([*titles, Line(0, 0, sheet.grid.name)])
    if named.certain:
        return named
    headers = _from_headers(sheet)
    return MonthEvidence(headers, named.months, named.years) if headers else named


def _is_keyed(line: Line) -> bool:
    parts = re.split(r"[:：=]|是|\bis\b", fold(line.text))
    return any(
        key.strip() in header_words().period_keys and bool(find_months(value.strip()[:12]))
        for key, value in itertools.pairwise(parts)
    )


def _is_record(text: str) -> bool:
    """A line about the file: who exported it and when."""
    folded = fold(text)
    return any(word in folded for word in header_words().record_words) and any(
        month.day for month in find_months(text)
    )


def _read(lines: Sequence[Line], *, any_day: bool = False) -> MonthEvidence:
    """Months of the lines; a full date counts where it ends a period, or with `any_day`."""
    certain: dict[Period, None] = {}
    months: dict[int, None] = {}
    years: dict[int, None] = {}
    for line in lines:
        mentions = find_months(line.text)
        for mention in mentions:
            if mention.day and not any_day and not _ends_period(line.text, mention):
                continue
            if mention.year is not None:
                certain[Period(mention.year, mention.month)] = None
            else:
                months[mention.month] = None
        years.update(
            {item.year: None for item in find_years(line.text, mentions) if not item.fiscal}
        )
    if not certain and len(months) == 1 and len(years) == 1:
        certain[Period(next(iter(years)), next(iter(months)))] = None
    return MonthEvidence(tuple(certain), tuple(months), tuple(years))


def _ends_period(text: str, mention: MonthMention) -> bool:
    """`截至2026年10月31日`, `as of 31 October 2026`: the day on which the month ends."""
    folded = fold(text)
    before, behind = folded[: mention.start].rstrip(), folded[mention.end :].lstrip()
    is_last = mention.day is not None and mention.day >= 28
    return is_last and any(
        before.endswith(word) or behind.startswith(word) for word in header_words().period_end_words
    )


def _from_headers(sheet: Sheet) -> tuple[Period, ...]:
    """`Actual Oct 2026`; else the newest of header months that stand with the month or year
    before it; else the one month that a column of months repeats.
    """
    current: dict[Period, None] = {}
    named: set[Period] = set()
    for block in sheet.blocks:
        for column in read_columns(block):
            for label in column.path:
                current.update(dict.fromkeys(_current(label)))
                if not label.signs & _NOT_NOW:
                    named.update(_months_of(label))
            if column.role is Role.PERIOD:
                named.update(_only_month(block, column))
    if current:
        return tuple(current)
    newest = max(named, default=None)
    if newest and (len(named) == 1 or named & {newest.previous, newest.shifted(-12)}):
        return (newest,)
    return ()


_NOT_NOW = frozenset(
    {Sign.PLAN, Sign.FORECAST, Sign.PRIOR_MONTH, Sign.PRIOR_YEAR, Sign.LAST_YEAR, Sign.NEXT}
)


def _only_month(block: Block, column: Column) -> set[Period]:
    """The months of a column, when all its cells are of one."""
    months = {month for cell in body_cells(block, column.number) for month in cell_months(cell)}
    return months if len(months) == 1 else set()


def _months_of(label: Label) -> list[Period]:
    return [Period(month.year, month.month) for month in label.months if month.year]


def _current(label: Label) -> list[Period]:
    """A month with its year beside a word for actual or this month."""
    now = label.signs & {Sign.ACTUAL, Sign.THIS_MONTH} and not label.signs & _NOT_NOW
    return _months_of(label) if now else []


def decide_period(
    evidence: Sequence[MonthEvidence],
    given: Period | None,
    names: Sequence[str],
    findings: Findings,
) -> Period | None:
    """The report's month: as given, as named without contradiction, or None with a question."""
    certain = list(dict.fromkeys(period for item in evidence for period in item.certain))
    if given is not None:
        if certain and given not in certain:
            findings.tell("other_period", "", month=", ".join(map(str, certain)), period=given)
        return given
    if len(certain) == 1:
        return certain[0]
    if certain:
        options = [str(period) for period in sorted(certain, reverse=True)]
        return _asked("period_conflict", options, findings, months=", ".join(options))
    months = [month for item in evidence for month in item.months]
    options = [str(period) for period in _in_names(names)]
    if months:
        return _asked("period_year", options, findings, text=", ".join(map(str, months)))
    return _asked("period", options, findings)


def _in_names(names: Sequence[str]) -> list[Period]:
    """Months in file names are offered, not believed: copies keep old names."""
    return [
        Period(month.year, month.month)
        for name in names
        for month in find_months(name)
        if month.year and not month.day
    ]


def _asked(kind: str, options: Sequence[str], findings: Findings, **words: object) -> Period | None:
    answer = findings.ask_month(kind, options, **words)
    if answer is None:
        return None
    try:
        return Period.parse(answer)
    except ValueError:
        findings.tell("unusable_answer", "", answer=answer, id="period")
        return None
