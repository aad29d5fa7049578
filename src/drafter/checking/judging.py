"""The verdict on one number: is there a fact that its words allow and that it can stand for?

Plain facts come first, then what the words compose (shares, ratios), the notes, and arithmetic
over the text's own numbers. A number that none of these gives is bad; which fault it is follows
from the nearest fact that it does equal once one thing is changed (`diagnosis`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from drafter.checking.arithmetic import Worked, worked_out
from drafter.checking.candidates import Derivations, facts_of, fits
from drafter.checking.composites import Composites
from drafter.checking.context import Context
from drafter.checking.diagnosis import Diagnosis, Suspicion
from drafter.checking.frames import DIRECTIONS, Frame
from drafter.checking.matching import Reading, matches, reading_of, same_unit
from drafter.checking.notes import Notes, Remark, is_telling, known, names_in, words_of
from drafter.checking.operands import Operands, note_sums
from drafter.checking.readings import (
    compared,
    elliptic,
    in_the_scale_before,
    of_header,
    per_many,
    rate_base,
)
from drafter.checking.result import Fault, Mention, Verdict
from drafter.checking.subjects import Subjects
from drafter.checking.verdicts import Verdicts
from drafter.checking.vocabulary import NameKind
from drafter.checking.wording import Wording, in_own_unit
from drafter.figures.scenario import Scenario
from drafter.figures.unit import UnitKind
from drafter.languages.cues import CueKind
from drafter.languages.quantity import Hedge, Quantity, QuantityKind
from drafter.ledger.formulas import Derived, Operation, change, time_progress
from drafter.ledger.series import Series

_COMPOSING = (
    CueKind.SHARE, CueKind.PER, CueKind.RATE, CueKind.AVERAGE, CueKind.CONDITIONAL, CueKind.SUM,
    CueKind.EXCEPT, CueKind.FUTURE,
)  # fmt: skip
_AVERAGING = (CueKind.PER, CueKind.AVERAGE, CueKind.RATE)
_EARLIER = (Scenario.PRIOR_MONTH, Scenario.PRIOR_YEAR, Scenario.YTD_PRIOR_YEAR)
_ACTUAL_OF = {
    Scenario.PLAN: Scenario.ACTUAL,
    Scenario.PRIOR_MONTH: Scenario.ACTUAL,
    Scenario.PRIOR_YEAR: Scenario.ACTUAL,
    Scenario.YTD_PLAN: Scenario.YTD_ACTUAL,
    Scenario.YTD_PRIOR_YEAR: Scenario.YTD_ACTUAL,
}
_ADJACENT = 16
_LOOSE = 9  # counts up to here are met by chance in another unit
_UNNAMED = 2  # the tier of subjects that the words do not name
_SMALL = 12
_ONE = "one"  # mostly a pronoun
_SPEAKS_OF = 2  # words beside the names that a remark must share with a clause


class Judge:
    """Judges the numbers of one draft."""

    def __init__(self, context: Context, notes: Notes, examples: Sequence[Notes]) -> None:
        self.context = context
        self.notes = notes
        self.examples = examples
        self.subjects = Subjects(context)
        self.derivations = Derivations(context.ledger)
        self.composites = Composites(self.subjects, self.derivations)
        self.wording = Wording(context.ledger, context.language)
        self.operands = Operands(context, notes, self.subjects, self.wording)
        self._spoken: dict[int, Series] = {}  # by the start of a sentence
        self._quoted_in: dict[int, bool] = {}  # whether its last number came from the notes
        self.verdicts = Verdicts(self.wording)
        self.diagnosis = Diagnosis(self.subjects, self.derivations)

    def judge(self, frame: Frame) -> Mention:
        """The mention of a frame's number."""
        reading = reading_of(frame.quantity)
        if rate_base(self.context, frame.quantity) is not None:
            return self.verdicts.mention(frame.quantity, Verdict.IGNORED, "open", self._open_words)
        found = self._supported_as(frame, reading)
        for other in (
            elliptic(frame, reading),
            per_many(frame, reading),
            of_header(frame, reading),
            compared(frame, reading),
        ):
            if found is None and other is not None:
                found = self._supported_as(frame, other)
        return found or self._in_the_scale_before(frame, reading) or self._bad(frame, reading)

    def _in_the_scale_before(self, frame: Frame, reading: Reading) -> Mention | None:
        """A plain fact in the scale that the money before is written in."""
        scaled = in_the_scale_before(frame, reading)
        fact = None if scaled is None else self.plain_fact(frame, scaled)
        return None if fact is None else self.verdicts.supported(frame.quantity, fact)

    def _supported_as(self, frame: Frame, reading: Reading) -> Mention | None:
        fact = self.plain_fact(frame, reading)
        if fact is not None:
            return (
                self._against_its_move(frame, fact)
                or self._against_its_base(frame, fact)
                or self.supported(frame.quantity, fact)
            )
        settled = self._is_settled(frame, reading)
        return (
            self._of_the_calendar(frame, reading)
            or self._restated(frame, reading)
            or self._quoted(frame, reading)
            or self._turned_round(frame, reading)
            or self._stated_in_notes(frame, reading, settled)
            or (None if settled else self._composed(frame, reading))
            or (None if settled else self._worked_out(frame, reading))
            or self._open(frame, reading)
        )

    def _turned_round(self, frame: Frame, reading: Reading) -> Mention | None:
        """The right change of what the sentence names, in the opposite direction."""
        if not frame.has(*DIRECTIONS) or (self._is_loose_count(frame) and not frame.bases[1]):
            return None
        due = [
            derived
            for series in self._named_here(frame)
            for derived in facts_of(self.derivations, frame, series)
        ]
        suspicion = self.diagnosis.direction(reading, due)
        return None if suspicion is None else self.verdicts.contradicted(frame, suspicion)

    def _named_here(self, frame: Frame) -> Iterator[Series]:
        carries = frame.bases[1] and not self._stands_behind_a_value(frame)
        for subject in self.subjects.of(frame):
            if subject.tier == 0 or (carries and subject.tier == 1):
                yield subject.series
            carries = False

    def _stands_behind_a_value(self, frame: Frame) -> bool:
        """Whether its sentence has stated an amount before, which may be meant instead."""
        sentence = frame.place.sentence
        before = self.context.counted.within(sentence.start, frame.quantity.start)
        return any(item.unit not in ("%", "points") for item in before)

    def _against_its_base(self, frame: Frame, fact: Derived) -> Mention | None:
        """`below the limit of 350`: the limit is right, but the value is not below it."""
        cue = frame.direction_cue
        if fact.operation is not Operation.LEVEL or cue is None or cue not in frame.own:
            return None
        actual = fact.series.value(_ACTUAL_OF.get(fact.scenario, fact.scenario))
        near = 0 <= frame.quantity.start - cue.end <= _ADJACENT
        if cue.kind not in (CueKind.ABOVE, CueKind.BELOW) or not near or actual is None:
            return None
        if fact.scenario not in _ACTUAL_OF or (actual - fact.value) * frame.direction[0] >= 0:
            return None
        moves = [
            derived
            for derived in self.derivations.of(fact.series)
            if derived.operation is Operation.CHANGE and derived.base is fact.scenario
        ]
        return (
            self.verdicts.contradicted(frame, Suspicion(Fault.DIRECTION, moves[0]))
            if moves
            else None
        )

    def _open(self, frame: Frame, reading: Reading) -> Mention | None:
        """A telling number in a clause that names nothing: any fact of just this value will do."""
        focus = self.subjects.focus(frame)
        if focus.names_measure or focus.names_member or not is_telling(reading):
            return None
        if reading.kind in (UnitKind.PERCENT, UnitKind.POINTS):
            return None
        spoken = {name.text for name, _ in focus.measures}
        for series in self.subjects.all_wholes():
            if self.context.ledger.figure(series.figures[0]).measure in spoken:
                continue
            for derived in facts_of(self.derivations, frame, series):
                if derived.operation is Operation.LEVEL and fits(
                    self.derivations, frame, reading, derived
                ):
                    return self.supported(frame.quantity, derived)
        return None

    def is_year_to_date(self, quantity: Quantity) -> bool:
        """Whether a number is the year to date of any figure of the report."""
        reading = reading_of(quantity)
        for index in range(len(self.context.report.figures)):
            series = self.context.ledger.series(index)
            value = series.value(Scenario.YTD_ACTUAL)
            if value is None or not same_unit(reading, series.kind, series.base):
                continue
            if matches(reading, value, self.derivations.factor(series)):
                return True
        return False

    def plain_fact(self, frame: Frame, reading: Reading) -> Derived | None:
        """The first fact of the subjects in question that the words allow and the number covers."""
        for series in self._series_in_question(frame, reading):
            for derived in facts_of(self.derivations, frame, series):
                fit = fits(self.derivations, frame, reading, derived)
                if fit and not self._means_points(frame, reading, derived):
                    return derived
        return None

    def _means_points(self, frame: Frame, reading: Reading, derived: Derived) -> bool:
        """Percent over a change of a rate that is as many points: points were meant."""
        if derived.operation is not Operation.GROWTH or not derived.series.is_percent:
            return False
        if frame.quantity.kind is not QuantityKind.PERCENT or derived.base is None:
            return False
        moved = change(derived.series, derived.base, derived.scenario)
        return moved is not None and reading.holds(abs(moved.value))

    def _series_in_question(self, frame: Frame, reading: Reading) -> Iterator[Series]:
        """What the number before it spoke of, where its clause names nothing; then the subjects.

        Where what is named has facts of the number's kind, nothing unnamed is meant.
        """
        focus = self.subjects.focus(frame)
        spoken = self._spoken.get(frame.place.sentence.start)
        if spoken is not None and not (focus.names_measure or focus.names_member):
            yield spoken
        answered = False
        for subject in self.subjects.of(frame):
            if subject.tier < _UNNAMED:
                answered = answered or self._has_facts_for(frame, reading, subject.series)
            elif answered:
                return
            yield subject.series

    def _has_facts_for(self, frame: Frame, reading: Reading, series: Series) -> bool:
        if reading.kind not in (UnitKind.PERCENT, UnitKind.POINTS):
            return False
        return any(
            same_unit(reading, derived.kind, derived.unit)
            for derived in facts_of(self.derivations, frame, series)
        )

    def _against_its_move(self, frame: Frame, fact: Derived) -> Mention | None:
        """`rose to 96.8 %` over a fall: the value is right, the direction is not."""
        if fact.operation is not Operation.LEVEL or not frame.ends_a_move:
            return None
        sign = self.derivations.rises(frame, fact) if frame.direction_cue in frame.clause else 0
        moves = [
            derived
            for derived in self.derivations.of(fact.series)
            if derived.operation is Operation.CHANGE
            and derived.scenario is fact.scenario
            and derived.base in _EARLIER
            and (not frame.bases[1] or (derived.scenario, derived.base) in frame.pairs)
        ]
        moves = self._from_its_start(frame, moves) or moves
        if not sign or not moves or any(derived.value * sign > 0 for derived in moves):
            return None
        return self.verdicts.contradicted(frame, Suspicion(Fault.DIRECTION, moves[0]))

    def _from_its_start(self, frame: Frame, moves: list[Derived]) -> list[Derived]:
        """Those of the moves that begin at the number before: `from 36 to 38 minutes`."""
        clause = frame.place.clause
        before = self.context.counted.within(clause.start, frame.quantity.start)[-1:]
        return [
            derived
            for derived in moves
            for item in before
            if derived.base is not None
            and (value := derived.series.value(derived.base)) is not None
            and matches(reading_of(item), value, self.derivations.factor(derived.series))
        ]

    def _of_the_calendar(self, frame: Frame, reading: Reading) -> Mention | None:
        """The part of the year that has passed (时间进度)."""
        month = self.context.ledger.month
        if month is None or Operation.TIME_PROGRESS not in frame.operations:
            return None
        value = time_progress(month)
        if not matches(reading, value):
            return None
        working = f"{month} / 12 = {in_own_unit(frame.quantity, value)} %"
        return self.verdicts.mention(frame.quantity, Verdict.SUPPORTED, "time progress", working)

    def _restated(self, frame: Frame, reading: Reading) -> Mention | None:
        """`23.25 %, less than a quarter`: the rate just stated, in rounder words."""
        quantity = frame.quantity
        row = self.context.counted.within(frame.place.sentence.start, quantity.start)
        loose = quantity.hedge is not None or quantity.kind is QuantityKind.FRACTION
        if not row or not loose or reading.kind is not UnitKind.PERCENT or frame.bases[1]:
            return None
        last = reading_of(row[-1])
        if last.kind is not reading.kind or last.value is None or not reading.holds(last.value):
            return None
        said = self.wording.sentence("arithmetic_ok", working=row[-1].text)
        return self.verdicts.mention(quantity, Verdict.SUPPORTED, "arithmetic", said)

    def _quoted(self, frame: Frame, reading: Reading) -> Mention | None:
        """A number in the very words of the notes."""
        remark = self.notes.quoted(frame, reading)
        if remark is None or frame.near(CueKind.FUTURE):
            return None
        said = self.wording.sentence("notes", found=remark.quantity.text)
        return self.verdicts.mention(frame.quantity, Verdict.SUPPORTED, "notes", said)

    def _stated_in_notes(self, frame: Frame, reading: Reading, settled: bool) -> Mention | None:
        remark = self.notes.stating(frame, reading, closely=settled)
        if remark is not None and self._is_answered_otherwise(frame, reading, remark):
            return None
        if remark is None:
            return None
        found = self.notes.text[remark.quantity.start : remark.quantity.end]
        said = self.wording.sentence("notes", found=found)
        if frame.near(CueKind.FUTURE) and frame.near(CueKind.PLAN):
            return self.verdicts.mention(frame.quantity, Verdict.IGNORED, "later plan", said)
        self._quoted_in[frame.place.sentence.start] = True
        return self.verdicts.mention(frame.quantity, Verdict.SUPPORTED, "notes", said)

    def _is_answered_otherwise(self, frame: Frame, reading: Reading, remark: Remark) -> bool:
        """Whether the notes say another number of just this, and this one of something else."""
        if is_telling(reading) or remark.reading.base == reading.base:
            return False
        other = self.notes.answering(frame, reading)
        if other is None or other.reading.base != reading.base:
            return False
        return not (other.around == remark.around and self._tells_too(frame, other))

    def _tells_too(self, frame: Frame, remark: Remark) -> bool:
        """Whether the sentence holds a remark's number as well: `five of six` for `6, held 5`."""
        sentence, value = frame.place.sentence, remark.quantity.value
        told = self.context.counted.within(sentence.start, sentence.end)
        return value is not None and any(
            item is not frame.quantity and item.value == value for item in told
        )

    def _is_settled(self, frame: Frame, reading: Reading) -> bool:
        """Whether the words name subject and comparison so plainly that nothing else is meant."""
        composing = frame.near(*_COMPOSING) or frame.anywhere(*_AVERAGING)
        if reading.kind is UnitKind.PERCENT:
            composing |= frame.anywhere(*_COMPOSING)
        if composing or frame.in_column or frame.is_a_part or frame.anywhere(CueKind.FUTURE):
            return False
        if self._quoted_in.get(frame.place.sentence.start):
            return False
        compares = frame.has(*DIRECTIONS) and not frame.bases[1]
        if compares and self._names_two_measures(frame):
            return False
        plain = frame.bases[1] or frame.has(*DIRECTIONS) or frame.ends_a_move
        if not plain and not self.subjects.focus(frame).names_measure:
            return False
        return any(
            same_unit(reading, derived.kind, derived.unit)
            for series in self._named_here(frame)
            for derived in facts_of(self.derivations, frame, series)
        )

    def _names_two_measures(self, frame: Frame) -> bool:
        sentence = frame.place.sentence
        hits = self.context.hits_in(sentence.start, sentence.end, NameKind.MEASURE)
        return len({hit.names[0] for hit in hits}) > 1

    def _composed(self, frame: Frame, reading: Reading) -> Mention | None:
        for series in self.composites.of(frame, reading):
            for derived in facts_of(self.derivations, frame, series):
                if fits(self.derivations, frame, reading, derived):
                    return self.supported(frame.quantity, derived)
        return None

    def _worked_out(self, frame: Frame, reading: Reading) -> Mention | None:
        worked = worked_out(frame, reading, self.operands.of(frame)) or self._added(frame, reading)
        if worked is None:
            return None
        shown = in_own_unit(frame.quantity, worked.value)
        said = self.wording.sentence("arithmetic_ok", working=f"{worked.working} = {shown}")
        return self.verdicts.mention(frame.quantity, Verdict.SUPPORTED, "arithmetic", said)

    def _added(self, frame: Frame, reading: Reading) -> Worked | None:
        """The sum (or the net) of what one sentence of the notes lists."""
        if reading.kind in (UnitKind.PERCENT, UnitKind.POINTS):
            return None
        adds = frame.anywhere(CueKind.SUM, CueKind.TOTAL, CueKind.SHARE)
        if not adds and self.notes.answering(frame, reading) is not None:
            return None
        for remarks in note_sums(self.notes, frame):
            same = [item for item in remarks if item.reading.value is not None]
            same = [item for item in same if _adds_up_to(item.reading, reading)]
            values = [item.reading.value for item in same if item.reading.value is not None]
            shown = [item.quantity.text for item in same]
            if len(values) < 2:
                continue
            if reading.holds(sum(values, Decimal(0))):
                return Worked(sum(values, Decimal(0)), " + ".join(shown))
            for left, right in pairwise(range(len(values))):
                if reading.holds(values[left] + values[right]):
                    return Worked(values[left] + values[right], " + ".join(shown[left : right + 1]))
                gap = abs(values[left] - values[right])
                if frame.anywhere(*DIRECTIONS) and reading.holds(gap):
                    return Worked(gap, " - ".join(shown[left : right + 1]))
        return None

    def _bad(self, frame: Frame, reading: Reading) -> Mention:
        remark = self.notes.answering(frame, reading)
        strong = self._names_strongly(frame)
        if remark is None and not strong and not self._is_settled(frame, reading):
            echo = self._echoed(frame, reading)
            if echo is not None:
                return echo
        if remark is not None and strong:
            near, _ = words_of(frame)
            if len((near - names_in(frame)) & remark.around) < _SPEAKS_OF:
                remark = None
        if frame.quantity.text.lower() == _ONE:
            return self.verdicts.mention(frame.quantity, Verdict.IGNORED, "open", self._open_words)
        if self._is_of_an_unnamed_whole(frame):
            return self.verdicts.mention(frame.quantity, Verdict.IGNORED, "open", self._open_words)
        if self._is_loose_count(frame) and remark is None:
            return self.verdicts.mention(frame.quantity, Verdict.IGNORED, "open", self._open_words)
        suspicion = self.diagnosis.of(frame, reading)
        leak = self._leaked(frame, reading)
        vague = suspicion is None or suspicion.fault in (Fault.VALUE, Fault.ARITHMETIC)
        if leak is not None and vague and remark is None and (not strong or is_telling(reading)):
            return leak
        if suspicion is not None and frame.anywhere(CueKind.CONDITIONAL):
            return self.verdicts.mention(frame.quantity, Verdict.IGNORED, "open", self._open_words)
        if remark is not None and (suspicion is None or not strong or self._is_loose_count(frame)):
            return self.verdicts.against_notes(frame, remark.quantity)
        if suspicion is None:
            return self.verdicts.no_source(frame)
        return self.verdicts.contradicted(frame, suspicion)

    @property
    def _open_words(self) -> str:
        return self.wording.phrases.ignored["open"]

    def _is_of_an_unnamed_whole(self, frame: Frame) -> bool:
        """`about 3 %` of something that the report has no name for: too loose to be checked."""
        quantity = frame.quantity
        if quantity.hedge is not Hedge.ABOUT or not frame.is_a_part or quantity.value is None:
            return False
        digits = len(quantity.value.normalize().as_tuple().digits)
        inside = self.context.hits.within(frame.place.clause.start, frame.place.clause.end)
        return digits == 1 and quantity.unit == "%" and not any(hit.strength == 1 for hit in inside)

    def _is_loose_count(self, frame: Frame) -> bool:
        """A small count in words that is set against nothing: `two reps`, 三家, `third`."""
        quantity = frame.quantity
        if quantity.kind is QuantityKind.ORDINAL:
            return True
        if quantity.kind not in (QuantityKind.NUMBER, QuantityKind.DIMENSION):
            return False
        if quantity.value is None or not 0 <= quantity.value <= _SMALL:
            return False
        in_words = not any(char.isdigit() and char not in "〇零" for char in quantity.text)
        return in_words and not (frame.bases[1] and self._is_moved(frame))

    def _is_moved(self, frame: Frame) -> bool:
        """Whether its direction word stands where the language has it: 多一家, `one more`."""
        cue = frame.direction_cue
        if cue is None or cue not in frame.own:
            return False
        return self.context.book.base_follows or cue.end <= frame.quantity.start

    def _echoed(self, frame: Frame, reading: Reading) -> Mention | None:
        """A number in a unit of the notes that they state, though in other words."""
        remark = self.notes.echoing(frame, reading)
        if remark is None:
            return None
        many = reading.value is not None and abs(reading.value) > _LOOSE
        counts = remark.reading.kind in (UnitKind.MEASURE, None) and many
        if remark.reading.base != reading.base and not counts:
            return None
        said = self.wording.sentence("notes", found=remark.quantity.text)
        return self.verdicts.mention(frame.quantity, Verdict.SUPPORTED, "notes", said)

    def _leaked(self, frame: Frame, reading: Reading) -> Mention | None:
        """A number that only an example knows."""
        for example in self.examples:
            remark = known(example, reading)
            if remark is not None:
                quantity = frame.quantity
                said = self.wording.sentence(
                    "from_example", shown=quantity.text, found=remark.quantity.text
                )
                return self.verdicts.mention(
                    quantity, Verdict.UNSUPPORTED, Fault.FROM_EXAMPLE, said
                )
        return None

    def _names_strongly(self, frame: Frame) -> bool:
        focus = self.subjects.focus(frame)
        return focus.names_measure or focus.names_member

    def supported(self, quantity: Quantity, derived: Derived) -> Mention:
        """The mention of a number that a fact supports; later numbers may speak of the same."""
        if quantity.unit not in ("%", "points"):
            sentence = self.context.place(quantity.start).sentence
            self._quoted_in[sentence.start] = False
            self._spoken[sentence.start] = derived.series
        return self.verdicts.supported(quantity, derived)


def _adds_up_to(part: Reading, whole: Reading) -> bool:
    """Whether numbers of one unit may make a number of the other: money only makes money."""
    if UnitKind.CURRENCY in (part.kind, whole.kind):
        return part.kind is whole.kind and part.base == whole.base
    return True
