"""The whole line with a model: command, examples from Chroma, prompts, HTTP, check, store."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from drafter.drafts.remark import RemarkKind
from drafter.drafts.revision import Origin
from drafter.errors import ModelFailed, ModelUnreachable
from drafter.figures.document import parse_report
from drafter.settings import Settings
from drafter.wiring import Drafter
from drafter.writing.sections import SectionKey

REPORT = parse_report(
    {
        "period": "2026-10",
        "department": "Northern Region",
        "language": "en",
        "figures": [
            {"measure": "Payments collected", "unit": "CNY 10k", "actual": "3085", "plan": "2500"}
        ],
        "notes": "Two hospitals paid early.",
    }
)
ANSWER = "Payments collected came to {F1.actual} against a plan of {F1.plan}."


class Endpoint:
    """An OpenAI-compatible endpoint: streams `answer`, or fails as `status` says."""

    def __init__(self, server: HTTPServer) -> None:
        self.answer, self.finish, self.status = ANSWER, "stop", 200
        self.asked: list[dict] = []
        self.keys: list[str | None] = []
        server.expect_request("/v1/chat/completions").respond_with_handler(self._answered)

    def _answered(self, request: Request) -> Response:
        self.asked.append(request.get_json())
        self.keys.append(request.headers.get("Authorization"))
        if self.status != 200:
            return Response('{"error": {"message": "no"}}', self.status, {"Retry-After": "0"})
        return Response(self._streamed(), 200, mimetype="text/event-stream")

    def _streamed(self) -> Iterator[str]:
        pieces = re.findall(r".{1,9}", self.answer, re.DOTALL)
        for piece in pieces:
            yield self._event({"content": piece}, None)
        if self.finish:
            yield self._event({}, self.finish)
        yield "data: [DONE]\n\n"

    def _event(self, delta: dict, finish: str | None) -> str:
        chunk = {
            "id": "c",
            "object": "chat.completion.chunk",
            "created": int(time.time()),
            "model": "scripted",
            "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
        }
        return f"data: {json.dumps(chunk)}\n\n"


@pytest.fixture
def endpoint(httpserver: HTTPServer) -> Endpoint:
    return Endpoint(httpserver)


@pytest.fixture
def drafter(tmp_path: Path, httpserver: HTTPServer) -> Iterator[Drafter]:
    made = Drafter(
        Settings(
            data_folder=tmp_path,
            model_name="scripted",
            model_base_url=httpserver.url_for("/v1"),
            model_api_key="key-of-the-house",
            model_timeout_seconds=20,
        )
    )
    yield made
    made.store.close()


def test_a_draft_is_written_by_the_model_and_stored(drafter, endpoint):
    draft = drafter.write_draft(drafter.keep_report(REPORT).id)
    assert len(endpoint.asked) == 6
    assert set(endpoint.keys) == {"Bearer key-of-the-house"}
    kept = drafter.store.draft(draft.id).revision
    assert (kept.origin, kept.writer) == (Origin.MODEL, "scripted")
    assert kept.prompt_version
    assert kept.sections[0].text == (
        "Payments collected came to CNY 30.85 million against a plan of CNY 25 million."
    )
    assert kept.check.findings == ()
    assert kept.remarks == (), "examples were found"


def test_the_model_is_shown_references_notes_and_examples(drafter, endpoint):
    drafter.compose_draft(REPORT)
    system, user = (message["content"] for message in endpoint.asked[0]["messages"])
    assert "F1" in user
    prompts = "".join(asked["messages"][1]["content"] for asked in endpoint.asked)
    assert "{N1} paid early." in prompts or "hospitals paid early." in prompts
    assert drafter.examples is not None
    found = drafter.examples.search(
        "Northern Region Payments collected Two hospitals paid early.",
        language="en",
        section=SectionKey.RESULTS,
    )
    assert any(each.text.splitlines()[0][:40] in user for each in found)
    assert system


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        ({"finish": ""}, ModelFailed, "cut off"),
        ({"finish": "length"}, ModelFailed, "cut"),
        ({"answer": "  "}, ModelFailed, "empty"),
        ({"status": 500}, ModelUnreachable, "."),
        ({"status": 429}, ModelUnreachable, "."),
    ],
)
def test_what_is_no_answer_is_never_stored(drafter, endpoint, change, error, words):
    vars(endpoint).update(change)
    stored = drafter.keep_report(REPORT)
    with pytest.raises(error, match=words):
        drafter.write_draft(stored.id)
    assert drafter.store.drafts() == ()
    assert len(endpoint.asked) <= 3


def test_the_house_may_let_the_built_in_writer_step_in(tmp_path, httpserver, endpoint):
    endpoint.status = 503
    made = Drafter(
        Settings(
            data_folder=tmp_path,
            model_name="scripted",
            model_base_url=httpserver.url_for("/v1"),
            model_failure="built_in_writer",
        )
    )
    composition = made.compose_draft(REPORT)
    assert composition.origin is Origin.BUILT_IN_WRITER
    assert [remark.kind for remark in composition.remarks] == [RemarkKind.MODEL_UNREACHABLE]
    assert composition.check.findings == ()


def test_the_key_is_shown_nowhere(drafter):
    assert "key-of-the-house" not in repr(drafter.settings)
    assert "key-of-the-house" not in repr(drafter.model_writer)
