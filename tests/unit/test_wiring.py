"""The program put together: parts are made once, and only when they are needed."""

from __future__ import annotations

import threading

import pytest

from drafter.errors import StoreUnavailable
from drafter.settings import Settings
from drafter.wiring import Drafter, build


def test_nothing_is_opened_before_it_is_asked_for(tmp_path):
    folder = tmp_path / "data"
    made = build(Settings(data_folder=folder, model_name="any"))
    assert made.compose_draft.writer is not None
    assert made.check_text is not None
    assert not folder.exists()


def test_threads_that_ask_together_get_one_store(tmp_path):
    made = Drafter(Settings(data_folder=tmp_path))
    start = threading.Barrier(4)
    found: list[object] = []

    def ask() -> None:
        start.wait()
        found.extend((made.store, made.examples))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {id(each) for each in found} == {id(made.store), id(made.examples)}
    made.store.close()


def test_a_store_that_failed_to_open_can_be_asked_for_again(tmp_path):
    (tmp_path / "blocked").write_text("")
    made = Drafter(Settings(data_folder=tmp_path / "blocked" / "data"))
    for _ in range(2):
        with pytest.raises(StoreUnavailable):
            _ = made.store
    (tmp_path / "blocked").unlink()
    assert made.store.drafts() == ()
    made.store.close()


def test_without_a_model_the_built_in_writer_drafts_without_examples(tmp_path):
    made = build(Settings(data_folder=tmp_path))
    assert made.compose_draft.writer is None
    assert made.compose_draft.examples is None
    assert build(Settings(data_folder=tmp_path, examples=False)).examples is None
