"""The verdict on one number: is there a fact that its words allow and that it can stand for?

Plain facts come first, then what the words compose (shares, ratios), the notes, and arithmetic
over the text's own numbers. A number that none of these gives is bad; which fault it is follows
from the nearest fact that it does equal once one thing is changed (`diagnosis`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from drafter.checking.arithmetic import Worked, worked_out
from drafter.checking.candidates import Derivations, facts_of, fits
from drafter.checking.composites import Composites
from drafter.checking.context import Context
from drafter.checking.diagnosis import Diagnosis, Suspicion
from drafter.checking.frames import Frame
from drafter.checking.matching import Reading, matches, reading_of, same_unit
from drafter.checking.notes import Notes, known
from drafter.checking.operands import Operands, note_sums
from drafter.checking.result import Evidence, Fault, Mention, Verdict
from drafter.checking.subjects import Subjects
from drafter.checking.wording import Wording, in_own_unit, scale_of
from drafter.figures.decimals import plain
from drafter.figures.scenario import Scenario
from drafter.figures.unit import UnitKind
from drafter.languages.cues import CueKind
from drafter.languages.quantity import Quantity
from drafter.ledger.formulas import Derived, Operation, time_progress


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
        self.diagnosis = Diagnosis(self.subjects, self.derivations)

    def judge(self, frame: Frame) -> Mention:
        """The mention of a frame's number."""
        reading = reading_of(frame.quantity)
        fact = self.plain_fact(frame, reading)
        if fact is not None:
            return self.supported(frame.quantity, fact)
        return (
            self._of_the_calendar(frame, reading)
            or self._stated_in_notes(frame, reading)
            or self._composed(frame, reading)
            or self._worked_out(frame, reading)
            or self._bad(frame, reading)
        )

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
        for subject in self.subjects.of(frame):
            for derived in facts_of(self.derivations, frame, subject.series):
                if fits(self.derivations, frame, reading, derived):
                    return derived
        return None

    def _of_the_calendar(self, frame: Frame, reading: Reading) -> Mention | None:
        """The part of the year that has passed (时间进度)."""
        month = self.context.ledger.month
        if month is None or Operation.TIME_PROGRESS not in frame.operations:
            return None
        value = time_progress(month)
        if not matches(reading, value):
            return None
        working = f"{month} / 12 = {in_own_unit(frame.quantity, value)} %"
        return self._mention(frame.quantity, Verdict.SUPPORTED, "time progress", working)

    def _stated_in_notes(self, frame: Frame, reading: Reading) -> Mention | None:
        remark = self.notes.stating(frame, reading)
        if remark is None:
            return None
        found = self.notes.text[remark.quantity.start : remark.quantity.end]
        said = self.wording.sentence("notes", found=found)
        if frame.near(CueKind.FUTURE):
            return self._mention(frame.quantity, Verdict.IGNORED, "later plan", said)
        return self._mention(frame.quantity, Verdict.SUPPORTED, "notes", said)

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
        return self._mention(frame.quantity, Verdict.SUPPORTED, "arithmetic", said)

    def _added(self, frame: Frame, reading: Reading) -> Worked | None:
        """The sum (or the net) of what one sentence of the notes lists."""
        if reading.kind in (UnitKind.PERCENT, UnitKind.POINTS):
            return None
        for remarks in note_sums(self.notes, frame):
            values = [item.reading.value for item in remarks if item.reading.value is not None]
            shown = [item.quantity.text for item in remarks]
            if reading.holds(sum(values, Decimal(0))):
                return Worked(sum(values, Decimal(0)), " + ".join(shown))
            if len(values) == 2 and reading.holds(abs(values[0] - values[1])):
                return Worked(abs(values[0] - values[1]), " - ".join(shown))
        return None

    def _bad(self, frame: Frame, reading: Reading) -> Mention:
        leak = self._leaked(frame, reading)
        if leak is not None:
            return leak
        remark = self.notes.answering(frame, reading)
        suspicion = self.diagnosis.of(frame, reading)
        if remark is not None and (suspicion is None or not self._names_strongly(frame)):
            return self._against_notes(frame, remark.quantity)
        if suspicion is None:
            return self._no_source(frame)
        return self._contradicted(frame, suspicion)

    def _leaked(self, frame: Frame, reading: Reading) -> Mention | None:
        """A number that only an example knows."""
        if self._names_strongly(frame):
            return None
        for example in self.examples:
            remark = known(example, reading)
            if remark is not None:
                quantity = frame.quantity
                said = self.wording.sentence(
                    "from_example", shown=quantity.text, found=remark.quantity.text
                )
                return self._mention(quantity, Verdict.UNSUPPORTED, Fault.FROM_EXAMPLE, said)
        return None

    def _names_strongly(self, frame: Frame) -> bool:
        focus = self.subjects.focus(frame)
        return focus.names_measure or focus.names_member

    def _against_notes(self, frame: Frame, other: Quantity) -> Mention:
        expected = "" if other.value is None else in_own_unit(frame.quantity, other.value)
        said = self.wording.sentence("contradicts_notes", expected=expected, found=other.text)
        return self._mention(
            frame.quantity, Verdict.CONTRADICTED, Fault.CONTRADICTS_NOTES, said, expected=expected
        )

    def _no_source(self, frame: Frame) -> Mention:
        said = self.wording.sentence("no_source", shown=frame.quantity.text)
        return self._mention(frame.quantity, Verdict.UNSUPPORTED, Fault.NO_SOURCE, said)

    def _contradicted(self, frame: Frame, suspicion: Suspicion) -> Mention:
        expected = suspicion.expected
        shown = in_own_unit(frame.quantity, abs(expected.value))
        said = self.wording.sentence(
            suspicion.fault.value,
            shown=frame.quantity.text,
            expected=shown,
            subject=self.wording.label(expected.series),
            working=self.wording.working(expected),
            found=self._found(suspicion),
        )
        return self._mention(
            frame.quantity,
            Verdict.CONTRADICTED,
            suspicion.fault,
            said,
            expected=shown,
            evidence=_evidence(expected),
            formula=expected.formula,
        )

    def _found(self, suspicion: Suspicion) -> str:
        """What the number would be right for."""
        found = suspicion.found
        if found is None:
            return ""
        label = self.wording.label(found.series)
        if suspicion.fault is Fault.WRONG_SUBJECT:
            return label
        base = "" if found.base is None else f" / {self.wording.scenario(found.base)}"
        return f"{label} · {self.wording.scenario(found.scenario)}{base}"

    def supported(self, quantity: Quantity, derived: Derived) -> Mention:
        """The mention of a number that a fact supports."""
        said = self.wording.sentence(
            "supported",
            subject=self.wording.label(derived.series),
            working=self.wording.working(derived),
            shown=quantity.text,
        )
        return self._mention(
            quantity,
            Verdict.SUPPORTED,
            derived.operation.value,
            said,
            expected=in_own_unit(quantity, abs(derived.value)),
            evidence=_evidence(derived),
            formula=derived.formula,
        )

    def _mention(
        self,
        quantity: Quantity,
        verdict: Verdict,
        reason: str,
        explanation: str,
        *,
        expected: str | None = None,
        evidence: tuple[Evidence, ...] = (),
        formula: str | None = None,
    ) -> Mention:
        return mention_of(quantity, verdict, reason, explanation, expected, evidence, formula)


def mention_of(
    quantity: Quantity,
    verdict: Verdict,
    reason: str,
    explanation: str = "",
    expected: str | None = None,
    evidence: tuple[Evidence, ...] = (),
    formula: str | None = None,
) -> Mention:
    """A mention of a quantity; its value is written in the text's own unit."""
    value = None
    if quantity.value is not None:
        value = plain(quantity.value / scale_of(quantity))
    return Mention(
        quantity.start,
        quantity.end,
        quantity.text,
        verdict,
        str(reason),
        value,
        quantity.unit,
        expected,
        explanation,
        evidence,
        formula,
    )


def _evidence(derived: Derived) -> tuple[Evidence, ...]:
    return tuple(Evidence(index, scenario) for index, scenario in derived.operands)
