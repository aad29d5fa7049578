"""Retrieval of example summaries."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from drafter.example_index.chroma_index import ChromaExampleIndex
from drafter.example_index.library import read_library


def open_index(data_folder: Path, knowledge: Path) -> ChromaExampleIndex:
    """The index of the bundled examples, kept in the data folder; nothing happens until a search.

    `knowledge` is the folder that holds `examples/<language>/*.md`.
    """
    return ChromaExampleIndex(
        data_folder / "example_index", partial(read_library, knowledge / "examples")
    )
