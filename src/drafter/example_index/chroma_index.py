"""Example summaries found through Chroma, in a folder that can be rebuilt at any time.

The index holds only vectors and what is filtered by; the texts come from the library itself, so
a damaged index can never put a damaged text before a model.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.errors import DrafterError, ExamplesUnavailable
from drafter.example_index.folder import IndexFolder
from drafter.example_index.library import LibraryExample
from drafter.figures.report import LanguageCode
from drafter.ports import Example
from drafter.writing.sections import SectionKey

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

# Raised with the frozen weights, the features or the dimensions: it names the collection.
EMBEDDING_VERSION = "hashed-1"
_BATCH = 1000
# More are fetched than are wanted, so that equal distances are cut by id, not by chance.
_SLACK = 32


def hashed_embedding() -> Embeddings:
    from drafter.example_index.embedding import HashedEmbedding

    return HashedEmbedding()


class ChromaExampleIndex:
    """The `ExampleIndex` port over a folder of this machine.

    Nothing is imported, read or locked before the first search. One process owns the folder; a
    second one works on a private copy. Missing, damaged or outdated: it is built anew.
    """

    def __init__(
        self,
        folder: Path,
        library: Callable[[], Sequence[LibraryExample]],
        *,
        embedding: Callable[[], Embeddings] = hashed_embedding,
        embedding_version: str = EMBEDDING_VERSION,
    ) -> None:
        self._folder, self._library = folder, library
        self._make_embedding = embedding
        self._name = f"examples-{embedding_version}"
        self._guard = threading.Lock()
        self._open: _OpenIndex | None = None

    def search(
        self,
        query: str,
        *,
        language: LanguageCode,
        section: SectionKey,
        limit: int = 3,
        industry: str | None = None,
    ) -> tuple[Example, ...]:
        """The nearest first, equal ones by id; perhaps none. ExamplesUnavailable."""
        wanted = {"language": str(language), "section": section.value}
        if industry is not None:
            wanted["industry"] = industry
        with self._guard:
            try:
                return self._opened().nearest(query, wanted, limit)
            except DrafterError as error:
                raise ExamplesUnavailable(str(error)) from error
            except Exception:  # Chroma's errors share no class; whatever it was, build anew
                self._let_go()
            try:
                return self._opened(fresh=True).nearest(query, wanted, limit)
            except Exception as error:
                self._let_go()
                raise ExamplesUnavailable(f"the index cannot be built, {error}") from error

    def close(self) -> None:
        """Let go of the folder; the next search takes it again."""
        with self._guard:
            self._let_go()

    def _let_go(self) -> None:
        opened, self._open = self._open, None
        if opened is not None:
            opened.close()

    def _opened(self, *, fresh: bool = False) -> _OpenIndex:
        if self._open is None:
            library = {entry.example.id: entry for entry in self._library()}
            embedding = self._make_embedding()
            self._open = _OpenIndex(self._folder, library, embedding, self._name, fresh=fresh)
        return self._open


class _OpenIndex:
    """An index that is open: its client, its collection, and the library behind it."""

    def __init__(
        self,
        wanted: Path,
        library: Mapping[str, LibraryExample],
        embedding: Embeddings,
        name: str,
        *,
        fresh: bool,
    ) -> None:
        self._library, self._embedding, self._name = library, embedding, name
        self._folder = IndexFolder(wanted)
        self._client: Any = None
        stamp = f"{name} {_fingerprint(library)}"
        try:
            if not fresh and self._folder.is_sealed(stamp):
                self._reopen()
            else:
                self._rebuild(stamp)
        except BaseException:
            self.close()
            raise

    def nearest(self, query: str, wanted: Mapping[str, str], limit: int) -> tuple[Example, ...]:
        vector = self._embedding.embed_query(query)
        if limit < 1 or not self._library or not any(vector):
            return ()
        answer = self._collection.query(
            query_embeddings=[vector],
            n_results=min(limit + _SLACK, len(self._library)),
            where={"$and": [{key: value} for key, value in wanted.items()]},
            include=["distances"],
        )
        found = zip(answer["distances"][0], answer["ids"][0], strict=True)
        ordered = sorted((round(distance, 5), key) for distance, key in found)
        return tuple(self._library[key].example for _, key in ordered[:limit])

    def close(self) -> None:
        # Chroma keeps one store per path and process: unclosed, a rebuild would meet the old one.
        try:
            if self._client is not None:
                self._client.close()
        finally:
            self._folder.close()

    def _reopen(self) -> None:
        self._client = _client(self._folder.path)
        # None: the default function would fetch a model from the network.
        self._collection = self._client.get_collection(self._name, embedding_function=None)

    def _rebuild(self, stamp: str) -> None:
        self._folder.empty()
        self._client = _client(self._folder.path)
        self._collection = self._client.create_collection(
            self._name, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        entries = list(self._library.values())
        for at in range(0, len(entries), _BATCH):
            self._add(entries[at : at + _BATCH])
        self._folder.seal(stamp)

    def _add(self, entries: Sequence[LibraryExample]) -> None:
        self._collection.add(
            ids=[entry.example.id for entry in entries],
            embeddings=self._embedding.embed_documents([entry.example.text for entry in entries]),
            metadatas=[
                {
                    "language": entry.language,
                    "section": entry.example.section.value,
                    "industry": entry.example.industry,
                }
                for entry in entries
            ],
        )


def _client(path: Path) -> Any:
    import chromadb  # takes seconds and 80 MB
    from chromadb.config import Settings

    return chromadb.PersistentClient(path=path, settings=Settings(anonymized_telemetry=False))


def _fingerprint(library: Mapping[str, LibraryExample]) -> str:
    return sha256(repr(sorted(library.items())).encode()).hexdigest()
