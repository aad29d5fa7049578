"""Every language of the pages says everything, with the same things put in."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import drafter.web
from drafter.checking.result import Fault, Verdict
from drafter.drafts.revision import Origin
from drafter.figures.report import LANGUAGES
from drafter.figures.scenario import Scenario
from drafter.web.texts import Texts, all_texts, match_language
from drafter.workflows.progress import Step
from drafter.writing.sections import SectionKey

WEB = Path(drafter.web.__file__).parent
CODES = tuple(all_texts())


def placeholders(entry: str | list[str]) -> set[str]:
    texts = entry if isinstance(entry, list) else [entry]
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_draft_language_has_pages() -> None:
    assert set(LANGUAGES) <= set(CODES)
    assert CODES[0] == "en"


@pytest.mark.parametrize("code", CODES)
def test_a_catalog_has_all_texts(code: str) -> None:
    first, other = all_texts()["en"], all_texts()[code]
    assert set(other.entries) == set(first.entries)
    for key, entry in first.entries.items():
        assert isinstance(other.entries[key], list) == isinstance(entry, list), key
        assert placeholders(other.entries[key]) == placeholders(entry), key


@pytest.mark.parametrize("code", CODES)
def test_plurals_have_a_form_for_every_count(code: str) -> None:
    texts = all_texts()[code]
    for key, entry in texts.entries.items():
        if isinstance(entry, list):
            values = dict.fromkeys(placeholders(entry) - {"n"}, "x")
            for n in (0, 1, 2, 5, 21, 100):
                assert texts.count(key, n, **values)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("scenario", Scenario),
        ("option", Scenario),
        ("verdict", Verdict),
        ("reason", Fault),
        ("section", SectionKey),
        ("origin", Origin),
        ("progress.step", Step),
        ("language_name", LANGUAGES),
    ],
)
def test_every_word_of_the_field_has_a_name(code: str, group: str, words: list[str]) -> None:
    missing = [word for word in words if f"{group}.{word}" not in all_texts()[code].entries]
    assert missing == []


def test_every_text_that_a_page_asks_for_is_there_and_none_is_idle() -> None:
    sources = [
        path.read_text(encoding="utf-8") for path in [*WEB.rglob("*.html"), *WEB.rglob("*.py")]
    ]
    everything = "\n".join(sources)
    asked = set(re.findall(r"""\bt(?:\.count)?\(['"]([a-z_.]+)['"][,)]""", everything))
    known = set(all_texts()["en"].entries)
    assert asked - known == set()
    named = ("scenario.", "option.", "verdict.", "reason.", "section.", "origin.", "encoding.")
    named += ("progress.step.", "language_name.", "problem_title.", "problem_detail.", "field.")
    named += ("steps.", "support.", "ignored_because.")
    idle = {key for key in known if key not in everything and not key.startswith(named)}
    assert idle == set()


# What a template holds besides words: signs of Jinja, blocks and macros that make attributes.
WORDLESS = (
    r"\{#.*?#\}",
    r"\{% block body_class %\}.*?\{% endblock %\}",
    r"\{% macro described.*?endmacro %\}",
    r"\{%.*?%\}",
    r"\{\{.*?\}\}",
    r"<[^>]*>",
)


def test_no_page_has_words_of_its_own() -> None:
    """A template's words come from the catalogs; only signs may stand in it."""
    for path in (WEB / "templates").glob("*.html"):
        text = path.read_text(encoding="utf-8")
        for pattern in WORDLESS:
            text = re.sub(pattern, " ", text, flags=re.DOTALL)
        assert re.findall(r"[^\W\d_]{2,}", text) == [], path.name


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("zh-HK,zh;q=0.9,en;q=0.8", "zh"),
        ("zh-TW", "zh"),
        ("zh-Hans-CN, en;q=0.5", "zh"),
        ("en-GB,zh;q=0.9", "en"),
        ("de-DE,zh;q=0.4,en;q=0.3", "zh"),
        ("fr", "en"),
        ("", "en"),
        ("zh;q=x, en", "en"),
        ("*", "en"),
    ],
)
def test_the_language_follows_what_the_browser_accepts(accepted: str, code: str) -> None:
    assert match_language(accepted) == code


def test_an_unknown_word_is_shown_as_it_is() -> None:
    texts: Texts = all_texts()["zh"]
    assert texts.named("reason", "attainment of the year") == "attainment of the year"


def test_values_are_put_in_under_any_name() -> None:
    assert "“x.csv”" in all_texts()["en"]("entry.fault.file_too_large", name="x.csv", limit="1 MB")
    assert all_texts()["en"].entries["problem_detail.too-large"] == "The limit is {limit_text}."
