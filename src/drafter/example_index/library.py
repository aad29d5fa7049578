"""The example summaries that come with the product: a section a file, with its front matter."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml

from drafter.errors import UnreadableFile
from drafter.figures.report import LANGUAGES, LanguageCode
from drafter.ports import Example
from drafter.writing.sections import SectionKey

_FENCE = "---\n"


@dataclass(frozen=True, slots=True)
class LibraryExample:
    """An example with what it is found by.

    `shape` are tags of what happened (`beat`, `miss`, `up`, `down`, `mixed`), `month` is the
    ISO month it was written for.
    """

    example: Example
    language: LanguageCode
    shape: tuple[str, ...]
    month: str


def read_library(folder: Path) -> tuple[LibraryExample, ...]:
    """All examples below a folder, by id; UnreadableFile names a file that breaks the form."""
    paths = sorted(folder.glob("*/*.md"))
    return tuple(_read(path, f"{path.parent.name}/{path.stem}") for path in paths)


def _read(path: Path, key: str) -> LibraryExample:
    try:
        return _parse(path.read_text(encoding="utf-8"), key)
    except (ValueError, KeyError, TypeError, OSError, yaml.YAMLError) as error:
        raise UnreadableFile(
            str(path), f"is no example summary: {error!r}", "Give it its front matter again."
        ) from error


def _parse(text: str, key: str) -> LibraryExample:
    nothing, front, body = text.split(_FENCE, 2)
    if nothing or not body.strip():
        raise ValueError("front matter or text is missing")
    fields: dict[str, Any] = yaml.safe_load(front)
    language = fields["language"]
    if language not in LANGUAGES:
        raise ValueError(f"language {language!r} is not known")
    example = Example(key, SectionKey(fields["section"]), body.strip(), str(fields["industry"]))
    shape = tuple(str(tag) for tag in fields["shape"])
    return LibraryExample(example, cast("LanguageCode", language), shape, str(fields["month"]))
