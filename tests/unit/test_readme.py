"""The README names every command, setting and API call, and none that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from drafter.settings import Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_is_named() -> None:
    from drafter.cli.main import app

    commands = set(get_command(app).commands) - {"version"}  # type: ignore[attr-defined]
    assert set(re.findall(r"\$ drafter (\w+)", README)) == commands


def test_every_setting_is_named() -> None:
    settings = {f"DRAFTER_{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(r"`(DRAFTER_\w+)`", README)) == settings


def test_every_api_call_is_named(tmp_path: Path) -> None:
    from drafter.web.app import create_app
    from drafter.wiring import build

    paths = create_app(build(Settings(data_folder=tmp_path))).openapi()["paths"]
    documented = set(re.findall(r"(?:GET|POST) (/api/v1/[\w/{}-]+)", README))
    assert documented == {path for path in paths if path.startswith("/api/")}


@pytest.mark.parametrize("target", re.findall(r"\]\((docs/[^)]+)\)", README))
def test_what_it_links_to_is_there(target: str) -> None:
    assert (ROOT / target).is_file()


def test_make_has_the_commands_it_shows() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_the_library_example_runs() -> None:
    block = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert block
    sample = ROOT / "knowledge" / "samples" / "en-pharma" / "report.json"
    values = {
        "draft_text": "Sell-through rose.",
        "report_json": sample.read_text(encoding="utf-8"),
    }
    exec(block[1], values)
    assert values["result"].counts["supported"] >= 1  # type: ignore[attr-defined]
