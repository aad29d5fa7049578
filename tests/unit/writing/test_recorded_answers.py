"""Answers of a real language model to the rendered prompts, replayed: references, figures, notes.

`tests/recordings/<sample>/<section>.prompt.md` is what was asked, `.answer.md` what came back.
The floors are what these recordings reach; a change of the reference grammar that breaks what a
model once wrote shows here.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.checking.check import check
from drafter.figures.report import Report
from drafter.writing.catalogue import Catalogue, build_catalogue
from drafter.writing.completeness import unused_notes
from drafter.writing.headings import headings
from drafter.writing.ledger_slice import must_mention
from drafter.writing.references import parse_reference, tokens
from drafter.writing.rendering import FindingKind, Rendered, resolve
from drafter.writing.sections import SectionKey

_FOLDER = Path(__file__).parents[2] / "recordings"
MONTHS = sorted(path.name for path in _FOLDER.iterdir() if path.is_dir())


def _answers(name: str) -> dict[SectionKey, str]:
    return {
        key: (_FOLDER / name / f"{key}.answer.md").read_text(encoding="utf-8").strip()
        for key in SectionKey
    }


def _replayed(name: str, catalogue: Catalogue) -> dict[SectionKey, Rendered]:
    return {key: resolve(key, raw, catalogue) for key, raw in _answers(name).items()}


@pytest.mark.parametrize("name", MONTHS)
def test_every_reference_of_a_recorded_answer_resolves(
    sample: Callable[[str], Report], name: str
) -> None:
    catalogue = build_catalogue(sample(name))
    written = [token for raw in _answers(name).values() for token in tokens(raw)]
    assert len(written) > 100
    unresolved = [
        finding.text
        for rendered in _replayed(name, catalogue).values()
        for finding in rendered.findings
        if finding.kind is not FindingKind.RAW_FIGURE
    ]
    assert unresolved == []


@pytest.mark.parametrize(
    ("name", "typed"), [("en-software", ["one deal", "one", "8.2"]), ("zh-telecom", [])]
)
def test_the_figures_that_were_typed_are_found(
    sample: Callable[[str], Report], name: str, typed: list[str]
) -> None:
    """Numbers of the notes in words, and a release number: they go to repair."""
    replayed = _replayed(name, build_catalogue(sample(name)))
    assert [f.text for item in replayed.values() for f in item.findings] == typed


@pytest.mark.parametrize("name", MONTHS)
def test_a_recorded_draft_uses_the_notes_and_mentions_what_it_must(
    sample: Callable[[str], Report], name: str
) -> None:
    report = sample(name)
    catalogue = build_catalogue(report)
    text = "\n\n".join(item.section.text for item in _replayed(name, catalogue).values())
    greeting = report.notes.splitlines()[0].strip()
    assert set(unused_notes(report, text)) <= {greeting}
    cited = {
        str(token.reference).split(".")[0]
        for raw in _answers(name).values()
        for token in tokens(raw)
    }
    wanted = [token for key in SectionKey for token, _ in must_mention(catalogue, key)]
    mentioned = [token for token in wanted if str(parse_reference(token)).split(".")[0] in cited]
    assert len(mentioned) == len(wanted)


@pytest.mark.parametrize("name", MONTHS)
def test_a_recorded_draft_is_supported_by_the_check(
    sample: Callable[[str], Report], name: str
) -> None:
    report = sample(name)
    heads = headings(report.language)
    sections = _replayed(name, build_catalogue(report)).values()
    text = "\n\n".join(f"## {heads[s.section.key]}\n\n{s.section.text}" for s in sections)
    result = check(text, report, ())
    assert result.counts["supported"] >= 100
    assert len(result.findings) <= 3, [mention.text for mention in result.findings]
