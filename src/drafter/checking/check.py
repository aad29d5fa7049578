"""Check a finished text against its report: the one check behind every door.

from drafter.checking.check import check
result = check(draft, report)
for finding in result.findings: print(finding.text, finding.explanation)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.checking.claims import claims
from drafter.checking.context import Context, Placed
from drafter.checking.frames import Frame
from drafter.checking.framing import frame_of
from drafter.checking.judging import Judge
from drafter.checking.notes import Notes
from drafter.checking.result import CheckResult, Mention, Verdict
from drafter.checking.verdicts import mention_of
from drafter.checking.vocabulary import Vocabulary
from drafter.figures.report import Report
from drafter.languages.check_phrases import check_phrases
from drafter.languages.quantity import Quantity
from drafter.ledger.ledger import Ledger


def check(draft: str, report: Report, example_snippets: Sequence[str] = ()) -> CheckResult:
    """Every figure and checkable claim of a draft with its verdict.

    Pure: the same text, report and examples give the same result. `example_snippets` are the
    texts of approved summaries that the writer saw; a number known only from them is a leak.
    """
    return Checker(report).check(draft, example_snippets)


class Checker:
    """A report made ready for checking; use it for many texts against one report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.ledger = Ledger(report)
        self.vocabulary = Vocabulary(report)
        self.notes = Notes(report.notes, report.language)

    def check(self, draft: str, example_snippets: Sequence[str] = ()) -> CheckResult:
        """Check one text."""
        context = Context(draft, self.report, self.ledger, self.vocabulary)
        examples = [Notes(text, self.report.language) for text in example_snippets]
        judge = Judge(context, self.notes, examples)
        frames = list(_frames(context))
        claimed = Placed(claims(judge))
        taken = {frame.quantity.start for frame in frames if _is_covered(frame.quantity, claimed)}
        numbers = [judge.judge(frame) for frame in frames if frame.quantity.start not in taken]
        ignored = [
            _ignored(item, context)
            for item in context.quantities
            if item.why_not is not None and not _is_covered(item, claimed)
        ]
        mentions = sorted([*numbers, *claimed, *ignored], key=lambda mention: mention.start)
        return CheckResult(tuple(_as_given(mention, draft) for mention in mentions))


def _as_given(mention: Mention, draft: str) -> Mention:
    """A mention in the very characters of the draft."""
    text = draft[mention.start : mention.end]
    return mention if mention.text == text else replace(mention, text=text)


def _frames(context: Context) -> Iterator[Frame]:
    carried: Frame | None = None
    for quantity in context.counted:
        carried = frame_of(context, quantity, carried)
        yield carried


def _is_covered(quantity: Quantity, claimed: Placed[Mention]) -> bool:
    last = claimed.last_before(quantity.end)
    return last is not None and last.end > quantity.start


def _ignored(quantity: Quantity, context: Context) -> Mention:
    reason = quantity.why_not or "open"
    phrases = check_phrases(context.language)
    return mention_of(quantity, Verdict.IGNORED, reason, phrases.ignored.get(reason, ""))
