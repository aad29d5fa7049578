"""The shape of a draft: blocks (paragraph, bullet, heading, table row), sentences, clauses.

What a number is about is decided by where it stands: its clause first, then its sentence, the
sentence before, the label of its bullet, its table header, its heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    HEADING = "heading"
    BULLET = "bullet"
    PARAGRAPH = "paragraph"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def holds(self, place: int) -> bool:
        return self.start <= place < self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the clauses that cover it without gaps."""

    start: int
    end: int
    clauses: tuple[Span, ...]

    def clause_at(self, place: int) -> int:
        """The index of the clause that holds a place of this sentence."""
        for index, clause in enumerate(self.clauses):
            if place < clause.end:
                return index
        return len(self.clauses) - 1


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the draft with its sentences; `parent` is the index of the line introducing it.

    For a bullet that is the line before its list, for a paragraph its heading; a table row's is
    its header row.
    """

    kind: BlockKind
    start: int
    end: int
    sentences: tuple[Sentence, ...]
    parent: int | None = None


_LINE = re.compile(r"[^\n]+")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s|\s*[一二三四五六七八九十]{1,3}、|\s*\*\*[^*]+\*\*\s*$")
_BULLET = re.compile(
    r"\s*(?:[-*+•·]\s|\d{1,2}[.)、．]\s*|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]是)"
)
_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE = re.compile(r"[\s|:\-+]*$")
_SENTENCE_END = re.compile(r"[。！？!?；;]+[”’」』\"')）]*|\.(?=[\s*\"”)]|$)")
_NOT_AN_END = re.compile(
    r"(?:\b(?:vs|approx|no|nos|incl|excl|dept|avg|st|mr|ms|dr|e\.g|i\.e|[a-z])|^\s*\d{1,2})$",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[，,：:（）()；;\[\]]+|\s[–—-]\s|——|—|\s(?=(?:while|whereas|but|yet|although|though|because|"
    r"despite|which|where|and then|followed)\s)",
    re.IGNORECASE,
)

_LONGEST_CLAUSE, _LONGEST_SENTENCE = 400, 2000


def passages(text: str, opaque: list[Span]) -> tuple[Block, ...]:
    """The blocks of a text; punctuation inside the `opaque` spans (quantities) divides nothing."""
    blocks: list[Block] = []
    heading: int | None = None
    intro: int | None = None
    shut = _Opaque(opaque)
    for line in _LINE.finditer(text):
        if not line[0].strip():
            continue
        kind = _kind(line[0])
        if kind is BlockKind.TABLE and _RULE.match(line[0]):
            continue
        if kind is BlockKind.HEADING:
            heading = intro = len(blocks)
            parent = None
        elif kind is BlockKind.PARAGRAPH:
            parent, intro = heading, len(blocks)
        elif kind is BlockKind.TABLE and (not blocks or blocks[-1].kind is not BlockKind.TABLE):
            parent, intro = intro, len(blocks)
        else:
            parent = intro
        sentences = tuple(_sentences(text, line.start(), line.end(), shut))
        blocks.append(Block(kind, line.start(), line.end(), sentences, parent))
    return tuple(blocks)


def _kind(line: str) -> BlockKind:
    if _ROW.match(line):
        return BlockKind.TABLE
    if _HEADING.match(line):
        return BlockKind.HEADING
    if _BULLET.match(line):
        return BlockKind.BULLET
    return BlockKind.PARAGRAPH


class _Opaque:
    """Answers whether a place lies inside a span that must not be divided; places only grow."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span.start)
        self._next = 0

    def covers(self, start: int, end: int) -> bool:
        while self._next and self._spans[self._next - 1].end > start:
            self._next -= 1
        while self._next < len(self._spans) and self._spans[self._next].end <= start:
            self._next += 1
        return self._next < len(self._spans) and self._spans[self._next].start < end


def _sentences(text: str, start: int, end: int, shut: _Opaque) -> Iterator[Sentence]:
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if shut.covers(match.start(), match.start() + 1):
            continue
        if match[0].startswith(".") and _NOT_AN_END.search(text[begin : match.start()][-12:]):
            continue
        yield from _of_sane_length(_clauses(text, begin, match.end(), shut))
        begin = match.end()
    if begin < end:
        yield from _of_sane_length(_clauses(text, begin, end, shut))


def _of_sane_length(clauses: list[Span]) -> Iterator[Sentence]:
    """A sentence of its clauses; a monstrous one in parts, so that the work stays linear."""
    first = 0
    for at in range(1, len(clauses) + 1):
        if at == len(clauses) or clauses[at].end - clauses[first].start > _LONGEST_SENTENCE:
            part = tuple(clauses[first:at])
            yield Sentence(part[0].start, part[-1].end, part)
            first = at


def _clauses(text: str, start: int, end: int, shut: _Opaque) -> list[Span]:
    clauses: list[Span] = []
    begin = start
    for match in _CLAUSE_END.finditer(text, start, end):
        if shut.covers(match.start(), match.end()):
            continue
        if match.end() > begin:
            clauses += _pieces(begin, match.end(), shut)
            begin = match.end()
    if begin < end or not clauses:
        clauses += _pieces(begin, end, shut)
    return clauses


def _pieces(start: int, end: int, shut: _Opaque) -> Iterator[Span]:
    """A clause, or a monstrous one in pieces that cut no quantity."""
    while end - start > _LONGEST_CLAUSE:
        cut = start + _LONGEST_CLAUSE
        while cut < end and shut.covers(cut - 1, cut + 1):
            cut += 1
        yield Span(start, cut)
        start = cut
    if start < end:
        yield Span(start, end)
