"""Prompt files are strict: every variable is given and used, in every language alike."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined, meta
from jinja2.sandbox import SecurityError

from drafter.figures.document import parse_report
from drafter.language_model.prompts import BrokenPrompt, PromptFiles
from drafter.writing.catalogue import build_catalogue
from drafter.writing.prompting import PromptInputs, gap_prompt, plan_prompts, repair_prompt
from drafter.writing.sections import SectionKey

FOLDER = Path(__file__).parents[3] / "prompts"
FILES = PromptFiles(FOLDER)
TEMPLATES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.md.j2"))
DOCUMENT = {
    "period": "2026-10",
    "department": "D",
    "figures": [{"measure": "Sales", "unit": "t", "actual": 9, "plan": 10}],
    "notes": "Sales were 4 t. 3 reps joined.",
}


def _inputs(language: str) -> Iterator[PromptInputs]:
    """Everything that the product ever renders in a language."""
    seen: list[PromptInputs] = []

    def render(inputs: PromptInputs) -> str:
        seen.append(inputs)
        return FILES.render(inputs)

    catalogue = build_catalogue(parse_report({**DOCUMENT, "language": language}))
    prompts = plan_prompts(
        catalogue, {SectionKey.TEAM: ["Example"]}, render=render, count=len, budget=99_999
    )
    repair_prompt(prompts[0], "text", ["finding"], catalogue=catalogue, render=render)
    gap_prompt(catalogue, ["question"], render=render)
    yield from seen


def _variables(name: str) -> set[str]:
    source = (FOLDER / name).read_text(encoding="utf-8")
    return meta.find_undeclared_variables(Environment().parse(source))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_variable_is_given_and_every_given_one_is_used(language: str) -> None:
    rendered = set()
    for inputs in _inputs(language):
        name = f"{language}/{inputs.template}.md.j2"
        assert _variables(name) == set(inputs.variables), name
        rendered.add(name)
    assert rendered == {name for name in TEMPLATES if name.startswith(f"{language}/")}


def test_the_languages_have_the_same_files_with_the_same_structure() -> None:
    english = {name[3:] for name in TEMPLATES if name.startswith("en/")}
    assert {name[3:] for name in TEMPLATES if name.startswith("zh/")} == english
    for name in english:
        assert _variables(f"en/{name}") == _variables(f"zh/{name}")
        tags = [
            re.findall(r"{%.*?%}", (FOLDER / language / name).read_text(encoding="utf-8"))
            for language in ("en", "zh")
        ]
        assert tags[0] == tags[1]


@pytest.mark.parametrize(
    ("template", "variables", "reason"),
    [
        ("section", {}, "undefined"),
        ("nowhere", {}, "nowhere"),
    ],
)
def test_a_broken_prompt_names_its_file(
    template: str, variables: Mapping[str, Any], reason: str
) -> None:
    with pytest.raises(BrokenPrompt, match=f"en/{template}.md.j2.*{reason}"):
        FILES.render(PromptInputs(template, "en", variables))


def test_a_template_that_reaches_out_of_its_sandbox_is_refused(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en/system.md.j2").write_text("{{ ''.__class__.__mro__ }}", encoding="utf-8")
    with pytest.raises((BrokenPrompt, SecurityError)):
        PromptFiles(tmp_path).render(PromptInputs("system", "en"))


def test_the_hash_of_a_prompt_changes_with_its_text(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    path = tmp_path / "en/system.md.j2"
    path.write_text("one", encoding="utf-8")
    assert PromptFiles(tmp_path).hashes == {"en/system.md.j2": hashlib.sha256(b"one").hexdigest()}
    path.write_text("two", encoding="utf-8")
    assert PromptFiles(tmp_path).hashes["en/system.md.j2"] == hashlib.sha256(b"two").hexdigest()
    assert set(FILES.hashes) == set(TEMPLATES)


def test_undefined_variables_are_strict() -> None:
    assert FILES._environment.undefined is StrictUndefined
