"""Figure references: the tokens that a writer puts in place of numbers, and their grammar.

    reference = "{" target [ "." view ] [ ":" form ] "}"
    target    = "F" number        a row of the table, counted from 1
              | "T" number        the total of a group of rows where the table states none
              | "C" number        a ready claim on a group: a count, an extreme with its yardstick
              | "N" number        a figure of the manager's notes
    view      = a value           actual (may be left out), plan, prior_month, prior_year,
                                  ytd, ytd_plan, ytd_prior_year, year_plan
              | against plan      attainment, gap, gap_rate, ytd_attainment, ytd_gap,
                                  year_attainment, remaining (to the year's plan)
              | growth            mom, yoy, ytd_yoy (rates; points for a measure in percent),
                                  mom_amount, yoy_amount, ytd_yoy_amount
              | share             of the total of its rows
              | trend             month and year in one phrase: "up 3% month on month but down
                                  2% year on year"
    form      = "change"          direction and size, the words included: "up 4.2% year on year"
              | "verb"            the same as a verb: "rose 4.2% year on year"
              | "number"          a counted thing without its noun: "17" instead of "17 cases"

Without a form a reference is the size only (`{F3.yoy}` is "4.2%", `{F3.gap}` is "CNY 4 million",
never with a sign). `change` and `verb` exist for gaps and growth only, `number` for counted
things only; claims and note figures take neither view nor form, except `{N2:written}`: the
very words of the notes where a draft quotes them.

Letters' case and blanks inside the braces do not matter. Anything else between braces is
malformed; braces never stand in a finished text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Target(StrEnum):
    FIGURE = "F"
    TOTAL = "T"
    CLAIM = "C"
    NOTE = "N"


class View(StrEnum):
    """What of a figure is meant; the values come first, in the order of the table."""

    ACTUAL = "actual"
    PLAN = "plan"
    PRIOR_MONTH = "prior_month"
    PRIOR_YEAR = "prior_year"
    YTD = "ytd"
    YTD_PLAN = "ytd_plan"
    YTD_PRIOR_YEAR = "ytd_prior_year"
    YEAR_PLAN = "year_plan"
    ATTAINMENT = "attainment"
    GAP = "gap"
    GAP_RATE = "gap_rate"
    MOM = "mom"
    YOY = "yoy"
    MOM_AMOUNT = "mom_amount"
    YOY_AMOUNT = "yoy_amount"
    SHARE = "share"
    TREND = "trend"
    YTD_ATTAINMENT = "ytd_attainment"
    YTD_GAP = "ytd_gap"
    YTD_YOY = "ytd_yoy"
    YTD_YOY_AMOUNT = "ytd_yoy_amount"
    YEAR_ATTAINMENT = "year_attainment"
    REMAINING = "remaining"


class Form(StrEnum):
    SIZE = ""
    CHANGE = "change"
    VERB = "verb"
    NUMBER = "number"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class Reference:
    """A parsed reference; `str()` gives the canonical token without braces (`F3.gap:change`)."""

    target: Target
    number: int
    view: View | None = None
    form: Form = Form.SIZE

    def __str__(self) -> str:
        view = f".{self.view}" if self.view not in (None, View.ACTUAL) else ""
        form = f":{self.form}" if self.form else ""
        return f"{self.target}{self.number}{view}{form}"


@dataclass(frozen=True, slots=True)
class Token:
    """Something between braces: `start`, `end` are code points; no reference when malformed."""

    start: int
    end: int
    text: str
    reference: Reference | None


_TOKEN = re.compile(r"[{｛][^{}｛｝\n]{0,80}[}｝]|[{}｛｝]")
_REFERENCE = re.compile(
    r"(?P<target>[FTCN])(?P<number>[1-9]\d{0,5})"
    r"(?:\s*\.\s*(?P<view>[a-z_]+))?(?:\s*:\s*(?P<form>[a-z]+))?",
    re.ASCII | re.IGNORECASE,
)


def parse_reference(token: str) -> Reference | None:
    """A token, with or without its braces, as a reference; None when it is malformed."""
    match = _REFERENCE.fullmatch(token.strip().strip("{}｛｝").strip())
    if match is None:
        return None
    target = Target(match["target"].upper())
    try:
        view = View(match["view"].lower()) if match["view"] else None
        form = Form(match["form"].lower()) if match["form"] else Form.SIZE
    except ValueError:
        return None
    if target in (Target.CLAIM, Target.NOTE):
        plain = form is Form.SIZE or (target is Target.NOTE and form is Form.WRITTEN)
        return Reference(target, int(match["number"]), None, form) if plain and not view else None
    if form is Form.WRITTEN:
        return None
    return Reference(target, int(match["number"]), view or View.ACTUAL, form)


def tokens(text: str) -> Iterator[Token]:
    """Everything in braces, in order; a brace without its partner is a malformed token."""
    for match in _TOKEN.finditer(text):
        yield Token(match.start(), match.end(), match[0], parse_reference(match[0]))


def token(reference: Reference | str) -> str:
    """The reference as it is written in a text."""
    return "{" + str(reference) + "}"
