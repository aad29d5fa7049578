"""The wheel, installed in a clean environment, drafts and checks on its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "knowledge" / "samples"

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run to success, outside the checkout, with no setting of this shell carried along."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DRAFTER_", "COV"))
    }
    environment.pop("PYTHONPATH", None)
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{command}: {done.stderr[-3000:]}"
    return done


def uv() -> str:
    return shutil.which("uv") or str(ROOT / ".tools" / "bin" / "uv")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built without isolation, so that it needs no network once everything is installed."""
    out = tmp_path_factory.mktemp("wheel")
    run(uv(), "build", "--wheel", "--no-build-isolation", "--python", sys.executable,
        "--out-dir", out, ROOT, cwd=out)  # fmt: skip
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def drafter(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The console script of a clean environment that holds the wheel and what it depends on.

    The locked dependencies come from the installer's cache when it holds them (as after a
    `make setup`), else from the registry.
    """
    home = tmp_path_factory.mktemp("clean")
    locked = home / "locked.txt"
    run(uv(), "export", "--frozen", "--no-dev", "--no-emit-project", "--quiet",
        "--project", ROOT, "--output-file", locked, cwd=home)  # fmt: skip
    run(uv(), "venv", "--python", sys.executable, home / "env", cwd=home)
    install = [uv(), "pip", "install", "--quiet", "--python", str(home / "env")]
    try:
        run(*install, "--offline", "--require-hashes", "-r", locked, cwd=home)
    except AssertionError:
        run(*install, "--require-hashes", "-r", locked, cwd=home)
    run(*install, "--offline", "--no-deps", wheel, cwd=home)
    return home / "env" / "bin" / "drafter"


def test_prompts_and_knowledge_travel_in_the_wheel(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("prompts", "knowledge"):
        here = {
            path.relative_to(ROOT / folder).as_posix()
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        prefix = f"drafter/_bundled/{folder}/"
        there = {name.removeprefix(prefix) for name in names if name.startswith(prefix)}
        assert here
        assert there == here


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_month_is_drafted_from_the_installed_wheel(
    drafter: Path, language: str, tmp_path: Path
) -> None:
    report = next(
        path
        for path in sorted(SAMPLES.glob("*/report.json"))
        if json.loads(path.read_text(encoding="utf-8"))["language"] == language
    )
    month = tmp_path / "month.json"
    shutil.copy(report, month)
    done = run(drafter, "draft", month, "--format", "json", cwd=tmp_path)
    draft = json.loads(done.stdout)
    assert len(draft["sections"]) == 6
    assert draft["counts"]["supported"] >= 12
    assert draft["counts"]["contradicted"] == draft["counts"]["unsupported"] == 0
