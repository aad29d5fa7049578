"""Settings come from the environment, once; each says what it is for."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import InvalidSettings
from drafter.settings import Settings, bundled_folder, read_settings
from drafter.writing.sections import SectionKey


def test_every_setting_says_what_it_is_for():
    for name, field in Settings.model_fields.items():
        assert field.description, name
        assert field.description.endswith((".", "}")), name


def test_the_defaults_need_nothing(monkeypatch):
    for name in Settings.model_fields:
        monkeypatch.delenv(f"DRAFTER_{name.upper()}", raising=False)
    settings = Settings()
    assert settings.model_name is None
    assert settings.store_url == f"sqlite:///{Path.home() / '.drafter' / 'drafter.sqlite3'}"
    assert (settings.host, settings.port, settings.model_failure) == ("127.0.0.1", 8000, "stop")


def test_the_environment_is_read_with_its_prefix(monkeypatch, tmp_path):
    monkeypatch.setenv("DRAFTER_DATA_FOLDER", str(tmp_path))
    monkeypatch.setenv("DRAFTER_HEADINGS", '{"en": {"team": "People"}, "zh": {"team": "人员"}}')
    monkeypatch.setenv("DRAFTER_MODEL_API_KEY", "secret-of-the-house")
    monkeypatch.setenv("DRAFTER_PORT", "")
    settings = Settings()
    assert settings.store_url == f"sqlite:///{tmp_path / 'drafter.sqlite3'}"
    assert settings.headings["en"] == {SectionKey.TEAM: "People"}
    assert settings.port == 8000, "an empty value is none"
    assert "secret-of-the-house" not in repr(settings)
    monkeypatch.setenv("DRAFTER_DATABASE_URL", "postgresql://db/drafter")
    assert Settings().store_url == "postgresql://db/drafter"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "70000"),
        ("HEADINGS", '{"en": {"teams": "x"}}'),
        ("MODEL_FAILURE", "perhaps"),
        ("MODEL_TIMEOUT_SECONDS", "-5"),
        ("HOSTS", "not json"),
    ],
)
def test_what_is_wrong_is_refused_by_name(monkeypatch, name, value):
    monkeypatch.setenv(f"DRAFTER_{name}", value)
    with pytest.raises(InvalidSettings, match=f"DRAFTER_{name}") as refused:
        read_settings()
    assert value not in str(refused.value), "it could be a secret"


def test_the_bundled_folders_are_there():
    assert (bundled_folder("prompts") / "en").is_dir()
    assert (bundled_folder("knowledge") / "samples").is_dir()
