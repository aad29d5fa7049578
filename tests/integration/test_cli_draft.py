"""The command line as a person uses it: real processes, real files, a store of their own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.settings import Settings
from drafter.wiring import Drafter

pytestmark = pytest.mark.slow

SECTIONS = ["results", "products", "customers", "activities", "team", "problems"]
Run = Callable[..., subprocess.CompletedProcess[str]]

DOCUMENT = {
    "period": "2026-10",
    "department": "出口部",
    "language": "zh",
    "figures": [
        {
            "measure": "回款",
            "unit": "万元",
            "dimensions": {"基地": base},
            "actual": actual,
            "plan": plan,
            "prior_month": before,
        }
        for base, actual, plan, before in (
            ("大连", "3085", "2500", "2890"),
            ("天津", "1900", "2000", "2100"),
        )
    ],
    "notes": "天津港停航三天，两船货推迟到11月。",
}
CSV = "Payments collected (CNY 10k)\nBase,Actual,Plan\nDalian,3085,2500\nTianjin,1900,2000\n"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DRAFTER_")}
    return {**kept, "DRAFTER_DATA_FOLDER": str(tmp_path / "data"), "COLUMNS": "100"}


@pytest.fixture
def drafter(environment: dict[str, str], tmp_path: Path) -> Run:
    def run(*arguments: str | Path, **changes: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "drafter", *map(str, arguments)],
            env={**environment, **changes},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def month(tmp_path: Path) -> Path:
    path = tmp_path / "month.json"
    path.write_text(json.dumps(DOCUMENT), "utf-8")
    return path


def test_json_holds_the_draft_and_its_check(drafter, month):
    done = drafter("draft", month, "--format", "json")
    assert done.returncode == 0, done.stderr
    shown = json.loads(done.stdout)
    assert [section["key"] for section in shown["sections"]] == SECTIONS
    text = shown["text"]
    for section in shown["sections"]:
        assert text[section["start"] : section["end"]] == section["text"]
    for mention in shown["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["text"]
    assert shown["counts"]["contradicted"] == shown["counts"]["unsupported"] == 0
    assert shown["counts"]["supported"] >= 5
    assert (shown["period"], shown["department"], shown["language"]) == ("2026-10", "出口部", "zh")
    assert shown["origin"] == "built_in_writer"


def test_the_written_file_is_checked_clean(drafter, month, tmp_path):
    out = tmp_path / "draft.md"
    done = drafter("draft", month, "--out", out)
    assert (done.returncode, done.stdout) == (0, "")
    assert "draft.md" in done.stderr
    assert out.read_text("utf-8").startswith("# 出口部 · 2026-10\n\n## 业绩\n\n")
    checked = drafter("check", month, out, "--format", "json")
    counts = json.loads(checked.stdout)["counts"]
    assert (counts["contradicted"], counts["unsupported"]) == (0, 0)
    assert counts["supported"] >= 5


def test_text_shows_marks_and_what_is_to_be_done(drafter, month):
    shown = drafter("draft", month).stdout
    assert "万元✓" in shown
    assert "属实" in shown
    assert "内置写作器" in shown


def test_a_table_with_notes_and_month_is_drafted_in_the_other_language(drafter, tmp_path):
    (tmp_path / "table.csv").write_text(CSV, "utf-8")
    (tmp_path / "notes.txt").write_text("天津港停航三天。", "gb18030")
    done = drafter(
        *("draft", "table.csv", "--notes", "notes.txt", "--period", "2026-10"),
        *("--department", "Export desk", "--language", "zh", "--format", "json"),
    )
    assert done.returncode == 0, done.stderr
    shown = json.loads(done.stdout)
    assert (shown["language"], shown["department"]) == ("zh", "Export desk")
    assert shown["counts"]["contradicted"] == 0
    assert "停航三天" in shown["text"] or shown["notes_unused"]


def test_answers_let_held_back_figures_in(drafter, tmp_path):
    (tmp_path / "table.csv").write_text("Base,Actual,Plan\nDalian,3085,2500\n", "utf-8")
    without = drafter("draft", "table.csv", "--period", "2026-10")
    assert without.returncode == 2
    assert "no figure" in without.stderr
    answers = {}
    for _ in range(3):
        (tmp_path / "answers.json").write_text(json.dumps(answers), "utf-8")
        asked = drafter(
            *("import", "table.csv", "--format", "json", "--answers", "answers.json"),
            *("--period", "2026-10"),
        )
        for question in json.loads(asked.stdout)["questions"]:
            is_unit = question["id"].startswith("unit")
            answers[question["id"]] = "CNY 10k" if is_unit else "Payments collected"
    done = drafter(
        *("draft", "table.csv", "--period", "2026-10", "--answers", "answers.json"),
        *("--format", "json"),
    )
    assert done.returncode == 0, done.stderr
    assert "30.85 million" in json.loads(done.stdout)["text"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("broken.json", b'{"period": ', "is not JSON"),
        (
            "month.json",
            b'{"period": "2026-10", "language": "en", "figures": [{"plan": "1,23"}]}',
            "month.json, figures[0].plan",
        ),
        ("month.json", b'{"period": null, "language": "en", "figures": []}', "month"),
        ("locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "locked.xlsx"),
        ("empty.xlsx", b"PK\x03\x04 no archive", "empty.xlsx"),
        ("table.csv", CSV.encode(), "month"),
    ],
)
def test_bad_input_is_named_with_status_two_and_nothing_kept(
    drafter, tmp_path, name, content, words
):
    (tmp_path / name).write_bytes(content)
    done = drafter("draft", name, "--out", "draft.md", "--save")
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "draft.md").exists()
    assert not (tmp_path / "data").exists()


def test_options_that_are_wrong_are_named(drafter, month):
    for option, value in (("--period", "2026-13"), ("--language", "fr"), ("--notes", "no.txt")):
        done = drafter("draft", month, option, value)
        assert done.returncode == 2
        assert value in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


def stored(environment: dict[str, str]) -> Drafter:
    return Drafter(Settings(data_folder=Path(environment["DRAFTER_DATA_FOLDER"])))


def test_a_saved_draft_is_in_the_store(drafter, month, environment):
    done = drafter("draft", month, "--save", "--format", "json")
    assert done.returncode == 0, done.stderr
    store = stored(environment).store
    [line] = store.drafts("出口部")
    assert line.id in done.stderr
    assert store.draft(line.id).revision.text == json.loads(done.stdout)["text"]
    store.close()


def test_the_third_miss_in_a_row_is_told_from_the_store(drafter, month):
    for period in ("2026-08", "2026-09"):
        assert drafter("draft", month, "--period", period, "--save").returncode == 0
    shown = json.loads(drafter("draft", month, "--save", "--format", "json").stdout)
    assert "回款（天津）：连续3个月未完成计划。" in shown["trends"]


def test_the_demo_keeps_its_draft_once(drafter, environment):
    for _ in range(2):
        done = drafter("demo", "--no-serve")
        assert done.returncode == 0, done.stderr
        assert "✓" in done.stdout
    assert drafter("demo", "--no-serve", "--language", "zh").returncode == 0
    store = stored(environment).store
    assert sorted(line.language for line in store.drafts()) == ["en", "zh"]
    store.close()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def fetched(address: str, patience: float = 30) -> str:
    end = time.monotonic() + patience
    while True:
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                return answer.read().decode()
        except urllib.error.URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


def test_the_demo_serves_the_pages_with_its_draft_open(environment, tmp_path):
    port = str(free_port())
    process = subprocess.Popen(
        [sys.executable, "-m", "drafter", "demo", "--port", port],
        env=environment,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        assert process.stdout is not None
        address = next(line for line in process.stdout if line.startswith("http://")).split()[0]
        assert f":{port}/drafts/" in address
        page = fetched(address)
        assert "Northern Region" in page
        assert "<mark" in page
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
    assert process.returncode == 0


def test_a_port_in_use_is_told_before_anything_is_done(drafter, environment):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        for command in (("serve",), ("demo",)):
            done = drafter(*command, "--port", str(port))
            assert done.returncode == 2
            assert f"127.0.0.1:{port}" in done.stderr
            assert done.stdout == ""
    assert not Path(environment["DRAFTER_DATA_FOLDER"]).exists()


def test_a_store_that_cannot_be_used_is_told_plainly(drafter, month):
    done = drafter("draft", month, "--save", DRAFTER_DATABASE_URL="mysql://u:secret@h/d")
    assert done.returncode == 2
    assert "store cannot be used" in done.stderr
    assert "secret" not in done.stderr


def test_version_is_the_installed_one(drafter):
    assert drafter("version").stdout.startswith("drafter 0.")
