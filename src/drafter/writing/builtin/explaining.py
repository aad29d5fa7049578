"""Causes: the notes that speak of a row, put next to it; never more than the notes say."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.writing.builtin.prose import Prose, figure_ref
from drafter.writing.fencing import unbraced
from drafter.writing.note_places import (
    PlacedNote,
    attachable,
    names_of,
    states_cause,
    with_references,
)
from drafter.writing.notes import Note


class Explanations:
    """The notes that can stand next to a row; each is used once."""

    def __init__(self, prose: Prose, placed: Sequence[PlacedNote]) -> None:
        self._prose = prose
        self._by_figure = attachable(placed, prose.catalogue)

    def is_explained(self, index: int) -> bool:
        """Whether some note speaks of this row, wherever it was put."""
        return bool(self._by_figure.get(index))

    def attached(self, index: int) -> list[str]:
        """The notes on this row that are not yet placed, as sentences."""
        sentences = []
        for note in self._by_figure.get(index, ()):
            if note.number in self._prose.used:
                continue
            self._prose.used.add(note.number)
            sentences.append(self._sentence(index, note))
        return sentences

    def _sentence(self, index: int, note: Note) -> str:
        text = note_sentence(self._prose, note)
        row = self._prose.row(figure_ref(index))
        name = row.member or row.measure
        known = names_of(self._prose.catalogue, index)
        opens = any(found.place(note.text) == 0 for found in known)
        named = opens or name.lower() in note.text.lower()
        foreign = note.language != self._prose.catalogue.report.language
        if foreign or states_cause(note) or named:
            return text
        subject = row.member or self._prose.measure(figure_ref(index))
        return self._prose.say("attached", subject=subject, note=text)


def note_sentence(prose: Prose, note: Note) -> str:
    """A note as a sentence of the draft; in another language it is quoted as it stands."""
    without = prose.left_out.get(note.number, ())
    text = with_references(note, prose.catalogue, unbraced, without)
    if note.language != prose.catalogue.report.language:
        return prose.say("note.foreign", note=text)
    return prose.opened(text)
