"""Units in header texts, title lines and cells: which words are units, and which are not."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from drafter.figures.unit import Unit, UnitKind, parse_unit
from drafter.figures.unit_names import BASES, SCALES
from drafter.languages.headers import fold, header_words
from drafter.languages.measure_words import names_any

_PLURAL = re.compile(r"[a-z]{3,14}s")
_CANONICAL = frozenset(BASES.values()) - {"score"}
_SCALE_WORDS = dict(SCALES)
_LETTER_SCALES = {"k": "k", "m": "million", "mn": "million", "mio": "million", "bn": "bn"}


@lru_cache(maxsize=4096)
def known_unit(text: str) -> Unit | None:
    """The unit that a text is, or None where its words are no unit that anyone would know."""
    written = " ".join(text.split())
    if not written or len(written) > 24:
        return None
    unit = parse_unit(_scale_first(fold(written)) if not written.isascii() else written)
    if unit.kind is not UnitKind.MEASURE:
        return Unit(unit.kind, unit.base, unit.factor, written)
    words = header_words().unit_words
    if unit.base in _CANONICAL or unit.base in words or fold(written) in words:
        return Unit(unit.kind, unit.base, unit.factor, written)
    return None


_CHINESE_CURRENCY = re.compile(
    r"(人民币|新台币|台币|港币|美元|美金|欧元|日元)(百|千|万|百万|千万|亿)?元?"
)


def _scale_first(folded: str) -> str:
    """`新台币千元` as `千新台币`, the order in which units are read."""
    match = _CHINESE_CURRENCY.fullmatch(folded)
    return (match[2] or "") + match[1] if match else folded


def unit_of(text: str) -> Unit:
    """The unit in a unit column: any word is one there, as written."""
    written = " ".join(text.split())
    bare = re.sub(r"^[(（\[]\s*(.*?)\s*[)）\]]$", r"\1", written) or written
    return known_unit(bare) or parse_unit(bare)


def lone_scale(text: str) -> Decimal | None:
    """The worth of a scale word that stands without a unit: 万, k, million."""
    return _SCALE_WORDS.get(fold(text.strip()))


def scaled_name(written: str) -> str:
    """A unit that was read from a cell, as a unit is written: `$m` as `$ million`, `eur` as EUR."""
    sign, _, scale = written.partition(" ")
    if (
        sign.isascii()
        and sign.isalpha()
        and len(sign) <= 3
        and parse_unit(sign).kind.value == "currency"
    ):
        sign = sign.upper()
    return f"{sign} {_LETTER_SCALES.get(scale.lower(), scale)}".strip()


@lru_cache(maxsize=4096)
def unit_in_brackets(text: str) -> tuple[str, Unit | None]:
    """A header without its unit, and the unit: `销售额(万元)`, `Revenue [EUR k]`, `Volume, t`."""
    for match in re.finditer(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]", text):
        inside = re.sub(r"^(?:单位|單位|[Uu]nit|[Ii]n) ?[:： ]? ?", "", match[1].strip())
        outside = (text[: match.start()] + " " + text[match.end() :]).strip()
        unit = known_unit(inside) or _counting_noun(outside, inside)
        if unit is not None:
            return outside, unit
    match_behind = re.fullmatch(r"(.*[^\s,，/])\s*(?:[,，/]| in )\s*([^,，/]+)", text)
    if match_behind:
        unit = known_unit(match_behind[2].strip())
        if unit is not None and not unit.written.isdigit():
            return match_behind[1].strip(), unit
    percent = re.fullmatch(r"(.*?)[ ]*[%％]", text)
    if percent and percent[1]:
        return percent[1].strip(), known_unit("%")
    return text, None


def _counting_noun(measure: str, inside: str) -> Unit | None:
    """`Footfall (visitors)`: beside a measure that counts, a plural is what it counts."""
    words, name = header_words(), fold(measure)
    counts = names_any(name, words.count_words) and not names_any(name, words.money_words)
    return parse_unit(inside) if counts and _PLURAL.fullmatch(inside) else None


def title_units(text: str) -> tuple[Unit, ...]:
    """The units that a line above a table gives for its amounts: one, or one for each kind."""
    found = declared_units(text)
    if found:
        return found
    rest, unit = unit_in_brackets(text)
    return (unit,) if rest != text and unit and unit.kind is not UnitKind.PERCENT else ()


def declared_units(text: str) -> tuple[Unit, ...]:
    """The units that a line says outright to be units: `单位：万元`, `Currency: EUR`."""
    folded = fold(text)
    found: dict[Unit, None] = {}
    for pattern in header_words().unit_line_patterns:
        for match in re.finditer(pattern, folded):
            written = text[match.start("unit") : match.end("unit")].strip(" .。:：)）(（")
            for part in (written, *re.split(r"[、/及和]| and ", written)):
                unit = known_unit(part.strip())
                if unit is not None:
                    found[unit] = None
                if unit is not None and part is written:
                    break
    return tuple(found)
