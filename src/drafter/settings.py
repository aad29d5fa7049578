"""The settings: read once from the environment (`DRAFTER_...`), passed in from there."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

from drafter.errors import FieldFault, InvalidSettings
from drafter.figures.report import LanguageCode
from drafter.writing.sections import SectionKey


class Settings(BaseSettings):
    """Every setting, its default, and what it is for; the environment name is `DRAFTER_` + name.

    Without `model_name` the built-in writer drafts: no model, no network.
    """

    model_config = SettingsConfigDict(
        env_prefix="DRAFTER_", env_ignore_empty=True, extra="ignore", protected_namespaces=()
    )

    data_folder: Path = Field(
        default_factory=lambda: Path.home() / ".drafter",
        description="Where the database and the index of examples are kept.",
    )
    database_url: str | None = Field(
        default=None, description="A SQLAlchemy URL; SQLite in the data folder when not given."
    )
    host: str = Field(default="127.0.0.1", description="The address that the pages listen on.")
    port: int = Field(default=8000, ge=0, le=65535, description="The port of the pages.")
    hosts: tuple[str, ...] = Field(
        default=(),
        description="Names, as JSON, that the pages answer to besides this machine's own: "
        '["drafter.example.com"]; ["*"] for any.',
    )

    model_name: str | None = Field(
        default=None, description="The model that drafts; the built-in writer when not given."
    )
    model_base_url: str | None = Field(
        default=None, description="The OpenAI-compatible endpoint; OpenAI's own when not given."
    )
    model_api_key: SecretStr | None = Field(default=None, description="The endpoint's key.")
    model_timeout_seconds: float = Field(
        default=120, gt=0, le=600, description="The longest that one model call may take."
    )
    model_temperature: float | None = Field(
        default=None, ge=0, le=2, description="The model's own default when not given."
    )
    model_prompt_tokens: int = Field(
        default=12_000, ge=1_000, description="The most tokens of one prompt."
    )
    model_answer_tokens: int = Field(
        default=2_000, ge=100, description="The most tokens of one answer."
    )
    draft_timeout_seconds: float = Field(
        default=900, gt=0, description="The longest that one draft may take."
    )
    model_failure: Literal["stop", "built_in_writer"] = Field(
        default="stop",
        description="What a draft does when the model gives no usable answer: stop and say why, or "
        "go on with the built-in writer and say so on the draft.",
    )
    token_vocabulary_folder: Path | None = Field(
        default=None, description="A tiktoken cache folder; tokens are estimated without it."
    )

    examples: bool = Field(default=True, description="Whether example summaries are looked up.")
    prompt_folder: Path | None = Field(
        default=None, description="Prompt files of the house; the bundled ones when not given."
    )
    knowledge_folder: Path | None = Field(
        default=None, description="Example summaries and samples; the bundled ones by default."
    )
    headings: dict[LanguageCode, dict[SectionKey, str]] = Field(
        default_factory=dict,
        description='Headings that replace the usual ones, as JSON: {"en": {"team": "People"}}.',
    )

    @property
    def store_url(self) -> str:
        """The database's URL."""
        return self.database_url or f"sqlite:///{self.data_folder / 'drafter.sqlite3'}"

    @property
    def prompts(self) -> Path:
        """The folder of the prompt files."""
        return self.prompt_folder or bundled_folder("prompts")

    @property
    def knowledge(self) -> Path:
        """The folder of example summaries and sample months."""
        return self.knowledge_folder or bundled_folder("knowledge")


def read_settings() -> Settings:
    """The settings of the environment; InvalidSettings names each variable that is wrong.

    What a variable holds is not repeated: it may be a secret.
    """
    prefix = "DRAFTER_"
    try:
        return Settings()
    except ValidationError as error:
        raise InvalidSettings(
            tuple(
                FieldFault(prefix + ".".join(map(str, each["loc"])).upper(), each["msg"])
                for each in error.errors()
            )
        ) from None
    except SettingsError as error:
        name = str(error).partition('"')[2].partition('"')[0]
        raise InvalidSettings((FieldFault(prefix + name.upper(), "is not JSON"),)) from None


def bundled_folder(name: str) -> Path:
    """A data folder that travels with the program: inside the wheel, or beside `src/`."""
    package = Path(str(resources.files("drafter")))
    installed = package / "_bundled" / name
    return installed if installed.is_dir() else package.parents[1] / name
