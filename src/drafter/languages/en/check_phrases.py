"""English sentences of a check."""

from __future__ import annotations

from typing import Final

from drafter.languages.check_phrases import CheckPhrases

CHECK_PHRASES: Final = CheckPhrases(
    templates={
        "supported": "{subject}: {working}, shown as {shown}.",
        "notes": "The notes say so: “{found}”.",
        "arithmetic_ok": "{working}, from numbers of the text.",
        "value": "{subject}: {working}; the text says {shown}.",
        "arithmetic": "{subject}: {working}, so {expected}; the text says {shown}.",
        "rounding": "{subject}: {working}, which rounds to {expected}, not to {shown}.",
        "magnitude": "{subject}: {working}; {shown} is a power of ten away.",
        "unit": "{subject}: {working}; {shown} is in another unit.",
        "percent_vs_points": "{subject}: {working}; {shown} mixes up percent and percentage points.",
        "direction": "{subject}: {working}; the text says the opposite direction.",
        "wrong_scenario": "{subject}: {working}; {shown} is {found}.",
        "wrong_subject": "{subject}: {working}; {shown} belongs to {found}.",
        "wrong_period": "{subject}: {working}; {shown} is {found}.",
        "count": "{working}; the text says {shown}.",
        "count_ok": "{working}.",
        "rank": "{working}; the text says “{shown}”.",
        "rank_ok": "{working}.",
        "contradicts_notes": "The notes say {expected}: “{found}”.",
        "from_example": "{shown} stands only in a retrieved example: “{found}”.",
        "no_source": "Neither the figures nor the notes give {shown}.",
    },
    scenarios={
        "actual": "actual",
        "plan": "plan",
        "prior_month": "prior month",
        "prior_year": "prior year",
        "ytd_actual": "year to date",
        "ytd_plan": "year-to-date plan",
        "ytd_prior_year": "year to date last year",
        "year_plan": "full-year plan",
    },
    operations={
        "change": "the change",
        "growth": "the growth",
        "attainment": "the attainment",
        "level": "the value",
    },
    ignored={
        "date": "a date",
        "period": "a period",
        "list number": "a list number",
        "heading": "a heading's number",
        "code": "a code",
        "name": "part of a name",
        "idiom": "an idiom",
        "standard": "a standard's number",
        "phone": "a phone number",
        "later plan": "a plan for a later period, as the notes give it",
        "open": "too general to be checked",
        "unit label": "a unit label",
    },
    points="points",
    total="total",
    joint=" and ",
)
