"""Bringing a database to the newest schema, once, however many processes start together."""

from __future__ import annotations

import sqlalchemy as sa

from drafter.storage.engine import reading, writing
from drafter.storage.schema import NEWEST_MIGRATION, metadata

# Any number that no other program on the same PostgreSQL server is likely to lock.
_MIGRATION_LOCK = 4_027_184_411

# As Alembic keeps it.
_applied = sa.Table(
    "alembic_version",
    sa.MetaData(),
    sa.Column("version_num", sa.String(32), primary_key=True, nullable=False),
)


def migrate(engine: sa.Engine) -> None:
    """Apply the migrations that are missing; cheap when there are none."""
    with reading(engine) as connection:
        if _newest_applied(connection) == NEWEST_MIGRATION:
            return
    with writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATION_LOCK)))
        applied = _newest_applied(connection)
        if applied is None:
            _create(connection)
        elif applied != NEWEST_MIGRATION:
            _upgrade(connection)


def _newest_applied(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table(_applied.name):
        return None
    version: str | None = connection.scalar(sa.select(_applied.c.version_num))
    return version


def _create(connection: sa.Connection) -> None:
    """An empty database needs no history, and the first start no second for Alembic's import.

    A test holds the migrations against the schema, so both ways lead to the same tables.
    """
    metadata.create_all(connection)
    _applied.create(connection)
    connection.execute(_applied.insert().values(version_num=NEWEST_MIGRATION))


def _upgrade(connection: sa.Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "drafter.storage:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
