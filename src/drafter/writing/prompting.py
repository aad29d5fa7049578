"""Prompts from typed inputs: which facts, notes and examples a section's prompt carries.

Pure: the templates are files that `render` fills, tokens are counted by `count`. What does not fit
the budget goes in this order: examples, then the rows that matter least; the notes, the claims and
what must be mentioned always stay.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.figures.report import LanguageCode
from drafter.writing.catalogue import Catalogue
from drafter.writing.contradictions import left_out
from drafter.writing.fencing import fenced
from drafter.writing.ledger_slice import (
    LedgerRow,
    claim_lines,
    ledger_rows,
    must_mention,
    section_rows,
)
from drafter.writing.materiality import figures_by_section
from drafter.writing.note_places import PlacedNote, attachable, placed_notes, with_references
from drafter.writing.sections import SectionKey


@dataclass(frozen=True, slots=True)
class PromptInputs:
    """A template's name (`section`), its language, and every variable it takes."""

    template: str
    language: LanguageCode
    variables: Mapping[str, object] = field(default_factory=dict)


_LEAST_TOKENS_A_ROW = 40
PromptRenderer = Callable[[PromptInputs], str]


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the model is sent for one section: the stable system part first."""

    section: SectionKey
    system: str
    user: str


@dataclass(frozen=True, slots=True)
class PromptNote:
    """A note as the prompt shows it: its figures as references, and what each becomes."""

    text: str
    figures: tuple[tuple[str, str], ...]


def plan_prompts(
    catalogue: Catalogue,
    examples: Mapping[SectionKey, Sequence[str]],
    *,
    render: PromptRenderer,
    count: Callable[[str], int],
    budget: int,
) -> tuple[Prompt, ...]:
    """One prompt a section, in order, each within the budget of tokens where that is possible."""
    language = catalogue.report.language
    system = render(PromptInputs("system", language))
    left = budget - count(system)
    return tuple(
        Prompt(key, system, _fitted(catalogue, key, examples.get(key, ()), render, count, left))
        for key in SectionKey
    )


def repair_prompt(
    prompt: Prompt,
    answer: str,
    findings: Sequence[str],
    *,
    catalogue: Catalogue,
    render: PromptRenderer,
) -> Prompt:
    """The section again, with its text so far and what was found in it."""
    variables = {"task": prompt.user, "answer": fenced(answer), "findings": list(findings)}
    inputs = PromptInputs("repair", catalogue.report.language, variables)
    return Prompt(prompt.section, prompt.system, render(inputs))


def gap_prompt(
    catalogue: Catalogue, questions: Sequence[str], *, render: PromptRenderer
) -> tuple[str, str]:
    """System and user text that ask a model what else the manager should be asked."""
    language = catalogue.report.language
    variables = {
        "department": fenced(catalogue.report.department),
        "month": str(catalogue.report.period or ""),
        "rows": ledger_rows(catalogue, range(len(catalogue.rows))),
        "notes": [prompt_note(item, catalogue) for item in placed_notes(catalogue)],
        "questions": list(questions),
    }
    system = render(PromptInputs("system", language))
    return system, render(PromptInputs("gap_questions", language, variables))


def section_inputs(
    catalogue: Catalogue,
    key: SectionKey,
    rows: Sequence[LedgerRow],
    examples: Sequence[str],
    guidance: str,
) -> PromptInputs:
    """Everything that the template of a section takes."""
    shown = {row.index for row in rows}
    own, explaining = _notes_for(catalogue, key, shown)
    variables = {
        "department": fenced(catalogue.report.department),
        "month": str(catalogue.report.period or ""),
        "heading": catalogue.words.headings[key.value],
        "guidance": guidance,
        "rows": list(rows),
        "claims": claim_lines(catalogue, key, shown),
        "must_mention": must_mention(catalogue, key),
        "notes": [prompt_note(item, catalogue) for item in own],
        "background": [prompt_note(item, catalogue) for item in explaining],
        "examples": [fenced(example) for example in examples],
    }
    return PromptInputs("section", catalogue.report.language, variables)


def _fitted(
    catalogue: Catalogue,
    key: SectionKey,
    examples: Sequence[str],
    render: PromptRenderer,
    count: Callable[[str], int],
    budget: int,
) -> str:
    guidance = render(PromptInputs(f"sections/{key.value}", catalogue.report.language)).strip()
    # What could never fit is not even put into words.
    indexes = section_rows(catalogue, key)[: max(1, budget // _LEAST_TOKENS_A_ROW)]
    own = figures_by_section(catalogue)[key]
    rows = ledger_rows(catalogue, indexes, brief=set(indexes) - set(own))
    shown, kept = len(rows), list(examples)
    while True:
        inputs = section_inputs(catalogue, key, rows[:shown], kept, guidance)
        text = render(inputs)
        if count(text) <= budget or (not kept and shown <= 1):
            return text
        if kept:
            kept.pop()
        else:
            shown = shown * 3 // 4


def _notes_for(
    catalogue: Catalogue, key: SectionKey, shown: set[int]
) -> tuple[list[PlacedNote], list[PlacedNote]]:
    """The section's own notes, and those of other sections that may explain one of its rows."""
    placed = placed_notes(catalogue)
    numbers = {
        note.number
        for index, notes in attachable(placed, catalogue).items()
        if index in shown
        for note in notes
    }
    own = [item for item in placed if item.section is key]
    others = [item for item in placed if item.section is not key]
    return own, [item for item in others if item.note.number in numbers]


def prompt_note(item: PlacedNote, catalogue: Catalogue) -> PromptNote:
    """A note with its references in place, and what each of them becomes.

    What contradicts the table is left out: the product asks the manager, the model does not see it.
    """
    form = ":written" if item.note.language != catalogue.report.language else ""
    without = left_out(catalogue).get(item.note.number, ())
    text = with_references(item.note, catalogue, fenced, without)
    figures = []
    for figure in item.note.figures:
        token = f"{{N{figure.number}{form}}}"
        if token in text:
            quantity = figure.quantity
            figures.append((token, fenced(item.note.text[quantity.start : quantity.end])))
    return PromptNote(text, tuple(figures))
