"""What a claim without a number stands on: its frame, its possible groups, its comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.checking.candidates import allowed
from drafter.checking.context import Context
from drafter.checking.frames import Frame
from drafter.checking.judging import Judge
from drafter.checking.result import Evidence, Fault, Mention, Verdict
from drafter.checking.vocabulary import Name, NameKind
from drafter.figures.scenario import Polarity, Scenario
from drafter.languages.claim_words import Predicate, claim_words, own_nouns
from drafter.languages.cues import CueKind
from drafter.languages.quantity import Quantity, QuantityKind
from drafter.ledger.formulas import growth
from drafter.ledger.series import Series

_LONGEST = 60
_MEANT = 0.5  # of a name: less may be other words
_LONGEST_LIST = 60

Pair = tuple[Scenario, Scenario]


@dataclass(frozen=True, slots=True)
class Claim:
    """A place that states more than a number; its parts by the name of their group."""

    start: int
    end: int
    text: str
    parts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Family:
    """The members that a claim counts or ranks: `measure` over `dimension`, or a list."""

    measure: str
    dimension: str
    members: tuple[int, ...]


def claim_of(match: re.Match[str]) -> Claim:
    """A match with its named groups, `place2` merged into `place`."""
    parts = {
        name.rstrip("0123456789"): value
        for name, value in match.groupdict().items()
        if value is not None
    }
    end = min(match.end(), match.start() + _LONGEST)
    text = match.string[match.start() : end].rstrip(" ,，")
    return Claim(match.start(), match.start() + len(text), text, parts)


def frame_at(context: Context, start: int, end: int) -> Frame:
    """A frame for a stretch of words; all cues of its clause are its own."""
    words = context.text[start:end]
    quantity = Quantity(start, end, words, QuantityKind.NUMBER, None, None, None, None)
    place = context.place(start)
    cues = context.cues.within(place.clause.start, place.clause.end)
    earlier = [
        context.cues.within(part.start, part.end)
        for part in reversed(place.sentence.clauses)
        if part.end <= place.clause.start
    ]
    before = context.text[place.clause.start : start]
    after = context.text[end : place.clause.end]
    return Frame(context, quantity, place, before, after, cues, cues, earlier)


class Families:
    """The groups of a report as claims speak of them."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self.ledger = judge.context.ledger
        dimensions = {group.dimension for group in self.ledger.groups}
        language = judge.context.language
        self.words = claim_words(language, own_nouns(dimensions, language))
        merged: dict[tuple[str, str, object], list[int]] = {}
        for group in self.ledger.groups:
            key = (group.measure, group.dimension, group.fixed)
            merged.setdefault(key, []).extend(group.members)
        self.all = tuple(
            Family(measure, dimension, tuple(sorted(members)))
            for (measure, dimension, _), members in merged.items()
        )

    def named(self, noun: str | None) -> list[Family]:
        """The families whose dimension a noun may stand for; all without a noun."""
        if noun is None:
            return list(self.all)
        singular = noun.lower()
        forms = (singular, singular[:-1], singular[:-2], singular[:-3] + "y")
        wanted = next((self.words.nouns[form] for form in forms if form in self.words.nouns), None)
        keys = (wanted or singular).split()
        if "*" in keys:
            return list(self.all)
        return [
            family
            for family in self.all
            if any(
                key in family.dimension.lower() or family.dimension.lower() in key for key in keys
            )
        ]

    def in_question(self, frame: Frame, families: Sequence[Family]) -> list[Family]:
        """Those families whose measure the words name; without a name all of them."""
        focus = self.judge.subjects.focus(frame)
        for tier in (0, 1):
            names = {name.text for name, at in focus.measures if at <= tier}
            found = [family for family in families if family.measure in names]
            if found:
                return found
        return list(families)

    def listed(self, frame: Frame) -> Family | None:
        """The rows that the list or table behind a sentence speaks of, one an item."""
        context = self.judge.context
        members: list[int] = []
        for number in context.children(frame.place.block)[:_LONGEST_LIST]:
            block = context.blocks[number]
            hits = context.hits.within(block.start, block.end)
            if hits:
                members.append(self._row(hits[0].names[0], frame))
        found = tuple(dict.fromkeys(index for index in members if index >= 0))
        return Family("", "", found) if len(found) > 1 else None

    def listed_around(self, frame: Frame) -> Family | None:
        """The rows of the list that the frame's own bullet belongs to."""
        block = self.judge.context.blocks[frame.place.block]
        if block.parent is None:
            return None
        parent = self.judge.context.blocks[block.parent]
        return self.listed(frame_at(self.judge.context, parent.start, parent.start))

    def _row(self, name: Name, frame: Frame) -> int:
        focus = [measure.text for measure, _ in self.judge.subjects.focus(frame).measures]
        rows = sorted(name.figures)
        for measure in focus:
            for index in rows:
                if self.ledger.figure(index).measure == measure:
                    return index
        return rows[0] if rows and (name.kind is NameKind.MEASURE or len(rows) == 1) else -1


def plan_pairs(frame: Frame, series: Series) -> list[Pair]:
    """The comparison with plan that a claim may mean, the likeliest first."""
    if frame.time.ytd or frame.anywhere(CueKind.WHOLE_YEAR):
        order = [
            (Scenario.YTD_ACTUAL, Scenario.YTD_PLAN),
            (Scenario.YTD_ACTUAL, Scenario.YEAR_PLAN),
        ]
        if frame.anywhere(CueKind.WHOLE_YEAR):
            order.reverse()
        if not frame.time.sure and not frame.near(CueKind.WHOLE_YEAR):
            order.append((Scenario.ACTUAL, Scenario.PLAN))
    else:
        order = [(Scenario.ACTUAL, Scenario.PLAN)]
        if Scenario.PLAN not in series.values or Scenario.ACTUAL not in series.values:
            order += [
                (Scenario.YTD_ACTUAL, Scenario.YTD_PLAN),
                (Scenario.YTD_ACTUAL, Scenario.YEAR_PLAN),
            ]
    return [pair for pair in order if pair[0] in series.values and pair[1] in series.values]


def growth_pairs(frame: Frame, series: Series) -> list[Pair]:
    """The earlier values that a claim of growth may be set against."""
    bases, _ = frame.bases
    wanted = {Scenario.PRIOR_MONTH, Scenario.PRIOR_YEAR, Scenario.YTD_PRIOR_YEAR}
    pairs = allowed(frame, series).pairs if bases & _EARLIER else _ALL_EARLIER
    return [
        pair
        for pair in sorted(pairs)
        if pair[1] in wanted and pair[0] in series.values and pair[1] in series.values
    ]


_EARLIER = frozenset({CueKind.PRIOR_MONTH, CueKind.PRIOR_YEAR})
_ALL_EARLIER: frozenset[Pair] = frozenset(
    {
        (Scenario.ACTUAL, Scenario.PRIOR_MONTH),
        (Scenario.ACTUAL, Scenario.PRIOR_YEAR),
        (Scenario.YTD_ACTUAL, Scenario.YTD_PRIOR_YEAR),
    }
)


def pairs_for(predicate: Predicate, frame: Frame, series: Series) -> list[Pair]:
    """The comparisons that a predicate may be about."""
    if predicate in (Predicate.MET, Predicate.ABOVE, Predicate.MISSED):
        return plan_pairs(frame, series)
    if frame.near(CueKind.PLAN) and not frame.near(*_EARLIER):
        return plan_pairs(frame, series) or growth_pairs(frame, series)
    return growth_pairs(frame, series)


def holds(predicate: Predicate, series: Series, pair: Pair, polarity: Polarity) -> bool | None:
    """Whether a predicate is true of a series; None where a value is missing."""
    value, base = series.value(pair[0]), series.value(pair[1])
    if value is None or base is None:
        return None
    lower = polarity is Polarity.LOWER_IS_BETTER
    if predicate is Predicate.MET:
        return value <= base if lower else value >= base
    if predicate is Predicate.MISSED:
        return value > base if lower else value < base
    if predicate is Predicate.TWO_DIGITS:
        grown = growth(series, pair[1], pair[0])
        return grown is not None and grown.value >= 10
    if predicate in (Predicate.BETTER, Predicate.WORSE):
        return value != base and (value > base) is ((predicate is Predicate.BETTER) is not lower)
    return value < base if predicate is Predicate.FELL else value > base


def predicate_in(context: Context, text: str) -> Predicate | None:
    """What a stretch of words says of the members: what stands first in it."""
    found = predicates_in(context, text)
    return found[0][0] if found else None


def predicates_in(context: Context, text: str) -> list[tuple[Predicate, re.Match[str]]]:
    """All that a stretch says, in order of place; at one place the fullest form comes first."""
    found = [
        (predicate, match)
        for predicate, pattern in claim_words(context.language).predicates
        if (match := pattern.search(text)) is not None
    ]
    return sorted(found, key=lambda item: item[1].start())


def without_names(context: Context, start: int, end: int) -> str:
    """A stretch of the text with the report's names blanked: what they hold is no claim."""
    kept = list(context.text[start:end])
    for hit in context.hits.within(start, end):
        if hit.strength >= _MEANT:
            last = min(hit.end, end)
            kept[hit.start - start : last - start] = " " * (last - hit.start)
    return "".join(kept)


def evidence_of(figures: Iterator[int] | Sequence[int], pair: Pair) -> tuple[Evidence, ...]:
    """The facts of a claim over several figures."""
    return tuple(Evidence(index, scenario) for index in figures for scenario in pair)


def claim_mention(
    claim: Claim,
    *,
    fault: Fault | None,
    reason: str,
    explanation: str,
    expected: str | None = None,
    evidence: tuple[Evidence, ...] = (),
) -> Mention:
    """The mention of a claim: supported without a fault, else contradicted."""
    verdict = Verdict.SUPPORTED if fault is None else Verdict.CONTRADICTED
    return Mention(
        claim.start,
        claim.end,
        claim.text,
        verdict,
        reason if fault is None else fault.value,
        expected=expected,
        explanation=explanation,
        evidence=evidence,
    )


def noted_mention(judge: Judge, claim: Claim) -> Mention:
    """The mention of a claim that the notes make in the same words."""
    said = judge.wording.sentence("notes", found=claim.text)
    return Mention(claim.start, claim.end, claim.text, Verdict.SUPPORTED, "notes", explanation=said)
