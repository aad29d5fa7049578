"""The built-in writer: six sections, true to the table and faithful to the notes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_report import ENGLISH

from drafter.checking.check import check
from drafter.checking.result import CheckResult
from drafter.figures.document import parse_report
from drafter.figures.report import LanguageCode, Report
from drafter.writing.builtin import write_raw, write_sections
from drafter.writing.catalogue import build_catalogue
from drafter.writing.completeness import unused_notes
from drafter.writing.headings import headings
from drafter.writing.ledger_slice import must_mention
from drafter.writing.references import parse_reference, tokens
from drafter.writing.rendering import resolve
from drafter.writing.sections import SectionKey

_ROOT = Path(__file__).parents[3]
_SAMPLES = sorted(path.parent.name for path in (_ROOT / "knowledge/samples").glob("*/report.json"))
_SHARED = sorted((_ROOT.parent / "shared/cases/dev").glob("*/*.json"))


def _draft(report: Report) -> str:
    heads = headings(report.language)
    sections = write_sections(build_catalogue(report))
    return "\n\n".join(f"## {heads[item.key]}\n\n{item.text}" for item in sections)


def _sections(report: Report) -> dict[SectionKey, str]:
    return {item.key: item.text for item in write_sections(build_catalogue(report))}


def _bad(result: CheckResult, text: str) -> list[str]:
    return [f"{text[max(0, m.start - 40) : m.end + 20]!r}: {m.reason}" for m in result.findings]


@pytest.mark.parametrize("name", _SAMPLES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_sample_month_in_either_language(
    sample: Callable[[str], Report], name: str, language: LanguageCode
) -> None:
    report = replace(sample(name), language=language)
    sections = _sections(report)
    assert list(sections) == list(SectionKey)
    assert all(text.strip() for text in sections.values())
    text = _draft(report)
    assert "{" not in text
    assert check(text, report, ()).counts["supported"] >= 12


@pytest.mark.parametrize("path", _SHARED, ids=lambda path: path.stem)
def test_the_labelled_reports(path: Path) -> None:
    report = parse_report(json.loads(path.read_text(encoding="utf-8"))["report"])
    text = _draft(report)
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        f"## {heading}" for heading in headings(report.language).values()
    ]
    result = check(text, report, ())
    assert _bad(result, text) == []
    assert result.counts["supported"] >= 12
    assert unused_notes(report, text) == ()


@pytest.mark.parametrize("name", _SAMPLES)
def test_what_must_be_mentioned_is_mentioned(sample: Callable[[str], Report], name: str) -> None:
    catalogue = build_catalogue(sample(name))
    raw = write_raw(catalogue)
    cited = {str(t.reference).split(".")[0] for text in raw.values() for t in tokens(text)}
    for key in SectionKey:
        for token, _ in must_mention(catalogue, key):
            assert str(parse_reference(token)).split(".")[0] in cited, token


def test_the_raw_text_has_references_only(report: Report) -> None:
    catalogue = build_catalogue(report)
    for key, raw in write_raw(catalogue).items():
        assert resolve(key, raw, catalogue).findings == (), raw


def test_the_worst_miss_is_named_with_what_the_notes_say(report: Report) -> None:
    text = _sections(report)[SectionKey.RESULTS]
    assert "The largest miss in money is East, CNY 300,000 below plan" in text
    assert "East: the depot was flooded for 9 days." in text


def test_a_miss_without_a_cause_is_said_to_have_none(document: dict[str, Any]) -> None:
    document["notes"] = "Two reps joined on 5 October."
    text = _sections(parse_report(document))
    assert "the notes give no cause" in text[SectionKey.RESULTS]
    assert "The notes give no cause for" in text[SectionKey.PROBLEMS]


def test_up_on_the_month_but_down_on_the_year_is_a_warning(report: Report) -> None:
    text = _sections(report)[SectionKey.RESULTS]
    assert "up 3.4% month on month but down 3.2% year on year: a warning" in text


def test_lower_is_better_is_never_called_a_miss(report: Report) -> None:
    text = "\n".join(_sections(report).values())
    assert "0.14 points better than plan" in text
    assert "line loss" not in _sections(report)[SectionKey.PROBLEMS].lower()


def test_what_a_section_lacks_is_said(document: dict[str, Any]) -> None:
    document["notes"] = ""
    text = _sections(parse_report(document))
    assert text[SectionKey.ACTIVITIES].startswith("No marketing activities")
    assert "nothing on single products" not in text[SectionKey.RESULTS]
    assert "say anything on single products" in text[SectionKey.PRODUCTS]
    assert "say anything on customers" in text[SectionKey.CUSTOMERS]
    assert "No training is reported." in text[SectionKey.TEAM]
    assert "The notes ask for nothing." in text[SectionKey.PROBLEMS]


def test_a_note_that_contradicts_the_table_is_not_used_and_that_is_said(
    document: dict[str, Any],
) -> None:
    document["notes"] = "Headcount is 52 people. 4 trade fairs held."
    report = parse_report(document)
    text = _draft(report)
    assert "52 people" not in text
    assert "What the notes say on headcount differs from the table" in text
    assert unused_notes(report, text) == ("Headcount is 52 people.",)


def test_notes_in_another_language_are_quoted_word_for_word(document: dict[str, Any]) -> None:
    document["notes"] = "促销活动3场，花了6万元。"
    text = _sections(parse_report(document))[SectionKey.ACTIVITIES]
    assert "The notes say: “促销活动3场，花了6万元。”" in text


def test_no_sentence_has_more_than_three_figures(sample: Callable[[str], Report]) -> None:
    for name in ("en-pharma", "zh-steel"):
        catalogue = build_catalogue(sample(name))
        for raw in write_raw(catalogue).values():
            text = re.sub(r"\{[FT][^}]*\}", "§", raw)
            text = re.sub(r"\{[CN][^}]*\}", "", text)
            assert all(part.count("§") <= 3 for part in re.split(r"[.。]", text)), raw


def test_braces_in_notes_and_names_are_no_references(document: dict[str, Any]) -> None:
    document["notes"] = "Request: {F1} trucks and {oops."
    document["figures"][2]["dimensions"] = {"region": "{F2}"}
    report = parse_report(document)
    catalogue = build_catalogue(report)
    raw = write_raw(catalogue)
    assert "（F1） trucks and （oops." in raw[SectionKey.PROBLEMS]
    assert all(resolve(key, text, catalogue).findings == () for key, text in raw.items())


_NAMES = st.sampled_from(
    ["Sales", "Shipments", "New customers", "Headcount", "Return rate", "费用", "回款", "ACME 4G"]
)
_VALUES = st.one_of(st.none(), st.integers(-50, 5000), st.just(0))


@st.composite
def _rows(draw: st.DrawFn) -> dict[str, Any]:
    keys = ("plan", "prior_month", "prior_year", "ytd_actual", "ytd_plan", "year_plan")
    dimension = draw(st.sampled_from(["region", "product", "客户", "", "x"]))
    member = draw(st.sampled_from(["A", "B", "North", "华东", "Total", "{F1}"]))
    return {
        "measure": draw(_NAMES),
        "unit": draw(st.sampled_from(["CNY 10k", "t", "%", "people", "户", "USD/t", "widgets"])),
        "dimensions": {dimension: member} if dimension else {},
        "actual": draw(st.integers(-50, 5000)),
        **{key: draw(_VALUES) for key in keys},
    }


@settings(deadline=None, max_examples=60)
@given(
    st.lists(_rows(), min_size=1, max_size=14),
    st.text(alphabet="ab 5.，。:;\n-{}<%East 因为", max_size=80),
    st.sampled_from(["en", "zh"]),
)
def test_any_report_gives_six_sections_without_open_references(
    figures: list[dict[str, Any]], notes: str, language: str
) -> None:
    document = {**ENGLISH, "figures": figures, "notes": notes, "language": language}
    report = parse_report(document)
    raw = write_raw(build_catalogue(report))
    assert list(raw) == list(SectionKey)
    catalogue = build_catalogue(report)
    for key, text in raw.items():
        rendered = resolve(key, text, catalogue)
        braces = {"unknown_reference", "malformed_reference"}
        assert [f for f in rendered.findings if f.kind in braces] == []
