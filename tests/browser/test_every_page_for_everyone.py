"""Every page, in each language and colour scheme: axe finds nothing, nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from drafter.wiring import Drafter
from drafter.writing.sections import SectionKey

Opens = Callable[..., Page]

WRONG = {
    "en": "Sell-through came to 1,894.2k, 97.6% of plan. Payments collected were GBP 9,999k.",
    "zh": "出口量18,343吨，完成计划的98.6%。回款9,999万美元。",
}
SAMPLES = {"en": "en-pharma", "zh": "zh-steel"}
LOCALES = {"en": "en-GB", "zh": "zh-CN"}


def pages(program: Drafter, language: str) -> list[str]:
    """The addresses of every page, with a draft that has findings."""
    stored = program.keep_report(program.samples.named(SAMPLES[language]).report)
    draft = program.write_draft(stored.id)
    program.revise_draft(draft.id, {SectionKey.RESULTS: WRONG[language]}, based_on=1)
    at = f"/drafts/{draft.id}"
    return [
        "/",
        f"/?department={draft.department}",
        "/months/new",
        at,
        f"{at}?edit=results",
        f"{at}?show=problems",
        f"{at}/changes/2",
        f"{at}/figures",
        "/drafts/nothing",
    ]


def steps_of_a_sample(page: Page) -> None:
    """The pages on the way to a draft, judged one after the other."""
    page.goto("/")
    page.locator(".sample").first.click()
    judge(page)
    page.locator("main .actions .primary").last.click()
    page.wait_for_load_state()
    judge(page)


def judge(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, f"{page.url} scrolls sideways by {wide} px"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_axe_finds_nothing(opens: Opens, program: Drafter, language: str, dark: bool) -> None:
    addresses = pages(program, language)
    page = opens("/", locale=LOCALES[language], dark=dark)
    for address in addresses:
        page.goto(address)
        judge(page)
    steps_of_a_sample(page)
    page.goto("/months/new")
    page.locator("main .actions .primary").click()
    judge(page)


# 320 px is what a page of 1,280 px has left at 400 % zoom (WCAG 2.2, 1.4.10).
@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_scrolls_sideways(
    opens: Opens, program: Drafter, language: str, width: int
) -> None:
    addresses = pages(program, language)
    page = opens("/", locale=LOCALES[language], width=width)
    for address in addresses:
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{address} scrolls sideways by {wide} px at {width}"


def test_focus_is_visible_wherever_the_tab_key_leads(opens: Opens, program: Drafter) -> None:
    page = opens("/months/new")
    for _ in range(15):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "() => { const style = getComputedStyle(document.activeElement);"
            " return [style.outlineStyle, parseFloat(style.outlineWidth)]; }"
        )
        assert outline[0] != "none"
        assert outline[1] >= 2


def test_the_skip_link_leads_to_the_content(opens: Opens) -> None:
    page = opens("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
