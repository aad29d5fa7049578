"""Opening the database: SQLite that never loses a committed row, or PostgreSQL by URL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from drafter.errors import StoreUnavailable

BUSY_SECONDS = 5


def open_engine(url: str) -> sa.Engine:
    """An engine for that URL; a SQLite file's folder is made when it is missing.

    StoreUnavailable when the URL is none that the store can use.
    """
    try:
        parsed = _with_driver(sa.make_url(url))
    except sa.exc.ArgumentError:
        # The URL itself may carry a password: it is not repeated.
        raise StoreUnavailable("the database URL is not understood") from None
    if parsed.get_backend_name() == "sqlite":
        return _open_sqlite(parsed)
    if parsed.get_backend_name() == "postgresql":
        return sa.create_engine(parsed, pool_pre_ping=True, pool_size=5, max_overflow=10)
    raise StoreUnavailable(f"{parsed.get_backend_name()} is neither sqlite nor postgresql")


def _with_driver(url: sa.URL) -> sa.URL:
    """PostgreSQL through psycopg 3, however the URL names it."""
    if url.drivername in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    return url


def _open_sqlite(url: sa.URL) -> sa.Engine:
    if url.database and url.database != ":memory:":
        try:
            Path(url.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnavailable(f"{url.database}: {error.strerror}") from error
    engine = sa.create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Transactions are begun by us: the driver's own begin comes late and leaves out DDL."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    """A writer takes the lock at once: one that reads first could not wait for it later."""
    writes = not connection.get_execution_options().get("reads_only", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection for reads, one consistent state of the database."""
    with _told_plainly(), engine.connect().execution_options(reads_only=True) as connection:
        yield connection


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction: all of it is kept, durably, or none of it."""
    with _told_plainly(), engine.begin() as connection:
        yield connection


@contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except (sa.exc.IntegrityError, sa.exc.DataError, sa.exc.ProgrammingError):
        # The program's own fault, not the database's state.
        raise
    except (sa.exc.DatabaseError, sa.exc.TimeoutError) as error:
        cause = getattr(error, "orig", None) or error
        raise StoreUnavailable(str(cause).strip().splitlines()[0]) from error
