"""The names of a report - measures, members of dimensions, aliases - and where a text uses them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from drafter.checking.passages import Span
from drafter.figures.report import Report
from drafter.languages.measure_words import is_total_member
from drafter.languages.naming import Token, faint_words, stop_words, tokens

_LONGEST_RUN = 24
_WORDS_SLACK = 0.25


class NameKind(StrEnum):
    MEASURE = "measure"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Name:
    """A measure or a member with the rows that carry it."""

    kind: NameKind
    text: str
    dimension: str
    figures: frozenset[int]

    def __hash__(self) -> int:
        return hash((self.kind, self.text, self.dimension))


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a text uses one of `names` (several: it fits them alike).

    `strength` is the share of the name that stands there, 1 for the full name.
    """

    start: int
    end: int
    names: tuple[Name, ...]
    strength: float

    @property
    def kind(self) -> NameKind:
        return self.names[0].kind


class Vocabulary:
    """All names of a report, indexed by what a text may show of them."""

    def __init__(self, report: Report) -> None:
        self.names = tuple(_names(report))
        self._forms: list[tuple[Name, tuple[str, ...]]] = []
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_run: dict[str, list[int]] = defaultdict(list)
        self._mixed: dict[str, list[int]] = defaultdict(list)
        self._weights: dict[str, float] = {}
        self._index(report)

    def _index(self, report: Report) -> None:
        for name in self.names:
            for form in _forms(report, name):
                self._add(name, form)
        for word, forms in self._by_word.items():
            carriers = len({self._forms[form][0].text for form in forms})
            self._weights[word] = (0.4 if word in faint_words() else 1.0) / (
                1 + 0.2 * (carriers - 1)
            )

    def _add(self, name: Name, form: str) -> None:
        every = tokens(form)
        found = [token for token in every if token.stem not in stop_words()]
        if not found:
            return
        at = len(self._forms)
        if len({token.is_character for token in every}) > 1:
            self._mixed[every[0].stem].append(at)
            found = every
        stems = tuple(token.stem for token in found)
        self._forms.append((name, stems))
        for word in {token.stem for token in found if not token.is_character}:
            self._by_word[word].append(at)
        initials = "".join(token.stem[0] for token in found if not token.is_character)
        if len(initials) > 1:
            self._by_run[initials].append(at)
        for run in _runs(found):
            self._by_run[run].append(at)

    def find(self, text: str) -> list[Hit]:
        """The places where names stand, in order, without overlaps."""
        found: list[Hit] = []
        row = tokens(text)
        at = 0
        while at < len(row):
            hit, after = self._whole_mixed(row, at)
            if hit is None and row[at].is_character:
                hit, after = self._chinese(row, at)
            elif hit is None:
                hit, after = self._words(row, at)
            if hit is not None:
                found.append(hit)
            at = after
        return found

    def sharpened(self, text: str, hits: list[Hit], clauses: Iterable[Span]) -> list[Hit]:
        """Partial hits seen with the other names of their clause: `lost` beside `parcels`."""
        result: list[Hit] = []
        ordered = iter(hits)
        hit = next(ordered, None)
        for clause in clauses:
            inside = []
            while hit is not None and hit.start < clause.end:
                inside.append(hit)
                hit = next(ordered, None)
            result += self._sharpen(text, inside) if len(inside) > 1 else inside
        return result

    def _sharpen(self, text: str, hits: list[Hit]) -> list[Hit]:
        stems = {token.stem for hit in hits for token in tokens(text[hit.start : hit.end])}
        return [hit if hit.strength == 1 else self._sharper(text, hit, stems) for hit in hits]

    def _sharper(self, text: str, hit: Hit, stems: set[str]) -> Hit:
        own = [token.stem for token in tokens(text[hit.start : hit.end]) if not token.is_character]
        scored = []
        for form in {form for stem in own for form in self._by_word.get(stem, ())}:
            name, wanted = self._forms[form]
            shared = [self._weights.get(stem, 1.0) for stem in set(wanted) if stem in stems]
            whole = sum(self._weights.get(stem, 1.0) for stem in set(wanted))
            scored.append((sum(shared) / whole, name))
        if not scored or max(score for score, _ in scored) <= hit.strength:
            return hit
        return _hit(hit.start, hit.end, scored)

    def _whole_mixed(self, row: list[Token], at: int) -> tuple[Hit | None, int]:
        """A full name of letters and characters, such as a product with a type letter."""
        for form in self._mixed.get(row[at].stem, ()):
            name, stems = self._forms[form]
            after = at + len(stems)
            if tuple(token.stem for token in row[at:after]) == stems:
                return _hit(row[at].start, row[after - 1].end, [(1.0, name)]), after
        return None, at + 1

    def _chinese(self, row: list[Token], at: int) -> tuple[Hit | None, int]:
        """The longest run of characters from here that is part of a name."""
        best, length, run = 0, 0, ""
        while at + length < len(row) and length < _LONGEST_RUN:
            token = row[at + length]
            if not token.is_character or (length and token.start != row[at + length - 1].end):
                break
            run += token.stem
            length += 1
            if length > 1 and run not in self._by_run:
                break
            if length > 1:
                best = length
        if best < 2:
            return None, at + 1
        run = "".join(token.stem for token in row[at : at + best])
        forms = self._by_run[run]
        scored = [(best / len(self._forms[form][1]), self._forms[form][0]) for form in forms]
        hit = _hit(row[at].start, row[at + best - 1].end, scored)
        if run in faint_words() and hit.strength < 0.6:
            return None, at + 1
        return hit, at + best

    def _words(self, row: list[Token], at: int) -> tuple[Hit | None, int]:
        """The words from here that belong to one name, whatever their order."""
        first = row[at].stem
        if first.isdigit():
            return None, at + 1
        if row[at].capitals and first in self._by_run and first not in self._by_word:
            scored = [(0.9, self._forms[form][0]) for form in self._by_run[first]]
            return _hit(row[at].start, row[at].end, scored), at + 1
        best: list[tuple[float, float, int, Name]] = []
        for form in self._by_word.get(first, ()):
            matched, weight, end = self._reach(row, at, form)
            whole = sum(self._weights.get(stem, 1.0) for stem in set(self._forms[form][1]))
            best.append((matched, weight / whole, end, self._forms[form][0]))
        if not best:
            return None, at + 1
        top = max(matched for matched, *_ in best)
        if top < 0.35:
            return None, at + 1
        scored = [(share, name) for matched, share, _, name in best if matched == top]
        end = max(end for matched, _, end, _ in best if matched == top)
        return _hit(row[at].start, row[end - 1].end, scored, _WORDS_SLACK), end

    def _reach(self, row: list[Token], at: int, form: int) -> tuple[float, float, int]:
        """How far a form goes from here: weight matched, the same, and the token after it."""
        wanted = set(self._forms[form][1])
        weight, end, skipped, place = 0.0, at, 0, at
        while wanted and place < len(row) and skipped < 4:
            stem = row[place].stem
            if place > at and not row[place].joins:
                break
            if stem in wanted:
                wanted.discard(stem)
                weight += self._weights.get(stem, 1.0)
                end, skipped = place + 1, 0
            elif stem in stop_words():
                skipped += 1
            else:
                break
            place += 1
        return weight, weight, end


def _hit(start: int, end: int, scored: list[tuple[float, Name]], slack: float = 0.01) -> Hit:
    """The names that fit best, within `slack` where none fits fully; members before measures."""
    top = max(score for score, _ in scored)
    near = top - (slack if top < 1 else 0.01)
    names = dict.fromkeys(name for score, name in scored if score > near)
    kinds = {name.kind for name in names}
    if len(kinds) > 1:
        names = dict.fromkeys(name for name in names if name.kind is NameKind.MEMBER)
    return Hit(start, end, tuple(names), top)


def _runs(found: list[Token]) -> Iterable[str]:
    """All runs of two and more neighbouring Chinese characters of a name."""
    runs: set[str] = set()
    characters = [token.stem if token.is_character else " " for token in found]
    for part in "".join(characters).split():
        for start in range(len(part) - 1):
            for end in range(start + 2, min(len(part), start + _LONGEST_RUN) + 1):
                runs.add(part[start:end])
    return runs


def _names(report: Report) -> Iterable[Name]:
    rows: dict[tuple[NameKind, str, str], set[int]] = defaultdict(set)
    for index, figure in enumerate(report.figures):
        rows[NameKind.MEASURE, figure.measure, ""].add(index)
        for dimension, member in figure.dimensions.items():
            if member and not is_total_member(member):
                rows[NameKind.MEMBER, member, dimension].add(index)
    for (kind, text, dimension), figures in rows.items():
        yield Name(kind, text, dimension, frozenset(figures))


def _forms(report: Report, name: Name) -> set[str]:
    """How a name may be written: without its brackets, and by the aliases of its rows."""
    found = {_without_brackets(name.text) or name.text}
    if name.kind is NameKind.MEASURE:
        found |= {alias for index in name.figures for alias in report.figures[index].aliases}
    return found


def _without_brackets(text: str) -> str:
    depth, kept = 0, []
    for char in text:
        if char in "(（[":
            depth += 1
        elif char in ")）]":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(char)
    return "".join(kept).strip()
