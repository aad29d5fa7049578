"""Settings to adapters to workflows, in one place; each part is made when it is first needed."""

from __future__ import annotations

import secrets
import threading
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from drafter.settings import Settings, read_settings

if TYPE_CHECKING:
    from drafter.ports import ExampleIndex
    from drafter.storage.store import Store
    from drafter.workflows.approve_draft import ApproveDraft
    from drafter.workflows.check_text import CheckText
    from drafter.workflows.compose_draft import ComposeDraft
    from drafter.workflows.correct_figures import CorrectFigures
    from drafter.workflows.find_trends import FindTrends
    from drafter.workflows.import_month import ImportMonth
    from drafter.workflows.keep_draft import KeepDraft
    from drafter.workflows.keep_report import KeepReport
    from drafter.workflows.list_samples import ListSamples
    from drafter.workflows.model_writing import ModelWriter
    from drafter.workflows.revise_draft import ReviseDraft
    from drafter.workflows.write_draft import WriteDraft


class SystemClock:
    """Implements `ports.Clock`."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class RandomIdentifiers:
    """Implements `ports.Identifiers`: 128 random bits, fit for a URL."""

    def new(self) -> str:
        return secrets.token_hex(16)


class Drafter:
    """The program, put together. Doors take what they need of it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.clock = SystemClock()
        self.identifiers = RandomIdentifiers()
        self._first = threading.RLock()

    @property
    def store(self) -> Store:
        """Opened and migrated when first asked for, once for all threads; StoreUnavailable."""
        with self._first:
            return self._store

    @property
    def examples(self) -> ExampleIndex | None:
        """The index has one owner: threads that ask together get the same one."""
        with self._first:
            return self._examples

    @cached_property
    def _store(self) -> Store:
        from drafter.storage.store import Store

        return Store(self.settings.store_url)

    @cached_property
    def _examples(self) -> ExampleIndex | None:
        if not self.settings.examples:
            return None
        from drafter.example_index import open_index

        return open_index(self.settings.data_folder, self.settings.knowledge)

    @cached_property
    def model_writer(self) -> ModelWriter | None:
        """None while no model is named: then the built-in writer drafts."""
        settings = self.settings
        if settings.model_name is None:
            return None
        from drafter.language_model.chat import ChatModel, ChatSettings
        from drafter.language_model.prompts import PromptFiles
        from drafter.language_model.retrying import RetryingModel
        from drafter.language_model.tokens import token_counter
        from drafter.workflows.model_writing import ModelWriter

        key = settings.model_api_key
        chat = ChatSettings(
            model=settings.model_name,
            base_url=settings.model_base_url,
            api_key=key.get_secret_value() if key else None,
            timeout=settings.model_timeout_seconds,
            max_output_tokens=settings.model_answer_tokens,
            temperature=settings.model_temperature,
        )
        prompts = PromptFiles(settings.prompts)
        return ModelWriter(
            model=RetryingModel(ChatModel(chat)),
            render=prompts.render,
            prompt_version=prompts.version,
            tokens=token_counter(settings.model_name, settings.token_vocabulary_folder),
            clock=self.clock,
            prompt_tokens=settings.model_prompt_tokens,
            longest=timedelta(seconds=settings.draft_timeout_seconds),
            falls_back=settings.model_failure == "built_in_writer",
        )

    @cached_property
    def compose_draft(self) -> ComposeDraft:
        from drafter.workflows.compose_draft import ComposeDraft

        writer = self.model_writer
        return ComposeDraft(
            writer=writer,
            # The built-in writer needs no examples: the index is not even opened for it.
            examples=self.examples if writer else None,
            headings=self.settings.headings,
        )

    @cached_property
    def import_month(self) -> ImportMonth:
        """Reads without looking anything up in the store."""
        from drafter.readers import read_file
        from drafter.workflows.import_month import ImportMonth

        return ImportMonth(read_file)

    @cached_property
    def import_known_month(self) -> ImportMonth:
        """Reads, and offers what the department answered in earlier months."""
        from drafter.readers import read_file
        from drafter.workflows.import_month import ImportMonth

        return ImportMonth(read_file, self.store)

    @cached_property
    def keep_report(self) -> KeepReport:
        from drafter.workflows.keep_report import KeepReport

        return KeepReport(self.store, self.clock, self.identifiers)

    @cached_property
    def keep_draft(self) -> KeepDraft:
        from drafter.workflows.keep_draft import KeepDraft

        return KeepDraft(self.store, self.clock, self.identifiers)

    @cached_property
    def write_draft(self) -> WriteDraft:
        from drafter.workflows.write_draft import WriteDraft

        return WriteDraft(self.compose_draft, self.store, self.keep_draft)

    @cached_property
    def check_text(self) -> CheckText:
        from drafter.workflows.check_text import CheckText

        return CheckText()

    @cached_property
    def revise_draft(self) -> ReviseDraft:
        from drafter.workflows.revise_draft import ReviseDraft

        return ReviseDraft(self.store, self.store, self.clock)

    @cached_property
    def correct_figures(self) -> CorrectFigures:
        from drafter.workflows.correct_figures import CorrectFigures

        return CorrectFigures(self.keep_report, self.store, self.store, self.clock)

    @cached_property
    def approve_draft(self) -> ApproveDraft:
        from drafter.workflows.approve_draft import ApproveDraft

        return ApproveDraft(self.store)

    @cached_property
    def find_trends(self) -> FindTrends:
        from drafter.workflows.find_trends import FindTrends

        return FindTrends(self.store)

    @cached_property
    def samples(self) -> ListSamples:
        from drafter.workflows.list_samples import ListSamples

        return ListSamples(self.settings.knowledge)


def build(settings: Settings | None = None) -> Drafter:
    """The program with these settings, else with those of the environment."""
    return Drafter(settings or read_settings())
