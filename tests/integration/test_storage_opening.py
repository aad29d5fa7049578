"""Opening the store: migrations, durability, a locked or broken database told plainly."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from drafter.errors import StoreUnavailable
from drafter.storage import engine as engine_module
from drafter.storage import migrate as migrate_module
from drafter.storage.engine import open_engine
from drafter.storage.migrate import migrate
from drafter.storage.schema import NEWEST_MIGRATION, metadata
from drafter.storage.store import Store


def described(engine: sa.Engine) -> object:
    """Tables, columns, keys and indexes as the database itself tells them."""
    told = sa.inspect(engine)
    return {
        table: (
            [
                (each["name"], str(each["type"]), each["nullable"])
                for each in told.get_columns(table)
            ],
            told.get_pk_constraint(table)["constrained_columns"],
            sorted(
                (each["constrained_columns"], each["referred_table"], each["options"])
                for each in told.get_foreign_keys(table)
            ),
            sorted((each["name"] or "", each["column_names"]) for each in told.get_indexes(table)),
        )
        for table in told.get_table_names()
    }


def test_the_migrations_build_exactly_the_schema(database_url):
    engine = open_engine(database_url)
    with engine.begin() as connection:
        migrate_module._upgrade(connection)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == NEWEST_MIGRATION
    engine.dispose()


def test_an_empty_database_gets_what_the_migrations_build(database_url):
    engine = open_engine(database_url)
    migrate(engine)
    created = described(engine)
    with engine.begin() as connection:
        metadata.drop_all(connection)
        connection.exec_driver_sql("DROP TABLE alembic_version")
    with engine.begin() as connection:
        migrate_module._upgrade(connection)
    assert described(engine) == created
    engine.dispose()


def test_the_newest_migration_is_the_one_that_is_looked_for():
    config = Config()
    config.set_main_option("script_location", "drafter.storage:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == NEWEST_MIGRATION


def test_every_table_with_content_has_a_department():
    assert all(
        "department" in table.c for table in metadata.sorted_tables if table.name != "intake_files"
    )


def test_processes_that_start_together_migrate_once(database_url):
    """Threads with engines of their own stand in for processes: the lock is the database's."""
    failures: list[Exception] = []

    def start() -> None:
        try:
            Store(database_url).close()
        except Exception as error:
            failures.append(error)

    starters = [threading.Thread(target=start) for _ in range(6)]
    for starter in starters:
        starter.start()
    for starter in starters:
        starter.join()
    assert failures == []


def test_what_was_committed_survives_a_kill(database_url, months):
    program = textwrap.dedent(
        """
        import sys, time
        from datetime import UTC, datetime
        from drafter.storage.store import Store
        store = Store(sys.argv[1])
        store.remember_answers("A", {"kept": "yes"}, datetime.now(UTC))
        print("kept", flush=True)
        time.sleep(60)
        """
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, database_url], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "kept\n"
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    store = Store(database_url)
    assert store.remembered_answers("A") == {"kept": "yes"}
    store.close()


def test_sqlite_writes_are_durable_and_readers_do_not_wait(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'd.sqlite3'}")
    with engine.connect() as connection:
        modes = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
    full = 2
    assert modes == ["wal", full, 1, engine_module.BUSY_SECONDS * 1000]
    engine.dispose()


def test_a_locked_database_is_told_plainly(tmp_path, monkeypatch, months):
    monkeypatch.setattr(engine_module, "BUSY_SECONDS", 0.2)
    path = tmp_path / "d.sqlite3"
    store = Store(f"sqlite:///{path}")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailable, match="locked"):
        store.remember_answers("A", {"x": "y"}, months.moment())
    assert store.remembered_answers("A") == {}
    other.execute("ROLLBACK")
    store.remember_answers("A", {"x": "y"}, months.moment())
    assert store.remembered_answers("A") == {"x": "y"}
    other.close()
    store.close()


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("no url at all", "not understood"),
        ("mysql+pymysql://u:secret@host/db", "neither"),
        ("postgresql://u:secret@127.0.0.1:1/db", "."),
        ("sqlite:////proc/none/d.sqlite3", "."),
    ],
)
def test_a_database_that_cannot_be_opened_is_told_without_its_password(url, reason):
    with pytest.raises(StoreUnavailable, match=reason) as refused:
        Store(url)
    assert "secret" not in str(refused.value)


def test_a_file_that_is_no_database_is_told_plainly(tmp_path):
    path = tmp_path / "d.sqlite3"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreUnavailable, match="not a database"):
        Store(f"sqlite:///{path}")


def test_moments_need_their_zone(store, months):
    with pytest.raises(sa.exc.StatementError, match="zone"):
        store.remember_answers("A", {"x": "y"}, months.moment().replace(tzinfo=None))
