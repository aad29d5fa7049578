"""The folder of an index on disk: owned by one process, sealed against silent damage.

Chroma does not notice a truncated vector file: measured with 3,000 entries, it answers with
fewer results, or ends the process. So what it wrote is sealed, and a broken seal means: build anew.
"""

from __future__ import annotations

import fcntl
import json
import shutil
import sqlite3
import tempfile
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import IO

_DATABASE = "chroma.sqlite3"


class IndexFolder:
    """A folder for the index that no other process writes.

    When another process owns the wanted one, this is a private folder that is gone on `close`.
    """

    def __init__(self, wanted: Path) -> None:
        self._private: tempfile.TemporaryDirectory[str] | None = None
        self._lock = _locked(wanted)
        if self._lock is None:
            self._private = tempfile.TemporaryDirectory(prefix="drafter-examples-")
            wanted = Path(self._private.name)
        self.path = wanted / "chroma"
        self._seal = wanted / "seal.json"

    def is_sealed(self, stamp: str) -> bool:
        """Whether the files are just those that were sealed under that stamp, and sound."""
        try:
            kept = json.loads(self._seal.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        return bool(kept == self._content(stamp)) and self._database_is_sound()

    def seal(self, stamp: str) -> None:
        self._seal.write_text(json.dumps(self._content(stamp)), encoding="utf-8")

    def empty(self) -> None:
        self._seal.unlink(missing_ok=True)
        shutil.rmtree(self.path, ignore_errors=True)
        self.path.mkdir(parents=True, exist_ok=True)

    def close(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None
        if self._private is not None:
            self._private.cleanup()
            self._private = None

    def _content(self, stamp: str) -> dict[str, str]:
        # The database changes with every opening: SQLite's own check stands in for a hash.
        found = {
            str(path.relative_to(self.path)): sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.path.rglob("*"))
            if path.is_file() and not path.name.startswith(_DATABASE)
        }
        return {"stamp": stamp, **found}

    def _database_is_sound(self) -> bool:
        try:
            address = (self.path / _DATABASE).resolve().as_uri() + "?mode=ro"
            with closing(sqlite3.connect(address, uri=True)) as database:
                verdict: tuple[str] = database.execute("PRAGMA integrity_check").fetchone()
                return verdict == ("ok",)
        except sqlite3.Error:
            return False


def _locked(folder: Path) -> IO[str] | None:
    """The open lock file, or None while another process holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = (folder / "owner.lock").open("w", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        return None
    return lock
