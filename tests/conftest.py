"""The whole program behind its HTTP door: a store in a folder of the test's own, no network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from drafter.settings import Settings
from drafter.web.app import create_app
from drafter.wiring import Drafter, build


@pytest.fixture
def program(tmp_path: Path) -> Drafter:
    """The program with no model and no example index, as a fresh machine has it."""
    return build(Settings(data_folder=tmp_path / "data", examples=False, model_name=None))


@pytest.fixture
def http(program: Drafter) -> Iterator[TestClient]:
    """A client of this machine: it follows no redirect and sees a 500 as an answer."""
    with TestClient(
        create_app(program),
        base_url="http://127.0.0.1:8000",
        follow_redirects=False,
        raise_server_exceptions=False,
    ) as client:
        yield client
