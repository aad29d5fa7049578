"""The index over a real Chroma folder: found, rebuilt, owned by one process, offline."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from drafter.errors import ExamplesUnavailable
from drafter.example_index import open_index
from drafter.example_index.chroma_index import ChromaExampleIndex
from drafter.example_index.library import LibraryExample, read_library
from drafter.ports import Example, ExampleIndex
from drafter.writing.sections import SectionKey

EXAMPLES = Path(__file__).parents[2] / "knowledge" / "examples"
Library = Callable[[], Sequence[LibraryExample]]


@contextmanager
def opened(folder: Path, library: Library | None = None) -> Iterator[ChromaExampleIndex]:
    index = ChromaExampleIndex(folder, library or partial(read_library, EXAMPLES))
    try:
        yield index
    finally:
        index.close()


def problems(index: ExampleIndex, limit: int = 3) -> list[str]:
    found = index.search(
        "complaints about the lift, kitchen pay",
        language="en",
        section=SectionKey.PROBLEMS,
        limit=limit,
    )
    return [example.id for example in found]


def entry(key: str, text: str) -> LibraryExample:
    return LibraryExample(Example(key, SectionKey.TEAM, text, "steel"), "en", ("up",), "2026-01")


def test_the_nearest_example_comes_first(tmp_path: Path) -> None:
    with opened(tmp_path) as index:
        assert problems(index)[0] == "en/hospitality-problems"
        found = index.search("信用证不符点，单证岗位缺人", language="zh", section=SectionKey.TEAM)
        assert found[0].id == "zh/steel-team"
        assert (
            found[0].text
            == (EXAMPLES / "zh" / "steel-team.md")
            .read_text(encoding="utf-8")
            .split("---\n", 2)[2]
            .strip()
        )


def test_language_section_and_industry_filter(tmp_path: Path) -> None:
    with opened(tmp_path) as index:
        search = partial(index.search, "price", language="en", section=SectionKey.TEAM)
        assert {example.section for example in search(limit=50)} == {SectionKey.TEAM}
        assert all(example.id.startswith("en/") for example in search(limit=50))
        assert [example.id for example in search(industry="software")] == ["en/software-team"]


def test_nothing_found_is_an_answer(tmp_path: Path) -> None:
    with opened(tmp_path) as index:
        search = partial(index.search, language="en", section=SectionKey.TEAM)
        assert search("price", industry="whaling") == ()
        assert search("price", limit=0) == ()
        assert search("12 345 []") == ()
    with opened(tmp_path / "empty", lambda: ()) as index:
        assert problems(index) == []


def test_equal_examples_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    entries = [entry(f"t{n:02}", "Two people joined the team.") for n in range(20)]
    for order, library in enumerate((entries, entries[::-1])):
        with opened(tmp_path / str(order), lambda library=library: library) as index:
            found = index.search("team", language="en", section=SectionKey.TEAM, limit=5)
            assert [example.id for example in found] == ["t00", "t01", "t02", "t03", "t04"]


def test_an_index_is_kept_and_follows_its_library(tmp_path: Path) -> None:
    with opened(tmp_path) as index:
        first = problems(index)
    sealed = (tmp_path / "seal.json").read_bytes()
    with opened(tmp_path) as index:
        assert problems(index) == first
    assert (tmp_path / "seal.json").read_bytes() == sealed
    with opened(tmp_path, lambda: [entry("new", "A team.")]) as index:
        assert problems(index) == []
    assert (tmp_path / "seal.json").read_bytes() != sealed


def _damage(path: Path, how: str) -> None:
    if how == "truncated":
        os.truncate(path, path.stat().st_size // 2)
    elif how == "emptied":
        os.truncate(path, 0)
    elif how == "overwritten":
        path.write_bytes(bytes(range(256)) * (path.stat().st_size // 256 + 1))
    else:
        path.unlink()


@pytest.mark.parametrize("how", ["truncated", "emptied", "overwritten", "removed"])
@pytest.mark.parametrize("name", ["chroma.sqlite3", "data_level0.bin", "header.bin", "seal.json"])
def test_a_damaged_index_is_built_anew(tmp_path: Path, name: str, how: str) -> None:
    with opened(tmp_path) as index:
        first = problems(index)
    (path,) = tmp_path.rglob(name)
    _damage(path, how)
    with opened(tmp_path) as index:
        assert problems(index) == first
    assert json.loads((tmp_path / "seal.json").read_text(encoding="utf-8"))["stamp"]


def test_damage_while_open_is_repaired(tmp_path: Path) -> None:
    with opened(tmp_path) as index:
        first = problems(index)
        index._open._client.close()  # type: ignore[union-attr]  # the store fails under our hands
        assert problems(index) == first


def test_a_second_owner_works_on_a_private_copy(tmp_path: Path) -> None:
    with opened(tmp_path) as first, opened(tmp_path) as second:
        assert problems(first) == problems(second)
        private = second._open._folder.path  # type: ignore[union-attr]
        assert tmp_path not in private.parents
    assert not private.exists()


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    index = ChromaExampleIndex(tmp_path / "file" / "index", partial(read_library, EXAMPLES))
    with pytest.raises(ExamplesUnavailable):
        problems(index)


def test_a_broken_library_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "bad.md").write_text("no front matter", encoding="utf-8")
    index = ChromaExampleIndex(tmp_path / "index", partial(read_library, tmp_path))
    with pytest.raises(ExamplesUnavailable, match=r"bad\.md"):
        problems(index)


def test_no_network_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise AssertionError(f"a connection was tried: {args}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    with opened(tmp_path) as index:
        assert problems(index)


def test_nothing_heavy_is_imported_before_the_first_search() -> None:
    code = (
        "import sys, pathlib; from drafter.example_index.chroma_index import ChromaExampleIndex;"
        "ChromaExampleIndex(pathlib.Path('nowhere'), lambda: ());"
        "print([m for m in ('chromadb', 'numpy', 'langchain_core') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_index_is_opened_from_the_knowledge_folder(tmp_path: Path) -> None:
    index = open_index(tmp_path, EXAMPLES.parent)
    assert list(tmp_path.iterdir()) == []
    assert problems(index)[0] == "en/hospitality-problems"
    assert (tmp_path / "example_index" / "seal.json").is_file()
    index.close()
