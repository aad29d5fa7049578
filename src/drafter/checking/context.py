"""A draft laid out for checking: its quantities, names, cue words and blocks, by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol, TypeVar

from drafter.checking.keeping import Kept
from drafter.checking.passages import Block, BlockKind, Sentence, Span, passages
from drafter.checking.vocabulary import Hit, NameKind, Vocabulary
from drafter.figures.report import LanguageCode, Report
from drafter.languages.characters import folded
from drafter.languages.cues import Cue, CueBook, CueKind, cue_book, find_cues
from drafter.languages.quantities import read_quantities
from drafter.languages.quantity import Quantity, QuantityKind
from drafter.ledger.ledger import Ledger


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_YEARS = 4  # a year further from the reporting month than this is no year
_WHOLLY_MEANT = 0.75  # of a name: less leaves its words their own sense

_P = TypeVar("_P", bound=_Placed)


class Placed(Sequence[_P]):
    """Things of a text in order of their place, found by place."""

    def __init__(self, items: Sequence[_P]) -> None:
        self._items = sorted(items, key=lambda item: item.start)
        self._starts = [item.start for item in self._items]

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def within(self, start: int, end: int) -> list[_P]:
        """Those that start in [start, end)."""
        return self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def last_before(self, place: int) -> _P | None:
        """The last one that starts before a place."""
        index = bisect_left(self._starts, place)
        return self._items[index - 1] if index else None

    def index_at(self, place: int) -> int:
        """How many start at or before a place, less one."""
        return bisect_right(self._starts, place) - 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: its block, sentence and clause."""

    block: int
    sentence: Sentence
    clause: Span


class Context:
    """Everything the checks look at, read once from a draft and its report."""

    def __init__(self, draft: str, report: Report, ledger: Ledger, vocabulary: Vocabulary) -> None:
        self.text = folded(draft)
        self._sentence_starts: dict[int, list[int]] = {}
        self._children: dict[int, list[int]] | None = None
        self._remembered: dict[tuple[str, int, int], frozenset[str]] = {}
        self.report = report
        self.ledger = ledger
        self.vocabulary = vocabulary
        self.language: LanguageCode = report.language
        self.hits: Placed[Hit] = Placed(vocabulary.find(draft))
        self.quantities: Placed[Quantity] = Placed(
            [self._judged(quantity) for quantity in read_quantities(draft, report.language)]
        )
        spans = [Span(quantity.start, quantity.end) for quantity in self.quantities]
        self.blocks = passages(draft, spans)
        self._block_starts = [block.start for block in self.blocks]
        self.hits = Placed(vocabulary.sharpened(draft, list(self.hits), self._clauses()))
        self.cues: Placed[Cue] = Placed(self._free_cues())

    @Kept
    def book(self) -> CueBook:
        return cue_book(self.language)

    @Kept
    def counted(self) -> Placed[Quantity]:
        """The quantities that may be business figures."""
        return Placed([quantity for quantity in self.quantities if quantity.why_not is None])

    def _judged(self, quantity: Quantity) -> Quantity:
        """A quantity that is part of a name, or only names a unit, is no figure."""
        if quantity.why_not is not None:
            return self._no_year(quantity)
        if self._is_year(quantity):
            return replace(quantity, why_not="date")
        hit = self.hits.last_before(quantity.start + 1)
        named = hit is not None and hit.start < quantity.start and hit.end >= quantity.end
        if named or self._is_in_a_full_name(quantity):
            return replace(quantity, why_not="name")
        if quantity.text.strip() in self._unit_labels:
            return replace(quantity, why_not="unit label")
        return quantity

    def _is_in_a_full_name(self, quantity: Quantity) -> bool:
        """Whether a name of the report that holds a number stands around it, brackets and all."""
        for name in self._numbered_names:
            start = self.text.find(
                name, max(0, quantity.end - len(name)), quantity.start + len(name)
            )
            if 0 <= start < quantity.start:
                return True
        return False

    @Kept
    def _numbered_names(self) -> tuple[str, ...]:
        texts = (name.text for name in self.vocabulary.names)
        return tuple(text for text in texts if any(char.isdigit() for char in text))

    def _is_year(self, quantity: Quantity) -> bool:
        """A year near the report's where a text compares with it: `6.9 % above 2025`."""
        period, text = self.report.period, quantity.text
        if period is None or quantity.unit is not None or not (text.isascii() and text.isdigit()):
            return False
        lead = self.text[max(0, quantity.start - 12) : quantity.start]
        near = len(text) == 4 and abs(int(text) - period.year) <= 1
        return near and self.book.before_year.search(lead) is not None

    def _no_year(self, quantity: Quantity) -> Quantity:
        """Four bare digits that name no year near the report's are a number after all."""
        period, text = self.report.period, quantity.text
        if quantity.why_not != "date" or not (text.isascii() and text.isdigit() and len(text) == 4):
            return quantity
        if period is None or abs(int(text) - period.year) <= _YEARS:
            return quantity
        value, half = Decimal(text), Decimal("0.5")
        return Quantity(
            quantity.start,
            quantity.end,
            text,
            QuantityKind.NUMBER,
            value,
            None,
            value - half,
            value + half,
            step=Decimal(1),
        )

    @Kept
    def _unit_labels(self) -> frozenset[str]:
        return frozenset(figure.unit.written.strip() for figure in self.report.figures)

    def _free_cues(self) -> list[Cue]:
        """Cue words; a hedge inside a quantity, a word inside a name is no cue of its own."""
        cues = []
        for cue in find_cues(self.text, self.language, self.report.period):
            quantity = self.counted.last_before(cue.start + 1)
            in_number = quantity is not None and quantity.end >= cue.end
            if in_number and cue.kind is not CueKind.YTD:
                continue
            hit = self.hits.last_before(cue.start + 1)
            if hit is not None and hit.end >= cue.end and hit.strength >= _WHOLLY_MEANT:
                continue
            cues.append(cue)
        return cues

    def _clauses(self) -> list[Span]:
        return [
            clause
            for block in self.blocks
            for sentence in block.sentences
            for clause in sentence.clauses
        ]

    def remembered(
        self,
        what: str,
        span: Span | Sentence,
        find: Callable[[Context, int, int], frozenset[str]],
    ) -> frozenset[str]:
        """What `find` says of a stretch of the text, asked only once."""
        key = (what, span.start, span.end)
        if key not in self._remembered:
            self._remembered[key] = find(self, span.start, span.end)
        return self._remembered[key]

    def place(self, at: int) -> Place:
        """Where a code point stands."""
        number = max(0, bisect_right(self._block_starts, at) - 1)
        block = self.blocks[number]
        if number not in self._sentence_starts:
            self._sentence_starts[number] = [sentence.start for sentence in block.sentences]
        which = max(0, bisect_right(self._sentence_starts[number], at) - 1)
        sentence = block.sentences[which]
        return Place(number, sentence, sentence.clauses[sentence.clause_at(at)])

    def children(self, number: int) -> list[int]:
        """The blocks that a block introduces: the items of its list, the rows of its table."""
        if self._children is None:
            self._children = defaultdict(list)
            for index, block in enumerate(self.blocks):
                if block.parent is not None:
                    self._children[block.parent].append(index)
        return self._children.get(number, [])

    def hits_in(self, start: int, end: int, kind: NameKind) -> list[Hit]:
        return [hit for hit in self.hits.within(start, end) if hit.kind is kind]

    def in_table(self, place: Place) -> bool:
        return self.blocks[place.block].kind is BlockKind.TABLE

    def table_head(self, number: int) -> int | None:
        """The header row of the table that a block belongs to."""
        while number and self.blocks[number - 1].kind is BlockKind.TABLE:
            number -= 1
        return number if self.blocks[number].kind is BlockKind.TABLE else None

    def cell(self, number: int, column: int) -> Span:
        """A row's cell behind its n-th bar."""
        block = self.blocks[number]
        start = block.start
        for _ in range(column):
            following = self.text.find("|", start, block.end)
            if following < 0:
                return Span(block.end, block.end)
            start = following + 1
        end = self.text.find("|", start, block.end)
        return Span(start, end if end >= 0 else block.end)

    def block_of(self, place: Place) -> Block:
        return self.blocks[place.block]
