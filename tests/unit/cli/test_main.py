"""The program's entry: light to start, plain about errors."""

from __future__ import annotations

import subprocess
import sys

import pytest

from drafter.cli import main
from drafter.errors import NotDraftable

HEAVY = ["rich", "pydantic", "sqlalchemy", "fastapi", "langchain", "openai", "chromadb", "numpy"]


def test_the_help_loads_nothing_heavy():
    program = f"""
import sys
sys.argv = ["drafter", "--help"]
from drafter.cli.main import run
try:
    run()
except SystemExit as end:
    loaded = [name for name in {HEAVY!r} if name in sys.modules]
    assert not loaded, loaded
    sys.exit(end.code)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    for command in ("import", "draft", "check", "read", "serve", "demo", "version"):
        assert f"\n  {command} " in done.stdout


def test_an_error_on_purpose_is_a_message_and_status_two(monkeypatch, capsys):
    def fails() -> None:
        raise NotDraftable("The month of this report is not known.")

    monkeypatch.setattr(main, "app", fails)
    with pytest.raises(SystemExit) as end:
        main.run()
    assert end.value.code == 2
    assert capsys.readouterr().err == "drafter: The month of this report is not known.\n"


def test_a_broken_program_is_not_hidden(monkeypatch):
    def fails() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(main, "app", fails)
    with pytest.raises(ZeroDivisionError):
        main.run()
