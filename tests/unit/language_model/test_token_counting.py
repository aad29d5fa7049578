"""Tokens are counted without a network, exactly where the vocabulary is on disk."""

from __future__ import annotations

import base64
import hashlib
import inspect
import socket
from pathlib import Path

import pytest
import regex
import tiktoken_ext.openai_public as published
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.language_model import tokens
from drafter.language_model.tokens import (
    VOCABULARIES,
    EstimatingCounter,
    VocabularyCounter,
    token_counter,
    vocabulary_file,
)

TEXTS = [
    "Sales revenue rose 4.2% year on year to CNY 64.88 million.",
    "本月业务收入521万元，完成月计划的101.4%，同比增长10.4%。",
    "{F3.gap:change} {F12.ytd_attainment}",
    "Donaudampfschifffahrtsgesellschaft\n\n- item (x2)\n",
    "ａ\u200b🙂 ẞ Ж ก",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", VOCABULARIES)
def test_the_estimate_is_not_below_the_pieces_that_are_cut_first(name: str, text: str) -> None:
    """A vocabulary cuts a text by its pattern; each piece is one token or more."""
    pieces = regex.findall(VOCABULARIES[name][0], text)
    assert EstimatingCounter().count(text) >= len(pieces)


def test_a_chinese_character_counts_as_a_token_and_a_long_word_as_several() -> None:
    count = EstimatingCounter().count
    assert count("本月业务收入") >= 6
    assert count("Donaudampfschifffahrtsgesellschaft") >= 9
    assert count("year on year") == 4


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=50))
def test_an_estimate_is_bounded_and_grows(text: str, more: str) -> None:
    count = EstimatingCounter().count
    assert 0 <= count(text) <= len(text.encode("utf-8", "replace"))
    assert count(text + more) >= count(text) - 1  # a word may swallow the letter before it


def test_no_socket_is_opened_whatever_the_model(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    for folder in (None, tmp_path, tmp_path / "missing"):
        for model in ("gpt-4o", "gpt-4", "qwen3", "no such model"):
            assert token_counter(model, folder).count("two words") > 0


def test_a_broken_vocabulary_file_falls_back_to_the_estimate_and_stays(tmp_path: Path) -> None:
    path = vocabulary_file("o200k_base", tmp_path)
    path.write_bytes(b"cut short")
    assert isinstance(token_counter("gpt-4o", tmp_path), EstimatingCounter)
    assert path.read_bytes() == b"cut short"


def test_a_vocabulary_on_disk_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A vocabulary of single bytes and one pair, in tiktoken's file format."""
    ranks = [bytes([value]) for value in range(256)] + [b"ab"]
    data = b"\n".join(
        base64.b64encode(token) + b" " + str(rank).encode() for rank, token in enumerate(ranks)
    )
    vocabulary_file("o200k_base", tmp_path).write_bytes(data)
    pattern, _ = VOCABULARIES["o200k_base"]
    checksum = hashlib.sha256(data).hexdigest()
    monkeypatch.setitem(tokens.VOCABULARIES, "o200k_base", (pattern, checksum))
    counter = token_counter("gpt-4o", tmp_path)
    assert isinstance(counter, VocabularyCounter)
    assert counter.count("abab") == 2
    assert counter.count("abc<|endoftext|>") == 2 + len("<|endoftext|>")


@pytest.mark.parametrize("name", VOCABULARIES)
def test_patterns_and_checksums_are_those_of_tiktoken(name: str) -> None:
    source = inspect.getsource(getattr(published, name))
    pattern, checksum = VOCABULARIES[name]
    assert checksum in source
    url = f"https://openaipublic.blob.core.windows.net/encodings/{name}.tiktoken"
    assert url in source
    assert vocabulary_file(name, Path("x")).name == hashlib.sha1(url.encode()).hexdigest()
    built = source[source.index("pat_str") :]
    for part in pattern.split("|"):
        assert part in built
