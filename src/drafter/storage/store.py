"""The store: one database behind the three store ports."""

from __future__ import annotations

from drafter.storage.drafts import DraftTable
from drafter.storage.engine import open_engine
from drafter.storage.intakes import IntakeTable
from drafter.storage.migrate import migrate
from drafter.storage.reports import ReportTable


class Store(ReportTable, DraftTable, IntakeTable):
    """Reports, drafts and intakes in the database at `url`, brought to the newest schema.

    StoreUnavailable when it cannot be opened, is locked for too long, or cannot be written.
    """

    def __init__(self, url: str) -> None:
        self._engine = open_engine(url)
        migrate(self._engine)

    def close(self) -> None:
        self._engine.dispose()
