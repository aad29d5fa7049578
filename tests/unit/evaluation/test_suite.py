from __future__ import annotations

from pathlib import Path

import pytest

from drafter.evaluation.suite import InvalidSuite, Measure, load_suite

EVALS = Path(__file__).parents[3] / "evals"
SCORER = "def score(folder, drafter):\n    return []\n"


def suite(folder: Path, settings: str, scorer: str = SCORER) -> Path:
    (folder / "suite.yaml").write_text(settings, encoding="utf-8")
    (folder / "scorer.py").write_text(scorer, encoding="utf-8")
    return folder


def test_a_suite_is_read_with_its_measures(tmp_path: Path) -> None:
    settings = "name: S\nmeasures:\n  recall: {part: found, whole: errors, at_least: 0.9}\n"
    loaded = load_suite(suite(tmp_path, settings))
    assert loaded.name == "S"
    assert loaded.measures == (Measure("recall", "found", "errors", at_least=0.9),)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("name: S\n", "holds `name` and `measures`"),
        ("[]", "holds `name` and `measures`"),
        ("name: S\nmeasures: {}\nrunner: x\n", "nothing else"),
        ("name: S\nmeasures: {r: {whole: errors}}\n", "r: a measure has `part`"),
        ("name: S\nmeasures: {r: {part: found, atleast: 1}}\n", "r: a measure has `part`"),
        ("name: [\n", "is not YAML"),
    ],
)
def test_what_is_wrong_with_the_settings_is_named(tmp_path: Path, settings: str, said: str) -> None:
    with pytest.raises(InvalidSuite, match=said):
        load_suite(suite(tmp_path, settings))


def test_a_folder_that_is_no_suite_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidSuite, match=r"nowhere.suite\.yaml: no such file"):
        load_suite(tmp_path / "nowhere")


def test_a_scorer_must_be_there_and_score(tmp_path: Path) -> None:
    folder = suite(tmp_path, "name: S\nmeasures: {}\n", scorer="grade = 1\n")
    with pytest.raises(InvalidSuite, match="holds no `score"):
        load_suite(folder)
    (folder / "scorer.py").unlink()
    with pytest.raises(InvalidSuite, match=r"scorer\.py: is not there"):
        load_suite(folder)


def test_a_measure_is_a_count_or_a_share() -> None:
    assert Measure("alarms", "false").value({"false": 3}) == 3
    assert Measure("alarms", "false").value({}) == 0
    assert Measure("recall", "found", "errors").value({"found": 3, "errors": 4}) == 0.75
    assert Measure("recall", "found", "errors").value({"found": 0}) is None


@pytest.mark.parametrize(
    ("measure", "value", "shortfall"),
    [
        (Measure("recall", "f", at_least=0.95), 0.95, None),
        (Measure("recall", "f", at_least=0.95), 0.9, "recall 0.9 is under 0.95"),
        (Measure("alarms", "f", at_most=0), 0, None),
        (Measure("alarms", "f", at_most=0), 2, "alarms 2 is over 0"),
        (Measure("recall", "f", at_least=0.95), None, None),
        (Measure("shown", "f"), 0, None),
    ],
)
def test_a_limit_is_kept_or_the_shortfall_said(
    measure: Measure, value: float | None, shortfall: str | None
) -> None:
    assert measure.shortfall(value) == shortfall


def test_every_suite_of_the_repository_can_be_loaded() -> None:
    folders = [place.parent for place in sorted(EVALS.glob("**/suite.yaml"))]
    assert {"checking", "drafting", "importing", "retrieval"} <= {each.name for each in folders}
    for folder in folders:
        loaded = load_suite(folder)
        assert any(
            each.at_least is not None or each.at_most is not None for each in loaded.measures
        )
