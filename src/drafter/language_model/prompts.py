"""Prompt files: strict Jinja2 templates in a folder, rendered from typed inputs only."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import DrafterError
from drafter.writing.prompting import PromptInputs

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

_SUFFIX = ".md.j2"


class BrokenPrompt(DrafterError):
    """A prompt file is missing, does not parse, or names a variable that it is not given."""

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        super().__init__(f"The prompt file {name} cannot be used: {reason}")


class PromptFiles:
    """The prompts of a folder, by language: `en/system.md.j2`, `en/sections/team.md.j2`.

    Undefined variables fail; the sandbox keeps a template from reaching into the program. Nothing
    that comes out is escaped: it is Markdown for a model, never a page.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def render(self, inputs: PromptInputs) -> str:
        """The text of a prompt; BrokenPrompt names the file."""
        from jinja2 import TemplateError

        name = f"{inputs.language}/{inputs.template}{_SUFFIX}"
        try:
            text = self._environment.get_template(name).render(dict(inputs.variables))
        except TemplateError as error:
            raise BrokenPrompt(name, f"{type(error).__name__}: {error}") from error
        return text.strip() + "\n"

    @cached_property
    def hashes(self) -> Mapping[str, str]:
        """SHA-256 of every prompt file by its name: kept with what a prompt has written."""
        return {
            path.relative_to(self.folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.folder.rglob(f"*{_SUFFIX}"))
        }

    @property
    def version(self) -> str:
        """The first digits of a hash over all prompt files."""
        names = "".join(f"{name} {digest}\n" for name, digest in self.hashes.items())
        return hashlib.sha256(names.encode()).hexdigest()[:16]

    @cached_property
    def _environment(self) -> SandboxedEnvironment:
        from jinja2 import FileSystemLoader, StrictUndefined
        from jinja2.sandbox import SandboxedEnvironment

        return SandboxedEnvironment(
            loader=FileSystemLoader(self.folder, encoding="utf-8"),
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )
