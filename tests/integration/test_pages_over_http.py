"""The pages as their requests see them: status, headers, and that nothing typed is ever lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from drafter.wiring import Drafter
from drafter.writing.sections import SectionKey

TYPED = {
    "department": "North desk",
    "month": "2026-10",
    "language": "en",
    "table": "Region\tActual\r\nNorth\t1,280.5\r\n",
    "notes": "Halden ordered early & <b>often</b>",
}


@pytest.fixture
def draft_id(program: Drafter) -> str:
    stored = program.keep_report(program.samples.named("en-pharma").report)
    return program.write_draft(stored.id).id


def test_an_invalid_form_is_422_with_everything_typed(http: TestClient) -> None:
    answer = http.post("/months", data={**TYPED, "department": "", "month": "October"})
    assert answer.status_code == 422
    assert "<title>Error:" in answer.text
    assert "Halden ordered early &amp; &lt;b&gt;often&lt;/b&gt;" in answer.text
    assert 'value="October"' in answer.text
    assert "North\t1,280.5" in answer.text


def test_a_valid_form_leads_on_and_a_reload_posts_nothing(http: TestClient) -> None:
    answer = http.post("/months", data=TYPED)
    assert answer.status_code == 303
    assert re.fullmatch(r"/months/[\w-]{20,}", answer.headers["location"])
    assert http.get(answer.headers["location"]).status_code == 200


def test_what_is_no_table_is_said_beside_the_field(http: TestClient) -> None:
    files = {"file": ("month.pdf", b"%PDF-1.7 ...", "application/pdf")}
    answer = http.post("/months", data={**TYPED, "table": ""}, files=files)
    assert answer.status_code == 422
    assert 'id="file-fault"' in answer.text
    assert "month.pdf" in answer.text


def test_why_a_file_cannot_be_read_is_said_in_the_language_of_the_page(http: TestClient) -> None:
    files = {"file": ("month.xlsx", b"%PDF-1.7 ...", "application/octet-stream")}
    answer = http.post("/months?lang=zh", data={**TYPED, "table": ""}, files=files)
    assert answer.status_code == 422
    assert "month.xlsx：" in answer.text
    assert "PDF文件" in answer.text


def test_a_file_over_the_limit_is_413_and_keeps_the_rest(http: TestClient) -> None:
    files = {"file": ("big.xlsx", b"0" * (11 * 1024 * 1024), "application/octet-stream")}
    answer = http.post("/months", data=TYPED, files=files)
    assert answer.status_code == 413
    assert "10 MB" in answer.text
    assert "Halden ordered early" in answer.text


def test_a_failure_of_the_program_gives_back_what_was_typed(
    http: TestClient,
    program: Drafter,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def breaks(_store: object, intake: Any) -> None:
        raise ZeroDivisionError(f"confidential: {intake.fields}")

    monkeypatch.setattr(type(program.store), "save_intake", breaks)
    answer = http.post("/months", data=TYPED)
    assert answer.status_code == 500
    assert "Halden ordered early &amp; &lt;b&gt;often" in answer.text
    assert "confidential" not in answer.text
    assert "ZeroDivision" not in answer.text
    assert "ZeroDivisionError" in caplog.text
    assert "Halden" not in caplog.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_the_nonce_is_new_for_every_answer_and_on_every_script(http: TestClient) -> None:
    nonces = set()
    for _ in range(2):
        answer = http.get("/months/new")
        found = re.search(r"'nonce-([\w-]{16,})'", answer.headers["content-security-policy"])
        assert found
        nonces.add(found[1])
        scripts = re.findall(r"<script[^>]*>", answer.text)
        assert scripts
        assert all(f'nonce="{found[1]}"' in script for script in scripts)
        assert " style=" not in answer.text
        assert re.search(r"\son\w+=", answer.text) is None
    assert len(nonces) == 2


@pytest.mark.parametrize("path", ["/months", "/samples/en-pharma", "/drafts/x/approve"])
def test_a_post_from_another_site_is_refused_with_a_page(http: TestClient, path: str) -> None:
    answer = http.post(path, data=TYPED, headers={"origin": "https://elsewhere.example"})
    assert answer.status_code == 403
    assert answer.headers["content-type"].startswith("text/html")


def test_an_outdated_edit_is_409_with_both_texts(http: TestClient, draft_id: str) -> None:
    url = f"/drafts/{draft_id}/sections/team"
    assert http.post(url, data={"text": "Mine.", "based_on": "1"}).status_code == 303
    answer = http.post(url, data={"text": "Yours.", "based_on": "1"})
    assert answer.status_code == 409
    assert "Mine." in answer.text
    assert "Yours." in answer.text
    assert 'name="based_on" value="2"' in answer.text


def test_a_draft_without_findings_can_be_approved_once_read(
    http: TestClient, program: Drafter, draft_id: str
) -> None:
    program.revise_draft(draft_id, dict.fromkeys(SectionKey, "Quiet."), based_on=1)
    stale = http.post(f"/drafts/{draft_id}/approve", data={"based_on": "1"})
    assert stale.status_code == 409
    assert http.post(f"/drafts/{draft_id}/approve", data={"based_on": "2"}).status_code == 303
    assert "approved" in http.get(f"/drafts/{draft_id}").text
    assert "approved" in http.get("/").text


def test_a_draft_with_findings_cannot_be_approved(
    http: TestClient, program: Drafter, draft_id: str
) -> None:
    wrong = {SectionKey.RESULTS: "Sell-through came to GBP 9,999k."}
    program.revise_draft(draft_id, wrong, based_on=1)
    answer = http.post(f"/drafts/{draft_id}/approve", data={"based_on": "2"})
    assert answer.status_code == 409


def test_the_text_can_be_taken_away(http: TestClient, program: Drafter, draft_id: str) -> None:
    answer = http.get(f"/drafts/{draft_id}/text")
    assert answer.text == program.store.draft(draft_id).revision.text
    assert answer.headers["content-type"].startswith("text/markdown")


def test_a_corrected_table_of_another_month_is_refused_with_the_reason(
    http: TestClient, draft_id: str
) -> None:
    table = "Territory\tMeasure\tUnit\tActual\nTotal\tSell-through\tGBP k\t1,999.9\n"
    fields = {**TYPED, "month": "2026-09", "table": table, "corrects": draft_id}
    place = http.post("/months", data=fields).headers["location"]
    answer = http.post(place, data={"action": "continue"})
    assert answer.status_code == 422
    assert "2026-09" in answer.text


@pytest.mark.parametrize(
    "path",
    ["/drafts/none", "/months/none", "/nothing", "/drafts/none/changes/2", "/months/none/progress"],
)
def test_what_is_not_there_is_a_page_that_says_so(http: TestClient, path: str) -> None:
    answer = http.get(path)
    assert answer.status_code == 404
    assert "<title>Error:" in answer.text


@pytest.mark.parametrize("accepted", ["zh-HK", "zh-TW,en;q=0.5", "zh-Hans"])
def test_every_kind_of_chinese_gets_chinese_pages(http: TestClient, accepted: str) -> None:
    answer = http.get("/", headers={"accept-language": accepted})
    assert '<html lang="zh-Hans">' in answer.text


def test_a_language_once_chosen_stays(http: TestClient) -> None:
    assert '<html lang="zh-Hans">' in http.get("/?lang=zh").text
    assert '<html lang="zh-Hans">' in http.get("/months/new").text
    assert '<html lang="en">' in http.get("/?lang=en").text


def test_an_answer_is_kept_and_offered_when_the_same_layout_comes_again(
    http: TestClient, program: Drafter
) -> None:
    """The next month's table asks the same question; last month's answer is chosen already."""
    table = "Region\tMeasure\tUnit\tActual\tPlan\nNorth\tRevenue\tUSD k\t#REF!\t{plan}\n"
    table += "South\tRevenue\tUSD k\t12\t11\n"
    for month, plan in (("2026-10", "40"), ("2026-11", "44")):
        fields = {**TYPED, "month": month, "table": table.format(plan=plan)}
        place = http.post("/months", data=fields).headers["location"]
        asked = re.findall(
            r'name="answer\.([^"]+)" value="leave_out"( checked)?', http.get(place).text
        )
        assert len(asked) == 1
        assert bool(asked[0][1]) == (month == "2026-11")
        http.post(place, data={f"answer.{asked[0][0]}": "leave_out", "action": "reread"})
        assert http.post(f"{place}/questions", data={}).status_code == 303
