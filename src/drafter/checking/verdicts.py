"""How a verdict becomes a mention: its reason, its right value, its sentence, its evidence."""

from __future__ import annotations

from drafter.checking.diagnosis import Suspicion
from drafter.checking.frames import Frame
from drafter.checking.result import Evidence, Fault, Mention, Verdict
from drafter.checking.wording import Wording, in_own_unit, scale_of
from drafter.figures.decimals import plain
from drafter.languages.quantity import Quantity
from drafter.ledger.formulas import Derived


class Verdicts:
    """Writes the mentions of one draft."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording

    def against_notes(self, frame: Frame, other: Quantity) -> Mention:
        expected = "" if other.value is None else in_own_unit(frame.quantity, other.value)
        said = self.wording.sentence("contradicts_notes", expected=expected, found=other.text)
        return self.mention(
            frame.quantity, Verdict.CONTRADICTED, Fault.CONTRADICTS_NOTES, said, expected=expected
        )

    def no_source(self, frame: Frame) -> Mention:
        said = self.wording.sentence("no_source", shown=frame.quantity.text)
        return self.mention(frame.quantity, Verdict.UNSUPPORTED, Fault.NO_SOURCE, said)

    def contradicted(self, frame: Frame, suspicion: Suspicion) -> Mention:
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
        return self.mention(
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
        return self.mention(
            quantity,
            Verdict.SUPPORTED,
            derived.operation.value,
            said,
            expected=in_own_unit(quantity, abs(derived.value)),
            evidence=_evidence(derived),
            formula=derived.formula,
        )

    def mention(
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
