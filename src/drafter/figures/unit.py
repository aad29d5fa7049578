"""Units as people write them, and what they mean.

`10` never equals `10 %`: a unit is a kind, a base and a factor. Two units are comparable when
kind and base agree; the factor says how many of the base one of the unit is
(`万元` is 10,000 CNY, `kt` is 1,000 tonnes).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from drafter.figures.decimals import EXACT
from drafter.figures.unit_names import (
    BARE_SCALES,
    BASES,
    CURRENCIES,
    PERCENT_NAMES,
    POINT_NAMES,
    SCALED_BASES,
    SCALES,
    STEPPED_BASES,
)


class UnitKind(StrEnum):
    CURRENCY = "currency"
    PERCENT = "percent"
    POINTS = "points"
    MEASURE = "measure"  # anything counted or measured: tonnes, customers, days


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `kind`, canonical `base` (`CNY`, `%`, `tonnes`), `factor`, and how it was written."""

    kind: UnitKind
    base: str
    factor: Decimal = Decimal(1)
    written: str = field(default="", compare=False)

    def comparable(self, other: Unit) -> bool:
        return self.kind is other.kind and self.base == other.base


PERCENT = Unit(UnitKind.PERCENT, "%", written="%")
POINTS = Unit(UnitKind.POINTS, "points", written="points")


def steps_between(base: str, other: str) -> Decimal | None:
    """How many of `other` one of `base` is (MW, kW: 1,000); None where they measure two things."""
    root, worth = STEPPED_BASES.get(base, (base, Decimal(1)))
    other_root, other_worth = STEPPED_BASES.get(other, (other, Decimal(1)))
    return EXACT.divide(worth, other_worth) if root == other_root else None


_BRACKETS = re.compile(r"[()\[\]【】]")
_LABEL = re.compile(r"^(?:计量)?单位\s*:?\s*|^units?\s*:\s*|^in\s+|^每月")
_PER = re.compile(r"\s*/\s*|\s+per\s+")
_RENMINBI = ("人民币", "rmb", "renminbi", "cny")
_ISO_CODES = "|".join(name for name in CURRENCIES if len(name) == 3 and name.isascii())
# `USDk`, `RMB'000`, `kCNY`, `TEUR`: code and scale as one word.
_STUCK = re.compile(
    rf"(?P<code>{_ISO_CODES}) ?(?P<behind>k|mn?|bn|['’]?000s?)"
    rf"|(?P<before>k|m|t)(?P<stuck>{_ISO_CODES})"
)
_STUCK_SCALES = {"k": 3, "t": 3, "m": 6, "mn": 6, "bn": 9}


@lru_cache(maxsize=4096)
def parse_unit(text: str) -> Unit:
    """Read a unit as written in a table; an unknown word is a counting noun of its own.

    A price or ratio has both its units in its base: `元/吨` is `CNY/tonnes`.
    """
    written = text.strip()
    plain = _BRACKETS.sub(" ", unicodedata.normalize("NFKC", written))
    lowered = _LABEL.sub("", " ".join(plain.lower().split()))
    if lowered in PERCENT_NAMES:
        return Unit(UnitKind.PERCENT, "%", PERCENT_NAMES[lowered], written)
    if lowered in POINT_NAMES:
        return Unit(UnitKind.POINTS, "points", POINT_NAMES[lowered], written)
    if lowered not in BASES:
        above, *below = _PER.split(lowered, maxsplit=1)
        if above and below and below[0]:
            return _rate(_scaled(above, written), _scaled(below[0], written), written)
    return _scaled(lowered, written)


def _rate(above: Unit, below: Unit, written: str) -> Unit:
    factor = EXACT.divide(above.factor, below.factor)
    return Unit(above.kind, f"{above.base}/{below.base}", factor, written)


def _scaled(lowered: str, written: str) -> Unit:
    """A currency or a counted thing, with a scale word before or behind it."""
    rest, factor = _without_renminbi(lowered), Decimal(1)
    stuck = _STUCK.fullmatch(rest)
    if stuck is not None:
        power = _STUCK_SCALES.get(stuck["behind"] or stuck["before"], 3)
        code = CURRENCIES[stuck["code"] or stuck["stuck"]]
        return Unit(UnitKind.CURRENCY, code, Decimal(10) ** power, written)
    if not (rest in BASES or rest in CURRENCIES or rest in SCALED_BASES):
        for word, scale in SCALES:
            stripped = _without_scale(rest, word)
            if stripped is not None:
                rest, factor = stripped, scale
                break
    if rest in CURRENCIES:
        return Unit(UnitKind.CURRENCY, CURRENCIES[rest], factor, written)
    if rest in BARE_SCALES and factor == 1:
        return Unit(UnitKind.MEASURE, "units", BARE_SCALES[rest], written)
    if rest in SCALED_BASES:
        base, worth = SCALED_BASES[rest]
        return Unit(UnitKind.MEASURE, base, EXACT.multiply(factor, worth), written)
    return Unit(UnitKind.MEASURE, BASES.get(rest, rest), factor, written)


def _without_renminbi(text: str) -> str:
    """`人民币万元`, `万元人民币`, `RMB 万元` name the currency twice: `万元`."""
    if "元" not in text:
        return text
    for name in _RENMINBI:
        rest = text.removeprefix(name).removesuffix(name).strip()
        if rest != text and rest.endswith("元"):
            return rest
    return text


def _without_scale(text: str, word: str) -> str | None:
    """`text` without its scale word, or None where it has none.

    A Chinese scale leads (`万元`, `亿美元`) and may stand alone (`万` is taken as 万元 by the
    tables room, not here); a Western one leads or follows as a word of its own, or is stuck to
    a currency sign (`$m`, `CNY 10k`).
    """
    if "\u4e00" <= word[0] <= "\u9fff":
        rest = text[len(word) :].strip() if text.startswith(word) else ""
        return rest or None
    match = re.fullmatch(rf"(.*?[^a-z0-9]|){re.escape(word)}(?![a-z0-9])(.*)", text)
    if match is None:
        return None
    rest = f"{match[1].strip().removesuffix(' in')} {match[2].strip()}".strip()
    return rest.removeprefix("of ") or None
