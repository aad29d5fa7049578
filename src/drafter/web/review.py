"""A revision as its page shows it: marked sections, and the list of figures beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.checking.result import Evidence, Mention, Verdict
from drafter.drafts.revision import Revision, SectionSpan, section_spans
from drafter.figures.report import Figure, Report
from drafter.figures.scenario import Scenario
from drafter.web.figure_table import cell_anchor, figure_name
from drafter.web.marked_text import Block, Mark, blocks
from drafter.writing.sections import SectionKey


@dataclass(frozen=True, slots=True)
class Source:
    """A value that a verdict rests on, with its place in the file and in the page's table."""

    name: str
    scenario: Scenario
    value: str
    unit: str
    place: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list of figures. `number` counts the mentions from 1, over all sections."""

    number: int
    mention: Mention
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class ReviewSection:
    key: SectionKey
    heading: str
    text: str
    blocks: tuple[Block, ...]
    entries: tuple[Entry, ...]

    @property
    def findings(self) -> int:
        return sum(entry.mention.verdict.is_bad for entry in self.entries)

    @property
    def verdicts(self) -> dict[int, Verdict]:
        """The verdict of each mark by its number."""
        return {entry.number: entry.mention.verdict for entry in self.entries}

    @property
    def is_empty(self) -> bool:
        return not self.blocks


def review_sections(revision: Revision, report: Report) -> tuple[ReviewSection, ...]:
    """The sections with their marks and list entries."""
    numbered = list(enumerate(revision.check.mentions, start=1))
    return tuple(
        _section(section.key, section.heading, section.text, span, numbered, report)
        for section, span in zip(revision.sections, section_spans(revision.sections), strict=True)
    )


def _section(
    key: SectionKey,
    heading: str,
    text: str,
    span: SectionSpan,
    numbered: Sequence[tuple[int, Mention]],
    report: Report,
) -> ReviewSection:
    inside = [
        (number, mention)
        for number, mention in numbered
        if span.start <= mention.start and mention.end <= span.end
    ]
    marks = [Mark(m.start - span.start, m.end - span.start, number) for number, m in inside]
    entries = tuple(
        Entry(number, mention, _sources(mention.evidence, report.figures))
        for number, mention in inside
    )
    return ReviewSection(key, heading, text, blocks(text, marks), entries)


def _sources(evidence: Sequence[Evidence], figures: Sequence[Figure]) -> tuple[Source, ...]:
    """Each value once, though a formula may use it twice."""
    return tuple(
        _source(item, figures[item.figure])
        for item in dict.fromkeys(evidence)
        if item.figure < len(figures)
    )


def _source(item: Evidence, figure: Figure) -> Source:
    value = figure.value(item.scenario)
    return Source(
        name=figure_name(figure),
        scenario=item.scenario,
        value="" if value is None else format(value, "f"),
        unit=figure.unit.written,
        place=figure.cells.get(item.scenario, ""),
        anchor=cell_anchor(item.figure, item.scenario),
    )


def verdict_counts(revision: Revision) -> dict[Verdict, int]:
    counts = revision.check.counts
    return {verdict: counts[verdict.value] for verdict in Verdict}
