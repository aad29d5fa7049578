"""Drafts of the sample months by the built-in writer, judged by the check and by plain reading.

Further reports may lie in `cases/<language>/*.json` (report documents). Whether a note was used
is seen in the text, not taken from the writer: enough of the note's words stand there. A note
that is neither used, nor listed as not used, nor asked about has been dropped in silence.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

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
    for sample in drafter.samples():
        draft = without_model.compose_draft(sample.report)
        yield _judged(sample.name, sample.report, draft)
        planted = _planted(drafter.samples.folder / "samples" / sample.name / "about.md")
        yield _questioned(sample.name, sample.report, draft, planted)
    for path in sorted(folder.glob("cases/*/*.json")):
        report = parse_report(load_json(path.read_text(encoding="utf-8")))
        yield _judged(path.stem, report, without_model.compose_draft(report))


def _judged(name: str, report: Report, draft: Composition) -> Outcome:
    supported = draft.check.counts["supported"]
    filled = [section.key for section in draft.sections if section.text.strip()]
    notes = [line for line in report.notes.splitlines() if _pieces(line)]
    told = [_flat(line) for line in draft.notes_unused]
    told += [_flat(question.what) for question in draft.questions]
    used = [line for line in notes if _share(line, draft.text) >= LEAST_SHARE]
    listed = [line for line in notes if any(_flat(line) in each for each in told)]
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


def _planted(about: Path) -> list[str]:
    """The words of the notes that contradict the table on purpose."""
    _, front, _ = about.read_text(encoding="utf-8").split("---\n", 2)
    return [each["quote"] for each in yaml.safe_load(front).get("contradictions", [])]


def _questioned(name: str, report: Report, draft: Composition, planted: list[str]) -> Outcome:
    """Whether each planted contradiction is put to the manager, and no other."""
    asked = [_flat(each.what) for each in draft.questions if each.id.startswith("contradiction")]
    missed = [quote for quote in planted if not any(_flat(quote) in each for each in asked)]
    false = [each for each in asked if not any(_flat(quote) in each for quote in planted)]
    faults = [f"contradiction not asked: {quote}" for quote in missed]
    faults += [f"no contradiction, but asked: {each}" for each in false]
    counts = {
        "contradictions": len(planted),
        "contradictions_asked": len(planted) - len(missed),
        "false_contradictions": len(false),
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
