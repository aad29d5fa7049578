"""Labelled texts (`cases/<set>/<language>/*.json`) against what the check finds in them.

A case holds `report`, `draft`, `example_snippets`, and what is true of the draft: `errors` (quote,
occurrence, class), `correct` and `ignorable`. An error is found when a mention with a bad verdict
overlaps its quote; a bad mention that overlaps no error's quote is a false alarm; a correct
figure is covered when a supported mention overlaps its quote.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from drafter.checking.result import Mention, Verdict
from drafter.evaluation.outcome import Outcome
from drafter.figures.document import load_json, parse_report
from drafter.wiring import Drafter

# The labels' class names, and the reasons that say the same.
REASONS: Mapping[str, frozenset[str]] = {
    name: frozenset(reasons.split())
    for name, reasons in {
        "wrong_value": "value no_source",
        "transposed_digits": "value no_source",
        "magnitude": "magnitude unit value",
        "pct_vs_points": "percent_vs_points",
        "wrong_direction": "direction",
        "misattributed": "wrong_subject wrong_scenario wrong_period value",
        "yoy_mom_swap": "wrong_scenario",
        "wrong_arithmetic": "arithmetic value",
        "wrong_rounding": "rounding value arithmetic",
        "wrong_count": "count",
        "wrong_rank": "rank",
        "wrong_period": "wrong_period wrong_scenario",
        "wrong_unit": "unit magnitude",
        "contradicts_notes": "contradicts_notes value no_source",
        "invented": "no_source value",
        "leaked_from_example": "from_example",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Label:
    """A quote of the draft with its place, and the class of the error it is."""

    start: int
    end: int
    quote: str
    kind: str = ""
    explanation: str = ""

    def overlaps(self, mention: Mention) -> bool:
        return mention.start < self.end and self.start < mention.end


def score(folder: Path, drafter: Drafter) -> Iterator[Outcome]:
    for path in sorted(folder.glob("cases/*/*/*.json")):
        case = load_json(path.read_text(encoding="utf-8"))
        report = parse_report(case["report"])
        result = drafter.check_text(
            report, case["draft"], example_snippets=tuple(case.get("example_snippets", ()))
        )
        group = f"{path.parts[-3]}/{case['language']}"
        yield from _judged(f"{path.parts[-3]}/{case['id']}", group, case, result.mentions)


def _judged(
    name: str, group: str, case: Mapping[str, Any], mentions: tuple[Mention, ...]
) -> Iterator[Outcome]:
    draft = case["draft"]
    errors = [_label(draft, raw) for raw in case["errors"]]
    correct = [_label(draft, raw) for raw in case["correct"]]
    bad = [mention for mention in mentions if mention.verdict.is_bad]
    good = [mention for mention in mentions if mention.verdict is Verdict.SUPPORTED]
    false = [m for m in bad if not any(error.overlaps(m) for error in errors)]
    uncovered = [label for label in correct if not any(label.overlaps(m) for m in good)]
    for error in errors:
        yield _of_error(name, group, error, [m for m in bad if error.overlaps(m)])
    yield Outcome(
        name,
        group,
        {
            "alarms": len(bad),
            "true_alarms": len(bad) - len(false),
            "correct": len(correct),
            "covered": len(correct) - len(uncovered),
            "clean_alarmed": int(bool(bad) and not errors),
            "bad_offsets": _bad_offsets(draft, mentions),
        },
        faults=(
            *(f"false alarm {m.text!r}: {m.reason}, {m.explanation}" for m in false),
            *(f"not supported {label.quote!r}" for label in uncovered),
        ),
    )


def _of_error(name: str, group: str, error: Label, hits: list[Mention]) -> Outcome:
    accepted = REASONS.get(error.kind, frozenset({error.kind}))
    counts = {
        "errors": 1,
        "found": int(bool(hits)),
        "named": int(any(m.reason in accepted for m in hits)),
    }
    missed = f"missed {error.quote!r} ({error.kind}): {error.explanation}"
    return Outcome(name, group, counts, error.kind, () if hits else (missed,))


def _label(draft: str, raw: Mapping[str, Any]) -> Label:
    """Where the quote stands; ValueError when the draft does not hold it so often."""
    at = -1
    for _ in range(int(raw.get("occurrence", 1))):
        at = draft.index(raw["quote"], at + 1)
    quote = raw["quote"]
    return Label(at, at + len(quote), quote, raw.get("class", ""), raw.get("explain", ""))


def _bad_offsets(draft: str, mentions: tuple[Mention, ...]) -> int:
    """Mentions that do not slice to their text, and neighbours that overlap."""
    ordered = sorted(mentions, key=lambda mention: mention.start)
    wrong = sum(draft[m.start : m.end] != m.text for m in mentions)
    return wrong + sum(one.end > other.start for one, other in pairwise(ordered))
