"""Gap questions: what a good summary owes its reader and this report does not yet tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from drafter.figures.report import LanguageCode, Report
from drafter.languages.measure_words import names_any
from drafter.languages.phrasing import phrasing
from drafter.languages.quantities import read_quantities
from drafter.languages.quantity import QuantityKind
from drafter.writing.catalogue import Catalogue, build_catalogue
from drafter.writing.contradictions import contradictions
from drafter.writing.figure_words import words_of
from drafter.writing.gap_question import GapQuestion
from drafter.writing.materiality import by_materiality, figures_by_section, is_miss, is_warning
from drafter.writing.note_places import (
    PlacedNote,
    attachable,
    placed_notes,
    told_stories,
)
from drafter.writing.references import Form, View
from drafter.writing.sections import SectionKey

_MOST_MISSES = 5


def gap_questions(
    catalogue: Catalogue, language: LanguageCode | None = None
) -> tuple[GapQuestion, ...]:
    """The questions of a report, the weightiest first, in the report's language or another."""
    if language is not None and language != catalogue.report.language:
        catalogue = build_catalogue(replace(catalogue.report, language=language))
    placed = placed_notes(catalogue)
    found = [*_contradictions(catalogue), *_misses(catalogue, placed)]
    found += _warnings(catalogue, placed)
    if not catalogue.notes:
        found.append(_question(catalogue, "no_notes", "no_notes", SectionKey.PROBLEMS))
    else:
        found += [*_sections(catalogue, placed), *_stories(catalogue, placed)]
    found += _vague(catalogue, placed)
    return tuple(found)


def with_gap_answers(report: Report, answers: Mapping[str, str]) -> Report:
    """The report with the answers as further lines of its notes, which the check then knows.

    An answer that is about a row starts with the row's name, so that it is put next to it.
    """
    catalogue = build_catalogue(report)
    questions = {question.id: question for question in gap_questions(catalogue)}
    lines = [report.notes.rstrip()] if report.notes.strip() else []
    for key, answer in answers.items():
        text = " ".join(answer.split())
        if not text:
            continue
        figure = questions[key].figure if key in questions else None
        name = "" if figure is None else _name(catalogue, figure)
        colon = phrasing(report.language).colon
        named = not name or name.lower() in text.lower()
        lines.append(text if named else f"{name}{colon}{text}")
    return replace(report, notes="\n".join(lines))


def _question(
    catalogue: Catalogue,
    key: str,
    identity: str,
    section: SectionKey,
    figure: int | None = None,
    **blanks: str,
) -> GapQuestion:
    words = catalogue.words.gap_questions
    what = words[f"{key}.what"].format(**blanks)
    return GapQuestion(identity, section, what, figure, words[f"{key}.reason"])


def _misses(catalogue: Catalogue, placed: Sequence[PlacedNote]) -> Iterator[GapQuestion]:
    explained = attachable(placed, catalogue)
    missed = [i for i, row in enumerate(catalogue.rows) if is_miss(row) and i not in explained]
    for index in by_materiality(catalogue, missed)[:_MOST_MISSES]:
        row, words = catalogue.rows[index], catalogue.words
        gap = words_of(row, View.GAP, Form.CHANGE, words) or words_of(
            row, View.YTD_GAP, Form.CHANGE, words
        )
        subject = _subject(catalogue, index)
        section = SectionKey.PROBLEMS
        yield _question(
            catalogue, "miss", f"miss-{index}", section, index, subject=subject, gap=gap or ""
        )


def _warnings(catalogue: Catalogue, placed: Sequence[PlacedNote]) -> Iterator[GapQuestion]:
    explained = attachable(placed, catalogue)
    for index, row in enumerate(catalogue.rows):
        if not is_warning(row) or index in explained or is_miss(row):
            continue
        trend = words_of(row, View.TREND, Form.SIZE, catalogue.words) or ""
        subject = _subject(catalogue, index)
        yield _question(
            catalogue,
            "warning",
            f"warning-{index}",
            SectionKey.RESULTS,
            index,
            subject=subject,
            trend=trend,
        )


def _sections(catalogue: Catalogue, placed: Sequence[PlacedNote]) -> Iterator[GapQuestion]:
    by_figure = figures_by_section(catalogue)
    noted = {item.section for item in placed}
    for key in SectionKey:
        if not by_figure[key] and key not in noted:
            heading = catalogue.words.headings[key.value]
            yield _question(catalogue, "section", f"section-{key}", key, heading=heading)


def _stories(catalogue: Catalogue, placed: Sequence[PlacedNote]) -> Iterator[GapQuestion]:
    """Keeping and winning customers: the one of the two that is not told."""
    existing, new = told_stories(catalogue, placed)
    if new and not existing:
        yield _question(catalogue, "existing", "existing", SectionKey.CUSTOMERS)
    if existing and not new:
        yield _question(catalogue, "new", "new", SectionKey.CUSTOMERS)


def _vague(catalogue: Catalogue, placed: Sequence[PlacedNote]) -> Iterator[GapQuestion]:
    """Tasks that name neither a figure nor a date."""
    for item in placed:
        note = item.note
        cues = phrasing(note.language).notes
        quantities = read_quantities(note.text, note.language)
        dated = any(item.kind is QuantityKind.DATE for item in quantities)
        measured = note.figures or dated or names_any(note.text, cues.measurable)
        if not measured and names_any(note.text, cues.vague):
            identity, section = f"vague-{note.number}", item.section or SectionKey.PROBLEMS
            yield _question(catalogue, "vague", identity, section, note=note.text)


def _contradictions(catalogue: Catalogue) -> Iterator[GapQuestion]:
    for found in contradictions(catalogue):
        row = catalogue.rows[found.figure]
        form = Form.SIZE if found.view is View.ACTUAL else Form.CHANGE
        yield _question(
            catalogue,
            "contradiction",
            f"contradiction-{found.note.number}-{found.figure}",
            SectionKey.RESULTS,
            found.figure,
            note=found.note.text,
            subject=_subject(catalogue, found.figure),
            value=words_of(row, found.view, form, catalogue.words) or "",
        )


def _subject(catalogue: Catalogue, index: int) -> str:
    row = catalogue.rows[index]
    if not row.member:
        return row.measure
    pattern = catalogue.words.sentences["subject.member"][0]
    return pattern.format(measure=row.measure, member=row.member)


def _name(catalogue: Catalogue, index: int) -> str:
    row = catalogue.rows[index]
    return row.member or row.measure
