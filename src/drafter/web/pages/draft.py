"""A draft: its text with every figure marked, the list of figures, editing a section, approving."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import PlainTextResponse, Response

from drafter.drafts.draft import Draft
from drafter.errors import NotFound, Outdated
from drafter.web.context import drafter_of, see_other
from drafter.web.figure_table import figure_table
from drafter.web.forms import Form, posted_form
from drafter.web.rendering import LANGUAGE_COOKIE, page, texts_of
from drafter.web.review import review_sections, verdict_counts
from drafter.web.security import int_or_zero
from drafter.web.texts import all_texts
from drafter.wiring import Drafter
from drafter.writing.sections import SectionKey

router = APIRouter()


@router.get("/drafts/{key}")
def show_draft(
    request: Request, key: str, drafter: Annotated[Drafter, Depends(drafter_of)]
) -> Response:
    """The newest revision; `?edit=results` opens a section, `?show=problems` lists only those."""
    return _draft_page(request, drafter, drafter.store.draft(key), _section(request))


@router.get("/drafts/{key}/text")
def download(key: str, drafter: Annotated[Drafter, Depends(drafter_of)]) -> Response:
    """The newest text as Markdown."""
    draft = drafter.store.draft(key)
    return PlainTextResponse(
        draft.revision.text,
        media_type="text/markdown; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="summary-{draft.period}.md"'},
    )


@router.post("/drafts/{key}/sections/{section}")
def save_section(
    request: Request,
    key: str,
    section: str,
    form: Annotated[Form, Depends(posted_form)],
    drafter: Annotated[Drafter, Depends(drafter_of)],
) -> Response:
    """Save one section and check it again; an outdated base shows both texts (409)."""
    part = _section_key(section)
    if form["switch_language"] in all_texts():
        return _in_other_language(request, drafter, key, part, form)
    based_on = int_or_zero(form["based_on"])
    try:
        draft = drafter.revise_draft(key, {part: form["text"]}, based_on=based_on)
    except Outdated:
        return _both_texts(request, drafter, key, part, form["text"], based_on)
    return see_other(f"/drafts/{key}#section-{part.value}", saved=str(draft.revision.number))


@router.post("/drafts/{key}/approve")
def approve(
    key: str,
    form: Annotated[Form, Depends(posted_form)],
    drafter: Annotated[Drafter, Depends(drafter_of)],
) -> Response:
    """Approve the revision that was on the page, not a newer one that nobody has read."""
    drafter.approve_draft(key, based_on=int_or_zero(form["based_on"]))
    return see_other(f"/drafts/{key}")


def _section(request: Request) -> SectionKey | None:
    named = request.query_params.get("edit")
    return SectionKey(named) if named in list(SectionKey) else None


def _section_key(named: str) -> SectionKey:
    try:
        return SectionKey(named)
    except ValueError:
        raise NotFound("section", named) from None


def _in_other_language(
    request: Request, drafter: Drafter, key: str, part: SectionKey, form: Form
) -> Response:
    """The same page in the other language, with the text as typed so far."""
    texts = all_texts()[form["switch_language"]]
    typed = {"text": form["text"], "based_on": form["based_on"]}
    answer = _draft_page(request, drafter, drafter.store.draft(key), part, typed, texts.code)
    answer.set_cookie(
        LANGUAGE_COOKIE, texts.code, max_age=31_536_000, httponly=True, samesite="lax"
    )
    return answer


def _draft_page(
    request: Request,
    drafter: Drafter,
    draft: Draft,
    editing: SectionKey | None,
    typed: dict[str, str] | None = None,
    language: str = "",
) -> Response:
    texts = all_texts()[language] if language else texts_of(request)
    report = drafter.store.report(draft.revision.report_id).report
    sections = review_sections(draft.revision, report)
    return page(
        request,
        "draft.html",
        texts=texts,
        draft=draft,
        revision=draft.revision,
        remarks=[
            remark.text(texts.language or draft.language, draft.revision.headings)
            for remark in draft.revision.remarks
        ],
        report=report,
        trends=[
            trend.text(report, texts.language or draft.language)
            for trend in drafter.find_trends(report)
        ],
        sections=sections,
        counts=verdict_counts(draft.revision),
        findings=[e.number for s in sections for e in s.entries if e.mention.verdict.is_bad],
        table=figure_table(report.figures),
        editing=editing,
        typed=typed,
        only_problems=request.query_params.get("show") == "problems",
        others=[
            line for line in drafter.store.drafts(draft.department, limit=13) if line.id != draft.id
        ],
        saved=int_or_zero(request.query_params.get("saved", "")) == draft.revision.number,
    )


def _both_texts(
    request: Request, drafter: Drafter, key: str, part: SectionKey, text: str, based_on: int
) -> Response:
    draft = drafter.store.draft(key)
    return page(
        request,
        "conflict.html",
        409,
        draft=draft,
        section=draft.revision.section(part),
        text=text,
        based_on=based_on,
    )
