"""A section's text cut into paragraphs, list items and marks, ready for a template to escape.

Draft texts use little Markdown: blank lines, list items, `**strong**`. Reading just that here keeps
every mark at its exact code points, which a Markdown library would lose.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

_ITEM = re.compile(r"[ \t]*(?:[-*•]|\d{1,2}[.、)）])[ \t]+")
_HEADING = re.compile(r"#{1,6}[ \t]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention's place in the section's own text; `number` is its place in the check's list."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `mark` is the number of the mention it states, or None."""

    text: str
    mark: int | None = None
    strong: bool = False
    first: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading within the section, or one list item (`lead` is `1.` or empty)."""

    kind: str
    pieces: tuple[Piece, ...]
    lead: str = ""


def blocks(text: str, marks: Sequence[Mark]) -> tuple[Block, ...]:
    """The text in blocks. Every character of it is kept, but for the Markdown signs themselves."""
    found: list[Block] = []
    for start, end in _paragraphs(text):
        found.extend(_lines_joined(text, start, end, marks))
    return tuple(found)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"(?:[^\n]*\S[^\n]*(?:\n|$))+", text):
        yield match.start(), match.end()


def _lines_joined(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Block]:
    """One block per list item or heading; the other lines stay together as a paragraph."""
    opened = start
    for line in re.finditer(r"[^\n]+", text[start:end]):
        at = start + line.start()
        signs = _ITEM.match(text, at) or _HEADING.match(text, at)
        if signs is None:
            continue
        if text[opened:at].strip():
            yield _block(text, opened, at, marks)
        opened = at
        if text[at] == "#":
            yield _block(text, at, start + line.end(), marks)
            opened = start + line.end()
    if text[opened:end].strip():
        yield _block(text, opened, end, marks)


def _block(text: str, start: int, end: int, marks: Sequence[Mark]) -> Block:
    item, heading = _ITEM.match(text, start), _HEADING.match(text, start)
    signs = item or heading
    inner = signs.end() if signs and not _covered(signs.start(), signs.end(), marks) else start
    stop = start + len(text[start:end].rstrip())
    kind = "paragraph" if signs is None else ("item" if item else "heading")
    lead = item.group().strip() if item and inner > start else ""
    pieces = tuple(_pieces(text, inner, stop, marks))
    return Block(kind, pieces, lead if lead[:1].isdigit() else "")


def _covered(start: int, end: int, marks: Sequence[Mark]) -> bool:
    return any(mark.start < end and start < mark.end for mark in marks)


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    strong, at = False, start
    inside = [mark for mark in marks if mark.end > start and mark.start < end]
    for mark in inside:
        strong = yield from _plain(text, at, max(at, mark.start), strong)
        strong = yield from _marked(text, max(at, mark.start), min(end, mark.end), strong, mark)
        at = min(end, mark.end)
    yield from _plain(text, at, end, strong)


def _plain(text: str, start: int, end: int, strong: bool) -> Generator[Piece, None, bool]:
    """The text between marks; each `**` turns strong on or off."""
    runs = text[start:end].split("**")
    for index, run in enumerate(runs):
        if index:
            strong = not strong
        if run:
            yield Piece(run, None, strong)
    return strong


def _marked(
    text: str, start: int, end: int, strong: bool, mark: Mark
) -> Generator[Piece, None, bool]:
    """A mark as one piece, or several where emphasis changes within it."""
    first = True
    for index, run in enumerate(text[start:end].split("**")):
        if index:
            strong = not strong
        if run:
            yield Piece(run, mark.number, strong, first)
            first = False
    return strong
