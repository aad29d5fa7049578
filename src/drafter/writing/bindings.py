"""References that outlive changes: of the text by a person, of the figures by a correction."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher

from drafter.figures.report import Figure
from drafter.ledger.ledger import Group
from drafter.writing.catalogue import Catalogue
from drafter.writing.claims import SLOTS
from drafter.writing.references import Reference, Target, parse_reference
from drafter.writing.sections import Binding, SectionText


def rebind(section: SectionText, text: str) -> SectionText:
    """The section with a person's new text; bindings stay where the edit left them intact.

    A binding is lost when any of its characters was changed, or when a digit or letter was put
    right against it (`CNY 64.88` made into `CNY 64.880`).
    """
    kept: list[Binding] = []
    matcher = SequenceMatcher(None, section.text, text, autojunk=False)
    for old_start, new_start, size in matcher.get_matching_blocks():
        for binding in section.bindings:
            if old_start <= binding.start and binding.end <= old_start + size:
                shift = new_start - old_start
                moved = replace(binding, start=binding.start + shift, end=binding.end + shift)
                if _stands_alone(section.text, binding, text, moved):
                    kept.append(moved)
    return SectionText(section.key, text, tuple(sorted(kept, key=lambda item: item.start)))


def _stands_alone(old: str, before: Binding, new: str, after: Binding) -> bool:
    """Whether what touches the binding is as it was, or is no part of a number or word."""
    left = new[after.start - 1 : after.start], old[before.start - 1 : before.start]
    right = new[after.end : after.end + 1], old[before.end : before.end + 1]
    return all(now == then or not _joins(now) for now, then in (left, right))


def _joins(char: str) -> bool:
    """Whether a character put right against a figure would make it another figure."""
    return char.isalnum() or char in set(".,%")


def render_anew(
    section: SectionText, old: Catalogue, new: Catalogue
) -> tuple[SectionText, tuple[Binding, ...]]:
    """The section with its bound spans rendered from corrected figures, and the bindings lost.

    Rows are matched by what they are (measure, members, unit), as their numbers may have moved.
    What the new report cannot give keeps its old words and is no longer bound.
    """
    pieces: list[str] = []
    bindings: list[Binding] = []
    lost: list[Binding] = []
    at = length = 0
    for binding in section.bindings:
        text = section.text[binding.start : binding.end]
        moved = _moved(binding.reference, old, new)
        found = new.text_of(moved) if moved is not None else None
        pieces.append(section.text[at : binding.start])
        length += binding.start - at
        if moved is None or found is None:
            lost.append(binding)
        else:
            text = found[0].upper() + found[1:] if text[:1].isupper() else found
            bindings.append(Binding(length, length + len(text), str(moved)))
        pieces.append(text)
        length += len(text)
        at = binding.end
    pieces.append(section.text[at:])
    return SectionText(section.key, "".join(pieces), tuple(bindings)), tuple(lost)


def _moved(token: str, old: Catalogue, new: Catalogue) -> Reference | None:
    """The same reference by the numbers of the new report."""
    reference = parse_reference(token)
    if reference is None:
        return None
    if reference.target is Target.NOTE:
        return _moved_note(reference, old, new)
    if reference.target is Target.FIGURE:
        return _moved_figure(reference, old, new)
    is_claim = reference.target is Target.CLAIM
    place, slot = divmod(reference.number, SLOTS) if is_claim else (reference.number, 0)
    groups = [_group_key(group) for group in new.ledger.groups]
    key = _group_key(old.ledger.groups[place - 1])
    if key not in groups:
        return None
    number = groups.index(key) + 1
    return replace(reference, number=number * SLOTS + slot if is_claim else number)


def _moved_figure(reference: Reference, old: Catalogue, new: Catalogue) -> Reference | None:
    key = _row_key(old.report.figures[reference.number - 1])
    for number, figure in enumerate(new.report.figures, start=1):
        if _row_key(figure) == key:
            return replace(reference, number=number)
    return None


def _moved_note(reference: Reference, old: Catalogue, new: Catalogue) -> Reference | None:
    before = old.note_figure(reference.number)
    if before is None:
        return None
    quantity = before[1].quantity.text
    for note in new.notes:
        for figure in note.figures:
            if note.text == before[0].text and figure.quantity.text == quantity:
                return replace(reference, number=figure.number)
    return None


def _row_key(figure: Figure) -> tuple[object, ...]:
    return figure.measure, figure.unit.kind, figure.unit.base, frozenset(figure.dimensions.items())


def _group_key(group: Group) -> tuple[object, ...]:
    return group.measure, group.dimension, group.fixed
