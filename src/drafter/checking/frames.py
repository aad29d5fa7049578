"""Frames: what the words around a number say it is.

A frame holds the cue words of the number's own stretch of text, then of its clause and sentence,
and answers the questions that narrow the facts: which scenario, which comparison, which
direction, which operations.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.checking.context import Context, Place
from drafter.checking.keeping import Kept
from drafter.figures.scenario import Scenario
from drafter.languages.cues import Cue, CueKind
from drafter.languages.quantity import Quantity, QuantityKind
from drafter.ledger.formulas import Operation

BASES = frozenset({CueKind.PLAN, CueKind.PRIOR_MONTH, CueKind.PRIOR_YEAR, CueKind.ELAPSED})
RISES = {CueKind.UP: 1, CueKind.ABOVE: 1, CueKind.DOWN: -1, CueKind.BELOW: -1}
JUDGEMENTS = {CueKind.BETTER: 1, CueKind.WORSE: -1}
DIRECTIONS = frozenset(RISES) | frozenset(JUDGEMENTS)


_OPENING = 28  # characters of a clause that only says the base

_Pair = tuple[Scenario, Scenario]
_MONTH_PAIRS: dict[CueKind, _Pair] = {
    CueKind.PLAN: (Scenario.ACTUAL, Scenario.PLAN),
    CueKind.PRIOR_MONTH: (Scenario.ACTUAL, Scenario.PRIOR_MONTH),
    CueKind.PRIOR_YEAR: (Scenario.ACTUAL, Scenario.PRIOR_YEAR),
}
_YEAR_PLAN_PAIR: _Pair = (Scenario.YTD_ACTUAL, Scenario.YEAR_PLAN)
_YTD_PAIRS: dict[CueKind, tuple[_Pair, ...]] = {
    CueKind.PLAN: ((Scenario.YTD_ACTUAL, Scenario.YTD_PLAN), _YEAR_PLAN_PAIR),
    CueKind.PRIOR_YEAR: ((Scenario.YTD_ACTUAL, Scenario.YTD_PRIOR_YEAR),),
}


@dataclass(frozen=True, slots=True)
class Time:
    """Whether the month or the year to date is meant; `sure` where the clause itself says so."""

    ytd: bool
    sure: bool


@dataclass
class Frame:
    """One number with the words that govern it."""

    context: Context
    quantity: Quantity
    place: Place
    before: str
    after: str
    own: list[Cue]
    clause: list[Cue]
    earlier: list[list[Cue]] = field(default_factory=list)
    in_column: bool = False
    carried: Frame | None = None
    previous: Frame | None = None

    def has(self, *kinds: CueKind) -> bool:
        """Whether its own words hold such a cue."""
        if CueKind.PER in kinds and self.is_a_rate:
            return True
        return any(cue.kind in kinds for cue in self.own)

    def near(self, *kinds: CueKind) -> bool:
        """Whether its clause holds such a cue."""
        if CueKind.PER in kinds and self.is_a_rate:
            return True
        return any(cue.kind in kinds for cue in self.clause)

    def anywhere(self, *kinds: CueKind) -> bool:
        """Whether its clause, or its sentence before it, holds such a cue."""
        return self.near(*kinds) or any(
            cue.kind in kinds for clause in self.earlier for cue in clause
        )

    @Kept
    def is_bare(self) -> bool:
        """No own cue at all: the number leans on what came before."""
        return not self.own

    @Kept
    def bases(self) -> tuple[frozenset[CueKind], bool]:
        """What it is compared with, and whether its own words say so."""
        own = frozenset(cue.kind for cue in self.own if cue.kind in BASES)
        if not own and (self.has(CueKind.ATTAIN) or self._means_the_year_plan):
            own = frozenset({CueKind.PLAN})
        if own:
            return own, True
        if self._opens_with_a_base:
            return self._inherited, False
        return self._inherited | self._implied, False

    @property
    def _opens_with_a_base(self) -> bool:
        """`Month on month, sales fell ...`: a clause before that says the base and little else."""
        if not self.earlier or not self.earlier[0]:
            return False
        first, last = self.earlier[0][0], self.earlier[0][-1]
        if not {cue.kind for cue in self.earlier[0]} <= BASES:
            return False
        text = self.context.text
        lead = text[max(self.place.sentence.start, first.start - _OPENING) : first.start]
        return last.end - first.start + len(lead.strip(" -*#")) <= _OPENING

    @property
    def _means_the_year_plan(self) -> bool:
        """`46 % of the year`: the year's plan, unless something moved or the year is over."""
        moved = self.has(CueKind.UP, CueKind.DOWN, CueKind.BETTER, CueKind.WORSE)
        over = self.context.ledger.month == 12
        return self.has(CueKind.WHOLE_YEAR) and not moved and not over

    @Kept
    def _inherited(self) -> frozenset[CueKind]:
        """Bases named before: in its clause, else in the nearest clause; all where it is bare."""
        found: frozenset[CueKind] = frozenset()
        for cues in (self.clause, *self.earlier):
            found |= frozenset(cue.kind for cue in cues if cue.kind in BASES)
            if found and not self.is_bare:
                break
        return found

    @property
    def _implied(self) -> frozenset[CueKind]:
        """What a direction without a base is set against."""
        found: frozenset[CueKind] = frozenset()
        if self.has(CueKind.UP, CueKind.DOWN, CueKind.BETTER, CueKind.WORSE):
            found |= {CueKind.PRIOR_MONTH, CueKind.PRIOR_YEAR}
        if self.has(CueKind.ABOVE, CueKind.BELOW, CueKind.REMAIN):
            found |= {CueKind.PLAN}
        return found

    @Kept
    def time(self) -> Time:
        """Month or year to date, by the nearest word that says so."""
        if self._is_against_a_month:
            return Time(False, True)
        whole_year = self.context.ledger.month == 12
        for place, cues in enumerate((self.own, self.clause, *self.earlier)):
            ordered = sorted(cues, key=lambda cue: abs(cue.start - self.quantity.start))
            for cue in ordered:
                if cue.kind is CueKind.YTD or (whole_year and cue.kind is CueKind.WHOLE_YEAR):
                    return Time(True, place < 2)
                if cue.kind is CueKind.CURRENT:
                    return Time(False, place < 2)
                if cue.kind is CueKind.ELAPSED:
                    return Time(True, False)
        return Time(self._was_year_to_date, False)

    @property
    def _is_against_a_month(self) -> bool:
        """Whether its own words set it against a month by name (`down 10 % on last May`)."""
        earlier = (CueKind.PRIOR_MONTH, CueKind.PRIOR_YEAR)
        month = self.context.book.month
        named = [cue for cue in self.own if cue.kind in earlier and month.search(cue.words)]
        return bool(named) and not self.has(CueKind.YTD)

    @property
    def _was_year_to_date(self) -> bool:
        """Whether the block spoke of the year to date last."""
        block = self.context.block_of(self.place)
        for cue in reversed(self.context.cues.within(block.start, self.place.sentence.start)):
            if cue.kind in (CueKind.YTD, CueKind.CURRENT):
                return cue.kind is CueKind.YTD
        return False

    @Kept
    def wants_year_plan(self) -> bool:
        """Whether the plan that is meant is the year's."""
        return self.has(CueKind.WHOLE_YEAR) or (
            self.near(CueKind.WHOLE_YEAR) or self._year_plan_was_named
        )

    @Kept
    def _year_plan_was_named(self) -> bool:
        return any(cue.kind is CueKind.WHOLE_YEAR for clause in self.earlier for cue in clause)

    @Kept
    def pairs(self) -> frozenset[_Pair]:
        """The comparisons that its words allow."""
        bases, _ = self.bases
        found: set[_Pair] = set()
        for base in bases or frozenset(_MONTH_PAIRS):
            found |= self._pairs_of(base)
        if self.is_part_of_number:
            found |= {_MONTH_PAIRS[CueKind.PLAN], *_YTD_PAIRS[CueKind.PLAN]}
        if self.context.ledger.month == 12 and self.near(CueKind.WHOLE_YEAR):
            # What a balance gained over the year is set against last December.
            found.add(_MONTH_PAIRS[CueKind.PRIOR_YEAR])
        return frozenset(found)

    def _pairs_of(self, base: CueKind) -> set[_Pair]:
        month = {_MONTH_PAIRS[base]} if base in _MONTH_PAIRS else set()
        year = set(_YTD_PAIRS.get(base, ()))
        if base is CueKind.PLAN and self.has(CueKind.WHOLE_YEAR):
            return {_YEAR_PLAN_PAIR} if self.context.ledger.month != 12 else year
        if base is CueKind.PLAN and self.near(CueKind.WHOLE_YEAR) and not self.has(CueKind.PLAN):
            return year
        if self.time.ytd:
            return (year or month) if self.time.sure else year | month
        if base is CueKind.PLAN and self.wants_year_plan:
            return month | {_YEAR_PLAN_PAIR}
        return month

    @Kept
    def level_scenarios(self) -> frozenset[Scenario]:
        """The scenarios whose plain value its words allow."""
        bases, own = self.bases
        named = {cue.kind for cue in self.own if cue.kind in BASES}
        if self.states_a_base:
            return self._scenarios_of(named or self._base_behind or bases or {CueKind.PLAN})
        if self.starts_a_move:
            kinds = named or bases | {CueKind.PRIOR_MONTH, CueKind.PRIOR_YEAR}
            return self._scenarios_of(kinds)
        base = Scenario.YTD_ACTUAL if self.time.ytd else Scenario.ACTUAL
        found = {base} if self.time.sure else {base, Scenario.ACTUAL}
        if own and not self.ends_a_move:
            found |= self._scenarios_of(named)
        if self.has(CueKind.WHOLE_YEAR):
            found |= {Scenario.YEAR_PLAN}
        if self._is_percent and self.has(CueKind.ABOVE, CueKind.BELOW):
            found |= {Scenario.PLAN}
        if self.is_whole_of_number:
            found |= {pair[1] for pair in (*_YTD_PAIRS[CueKind.PLAN], _MONTH_PAIRS[CueKind.PLAN])}
        if self.is_compared_with and not own:
            found |= self._scenarios_of(bases | {CueKind.PLAN})
        return frozenset(found)

    @Kept
    def is_compared_with(self) -> bool:
        """`better than 0.50 %`, 高于4.5%: a value that another is set against."""
        return bool(self.context.book.before_compared.search(self.before))

    @Kept
    def is_whole_of_number(self) -> bool:
        """`14 of 16`, `65 % of the 103 million`: the whole that the number before is a part of."""
        previous = self.context.counted.last_before(self.quantity.start)
        if previous is None or previous.start < self.place.sentence.start:
            return False
        between = self.context.text[previous.end : self.quantity.start]
        return self.context.book.out_of.fullmatch(between) is not None

    @Kept
    def whole(self) -> Quantity | None:
        """The number behind it that it is a part of: `65 % of the 103 million`."""
        behind = self.context.counted.within(self.quantity.end, self.place.sentence.end)
        if not behind or not self._is_percent:
            return None
        between = self.context.text[self.quantity.end : behind[0].start]
        return behind[0] if self.context.book.out_of.fullmatch(between) else None

    @property
    def is_part_of_number(self) -> bool:
        return self.whole is not None

    def _scenarios_of(self, kinds: frozenset[CueKind] | set[CueKind]) -> frozenset[Scenario]:
        return frozenset(pair[1] for kind in kinds for pair in self._pairs_of(kind))

    @Kept
    def states_a_base(self) -> bool:
        """Whether the number is itself the plan or the earlier value (`a plan of 1,400`)."""
        if self.in_column:
            compares = self.has(*DIRECTIONS, CueKind.ATTAIN, CueKind.YTD) or self.header_compares
            return bool({cue.kind for cue in self.own} & BASES) and not compares
        if self.quantity.kind is QuantityKind.POINTS:
            return False
        if self.context.book.states_base_after.match(self.after):
            return not self.has(*DIRECTIONS) or not self.context.book.base_follows
        return not self.has(*DIRECTIONS) and bool(self.context.book.states_base.search(self._lead))

    @property
    def _base_behind(self) -> set[CueKind]:
        """The plan, where the words behind the number say so (`55 % we allow`)."""
        behind = self.context.book.states_base_after.match(self.after)
        return {CueKind.PLAN} if behind else set()

    @property
    def _lead(self) -> str:
        """The words before it; those before a colon, or before a bracket that holds it alone."""
        if self.before.strip():
            return self.before
        start = self.quantity.start
        lead = self.context.text[max(self.place.sentence.start, start - 24) : start].rstrip()
        if lead.endswith((":", "：")):
            return lead
        if lead.endswith(("(", "（")) and self._is_alone_in_brackets:
            return lead[:-1].rstrip() + " "
        return self.before

    @property
    def _is_alone_in_brackets(self) -> bool:
        return self.context.text[self.quantity.end : self.quantity.end + 1] in (")", "）")

    @Kept
    def is_signed(self) -> bool:
        """Written with a sign of its own: a change."""
        return self.quantity.text[:1] in "+-−±"

    @Kept
    def header_compares(self) -> bool:
        """Whether a column's header compares with a base instead of stating it (`vs plan`)."""
        return any(self.context.book.compares.search(cue.words) for cue in self.own) or bool(
            self.context.book.compares.search(self.before)
        )

    @Kept
    def starts_a_move(self) -> bool:
        """`from 23 (to 17)`."""
        return bool(self.context.book.before_start.search(self.before))

    @Kept
    def ends_a_move(self) -> bool:
        """`to 17`, `增至17`: the plain value at the end of a move."""
        return bool(self.context.book.before_end.search(self.before))

    @Kept
    def is_a_level(self) -> bool:
        """`was 17`, `at 17`: a plain value, never a change."""
        return self.ends_a_move or bool(self.context.book.before_level.search(self.before))

    @Kept
    def is_a_step(self) -> bool:
        """`by 6`, `增加6`: a change, never a plain value."""
        return not self.is_compared_with and bool(
            self.context.book.before_change.search(self.before)
        )

    @Kept
    def direction(self) -> tuple[int, CueKind | None]:
        """+1 or -1 with its cue (BETTER, WORSE still need the polarity); 0 without one."""
        cue = self.direction_cue
        if cue is None:
            return 0, None
        return RISES.get(cue.kind) or JUDGEMENTS[cue.kind], cue.kind

    @Kept
    def direction_cue(self) -> Cue | None:
        """Its own nearest direction word; in a coordination, that of the number before."""
        nearest = min(
            (cue for cue in self.own if cue.kind in DIRECTIONS),
            key=self._distance,
            default=None,
        )
        if nearest is None and self.carried is not None:
            return self.carried.direction_cue
        return nearest or self._of_its_move

    @property
    def _of_its_move(self) -> Cue | None:
        """What is said of the move that it ends: `improved from 0.94 % to 0.98 %`."""
        before = self.context.counted.within(self.place.clause.start, self.quantity.start)[-1:]
        if not before or not self.ends_a_move:
            return None
        lead = self.context.text[self.place.clause.start : before[0].start]
        if not self.context.book.before_start.search(lead):
            return None
        found = [cue for cue in self.clause if cue.end <= before[0].start]
        return next((cue for cue in reversed(found) if cue.kind in DIRECTIONS), None)

    def _distance(self, cue: Cue) -> int:
        if cue.end <= self.quantity.start:
            return self.quantity.start - cue.end
        return cue.start - self.quantity.end + (0 if self.context.book.base_follows else 6)

    @Kept
    def operations(self) -> frozenset[Operation]:
        """The operations that its words allow."""
        if self.quantity.kind is QuantityKind.POINTS:
            return frozenset({Operation.CHANGE, Operation.PROGRESS_GAP, Operation.LEVEL})
        return self._of_percent() if self._is_percent else self._of_value()

    @property
    def _is_percent(self) -> bool:
        if self.in_column and self.quantity.unit is None and "%" in self.before:
            return True
        return self.quantity.unit == "%" or self.quantity.kind in (
            QuantityKind.FRACTION,
            QuantityKind.MULTIPLE,
        )

    def _of_percent(self) -> frozenset[Operation]:
        moves = self.direction_cue is not None
        limit = self.states_a_base or self.has(CueKind.ABOVE, CueKind.BELOW)
        found: set[Operation] = set() if self.is_a_step and not limit else {Operation.LEVEL}
        if self.anywhere(CueKind.ELAPSED):
            found.add(Operation.TIME_PROGRESS)
        if moves or self.is_signed or self.is_a_step:
            found.add(Operation.GROWTH)
            times = self._is_multiple and not self.is_a_step
            times |= self.has(CueKind.ABOVE, CueKind.BELOW) and not self.is_a_step
            if self.anywhere(CueKind.ATTAIN) or self.is_signed or times:
                found.add(Operation.ATTAINMENT)
        elif self.is_a_part or self.is_part_of_number:
            found.add(Operation.ATTAINMENT)
        else:
            found |= self._without_direction
        if self.has(CueKind.ATTAIN) and not self.has(*DIRECTIONS):
            found.discard(Operation.GROWTH)
        return frozenset(found)

    @Kept
    def is_a_part(self) -> bool:
        """Whether it is a part of something: `31 % of revenue`, 占…的31%, 约为销量的五分之一."""
        if self.has(CueKind.SHARE) or self.is_beside_a_part:
            return True
        book = self.context.book
        return bool(book.part_before.search(self.before) or book.part_after.match(self.after))

    @Kept
    def is_a_rate(self) -> bool:
        """`EUR 24 a dinner`: the words behind it say per what."""
        return bool(self.context.book.per_after.match(self._behind))

    @property
    def _behind(self) -> str:
        end = self.quantity.end
        return self.context.text[end : end + 16]

    @Kept
    def is_beside_a_part(self) -> bool:
        """`38 % of volume against 35 % a year ago`: the second is a part too."""
        before = self.previous
        if before is None or before.place.sentence != self.place.sentence or self.in_column:
            return False
        between = self.context.text[before.quantity.end : self.quantity.start]
        joined = self.context.book.beside.search(between) is not None
        return joined and self._is_percent and before.is_a_part

    @property
    def _is_multiple(self) -> bool:
        return self.quantity.kind is QuantityKind.MULTIPLE

    @property
    def _without_direction(self) -> set[Operation]:
        """`100.8 % of plan`, `year on year: 4 %`; nothing but a level after `was` or `at`."""
        bases, own = self.bases
        found = {Operation.ATTAINMENT}
        if not bases and self.is_a_level:
            return found
        if not own or bases & {CueKind.PRIOR_MONTH, CueKind.PRIOR_YEAR} or self.in_column:
            found.add(Operation.GROWTH)
        return found

    def _of_value(self) -> frozenset[Operation]:
        steps = self.is_a_step and not self.states_a_base
        found = set() if steps else {Operation.LEVEL, Operation.RUN_RATE}
        if (self.in_column and self.header_compares) or (self.is_signed and not self.in_column):
            return frozenset({Operation.CHANGE})
        moves = self.direction_cue is not None
        if not self.ends_a_move and (moves or (not self.is_a_level and self._moved_before)):
            found.add(Operation.CHANGE)
        if self.anywhere(CueKind.REMAIN, CueKind.BELOW, CueKind.WHOLE_YEAR, CueKind.MONTHLY):
            found |= {Operation.REMAINING, Operation.REMAINING_PER_MONTH, Operation.CHANGE}
        if self.has(CueKind.MONTHLY) and self.anywhere(CueKind.REMAIN):
            found.discard(Operation.LEVEL)
        return frozenset(found)

    @property
    def _moved_before(self) -> bool:
        """Whether a direction was said before it in its sentence."""
        cues = (cue for part in (self.clause, *self.earlier) for cue in part)
        return any(cue.kind in DIRECTIONS and cue.end <= self.quantity.start for cue in cues)
