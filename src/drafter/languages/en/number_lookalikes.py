"""English forms that only look like a quantity: dates, periods, numbered things, idioms."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.languages.en.number_units import noun_behind
from drafter.languages.grammar import DIGIT, Form, Place, Reading, any_of, lookalike
from drafter.languages.quantity import QuantityKind

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![A-Za-z])"
)
_MONTH_DOT = rf"(?:(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.|{_MONTH})"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d.,]\d|\d|%)"
_YEAR = r"(?:19|20)\d\d(?![\d,]\d|\d)"
_TO = r"\s?(?:-|–|—|~|to|and|until|through|&|/)\s?"
_FEW = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_SPAN = r"(?:months?|weeks?|quarters?|years?|days?|half[- ]years?)"

_DATE = lookalike("date", QuantityKind.DATE)
_PERIOD = lookalike("period", QuantityKind.DATE)


def _month_then_day(place: Place) -> Reading | None:
    """`June 24`; but "in October 12 stores opened", "to Sept. 6 roadshows" count things."""
    if re.search(r"\b(?:in|of|during)\s\Z", place.before(12), re.IGNORECASE):
        return None
    bare = re.search(r"[ ](\d{1,2})\Z", place.match.group())
    named = re.search(r"\b(?:on|by|until|from|before|after|since)\s\Z", place.before(12))
    if bare and not named and noun_behind(place.text, place.match.end(), Decimal(2)):
        return None
    return Reading(place.match.end(), QuantityKind.DATE, why_not="date")


_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|during|until|till|by|from|for|of|than|year|fiscal|vs\.?|versus|"
    r"against|on|to|"
    r"and|end|mid|late|early|the|over|through|before|after|with|calendar|full)[\s-]|[(/'’])\Z",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(
    r"\s(?:plan|budget|target|results?|season|level|levels|actuals?|forecast|figures?|"
    r"average|full)\b"
)


def _bare_year(place: Place) -> Reading | None:
    """Four digits without separator are a year where the words around them say so."""
    if not (_YEAR_BEFORE.search(place.before(10)) or _YEAR_AFTER.match(place.after(12))):
        return None
    if re.match(r"\s?(?:%|[a-z]*(?:tonnes|tons|units|people)\b)", place.after(10)):
        return None
    return Reading(place.match.end(), QuantityKind.DATE, why_not="date")


def _numbered_thing(place: Place) -> Reading | None:
    if re.match(
        r"[,.]\d|\s?%|\s(?:percent|per cent|points?|million|thousand|bn)\b", place.after(10)
    ):
        return None
    return Reading(place.match.end(), QuantityKind.NUMBER, why_not="name")


_MIXED_CASE = re.compile(r"\b(?=\w*[a-z])(?=\w*[A-Z]\w*[A-Z]|[a-z]\w*[A-Z])[A-Za-z]{3,}\s\Z")


def _version(place: Place) -> Reading | None:
    """`OAuth 2.0`: a number behind a name in mixed case."""
    if not _MIXED_CASE.search(place.before(16)):
        return None
    return Reading(place.match.end(), QuantityKind.NUMBER, why_not="name")


_MONTHS = (
    "jan january feb february mar march apr april may jun june jul july aug august "
    "sep sept september oct october nov november dec december"
)
_FEW_WORDS = "one two three four five six seven eight nine ten eleven twelve"
_FREE = r"(?<![\d.,])"

DATES: tuple[Form, ...] = (
    Form(DIGIT, rf"{_FREE}(?i:{_DAY}{_TO}{_DAY}\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?)", _DATE),
    Form(
        DIGIT,
        rf"{_FREE}(?i:{_DAY}[\s-](?:of\s)?{_MONTH}{_TO}{_DAY}\s{_MONTH}(?:,?\s{_YEAR})?)",
        _DATE,
    ),
    Form(
        DIGIT,
        rf"{_FREE}(?i:{_DAY}[\s-]?(?:of\s)?{_MONTH}(?:,?[\s-](?:{_YEAR}|\d\d(?![\d.,%]|"
        rf"\s?[a-z])))?)",
        _DATE,
    ),
    Form(
        _MONTHS,
        rf"(?<![A-Za-z])(?i:{_MONTH_DOT}\s{_DAY}{_TO}(?:{_MONTH_DOT}\s)?{_DAY}(?:,?\s{_YEAR})?)",
        _month_then_day,
    ),
    Form(
        _MONTHS,
        rf"(?<![A-Za-z])(?i:{_MONTH}(?:{_TO}{_MONTH})?[\s,'’-]{{1,2}}{_YEAR})",
        _DATE,
    ),
    Form(_MONTHS, rf"(?<![A-Za-z])(?i:{_MONTH_DOT}\s{_DAY}(?:,?\s{_YEAR})?)", _month_then_day),
    Form(_MONTHS, rf"(?<![A-Za-z])(?i:{_MONTH}(?:\s?['’]|-)\d\d)(?!\d)", _DATE),
    Form(
        DIGIT,
        rf"{_FREE}\d{{1,2}}[:.]\d\d(?::\d\d)?\s?(?i:[ap]\.m\.|[ap]m\b)",
        lookalike("time", QuantityKind.DATE),
    ),
    Form(
        DIGIT,
        rf"{_FREE}\d{{1,2}}\s?(?i:[ap]\.m\.|[ap]m\b|o['’]clock)",
        lookalike("time", QuantityKind.DATE),
    ),
    Form(DIGIT, rf"{_FREE}(?:19|20)\d0s\b|{_FREE}{_YEAR}(?!\.\d)(?![A-Za-z])", _bare_year),
)

PERIODS: tuple[Form, ...] = (
    Form(DIGIT, r"(?<![\d.,$€£¥])(?:[369]|1[0-2])M\s?(?:FY)?['’]?(?:20)?\d\d(?![\d.,%])", _PERIOD),
    Form(
        f"q h s fy cy {DIGIT}",
        r"(?<![A-Za-z0-9.,])(?:Q[1-4](?:\s?[-–/+&]\s?Q?[1-4])?|[1-4]Q|[HS][12]|(?:FY|"
        r"CY)\s?['’]?\d{2,4}(?:/\d\d)?)"
        r"(?:[ \-/]?(?:FY)?['’]?(?:20)?\d\d(?![\d.,%]))?(?![A-Za-z0-9])",
        _PERIOD,
    ),
    Form(
        "week wk calendar cw w kw day",
        r"(?<![A-Za-z0-9])(?i:week|wk|calendar week|CW|W|KW|day)[ -]?\d{1,2}(?![\d.,%A-Za-z])",
        _PERIOD,
    ),
    Form(
        f"first second third fourth last {DIGIT}",
        r"\b(?i:(?:first|second|third|fourth|last|1st|2nd|3rd|4th)[ -](?:half|quarter|"
        r"trimester)(?:[ -]year)?)"
        rf"(?:\s(?:of\s)?(?:{_YEAR}))?\b",
        _PERIOD,
    ),
    Form("half mid", r"\b(?i:half[ -]year(?:ly)?|half[ -]time|mid[ -]\d{4})\b", _PERIOD),
    Form(
        "first last past previous prior next coming following",
        rf"\b(?i:(?:first|last|past|previous|prior|next|coming|following)[ -]{_FEW}[ -]{_SPAN})\b",
        _PERIOD,
    ),
    Form(
        "first",
        rf"\b(?i:first {_FEW})\b(?![ -](?:hundred|thousand|million|percent)|[,.]?\d|%)",
        _PERIOD,
    ),
    Form(
        f"{DIGIT} {_FEW_WORDS}",
        rf"(?<![\d.,A-Za-z])(?i:{_FEW}[ -](?:month|week|quarter)s?[ -](?:total|period|"
        rf"cumulative|ended|to[ -]date))\b",
        _PERIOD,
    ),
    Form(
        "over after during throughout",
        rf"(?<!\bto )(?<!\bat )(?<!\bof )(?<!\bis )(?<!\bwas )"
        rf"\b(?i:over|after|during|throughout)\s(?:the\s)?(?i:{_FEW} (?:months|quarters))\b",
        _PERIOD,
    ),
)

_NUMBERED = (
    "model route room article section table figure fig page step phase stage level tier class "
    "chapter clause annex appendix gate terminal warehouse plant version no nr building floor "
    "block line lane item mill"
)

NAMES: tuple[Form, ...] = (
    Form(
        _NUMBERED,
        rf"\b(?i:{_NUMBERED.replace(' ', '|')})\.?\s(?i:no\.\s)?"
        r"(?:\d{1,12}|(?<!no )(?i:one|two|three|four|five|six)\b)(?![\dA-Za-z])",
        _numbered_thing,
    ),
    Form(
        "top",
        r"\b(?i:top[ -](?:\d{1,3}|two|three|four|five|six|ten|twenty|fifty|hundred))\b(?![.,]\d|%)",
        lookalike("name"),
    ),
    Form(
        f"seven five three forever big fortune global web office microsoft motel super formula "
        f"group double singles industry {DIGIT}",
        r"\b(?:Seven[- ]Eleven|7[- ]Eleven|Five Guys|Three Squirrels|Forever 21|3M|"
        r"Big Four|Big Three|"
        r"Fortune 500|Global 500|Web 2\.0|Web3|Industry 4\.0|Office 365|Microsoft 365|"
        r"Motel 6|Super 8|"
        r"Formula (?:1|One)|Group of Twenty|Double (?:11|12|Eleven|Twelve)|Singles['’] Day 11\.11|"
        r"(?<![A-Z$€£¥] )(?<![$€£¥])(?:11\.11|12\.12|6\.18)"
        r"(?=\s(?:shopping|sale|sales|promotion|campaign|festival|event)\b))\b",
        lookalike("name"),
    ),
    Form(
        "zero one two three four five six",
        r"\b(?i:zero|one|two|three|four|five|six)-(?i:sugar|stop|off|time|way|sided|"
        r"on-one|tier|in-one|"
        r"emission|waste)\b",
        lookalike("name"),
    ),
    Form(
        "per",
        r"\b(?i:per)\s(?:\d[\d,]{0,12}(?!\.?\d|\s?%)|(?i:hundred|thousand|million)\b)",
        lookalike("unit label"),
    ),
)

_IDIOMS = (
    "at first|first of all|first and foremost|first-class|first-rate|first-hand|"
    "first-time|first time|"
    "for the first time|in the first place|second to none|second-hand|second nature|"
    "secondly|firstly|"
    "thirdly|third-party|third party|third parties|at one point|one another|no one|"
    "no-one|one by one|"
    "on one hand|on the one hand|one way or another|number one|one and the same|"
    "at once|in two minds|one-to-one|zero in on|day one|one-man|square one|the one|"
    "this one|that one|"
    "which one|each one|every one|ten to one|second guess|second thoughts|"
    "split second|nine to five|"
    "six sigma|cloud nine|cloud 9|catch-22|catch 22|"
    "half-hearted|half-heartedly|halfway|half way|half-baked|double-check|"
    "double-checked|double-edged|double-entry|one's|one’s"
)

IDIOMS: tuple[Form, ...] = (
    Form(
        " ".join(sorted({re.split(r"[-\s'’]", idiom)[0] for idiom in _IDIOMS.split("|")})),
        rf"(?<![A-Za-z-])(?i:{any_of(_IDIOMS.split('|'))})(?![A-Za-z])(?! of (?:the )?{_FEW}\b)",
        lookalike("idiom"),
    ),
    Form("first", r"\b(?i:first-(?!largest|biggest|best|ranked|placed)[a-z]+)", lookalike("idiom")),
    Form(DIGIT, r"(?<![\d.,])24/7(?![\d/])", lookalike("idiom")),
    Form(
        DIGIT,
        r"(?<![\d.,])1(?:00|10)\s?%(?=\s(?:committed|behind|sure|certain|confident|focused|"
        r"dedicated|determined)\b)",
        lookalike("idiom"),
    ),
    Form(DIGIT, r"(?<![\d.,])[1-7]-star\b", lookalike("name")),
    Form(DIGIT, r"(?<![\d.,])\d\.\d{1,2}(?![\d.,]?\d|\s?%)", _version),
    Form(
        "one",
        rf"\b(?i:one of)\b(?!\s(?:the\s|our\s|its\s|their\s|these\s|those\s)?{_FEW}\b)",
        lookalike("idiom"),
    ),
)
