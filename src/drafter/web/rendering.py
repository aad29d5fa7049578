"""Templates to pages: the texts of the reader's language, everything escaped, nothing undefined."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any
from urllib.parse import urlencode

from babel.dates import format_date, format_skeleton
from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from drafter.checking.result import Mention, Verdict
from drafter.figures.decimals import plain
from drafter.figures.period import Period
from drafter.figures.report import LANGUAGES
from drafter.figures.scenario import Scenario
from drafter.web.assets import asset_url
from drafter.web.texts import Texts, all_texts, match_language

LANGUAGE_COOKIE = "drafter_language"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("drafter.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["asset"] = asset_url
    environment.globals["html_language"] = lambda code: all_texts()[code].html_code
    environment.globals["draft_languages"] = LANGUAGES
    environment.filters["grouped"] = grouped
    return environment


def texts_of(request: Request) -> Texts:
    """The texts for this request: `?lang=`, then the cookie, then what the browser accepts."""
    known = all_texts()
    for code in (request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE)):
        if code and code in known:
            return known[code]
    return known[match_language(request.headers.get("accept-language", ""))]


def page(
    request: Request, template: str, status: int = 200, *, texts: Texts | None = None, **values: Any
) -> HTMLResponse:
    """A rendered page. `texts` overrides the language that the request would get."""
    texts = texts or texts_of(request)
    html = (
        _environment()
        .get_template(template)
        .render(
            t=texts,
            show=Shown(texts),
            languages=_language_links(request, texts),
            nonce=request.state.nonce,
            path=request.url.path,
            **values,
        )
    )
    response = HTMLResponse(html, status_code=status)
    response.headers["vary"] = "accept-language, cookie"
    response.headers["content-language"] = texts.html_code
    if request.cookies.get(LANGUAGE_COOKIE) != texts.code and "lang" in request.query_params:
        response.set_cookie(
            LANGUAGE_COOKIE, texts.code, max_age=31_536_000, httponly=True, samesite="lax"
        )
    return response


@dataclass(frozen=True, slots=True)
class LanguageLink:
    code: str
    html_code: str
    name: str
    current: bool
    url: str


def _language_links(request: Request, texts: Texts) -> list[LanguageLink]:
    """Links to this very page in each language; its other query parameters are kept."""
    kept = [(key, value) for key, value in request.query_params.multi_items() if key != "lang"]
    return [
        LanguageLink(
            other.code,
            other.html_code,
            other.name,
            other is texts,
            f"{request.url.path}?{urlencode([*kept, ('lang', other.code)])}",
        )
        for other in all_texts().values()
    ]


@dataclass(frozen=True, slots=True)
class Shown:
    """Months, times and numbers as the page's language writes them."""

    texts: Texts

    def month(self, period: Period | None) -> str:
        if period is None:
            return self.texts("month.unknown")
        return format_skeleton("yMMMM", date(period.year, period.month, 1), locale=self.texts.code)

    def time(self, moment: datetime) -> str:
        """Date and time on the clock of the machine that serves the page."""
        local = moment.astimezone()
        return f"{format_date(local, 'medium', locale=self.texts.code)} {local:%H:%M}"

    def option(self, option: str) -> str:
        """An answer to choose: a code of ours by its name, a month as a month, else as it is."""
        try:
            return self.month(Period.parse(option))
        except ValueError:
            return self.texts.named("option", option)

    def reason(self, mention: Mention) -> str:
        """Why a mention has its verdict; one word may speak for one and against another."""
        groups = {Verdict.SUPPORTED: "support", Verdict.IGNORED: "ignored_because"}
        return self.texts.named(groups.get(mention.verdict, "reason"), mention.reason)

    def formula(self, formula: str) -> str:
        """A formula with its scenarios by name: `actual / plan` is `Actual / Plan`."""
        return _SCENARIOS.sub(lambda word: self.texts.named("scenario", word[0]), formula)


_SCENARIOS = re.compile(
    rf"\b({'|'.join(sorted((scenario.value for scenario in Scenario), key=len, reverse=True))})\b"
)


def grouped(value: Decimal | str) -> str:
    """Thousands separators put into a plain decimal (`17769.5` is `17,769.5`), digits untouched.

    Words pass unchanged: an expected value may be a wording.
    """
    text = plain(value) if isinstance(value, Decimal) else value
    sign, digits = (text[0], text[1:]) if text[:1] in ("-", "+") else ("", text)
    whole, dot, fraction = digits.partition(".")
    if not (whole.isascii() and whole.isdigit()):
        return text
    if dot and not (fraction.isascii() and fraction.isdigit()):
        return text
    minus = "−" if sign == "-" else ""
    return f"{minus}{int(whole):,}{dot}{fraction}"
