"""A draft in the browser: every figure with its verdict, its source, and what an edit changes."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from drafter.errors import ModelFailed
from drafter.wiring import Drafter
from drafter.workflows.progress import OnProgress, Progress, Step
from drafter.writing.sections import SectionKey

Opens = Callable[..., Page]

WRONG = "Sell-through came to GBP 1,894.2k, 97.6% of plan.\n\nPayments collected were GBP 9,999k."


@pytest.fixture
def draft_id(program: Drafter) -> str:
    """A draft of the English sample month, written by the built-in writer."""
    stored = program.keep_report(program.samples.named("en-pharma").report)
    return program.write_draft(stored.id).id


@pytest.fixture
def wrong_draft(program: Drafter, draft_id: str) -> str:
    """The same with a section in which one figure is wrong and one is right."""
    program.revise_draft(draft_id, {SectionKey.RESULTS: WRONG}, based_on=1)
    return draft_id


def test_every_figure_has_a_colour_an_underline_and_a_word(opens: Opens, wrong_draft: str) -> None:
    page = opens(f"/drafts/{wrong_draft}")
    styles = {}
    for verdict in ("supported", "contradicted"):
        mark = page.locator(f"mark.{verdict}").first
        styles[verdict] = mark.evaluate(
            "node => [getComputedStyle(node).textDecorationStyle,"
            " getComputedStyle(node).textDecorationColor]"
        )
        expect(mark.locator("xpath=..")).to_contain_text(verdict)
        expect(page.locator(f".entry.{verdict} .verdict").first).to_have_text(verdict)
    assert styles["supported"][0] != styles["contradicted"][0]
    assert styles["supported"][1] != styles["contradicted"][1]
    assert page.locator("main mark").count() >= 14
    assert page.locator(".entry").count() == page.locator("a.to-entry[id]").count()


def test_a_click_shows_the_source_and_marks_its_cell(opens: Opens, wrong_draft: str) -> None:
    page = opens(f"/drafts/{wrong_draft}")
    mark = page.locator("a.to-entry", has=page.locator("mark.supported")).first
    number = (mark.get_attribute("href") or "").removeprefix("#")
    mark.click()
    body = page.locator(f"#{number}")
    expect(body).to_be_visible()
    expect(body).to_contain_text("Source")
    expect(page.locator("td.shown").first).to_be_attached()
    body.get_by_role("link", name="Show in the text").click()
    expect(page).to_have_url(re.compile("#m"))


def test_the_links_work_without_scripts(opens: Opens, wrong_draft: str) -> None:
    page = opens(f"/drafts/{wrong_draft}", scripts=False)
    page.locator("a.to-entry", has=page.locator("mark.contradicted")).first.click()
    expect(page).to_have_url(re.compile("#f"))
    page.locator(".entry.contradicted").first.locator("a.to-mark").click()
    expect(page).to_have_url(re.compile("#m"))


def test_f8_goes_from_finding_to_finding(opens: Opens, wrong_draft: str) -> None:
    page = opens(f"/drafts/{wrong_draft}")
    page.keyboard.press("F8")
    focused = page.evaluate("document.activeElement.querySelector('mark').className")
    assert focused in ("contradicted", "unsupported")
    expect(page.locator(".entry.shown")).to_have_count(1)
    page.keyboard.press("Shift+F8")
    assert page.evaluate("document.activeElement.matches('a.to-entry')")


def test_problems_only(opens: Opens, wrong_draft: str) -> None:
    page = opens(f"/drafts/{wrong_draft}", scripts=False)
    page.get_by_role("link", name="Problems only").click()
    assert page.locator(".entry").count() == page.locator(".entry[data-bad=yes]").count() >= 1


def test_an_edited_section_is_saved_and_checked_again(opens: Opens, draft_id: str) -> None:
    page = opens(f"/drafts/{draft_id}")
    page.get_by_role("link", name="Edit Results").click()
    expect(page.locator("#text")).to_be_focused()
    page.fill("#text", WRONG)
    page.get_by_role("button", name="Save and check").last.click()
    expect(page.locator(".notice[role=status]")).to_contain_text("Saved as version 2")
    bad = page.locator("#section-results mark.contradicted, #section-results mark.unsupported")
    expect(bad).to_have_count(1)
    expect(bad).to_contain_text("9,999")
    expect(page.locator("#section-results mark.supported").first).to_contain_text("1,894.2")
    expect(page.get_by_role("button", name="Approve")).to_be_disabled()
    page.get_by_role("link", name="See what changed").click()
    expect(page.locator("ins").first).to_be_visible()
    expect(page.locator("del").first).to_be_visible()


def test_markup_in_a_text_is_shown_as_it_is_written(opens: Opens, draft_id: str) -> None:
    hostile = "<script>document.title='x'</script> <img src=x onerror=alert(1)> {{ 7 * 7 }} & 5%"
    page = opens(f"/drafts/{draft_id}?edit=team")
    page.fill("#text", hostile)
    page.get_by_role("button", name="Save and check").last.click()
    shown = page.locator("#section-team p").evaluate(
        "node => { const copy = node.cloneNode(true);"
        " copy.querySelectorAll('.word').forEach(word => word.remove());"
        " return copy.textContent; }"
    )
    assert shown == hostile
    assert page.locator("#section-team img, #section-team script").count() == 0


def test_two_people_editing_see_both_texts(opens: Opens, draft_id: str) -> None:
    first, second = opens(f"/drafts/{draft_id}?edit=team"), opens(f"/drafts/{draft_id}?edit=team")
    for page, text in ((first, "Grace is on leave."), (second, "Tom is on leave.")):
        page.fill("#text", text)
        page.get_by_role("button", name="Save and check").last.click()
    expect(second.locator("#text")).to_have_value("Tom is on leave.")
    expect(second.locator("#newest")).to_have_value("Grace is on leave.")
    second.get_by_role("button", name="Save my text as the newest").click()
    expect(second.locator("#section-team")).to_contain_text("Tom is on leave.")


def test_switching_the_language_while_editing_keeps_the_text(opens: Opens, draft_id: str) -> None:
    page = opens(f"/drafts/{draft_id}?edit=team")
    page.fill("#text", "Half a sentence")
    page.get_by_role("button", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(page.locator("#text")).to_have_value("Half a sentence")
    page.get_by_role("button", name="保存并核对").last.click()
    expect(page.locator("#section-team")).to_contain_text("Half a sentence")


def test_corrected_figures_show_what_changed(opens: Opens, draft_id: str) -> None:
    page = opens(f"/drafts/{draft_id}")
    page.get_by_role("link", name="Correct the figures").click()
    table = "Territory\tMeasure\tUnit\tActual\tPlan\nTotal\tSell-through\tGBP k\t1,999.9\t1,940\n"
    page.fill("#table", table)
    page.locator("main .actions .primary").click()
    page.get_by_role("button", name="Apply the corrected figures").last.click()
    expect(page.locator("h1")).to_have_text("What changed in version 2")
    expect(page.locator("table.figures ins").first).to_be_visible()
    page.get_by_role("link", name="Back to the draft").click()
    expect(page.locator("h1")).to_contain_text("Summary for October 2026")


class SlowWriter:
    """Writes as the real one does, but as slowly as a model, and may fail at the end."""

    def __init__(self, inner: Callable[..., object], failure: Exception | None = None) -> None:
        self.inner, self.failure = inner, failure

    def __call__(self, report_id: str, *, on_progress: OnProgress) -> object:
        for done, section in enumerate(SectionKey):
            on_progress(Progress(Step.STARTED, section, done=done))
            time.sleep(0.5)
        if self.failure is not None:
            raise self.failure
        return self.inner(report_id, on_progress=on_progress)


def start_sample(page: Page) -> None:
    page.locator(".sample", has_text="Northern Region").click()
    for _ in range(2):
        if "/progress" not in page.url:
            page.locator("main .actions .primary").last.click()
            page.wait_for_load_state()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_slow_draft_shows_its_progress_and_then_itself(
    opens: Opens, program: Drafter, scripts: bool
) -> None:
    program.write_draft = SlowWriter(program.write_draft)
    page = opens("/", scripts=scripts)
    start_sample(page)
    expect(page.locator("#progress")).to_have_attribute("aria-busy", "true")
    expect(page.locator("#progress-line")).to_contain_text("Writing:")
    page.wait_for_selector(".sheet")
    assert page.locator("main mark.supported").count() >= 12


def test_a_failed_draft_says_why_and_can_be_written_again(opens: Opens, program: Drafter) -> None:
    real = program.write_draft
    program.write_draft = SlowWriter(real, ModelFailed("the answer was cut"))
    page = opens("/")
    start_sample(page)
    expect(page.locator("h1")).to_have_text("The draft was not finished")
    expect(page.locator(".fault")).to_contain_text("the answer was cut")
    program.write_draft = real
    page.get_by_role("button", name="Write it again").click()
    page.wait_for_selector(".sheet")
