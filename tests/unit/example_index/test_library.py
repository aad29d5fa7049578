from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import UnreadableFile
from drafter.example_index.library import read_library
from drafter.writing.sections import SectionKey

GOOD = """---
language: en
industry: steel
section: team
shape: [miss, down]
month: 2026-04
---

The team has [count] people.
"""


def library(tmp_path: Path, text: str) -> Path:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "steel-team.md").write_text(text, encoding="utf-8")
    return tmp_path


def test_an_example_is_read_with_its_front_matter(tmp_path: Path) -> None:
    (entry,) = read_library(library(tmp_path, GOOD))
    assert entry.example.id == "en/steel-team"
    assert entry.example.section is SectionKey.TEAM
    assert entry.example.text == "The team has [count] people."
    assert entry.example.industry == "steel"
    assert (entry.language, entry.shape, entry.month) == ("en", ("miss", "down"), "2026-04")


def test_no_folder_is_an_empty_library(tmp_path: Path) -> None:
    assert read_library(tmp_path / "nowhere") == ()


@pytest.mark.parametrize(
    "text",
    [
        "no front matter at all",
        GOOD.replace("section: team", "section: gossip"),
        GOOD.replace("language: en", "language: fr"),
        GOOD.replace("industry: steel\n", ""),
        GOOD.split("The team", maxsplit=1)[0],
        GOOD.replace("[miss, down]", "[miss"),
    ],
    ids=["no front matter", "section", "language", "no industry", "no text", "yaml"],
)
def test_a_broken_example_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableFile, match=r"steel-team\.md"):
        read_library(library(tmp_path, text))
