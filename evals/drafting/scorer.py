"""Drafts of the sample months by the built-in writer, judged by the check and by plain reading.

Further reports may lie in `cases/<language>/*.json` (report documents). Whether a note was used
is seen in the text, not taken from the writer: enough of the note's words stand there. A note
that is neither used nor listed as not used has been dropped in silence.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from drafter.evaluation.outcome import Outcome
from drafter.figures.document import load_json, parse_report
from drafter.figures.report import Report
from drafter.wiring import Drafter
from drafter.workflows.compose_draft import Composition
from drafter.writing.sections import SectionKey

LEAST_SUPPORTED = 12
LEAST_SHARE = 0.4
_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[\u4e00-\u9fff]+")


def score(folder: Path, drafter: Drafter) -> Iterator[Outcome]:
    settings = drafter.settings.model_copy(update={"model_name": None})
    without_model = Drafter(settings)
    for name, report in _reports(folder, drafter):
        yield _judged(name, report, without_model.compose_draft(report))


def _reports(folder: Path, drafter: Drafter) -> Iterator[tuple[str, Report]]:
    for sample in drafter.samples():
        yield sample.name, sample.report
    for path in sorted(folder.glob("cases/*/*.json")):
        yield path.stem, parse_report(load_json(path.read_text(encoding="utf-8")))


def _judged(name: str, report: Report, draft: Composition) -> Outcome:
    supported = draft.check.counts["supported"]
    filled = [section.key for section in draft.sections if section.text.strip()]
    notes = [line for line in report.notes.splitlines() if _pieces(line)]
    unused = [_flat(line) for line in draft.notes_unused]
    used = [line for line in notes if _share(line, draft.text) >= LEAST_SHARE]
    listed = [line for line in notes if any(_flat(line) in each for each in unused)]
    dropped = [line for line in notes if line not in used and line not in listed]
    faults = [f"{item.verdict}: {item.text!r} {item.explanation}" for item in draft.check.findings]
    faults += [f"dropped in silence: {line}" for line in dropped]
    if supported < LEAST_SUPPORTED:
        faults.append(f"only {supported} supported figures")
    counts = {
        "drafts": 1,
        "with_six_sections": int(filled == list(SectionKey)),
        "bad_mentions": len(draft.check.findings),
        "supported": supported,
        "with_twelve_supported": int(supported >= LEAST_SUPPORTED),
        "notes": len(notes),
        "notes_used": len(used),
        "notes_accounted_for": len(notes) - len(dropped),
    }
    return Outcome(name, report.language, counts, faults=tuple(faults))


def _share(line: str, text: str) -> float:
    pieces = _pieces(line)
    return len(pieces & _pieces(text)) / len(pieces)


def _pieces(text: str) -> set[str]:
    """The words of three letters and more, numbers, and pairs of Chinese characters."""
    words = {word.lower() for word in _WORD.findall(_HAN.sub(" ", text))}
    pairs = {run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)}
    return {word for word in words if len(word) > 2 or word.isdigit()} | pairs


def _flat(line: str) -> str:
    return "".join(_WORD.findall(line)).lower()
