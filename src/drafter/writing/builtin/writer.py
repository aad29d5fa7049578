"""The six sections of a draft, each from its figures, its notes, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drafter.figures.scenario import Polarity
from drafter.languages.measure_words import names_any
from drafter.languages.phrasing import phrasing
from drafter.ledger.formulas import ACTUAL
from drafter.ledger.ledger import Group
from drafter.writing.builtin.explaining import Explanations, note_sentence
from drafter.writing.builtin.groups import group_sentences, member_sentences
from drafter.writing.builtin.prose import Prose, figure_ref
from drafter.writing.builtin.results import is_bad, results, single_sentences
from drafter.writing.builtin.topics import Topic, topics
from drafter.writing.catalogue import Catalogue
from drafter.writing.claims import ClaimKind
from drafter.writing.contradictions import contradictions, left_out
from drafter.writing.materiality import by_materiality, figures_by_section, is_miss
from drafter.writing.note_places import (
    PlacedNote,
    placed_notes,
    speaks_of_new,
    told_stories,
    with_references,
)
from drafter.writing.references import Reference
from drafter.writing.rendering import resolve
from drafter.writing.sections import SectionKey, SectionText

_ROWS = 12
_MISSES = 6
PARAGRAPH = "\n\n"


def write_sections(catalogue: Catalogue) -> tuple[SectionText, ...]:
    """All six sections in words, with what each reference became."""
    raw = write_raw(catalogue)
    return tuple(resolve(key, raw[key], catalogue).section for key in SectionKey)


def write_raw(catalogue: Catalogue) -> dict[SectionKey, str]:
    """All six sections with references in place of figures."""
    prose = Prose(catalogue, left_out(catalogue))
    prose.used.update(_emptied(prose))
    placed = placed_notes(catalogue)
    explain = Explanations(prose, placed)
    writers: dict[SectionKey, Callable[[], list[str]]] = {
        SectionKey.RESULTS: lambda: results(prose, explain),
        SectionKey.PRODUCTS: lambda: _products(prose, explain),
        SectionKey.CUSTOMERS: lambda: _rows(prose, explain, SectionKey.CUSTOMERS),
        SectionKey.ACTIVITIES: lambda: _rows(prose, explain, SectionKey.ACTIVITIES),
        SectionKey.TEAM: lambda: _rows(prose, explain, SectionKey.TEAM),
        SectionKey.PROBLEMS: lambda: _problems(prose, explain),
    }
    written = {}
    for key in SectionKey:
        paragraphs = [text for text in writers[key]() if text]
        noted = _notes(prose, placed, key)
        if key is SectionKey.PROBLEMS:
            paragraphs.append(prose.paragraph(_contradicted(prose)))
        missing = _missing(prose, placed, key, bool(paragraphs or noted))
        written[key] = PARAGRAPH.join(text for text in (*paragraphs, noted, missing) if text)
    return written


def _notes(prose: Prose, placed: Sequence[PlacedNote], key: SectionKey) -> str:
    """The notes of a section that no row has taken, in their own words, requests last."""
    mine = [item for item in placed if item.section is key]
    mine.sort(key=lambda item: item.kind in ("request", "next_month"))
    sentences = []
    for item in mine:
        if item.note.number not in prose.used:
            prose.used.add(item.note.number)
            sentences.append(note_sentence(prose, item.note))
    return prose.paragraph(sentences)


def _products(prose: Prose, explain: Explanations) -> list[str]:
    """Large and mature products first, then the smaller ones; each with its notes."""
    catalogue = prose.catalogue
    indexes = figures_by_section(catalogue)[SectionKey.PRODUCTS]
    paragraphs, singles = [], []
    for topic in topics(catalogue, SectionKey.PRODUCTS, indexes):
        if topic.group is None:
            if topic.whole is not None:
                singles.append(topic.whole)
            continue
        paragraphs.append(prose.paragraph(_product_group(prose, topic, explain)))
    paragraphs.append(prose.paragraph(single_sentences(prose, singles[:_ROWS], explain)))
    return paragraphs


def _product_group(prose: Prose, topic: Topic, explain: Explanations) -> list[str]:
    group = topic.group
    assert group is not None
    ledger = prose.catalogue.ledger
    sizes = {index: ledger.value(index, ACTUAL) or 0 for index in group.members}
    ordered = sorted(group.members, key=lambda index: -sizes[index])
    opening = [prose.row_sentence(topic.whole)] if topic.whole is not None else []
    lead = _lead(prose, group)
    if len(ordered) > _ROWS:
        return [*opening, *group_sentences(prose, group, explain)]
    members = member_sentences(prose, group, explain, ordered, full_names=not lead)
    return [*opening, lead, *members]


def _lead(prose: Prose, group: Group) -> str:
    """How many met plan and who missed it by most; without a plan, who carries the group."""
    met = prose.claim(group, ClaimKind.MET)
    miss = prose.claim(group, ClaimKind.LARGEST_MISS)
    measure = prose.measure(figure_ref(group.members[0]))
    if met and miss:
        return prose.say("group.counts", measure=measure, claim=met, other=miss)
    claim = met or prose.claim(group, ClaimKind.LEADER)
    return prose.say("group.count", measure=measure, claim=claim) if claim else ""


def _rows(prose: Prose, explain: Explanations, key: SectionKey) -> list[str]:
    """The rows of a section: existing before new customers, otherwise as the table has them."""
    catalogue = prose.catalogue
    indexes = figures_by_section(catalogue)[key]
    paragraphs: list[str] = []
    rows: list[Reference] = []
    for topic in topics(catalogue, key, indexes):
        if topic.group is not None:
            opening = [prose.row_sentence(topic.whole)] if topic.whole else []
            sentences = [*opening, *group_sentences(prose, topic.group, explain)]
            paragraphs.append(prose.paragraph(sentences))
        elif topic.whole is not None and (
            key is not SectionKey.PROBLEMS or is_bad(prose, topic.whole)
        ):
            rows.append(topic.whole)
    if key is SectionKey.CUSTOMERS:
        rows.sort(key=lambda ref: speaks_of_new(prose.row(ref).measure))
    return [prose.paragraph(single_sentences(prose, rows[:_ROWS], explain)), *paragraphs]


def _problems(prose: Prose, explain: Explanations) -> list[str]:
    """What missed plan and why, then what else is watched."""
    catalogue = prose.catalogue
    missed = [
        index
        for index, row in enumerate(catalogue.rows)
        if is_miss(row) and row.polarity is not Polarity.NEUTRAL
    ]
    missed = by_materiality(catalogue, missed)[:_MISSES]
    unknown = [index for index in missed if not explain.is_explained(index)]
    names = _named(prose, missed)
    sentences = []
    if names:
        key = "problems.misses" if len(missed) > 1 else "problems.miss_first"
        sentences.append(prose.say(key, list=prose.enumerated(names)))
    if len(unknown) > 1 and unknown == missed:
        sentences.append(prose.say("problems.unknown_all"))
    elif unknown:
        rest = prose.enumerated(_named(prose, unknown))
        sentences.append(prose.say("problems.unknown", list=rest))
    return [prose.paragraph(sentences), *_rows(prose, explain, SectionKey.PROBLEMS)]


def _emptied(prose: Prose) -> set[int]:
    """The notes of which nothing is left when what contradicts the table is left out."""
    return {
        note.number
        for note in prose.catalogue.notes
        if not any(
            char.isalnum()
            for char in with_references(
                note, prose.catalogue, without=prose.left_out.get(note.number, ())
            )
        )
    }


def _contradicted(prose: Prose) -> list[str]:
    """What the notes say otherwise than the table is left out, and that is said."""
    indexes = dict.fromkeys(found.figure for found in contradictions(prose.catalogue))
    return [
        prose.say("contradicted", subject=prose.subject(figure_ref(index))) for index in indexes
    ]


def _named(prose: Prose, indexes: Sequence[int]) -> list[str]:
    """The rows by name, those of one measure together."""
    by_measure: dict[str, list[str]] = {}
    for index in indexes:
        row = prose.catalogue.rows[index]
        members = by_measure.setdefault(prose.measure(figure_ref(index)), [])
        if row.member:
            members.append(row.member)
    return [
        prose.say("subject.members", measure=measure, list=prose.listed(members))
        if members
        else measure
        for measure, members in by_measure.items()
    ]


def _missing(prose: Prose, placed: Sequence[PlacedNote], key: SectionKey, written: bool) -> str:
    """What the section owes and cannot say."""
    kinds = {item.kind for item in placed}
    if not written:
        return prose.say(f"missing.{key.value}") if key is not SectionKey.RESULTS else ""
    if key is SectionKey.CUSTOMERS:
        return _missing_story(prose, placed)
    if key is SectionKey.TEAM and not any(_of_training(item) for item in placed):
        return prose.say("missing.training")
    if key is SectionKey.PROBLEMS and "request" not in kinds:
        return prose.say("missing.requests")
    return ""


def _of_training(item: PlacedNote) -> bool:
    return names_any(item.note.text, phrasing(item.note.language).notes.training)


def _missing_story(prose: Prose, placed: Sequence[PlacedNote]) -> str:
    """Of keeping and winning customers, the story that is not told."""
    existing, new = told_stories(prose.catalogue, placed)
    if existing and new:
        return ""
    return prose.say("missing.existing" if new else "missing.new")
