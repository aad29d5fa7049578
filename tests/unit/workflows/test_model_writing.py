"""The model's path: references replaced, checked, repaired at most twice, never half an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from drafter.drafts.remark import RemarkKind
from drafter.drafts.revision import Origin
from drafter.errors import ExamplesUnavailable, ModelFailed, ModelUnreachable
from drafter.language_model.prompts import PromptFiles
from drafter.language_model.tokens import token_counter
from drafter.ports import Example
from drafter.workflows.compose_draft import ComposeDraft
from drafter.workflows.model_writing import ModelWriter
from drafter.workflows.progress import Progress, Step
from drafter.workflows.write_draft import WriteDraft
from drafter.writing.sections import SectionKey

PLAIN = "There is nothing more to report here."
GOOD = "Payments collected in Dalian came to {F1.actual} against a plan of {F1.plan}."
RAW = "Payments collected in Dalian came to CNY 77.7 million."
SECTIONS = len(SectionKey)


class Ticking:
    """A clock that moves so much at every look."""

    def __init__(self, step: timedelta = timedelta(0)) -> None:
        self.moment, self.step = datetime(2026, 11, 1, tzinfo=UTC), step

    def now(self) -> datetime:
        self.moment += self.step
        return self.moment


@pytest.fixture
def writer(drafter, scripted):
    def made(*answers, falls_back: bool = False, clock: Ticking | None = None) -> ModelWriter:
        prompts = PromptFiles(drafter.settings.prompts)
        return ModelWriter(
            model=scripted(*answers),
            render=prompts.render,
            prompt_version=prompts.version,
            tokens=token_counter("scripted"),
            clock=clock or Ticking(),
            prompt_tokens=12_000,
            longest=timedelta(seconds=900),
            falls_back=falls_back,
        )

    return made


def test_references_become_words_and_are_bound(writer, report):
    made = writer(GOOD, PLAIN)
    composition = ComposeDraft(made)(report)
    first = composition.sections[0]
    assert first.text == (
        "Payments collected in Dalian came to CNY 30.85 million against a plan of CNY 25 million."
    )
    assert [each.reference for each in first.bindings] == ["F1", "F1.plan"]
    assert (composition.origin, composition.writer) == (Origin.MODEL, "scripted")
    assert composition.prompt_version == made.prompt_version != ""
    assert composition.check.findings == ()
    assert len(made.model.asked) == SECTIONS


def test_only_the_section_that_failed_is_written_again(writer, report):
    made = writer(PLAIN, RAW, GOOD, PLAIN)
    events: list[Progress] = []
    composition = ComposeDraft(made)(report, on_progress=events.append)
    assert len(made.model.asked) == SECTIONS + 1
    assert [event.section for event in events if event.step is Step.REPAIR] == [SectionKey.PRODUCTS]
    assert "77.7" in made.model.asked[2], "the repair shows what was wrong"
    assert composition.sections[1].text.startswith("Payments collected in Dalian came to CNY 30")
    assert composition.remarks == ()


def test_two_repairs_at_most_then_the_reason_is_shown(writer, report):
    made = writer(RAW, RAW, RAW, PLAIN)
    composition = ComposeDraft(made)(report)
    assert len(made.model.asked) == SECTIONS + 2
    [remark] = composition.remarks
    assert (remark.kind, remark.section) == (RemarkKind.NOT_REPAIRED, SectionKey.RESULTS)
    assert "77.7" in remark.detail
    assert any("77.7" in each.text for each in composition.check.findings)


def test_the_attempt_with_the_fewest_findings_stays(writer, report):
    worse = f"{RAW} Tianjin came to CNY 88.8 million."
    composition = ComposeDraft(writer(worse, RAW, worse, PLAIN))(report)
    assert composition.sections[0].text == RAW


@pytest.mark.parametrize("reason", ["the answer was cut off", "the answer is empty", "refused"])
def test_no_part_of_a_failed_answer_is_stored(writer, drafter, report, reason):
    made = writer(PLAIN, PLAIN, ModelFailed(reason))
    stored = drafter.keep_report(report)
    write = WriteDraft(ComposeDraft(made), drafter.store, drafter.keep_draft)
    with pytest.raises(ModelFailed, match=reason):
        write(stored.id)
    assert len(made.model.asked) == 2 + 3, "three attempts at the third section"
    assert drafter.store.drafts() == ()


def test_a_failed_answer_is_asked_for_again(writer, report):
    made = writer(ModelFailed("the answer was cut off"), GOOD, PLAIN)
    composition = ComposeDraft(made)(report)
    assert composition.sections[0].text.startswith("Payments collected in Dalian came to CNY 30")
    assert composition.remarks == ()


def test_the_built_in_writer_steps_in_for_a_section_and_the_draft_says_so(writer, report):
    refused = ModelFailed("the model refused")
    made = writer(PLAIN, refused, refused, refused, PLAIN, falls_back=True)
    composition = ComposeDraft(made)(report)
    built_in = ComposeDraft()(report)
    assert composition.sections[1].text == built_in.sections[1].text
    assert composition.sections[0].text == PLAIN
    assert composition.origin is Origin.MODEL
    [remark] = composition.remarks
    assert (remark.kind, remark.section, remark.detail) == (
        RemarkKind.SECTION_FELL_BACK,
        SectionKey.PRODUCTS,
        "the model refused",
    )


def test_an_unreachable_model_stops_the_draft_unless_told_otherwise(writer, report):
    with pytest.raises(ModelUnreachable, match="connection refused"):
        ComposeDraft(writer(ModelUnreachable("connection refused")))(report)
    made = writer(PLAIN, ModelUnreachable("connection refused"), falls_back=True)
    composition = ComposeDraft(made)(report)
    assert composition.sections == ComposeDraft()(report).sections
    assert (composition.origin, composition.writer) == (
        Origin.BUILT_IN_WRITER,
        "built-in writer",
    )
    assert [remark.kind for remark in composition.remarks] == [RemarkKind.MODEL_UNREACHABLE]
    assert len(made.model.asked) == 2, "nothing more is asked of a model that does not answer"


def test_a_draft_has_a_limit_of_time(writer, report):
    made = writer(RAW, clock=Ticking(timedelta(seconds=400)))
    with pytest.raises(ModelFailed, match="longer than it may"):
        ComposeDraft(made)(report)
    assert len(made.model.asked) <= 3


def test_text_is_told_while_it_comes(writer, report):
    events: list[Progress] = []
    ComposeDraft(writer(PLAIN))(report, on_progress=events.append)
    told = [(event.section, event.text) for event in events if event.step is Step.TEXT]
    assert told == [(key, PLAIN) for key in SectionKey]


def test_the_store_is_free_while_the_model_writes(writer, drafter, report):
    """Another writer gets through in the middle of a draft: no transaction is open then."""

    def writes(_user: str) -> str:
        drafter.store.remember_answers("other", {"q": "a"}, datetime.now(UTC))
        return PLAIN

    stored = drafter.keep_report(report)
    WriteDraft(ComposeDraft(writer(writes)), drafter.store, drafter.keep_draft)(stored.id)
    assert drafter.store.remembered_answers("other") == {"q": "a"}
    assert len(drafter.store.drafts()) == 1


class Shelf:
    """Implements `ports.ExampleIndex`: the same examples for every question."""

    def __init__(self, *texts: str, reason: str = "") -> None:
        self.texts, self.reason = texts, reason
        self.asked: list[SectionKey] = []

    def search(self, query, *, language, section, limit=3):
        if self.reason:
            raise ExamplesUnavailable(self.reason)
        self.asked.append(section)
        return tuple(Example(f"e{n}", section, text) for n, text in enumerate(self.texts))


def test_examples_are_shown_to_the_model_and_their_figures_stay_out(writer, report):
    leaking = "Payments collected reached CNY 61.2 million."
    made = writer(leaking, PLAIN)
    shelf = Shelf("Collections reached CNY 61.2 million, ahead of plan.")
    composition = ComposeDraft(made, shelf)(report)
    assert shelf.asked == list(SectionKey)
    assert "ahead of plan" in made.model.asked[0]
    assert len(made.model.asked) == SECTIONS + 1
    assert "61.2" not in composition.text


@pytest.mark.parametrize(
    ("shelf", "kind"),
    [
        (Shelf(), RemarkKind.NO_EXAMPLES),
        (Shelf(reason="the index is broken"), RemarkKind.EXAMPLES_UNAVAILABLE),
    ],
)
def test_a_draft_without_examples_goes_on_and_says_so(writer, report, shelf, kind):
    composition = ComposeDraft(writer(PLAIN), shelf)(report)
    assert [remark.kind for remark in composition.remarks] == [kind]
    assert len(composition.sections) == SECTIONS


def test_a_chinese_month_is_asked_for_in_chinese(writer, report):
    made = writer("本节没有更多情况。")
    composition = ComposeDraft(made)(replace(report, language="zh"))
    assert composition.sections[0].heading == "业绩"
    assert all("笔记" in asked for asked in made.model.asked)
