"""Forms that no language owns: plain digits, codes, ISO dates, phones, addresses, list marks."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from drafter.figures.decimals import EXACT
from drafter.languages.grammar import DIGIT, GLUED, Form, Place, Reading, each, lookalike
from drafter.languages.quantity import QuantityKind
from drafter.languages.word_list import words

# Longer digit strings are serial numbers; no business figure needs them.
_LONGEST_NUMBER = 24

DIGITS = (
    r"\d{1,3}(?:(?:,\d{3})+|(?:[\u00a0\u202f\u2009]\d{3})+|(?:['’]\d{3})+)(?!\d)(?:[.．]\d+)?"
    r"|\d{1,3}(?: \d{3}){2,}(?![\d,])(?:\.\d+)?"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"
    r"|[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])(?:[.．][０-９]+)?"
    r"|(?<![\w.)\]])\.\d+"
    r"|\d+(?:[.．]\d+)?"
)
_SEPARATORS = re.compile(r"[ ,，'’\u00a0\u202f\u2009]")

_CURRENCY_PREFIXES = frozenset(
    words(
        """
    cny rmb usd eur gbp jpy hkd us hk nt krw inr aud cad chf sgd
    """
    )
)
_LETTERS = re.compile(r"[A-Za-z]+")
_STUCK_NUMBER = re.compile(r"[A-Za-z]{1,16}\d[\d,]*(?:\.\d+)?")
_PLAIN_PREFIXES = frozenset(
    words(
        """
    mid top sub pre post non year under over early late plus minus
    """
    )
)


def read_digits(place: Place) -> Reading:
    """Plain digits, with separators and decimals in any script, as an open number."""
    written = _SEPARATORS.sub("", place.match.group()).replace("．", ".")
    end = place.match.end()
    if len(written) > _LONGEST_NUMBER:
        return Reading(end, QuantityKind.NUMBER, why_not="code")
    value = Decimal(written)
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    return Reading(end, QuantityKind.NUMBER, value, step, open=True)


def code_form(glued_units: re.Pattern[str]) -> Form:
    """Letters and digits as one word: `X200`, `A-12`, `HRB400E`, `COVID-19`.

    Digits behind capital letters that a unit follows at once are a number (`KA1740万元`).
    """

    def read(place: Place) -> Reading | None:
        plain = _STUCK_NUMBER.match(place.text, place.match.start())
        if plain is not None and glued_units.match(place.text, plain.end()):
            return None
        return _code(place)

    return Form(
        GLUED,
        r"(?<![A-Za-z0-9])[A-Za-z]{1,16}(?:[-/][A-Za-z]{1,16}){0,2}[-_/]?\d[A-Za-z0-9]*"
        r"(?:[-_/][A-Za-z0-9]+|\.\d+)*",
        read,
    )


def _code(place: Place) -> Reading | None:
    written = place.match.group()
    prefix = _LETTERS.match(written)
    letters = prefix.group() if prefix else ""
    divider = written[len(letters)]
    if letters.lower() in _CURRENCY_PREFIXES:
        return None
    if divider in "-/_" and (letters.islower() or letters.lower() in _PLAIN_PREFIXES):
        return None
    why_not = "name" if letters.lower() == "top" else "code"
    return Reading(place.match.end(), QuantityKind.NUMBER, why_not=why_not)


def _phone(place: Place) -> Reading | None:
    if sum(char.isdecimal() for char in place.match.group()) < 8:
        return None
    return Reading(place.match.end(), QuantityKind.NUMBER, why_not="phone")


def _list_mark(place: Place) -> Reading | None:
    """`1.`, `1)`, `1、` at the start of a line or clause; `(1)` there with text behind it."""
    written = place.match.group()
    rest = place.after(1)
    opened = written[0] in "(（"
    closes = written[-1] in ")）"
    if closes and not opened and "(" in place.before(12).rpartition("\n")[2]:
        return None
    at_start = place.starts_line if written[-1] in ".．" or not opened else place.starts_clause
    if not at_start and written[-1] == "、":
        at_start = place.before(3).rstrip().endswith(("。", "；", ";", "：", ":"))
    if not at_start or (opened and rest in ("", "\n", "|", "%")):
        return None
    if written[-1] == "." and rest and not rest.isspace() and rest.isascii() and rest != "*":
        return None
    number = Decimal(written.strip("()（）.．、 "))
    return Reading(
        place.match.end(),
        QuantityKind.ORDINAL,
        number,
        Decimal(1),
        why_not="list number",
    )


def _heading_number(place: Place) -> Reading | None:
    before = place.text[max(0, place.match.start() - 8) : place.match.start()]
    return (
        Reading(place.match.end(), QuantityKind.ORDINAL, why_not="heading")
        if re.search(r"(?:\A|\n)[ ]{0,3}#{1,6}[ ]\**\Z", before)
        else None
    )


def _vulgar_fraction(place: Place) -> Reading:
    whole = place.match["whole"]
    top, bottom = unicodedata.normalize("NFKC", place.match["part"]).split("\u2044")
    value = EXACT.divide(Decimal(top), Decimal(bottom))
    if whole:
        return Reading(
            place.match.end(),
            QuantityKind.NUMBER,
            Decimal(whole) + value,
            Decimal("0.1"),
            open=True,
        )
    return fraction(place.match.end(), value)


def fraction(end: int, value: Decimal) -> Reading:
    """A fraction in words or signs: prose uses it for what lies within 1.5 points of it."""
    return Reading(end, QuantityKind.FRACTION, value, Decimal("0.03"))


def _written_fraction(place: Place) -> Reading | None:
    top, bottom = int(place.match["top"]), int(place.match["bottom"])
    if 0 < top < bottom <= 20 or (top and bottom == 100):
        return fraction(place.match.end(), EXACT.divide(Decimal(top), Decimal(bottom)))
    if 1 <= top <= 31 and 1 <= bottom <= 31:
        return Reading(place.match.end(), QuantityKind.DATE, why_not="date")
    if 1 <= top <= 12 and 1990 <= bottom <= 2039:
        return Reading(place.match.end(), QuantityKind.DATE, why_not="date")
    return None


def _ratio(place: Place) -> Reading | None:
    """`1:21.8`, `3:1` as how many times the one is the other; `14:30` is a time of day."""
    left, right = place.match["left"], place.match["right"]
    asked = re.search(r"(?:比|ROI|ratio)[^.;。；]{0,8}\Z", place.before(16), re.IGNORECASE)
    clock = re.fullmatch(r"(?:[01]?\d|2[0-4]):[0-5]\d", f"{left}:{right}")
    if clock and not asked:
        return Reading(place.match.end(), QuantityKind.DATE, why_not="time")
    first, second = Decimal(left), Decimal(right)
    if not first or not second or max(len(left), len(right)) > 12:
        return None
    number = second if first == 1 else first
    step = Decimal(1).scaleb(int(number.as_tuple().exponent))
    if 1 not in (first, second):
        number, step = EXACT.divide(first, second), EXACT.divide(step, second)
    return Reading(place.match.end(), QuantityKind.MULTIPLE, number, step)


_DATE = lookalike("date", QuantityKind.DATE)
_STANDARDS = (
    "ISO|IEC|IATF|GB|GBZ|ASTM|ASME|DIN|EN|JIS|ANSI|IEEE|BS|UL|SOC|IFRS|IAS|ASC|HS|QS|"
    "YY|YB|QB|JB|HG|SH|NB|DL|SN|CE|FDA|RoHS|HACCP"
)

# Tried before the forms of any language.
FIRST_FORMS: tuple[Form, ...] = (
    Form(
        "http https www",
        r"(?i:https?://|www\.)[^\s<>()（）」”，。；]+",
        lookalike("code"),
    ),
    Form(
        f"{DIGIT} {GLUED}",
        r"(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+",
        lookalike("code"),
    ),
    Form(
        f"{DIGIT} {GLUED}",
        r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{1,64}"
        r"\.(?i:xlsx?|csv|docx?|pdf|pptx?|md|txt|json|png|jpe?g)(?![A-Za-z0-9])",
        lookalike("code"),
    ),
    Form(
        _STANDARDS.lower().replace("|", " "),
        rf"(?<![A-Za-z])(?:{_STANDARDS})(?:/[A-Z]{{1,3}})?[ \-–]?\d+(?:[.:\-–—]\d+)*"
        r"[A-Z]?(?![A-Za-z0-9])",
        lookalike("standard"),
    ),
    Form(
        "cny rmb usd eur gbp jpy hkd us $ ¥ € £",
        r"(?:(?<=\bin )|(?<=[(（:：])|(?<=[(（:：] ))(?:CNY|RMB|USD|EUR|GBP|JPY|HKD|US\$|[$¥€£]) ?"
        r"(?:10k|10,000|1,000|['’]000s?|100 ?mn?)(?=[\s)）.,;*|]|\Z)",
        lookalike("unit label"),
    ),
    Form(
        f"{DIGIT} + (",
        r"(?<![\d.,])(?:\+\d{1,3}[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}"
        r"(?!\d|[,.]\d|\s?[元万亿美%家户吨])"
        r"|(?<![\d.,])0\d{2,3}-\d{7,8}(?!\d)"
        r"|(?<![\d.,])[48]00-\d{3,4}-\d{3,4}(?!\d)"
        r"|(?<![\d.,])\d{3}-\d{3}-\d{4}(?!\d)"
        r"|\(\d{3}\) ?\d{3}-\d{4}(?!\d)"
        r"|\+\d{1,3}(?:[ -]\(?\d{1,4}\)?){2,5}",
        _phone,
    ),
    Form(
        DIGIT,
        r"(?<![\d.,])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?![\d])(?:[T ]\d{2}:\d{2}(?::\d{2})?)?",
        _DATE,
    ),
    Form(DIGIT, r"(?<![\d.,/])\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d(?!\d)", _DATE),
    Form(DIGIT, r"(?<![\d.,])(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\d-])", _DATE),
    Form(DIGIT, r"(?<![\d.,])20\d\d/(?:\d\d|20\d\d)(?![\d/])", _DATE),
    Form(DIGIT, r"(?<![\d.,])(?:19|20)\d\d[-–—~～](?:19|20)\d\d(?![\d.,])", _DATE),
)

# Tried after the forms of all languages, before plain digits.
LAST_FORMS: tuple[Form, ...] = (
    Form(DIGIT, r"(?<![\d.])\d+(?:\.\d+){2,}(?![\d])", lookalike("code")),
    Form("#", r"#\d+(?![\d.,%])", lookalike("code")),
    Form(f"{DIGIT} ( （", r"[(（]?\d{1,2}[.)、．）](?!\d)|\d{1,2}、", _list_mark),
    Form(
        each("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿"),
        r"[①-⑳❶-❿]",
        lookalike("list number", QuantityKind.ORDINAL),
    ),
    Form(DIGIT, r"\d{1,2}(?:\.\d{1,2})*(?![\d.,%％])", _heading_number),
    Form(
        f"{DIGIT} {each('¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞')}",
        r"(?:(?P<whole>\d{1,6})[ ]?)?(?P<part>[¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])",
        _vulgar_fraction,
    ),
    Form(
        DIGIT,
        r"(?<![\d/.,])(?P<top>\d{1,3})/(?P<bottom>\d{1,4})(?![\d/]|\.\d)",
        _written_fraction,
    ),
    Form(
        DIGIT,
        r"(?<![\d:：.,])(?P<left>\d{1,6}(?:\.\d{1,6})?)[:：](?P<right>\d{1,6}(?:\.\d{1,6})?)"
        r"(?![\d:：]|,\d)",
        _ratio,
    ),
)
DIGIT_FORM = Form(f"{DIGIT} .", DIGITS, read_digits)
