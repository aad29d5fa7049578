"""Where a number's own words begin and end: from a quantity of the text to its frame."""

from __future__ import annotations

import re

from drafter.checking.context import Context, Place
from drafter.checking.frames import DIRECTIONS, Frame
from drafter.languages.cues import Cue, CueKind
from drafter.languages.quantity import Quantity, QuantityKind

_LABEL = 30  # characters
_BREAK = re.compile(
    r"\s(?:and|or|but|versus|vs\.?|against|compared|yet|while)\s|[/、|]", re.IGNORECASE
)
_CONJUNCTION = re.compile(r"\s(?:and|but|or)\s+$", re.IGNORECASE)
_TELLING = DIRECTIONS | {CueKind.FLAT}
_MOVE = re.compile(r"\s(?:down|up)\s", re.IGNORECASE)


def frame_of(context: Context, quantity: Quantity, carried: Frame | None) -> Frame:
    """The frame of one quantity; `carried` is the frame of the number before it."""
    place = context.place(quantity.start)
    if context.in_table(place):
        return _cell_frame(context, quantity, place)
    start, end = _own_span(context, quantity, place)
    text = context.text
    clause = context.cues.within(place.clause.start, place.clause.end)
    own = [
        cue
        for cue in context.cues.within(place.clause.start, end)
        if _outside(cue, quantity)
        and (cue.start >= start or 0 <= quantity.start - cue.end <= 2)
        and not _is_hedge(context, cue, quantity)
    ]
    if not text[start : quantity.start].strip():
        own = [*_label(context, place), *own]
    earlier = [
        context.cues.within(part.start, part.end)
        for part in reversed(place.sentence.clauses)
        if part.end <= place.clause.start
    ]
    earlier += _clauses_before_semicolon(context, place)
    before = text[start : quantity.start]
    leans = carried is not None and _leans(context, carried, quantity, place, before)
    return Frame(
        context,
        quantity,
        place,
        before,
        text[quantity.end : end],
        own,
        clause,
        earlier,
        carried=carried if leans else None,
        previous=carried,
    )


def _clauses_before_semicolon(context: Context, place: Place) -> list[list[Cue]]:
    """The cues of the sentence that a semicolon joins to this one, its last clause first."""
    block = context.block_of(place)
    at = block.sentences.index(place.sentence)
    if not at:
        return []
    before = block.sentences[at - 1]
    if not context.text[before.start : before.end].rstrip().endswith((";", "；")):
        return []
    return [context.cues.within(part.start, part.end) for part in reversed(before.clauses)]


def _cell_frame(context: Context, quantity: Quantity, place: Place) -> Frame:
    """The frame of a table's cell: its own words are those of its column's header."""
    block = context.block_of(place)
    column = context.text.count("|", block.start, quantity.start)
    cell = context.cell(place.block, column)
    own = [cue for cue in context.cues.within(cell.start, cell.end) if _outside(cue, quantity)]
    head = context.table_head(place.block)
    header = ""
    if head is not None and head != place.block:
        top = context.cell(head, column)
        own = [*context.cues.within(top.start, top.end), *own]
        header = context.text[top.start : top.end]
    label = context.cell(place.block, 1)
    row = context.cues.within(label.start, label.end)
    return Frame(context, quantity, place, header, "", own or row, own + row, [row], in_column=True)


def _outside(cue: Cue, quantity: Quantity) -> bool:
    return cue.end <= quantity.start or cue.start >= quantity.end


def _label(context: Context, place: Place) -> list[Cue]:
    """The cues of a short label before a colon (`October: 8.32`, 环比：3 %)."""
    for part in place.sentence.clauses:
        short = part.end == place.clause.start and part.end - part.start <= _LABEL
        if short and context.text[part.start : part.end].rstrip().endswith((":", "：")):
            return context.cues.within(part.start, part.end)
    return []


def _is_hedge(context: Context, cue: Cue, quantity: Quantity) -> bool:
    """Whether a direction word only loosens the number: `dropped by more than a fifth`."""
    if quantity.hedge is None or cue.kind not in DIRECTIONS:
        return False
    between = context.text[cue.end : quantity.start]
    return cue.end <= quantity.start and between.strip() in ("", "than", "than a", "than an")


def _leans(context: Context, carried: Frame, quantity: Quantity, place: Place, before: str) -> bool:
    """Whether the number continues the one before it (`up 4.7 % on August and 8.6 % on ...`)."""
    if carried.place.sentence != place.sentence:
        return False
    alike = carried.quantity.kind is quantity.kind or quantity.kind is QuantityKind.NUMBER
    if not before.strip():
        before = context.text[carried.quantity.end : quantity.start]
    return alike and bool(context.book.coordination.match(before))


def _own_span(context: Context, quantity: Quantity, place: Place) -> tuple[int, int]:
    """The stretch between the numbers before and behind, within the clause.

    English says the base behind a number, Chinese before it; the stretch behind is cut where the
    next number's words begin.
    """
    clause = place.clause
    inside = context.counted.within(clause.start, clause.end)
    at = next(i for i, item in enumerate(inside) if item.start == quantity.start)
    start = clause.start
    if at:
        previous = inside[at - 1]
        start = previous.end + _cut(context, context.text[previous.end : quantity.start])
    else:
        start += _after_conjunction(context, start, quantity)
    end = clause.end
    if at + 1 < len(inside):
        following = inside[at + 1]
        end = quantity.end + _cut(context, context.text[quantity.end : following.start])
    return start, end


def _after_conjunction(context: Context, start: int, quantity: Quantity) -> int:
    """Where a number right behind `and` begins anew (`flat on July and 91 cents up ...`)."""
    lead = context.text[start : quantity.start]
    found = _CONJUNCTION.search(lead)
    if found is None or not context.book.base_follows:
        return 0
    told = [
        cue for cue in context.cues.within(start, start + found.start()) if cue.kind in _TELLING
    ]
    return found.start() if told else 0


def _cut(context: Context, between: str) -> int:
    """Where, between two numbers, the words of the second begin."""
    if not context.book.base_follows:
        match = context.book.suffix.match(between)
        return match.end() if match else 0
    found = _BREAK.search(between) or _MOVE.search(between) or context.book.binding.search(between)
    return found.start() if found else len(between)
