"""Where each note belongs: with the row it speaks of, or in a section by its cue words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.languages.measure_words import is_total_member, names_any
from drafter.languages.phrasing import phrasing
from drafter.writing.catalogue import Catalogue
from drafter.writing.materiality import section_of
from drafter.writing.notes import Note
from drafter.writing.references import token
from drafter.writing.sections import SectionKey


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note with its section; `kind` is the cue that decided (`request`, `team`, a name ...)."""

    note: Note
    section: SectionKey
    kind: str


_ORDER: Sequence[tuple[str, SectionKey]] = (
    ("request", SectionKey.PROBLEMS),
    ("next_month", SectionKey.PROBLEMS),
    ("team", SectionKey.TEAM),
    ("activities", SectionKey.ACTIVITIES),
    ("problems", SectionKey.PROBLEMS),
    ("customers", SectionKey.CUSTOMERS),
    ("products", SectionKey.PRODUCTS),
)
# Notes of these kinds stay in their own section even when they name a row.
_KEPT = {"request", "next_month", "team", "activities"}


def placed_notes(catalogue: Catalogue) -> tuple[PlacedNote, ...]:
    """Every note with its section, in the order of the notes."""
    return tuple(_placed(note, catalogue) for note in catalogue.notes)


def _placed(note: Note, catalogue: Catalogue) -> PlacedNote:
    cues = phrasing(note.language).notes
    for kind, section in _ORDER:
        if names_any(note.text, getattr(cues, kind)):
            return PlacedNote(note, section, kind)
    named = rows_named(note, catalogue)
    if named:
        figure = catalogue.report.figures[named[0]]
        section = section_of(figure, catalogue.ledger.polarity(named[0]))
        return PlacedNote(note, section, "named")
    return PlacedNote(note, SectionKey.RESULTS, "other")


def rows_named(note: Note, catalogue: Catalogue) -> tuple[int, ...]:
    """The figures whose member, or whose measure where it has none, the note names."""
    text = note.text.lower()
    found = []
    for index, figure in enumerate(catalogue.report.figures):
        members = [name for name in figure.dimensions.values() if not is_total_member(name)]
        names = members or [figure.measure, *figure.aliases]
        if any(_stands_in(name.lower(), text) for name in names):
            found.append(index)
    return tuple(found)


def attachable(placed: Sequence[PlacedNote], catalogue: Catalogue) -> Mapping[int, list[Note]]:
    """For each figure the notes that speak of it and of few others: they may explain it."""
    found: dict[int, list[Note]] = {}
    for item in placed:
        if item.kind in _KEPT:
            continue
        named = rows_named(item.note, catalogue)
        members = {catalogue.rows[index].member or index for index in named}
        if len(members) == 1:
            for index in named:
                found.setdefault(index, []).append(item.note)
    return found


def states_cause(note: Note) -> bool:
    """Whether the note itself says that something is a reason."""
    return names_any(note.text, phrasing(note.language).notes.cause)


def with_references(note: Note, catalogue: Catalogue) -> str:
    """The note's own words, its figures as references, ended as a sentence."""
    foreign = note.language != catalogue.report.language
    pieces, at = [], 0
    for figure in note.figures:
        pieces.append(note.text[at : figure.quantity.start])
        pieces.append(token(f"N{figure.number}:written" if foreign else f"N{figure.number}"))
        at = figure.quantity.end
    pieces.append(note.text[at:])
    text = "".join(pieces).strip()
    if text[-1:] not in ".。!！?？;；":
        text += phrasing(note.language).sentence_end
    return text.replace("；", "。") if text.endswith("；") else text


def _stands_in(name: str, text: str) -> bool:
    if len(name) < 2:
        return False
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 1]
        joined = name[0].isascii() and (_is_latin(before) or _is_latin(after))
        if not joined:
            return True
        at = text.find(name, at + 1)
    return False


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
