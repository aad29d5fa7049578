"""Numbers as people type them: separators, brackets, marks, units; and what is none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from drafter.figures.unit import Unit, parse_unit
from drafter.languages.headers import fold, header_words
from drafter.tables.months import find_months
from drafter.tables.unit_texts import known_unit, lone_scale


class Notation(StrEnum):
    """How a file writes decimals."""

    POINT = "point"  # 1,234.5
    COMMA = "comma"  # 1.234,5
    UNKNOWN = "unknown"  # nothing in the file tells whether 1.234 is a thousand


class Doubt(StrEnum):
    """Why a text that speaks of a number is not read as one."""

    NOTATION = "number_notation"
    APPROXIMATE = "approximate"
    UNREADABLE = "unreadable_number"
    DATE = "date_in_number"


@dataclass(frozen=True, slots=True)
class NumberText:
    """A number as typed. `percent`: written with a percent sign; `scale`: a bare 万, k, m.

    `decimals` are the places written. `footnote` is a mark that was set behind the number;
    `noun`: the unit is a word that no list knows (`340 quotes`).
    """

    value: Decimal
    percent: bool = False
    unit: Unit | None = None
    scale: Decimal = Decimal(1)
    decimals: int = 0
    footnote: str = ""
    noun: bool = False


@dataclass(frozen=True, slots=True)
class DoubtfulText:
    """A text in a number's place that is not one certain number, with what it may be."""

    doubt: Doubt
    candidates: tuple[str, ...] = ()


_FOOTNOTE = re.compile(r"(?<=[\d%)）])\s*([*†‡]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|[①-⑳]|\[\d{1,2}\])$")
_NEGATIVE_MARKS = "▲△▵-+"
_SHAPE = re.compile(
    r"(?P<sign>[▲△+-]?) ?(?P<prefix>[^\d\s.,▲△+()-]{0,6}) ?(?P<sign2>[▲△+-]?) ?"
    r"(?P<core>\d[\d.,'’ ]*|\.\d+)(?P<suffix>[^\d]*?) ?(?P<sign3>-?)"
)
_CORE_POINT = re.compile(
    r"\d+(\.\d+)?|\.\d+|\d{1,3}(,\d{3})+(\.\d+)?|\d{1,2}(,\d{2})+,\d{3}(\.\d+)?"
)
_CORE_COMMA = re.compile(r"\d+(,\d+)?|\d{1,3}(\.\d{3})+(,\d+)?")
# A counting word of the house: one Latin word, or two Chinese characters at most.
_NOUN = re.compile(r"[a-z]{3,15}|[\u4e00-\u9fff]{1,2}")
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_DATE = re.compile(
    r"(19|20)\d{2}[-/年](0?[1-9]|1[0-2])([-/月]\d{0,2}日?)?|(19|20)\d{2}\.\d{1,2}\.\d{1,2}"
    r"|\d{1,2}[-/. ]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/. ]?(\d{2,4})?"
    r"|\d{1,2}月\d{1,2}日|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
)


def read_number(text: str, notation: Notation) -> NumberText | DoubtfulText | None:
    """Read a cell's text; None when no digit speaks in it (then it is words)."""
    bare = text.strip()
    mark = _FOOTNOTE.search(bare)
    if mark:
        bare = bare[: mark.start()].strip()
    plain = fold(bare)
    if not any(char.isdigit() for char in plain):
        return None
    number = _read_plain(plain, notation)
    if isinstance(number, NumberText) and mark:
        return NumberText(
            number.value,
            number.percent,
            number.unit,
            number.scale,
            number.decimals,
            mark[1],
            number.noun,
        )
    return number


def _read_plain(plain: str, notation: Notation) -> NumberText | DoubtfulText:
    """`plain` is folded and without footnote marks."""
    if _DATE.fullmatch(plain) or _is_month(plain):
        return DoubtfulText(Doubt.DATE)
    inner, bracketed = _without_brackets(plain)
    match = _SHAPE.fullmatch(inner)
    if match is None:
        return _doubtful(plain, notation)
    value = _core_value(match["core"], notation)
    if value is None:
        return DoubtfulText(Doubt.NOTATION, _both_readings(match["core"]))
    signs = [sign for sign in (match["sign"], match["sign2"], match["sign3"]) if sign]
    if len(signs) + bracketed > 1:
        return DoubtfulText(Doubt.UNREADABLE)
    negative = bracketed or any(sign != "+" for sign in signs)
    number = _with_unit(match, -value if negative else value, notation)
    return number or _doubtful(plain, notation)


def _is_month(plain: str) -> bool:
    """`7月`, `1-10月`, `Oct-25` are periods, not seven of something."""
    return (
        any((mention.start, mention.end) == (0, len(plain)) for mention in find_months(plain))
        and not plain.replace(".", "").isdigit()
    )


def _without_brackets(plain: str) -> tuple[str, bool]:
    """`(3)` and `($18k)` are negative; so is `$(18)`."""
    match = re.fullmatch(r"(?P<before>[^\d()]{0,5})\((?P<inside>[^()]*)\)(?P<behind>%?)", plain)
    if match is None:
        return plain, False
    return f"{match['before']}{match['inside']}{match['behind']}".strip(), True


def _with_unit(match: re.Match[str], value: Decimal, notation: Notation) -> NumberText | None:
    """The number with what stands before and behind it, or None where that is no unit."""
    prefix, suffix = match["prefix"].strip(), match["suffix"].strip()
    decimals = _decimals(match["core"].strip(), notation)
    if suffix in ("%", "percent", "pct") and not prefix:
        return NumberText(value, percent=True, decimals=decimals)
    if not prefix and not suffix:
        return NumberText(value, decimals=decimals)
    scale = lone_scale(suffix) if not prefix else None
    if scale is not None:
        return NumberText(value, scale=scale, decimals=decimals)
    unit = known_unit(f"{prefix} {suffix}".strip())
    if unit is None and not prefix and _NOUN.fullmatch(suffix):
        if suffix in header_words().hedges or suffix in header_words().missing:
            return None
        return NumberText(value, unit=parse_unit(suffix), decimals=decimals, noun=True)
    if unit is None:
        return None
    return NumberText(value, unit=unit, decimals=decimals)


def _doubtful(plain: str, notation: Notation) -> DoubtfulText:
    """`~40` is approximate; `12-15`, `3 of 4` are no single number."""
    for hedge in header_words().hedges:
        rest = None
        if plain.startswith(hedge):
            rest = plain[len(hedge) :].strip()
        elif plain.endswith(hedge) and not hedge.isascii():
            rest = plain[: -len(hedge)].strip()
        if rest:
            inner, bracketed = _without_brackets(rest)
            match = _SHAPE.fullmatch(inner)
            value = _core_value(match["core"], notation) if match and not bracketed else None
            if value is not None and match:
                sign = "-" if match["sign"] in ("-", "▲", "△") else ""
                return DoubtfulText(Doubt.APPROXIMATE, (sign + format(value, "f"),))
    return DoubtfulText(Doubt.UNREADABLE)


def _core_value(core: str, notation: Notation) -> Decimal | None:
    """The digits as a number, or None where they do not fit the notation."""
    bare = _without_spaces(core)
    if bare is None:
        return None
    if notation is Notation.UNKNOWN and _EITHER.fullmatch(bare):
        return None
    if notation is Notation.COMMA:
        if not _CORE_COMMA.fullmatch(bare):
            return None
        return Decimal(bare.replace(".", "").replace(",", "."))
    if not _CORE_POINT.fullmatch(bare):
        return None
    return Decimal(bare.replace(",", ""))


def _without_spaces(core: str) -> str | None:
    """Digits grouped by spaces or apostrophes, joined; None where the groups are not of three."""
    bare = core.strip()
    for mark in " '’":
        if mark in bare:
            if not re.fullmatch(rf"\d{{1,3}}({mark}\d{{3}})+([.,]\d+)?", bare):
                return None
            bare = bare.replace(mark, "")
    return bare


def _decimals(core: str, notation: Notation) -> int:
    point = "," if notation is Notation.COMMA else "."
    return len(core.rpartition(point)[2]) if point in core else 0


def _both_readings(core: str) -> tuple[str, ...]:
    """A number of the other notation, both ways: `12.5` and `125`."""
    bare = _without_spaces(core) or ""
    readings = [
        "".join(char for char in bare.replace(point, "_") if char.isdigit() or char == "_")
        for point in ".,"
    ]
    found = [text.replace("_", ".") for text in readings if text.count("_") <= 1]
    return tuple(dict.fromkeys(text for text in found if text))


def notation_of(texts: Iterable[str], *, semicolons: bool) -> Notation:
    """How a file writes its decimals, from all its number texts; a minority does not count."""
    point = comma = either = 0
    for text in texts:
        match = _SHAPE.fullmatch(_without_brackets(fold(text.strip()))[0])
        core = _without_spaces(match["core"]) if match else None
        if not core or core.isdigit():
            continue
        weight = 3 if "," in core and "." in core else 1  # both signs leave no doubt
        if _EITHER.fullmatch(core):
            either += 1
        elif _CORE_POINT.fullmatch(core):
            point += weight
        elif _CORE_COMMA.fullmatch(core):
            comma += weight
    if comma > point:
        return Notation.COMMA
    if point or not either:
        return Notation.POINT
    return Notation.UNKNOWN if semicolons else Notation.POINT
