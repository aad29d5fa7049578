"""Months that are being entered survive a restart, with the bytes of their files."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from drafter.errors import NotFound
from drafter.ports import Intake, UploadedFile
from drafter.storage.store import Store


@pytest.fixture
def intake(months) -> Intake:
    moment = months.moment()
    files = (
        UploadedFile("月报.csv", bytes(range(256)), "gb18030"),
        UploadedFile("pasted.html", b"<table>"),
    )
    return Intake(
        "i1", "大连", {"notes": "第一行\n二"}, files, {"q": "plan"}, {"g": "x"}, moment, moment
    )


def test_an_intake_survives_a_restart(store, database_url, intake):
    store.save_intake(intake)
    again = Store(database_url)
    assert again.intake("i1") == intake
    again.close()


def test_saving_again_replaces_all_of_it(store, intake):
    store.save_intake(intake)
    later = replace(intake, files=intake.files[1:], fields={"notes": "新"}, draft_id="d1")
    store.save_intake(later)
    assert store.intake("i1") == later


def test_old_intakes_are_forgotten_with_their_files(store, intake):
    store.save_intake(intake)
    fresh = replace(intake, id="i2", updated_at=intake.updated_at + timedelta(days=8))
    store.save_intake(fresh)
    assert store.delete_intakes(intake.updated_at + timedelta(days=7)) == 1
    with pytest.raises(NotFound):
        store.intake("i1")
    assert store.intake("i2") == fresh
    store.save_intake(replace(intake, files=()))
    assert store.intake("i1").files == ()
