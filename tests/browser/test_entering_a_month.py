"""Entering a month in the browser: what a manager sees between an empty list and a draft."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Opens = Callable[..., Page]

ENGLISH = (
    "Region\tMeasure\tUnit\tActual\tPlan\n"
    "North\tRevenue\tUSD k\t1,280.5\t1,200\n"
    "South\tRevenue\tUSD k\t955\t1,010\n"
)
CHINESE = (
    "区域,指标,单位,本月实际,本月计划\n华东,销售额,万元,1280.5,1200\n华南,销售额,万元,955,1010\n"
)
EXCEL = (
    "<html><body><table><tr><td>Region</td><td>Measure</td><td>Unit</td><td>Actual</td></tr>"
    "<tr><td>North</td><td>Revenue</td><td>USD k</td><td align=right>1,280.5</td></tr></table>"
)


def fill(page: Page, **texts: str) -> None:
    for field, text in texts.items():
        page.fill(f"#{field}", text)


def send(page: Page) -> None:
    page.locator("main .actions .primary").first.click()


@pytest.mark.parametrize(
    ("locale", "heading"),
    [("en-GB", "From your table and notes"), ("zh-HK", "从表格和备注")],
)
def test_an_empty_list_says_what_to_do(opens: Opens, locale: str, heading: str) -> None:
    page = opens("/", locale=locale)
    expect(page.locator("h1")).to_contain_text(heading)
    expect(page.locator("main .primary")).to_have_attribute("href", "/months/new")
    assert page.locator(".sample").count() >= 8
    expect(page.locator("footer")).to_contain_text(re.compile("Single-user mode|单人模式"))


def test_an_empty_form_says_what_is_missing_first_and_links_to_it(opens: Opens) -> None:
    page = opens("/months/new")
    page.fill("#notes", "a note that must stay")
    send(page)
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    expect(page).to_have_title(re.compile("^Error:"))
    for link in summary.locator("a").all():
        field = link.get_attribute("href")
        assert field
        expect(page.locator(f"{field}-fault")).to_have_text(link.inner_text())
        expect(page.locator(field)).to_have_attribute("aria-invalid", "true")
    summary.locator("a").first.click()
    expect(page.locator("#department")).to_be_focused()
    expect(page.locator("#notes")).to_have_value("a note that must stay")


def test_an_uploaded_file_survives_an_error(opens: Opens, tmp_path: Path) -> None:
    file = tmp_path / "october.csv"
    file.write_text(CHINESE, encoding="utf-8")
    page = opens("/months/new")
    page.set_input_files("#file", file)
    send(page)
    expect(page.locator(".kept")).to_contain_text("october.csv")
    fill(page, department="North", month="2026-10")
    send(page)
    expect(page.locator("table.figures")).to_contain_text("1,280.5")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_from_pasted_cells_to_a_marked_draft(opens: Opens, scripts: bool) -> None:
    page = opens("/months/new", scripts=scripts)
    notes = "North: the new distributor Halden ordered early. South: two buyers moved to December."
    fill(page, department="North desk", month="2026-10", table=ENGLISH, notes=notes)
    send(page)
    row = page.locator("table.figures tbody tr", has_text="North")
    expect(row).to_contain_text("USD k")
    expect(row.locator(".value").first).to_have_text("1,280.5")
    send_until_draft(page)
    assert page.locator("main mark.supported").count() >= 2
    expect(page.locator(".sheet section")).to_have_count(6)
    page.goto("/")
    expect(page.locator("main")).to_contain_text("North desk")


def send_until_draft(page: Page) -> None:
    """Press what leads on, however many steps there are, until the draft is there."""
    for _ in range(4):
        if page.locator(".sheet, #progress").count():
            break
        page.locator("main .actions .primary, main .actions.sticky .primary").last.click()
        page.wait_for_load_state()
    page.wait_for_selector(".sheet")


def test_a_sample_month_leads_to_a_chinese_draft(opens: Opens) -> None:
    page = opens("/", locale="zh-CN")
    page.locator(".sample", has_text="启岳特钢出口部").click()
    expect(page.locator("h1")).to_have_text("读取结果")
    assert page.locator("table.figures .value").count() > 100
    send_until_draft(page)
    expect(page.locator("h1")).to_have_text("2026年10月总结")
    expect(page.locator(".sheet")).to_have_attribute("lang", "zh-Hans")
    assert page.locator("main mark.supported").count() >= 12


def test_pasting_from_excel_keeps_the_formats_and_counts_the_cells(opens: Opens) -> None:
    page = opens("/months/new")
    text = "Region\tMeasure\tUnit\tActual\nNorth\tRevenue\tUSD k\t1,280.5\n"
    paste(page, text, EXCEL)
    expect(page.locator("#table-status")).to_have_text(
        "2 rows × 4 columns pasted with their formats. Editing the text by hand drops the formats."
    )
    assert "<table" in page.locator("#table_html").input_value()
    fill(page, department="North", month="2026-10")
    send(page)
    expect(page.locator("table.figures .value")).to_have_text("1,280.5")


def test_editing_pasted_cells_by_hand_drops_their_formats(opens: Opens) -> None:
    page = opens("/months/new")
    paste(page, "a\tb\n1\t2\n", "<table><tr><td>a</td></tr></table>")
    page.locator("#table").press("End")
    page.keyboard.type("3")
    assert page.locator("#table_html").input_value() == ""
    expect(page.locator("#table-status")).to_have_text("")


def paste(page: Page, text: str, html: str) -> None:
    """Put both flavours on the clipboard, as Excel does, and press Ctrl+V."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(
        """([text, html]) => navigator.clipboard.write([new ClipboardItem({
            "text/plain": new Blob([text], { type: "text/plain" }),
            "text/html": new Blob([html], { type: "text/html" }),
        })])""",
        [text, html],
    )
    page.locator("#table").focus()
    page.keyboard.press("Control+v")


def test_a_csv_in_the_wrong_encoding_is_read_again_without_another_upload(
    opens: Opens, tmp_path: Path
) -> None:
    file = tmp_path / "十月.csv"
    file.write_bytes(CHINESE.encode("big5", errors="replace"))
    page = opens("/months/new", locale="zh-CN")
    page.set_input_files("#file", file)
    fill(page, department="出口部", month="2026-10")
    send(page)
    page.get_by_label("十月.csv").select_option("utf-8")
    page.get_by_role("button", name="保存回答并重新读取").last.click()
    expect(page.locator(".error-summary")).to_contain_text("十月.csv")
    page.get_by_label("十月.csv").select_option("cp1252")
    page.get_by_role("button", name="保存回答并重新读取").last.click()
    expect(page.get_by_label("十月.csv")).to_have_value("cp1252")
    expect(page.locator("main")).not_to_contain_text("銷售")
    page.get_by_label("十月.csv").select_option("big5")
    page.get_by_role("button", name="保存回答并重新读取").last.click()
    expect(page.locator("table.figures")).to_contain_text("1,280.5")


def test_switching_the_language_keeps_the_page_and_what_was_typed(
    opens: Opens, tmp_path: Path
) -> None:
    file = tmp_path / "october.csv"
    file.write_text(CHINESE, encoding="utf-8")
    page = opens("/months/new")
    fill(page, department="North desk", notes="one\ntwo", table=ENGLISH)
    page.set_input_files("#file", file)
    page.get_by_role("button", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(page.locator("h1")).to_have_text("录入月报数据")
    expect(page.locator("#department")).to_have_value("North desk")
    expect(page.locator("#notes")).to_have_value("one\ntwo")
    expect(page.locator("#table")).to_have_value(ENGLISH)
    expect(page.locator(".kept")).to_contain_text("october.csv")
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")


def test_a_month_that_the_table_does_not_name_is_asked_for(opens: Opens) -> None:
    page = opens("/months/new")
    fill(page, department="North", table=ENGLISH)
    send(page)
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".error-summary")).to_be_focused()
    page.fill("#month", "2026-10")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("h1")).not_to_have_text("What was understood")


def test_a_second_click_sends_nothing_twice(opens: Opens) -> None:
    page = opens("/months/new")
    fill(page, department="North", month="2026-10", table=ENGLISH)
    posts: list[str] = []
    page.on(
        "request", lambda request: posts.append(request.url) if request.method == "POST" else None
    )
    page.locator("main .actions .primary").dblclick()
    expect(page.locator("h1")).to_have_text("What was understood")
    assert len(posts) == 1
    page.go_back()
    expect(page.locator("button[aria-busy]")).to_have_count(0)
    send(page)
    expect(page.locator("h1")).to_have_text("What was understood")
