"""Units as people write them, and what they mean.

`10` never equals `10 %`: a unit is a kind, a base and a factor. Two units are comparable when
kind and base agree; the factor says how many of the base one of the unit is
(`万元` is 10,000 CNY, `kt` is 1,000 tonnes).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from drafter.figures.unit_names import BASES, CURRENCIES, SCALES


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

_BRACKETS = re.compile(r"[()（）\[\]【】]")


@lru_cache(maxsize=4096)
def parse_unit(text: str) -> Unit:
    """Read a unit as written in a table; an unknown word is a counting noun of its own."""
    written = text.strip()
    plain = _BRACKETS.sub(" ", written).strip()
    lowered = " ".join(plain.lower().split())
    if lowered in {"%", "％", "percent", "per cent", "pct", "百分比"}:
        return Unit(UnitKind.PERCENT, "%", written=written)
    if lowered in {"points", "point", "pp", "ppt", "percentage points", "百分点", "个百分点"}:
        return Unit(UnitKind.POINTS, "points", written=written)
    if lowered in {"bp", "bps", "basis points", "个基点", "基点"}:
        return Unit(UnitKind.POINTS, "points", Decimal("0.01"), written=written)
    return _scaled(lowered, written)


def _scaled(lowered: str, written: str) -> Unit:
    """A currency or a counted thing, with a scale word before or behind it."""
    rest, factor = lowered, Decimal(1)
    if rest not in BASES and rest not in CURRENCIES:
        for word, scale in SCALES:
            stripped = _without_scale(rest, word)
            if stripped is not None:
                rest, factor = stripped, scale
                break
    code = CURRENCIES.get(rest)
    if code is not None:
        return Unit(UnitKind.CURRENCY, code, factor, written)
    return Unit(UnitKind.MEASURE, BASES.get(rest, rest), factor, written)


def _without_scale(text: str, word: str) -> str | None:
    """`text` without its scale word, or None where it has none.

    A Chinese scale leads (`万元`, `亿美元`) and may stand alone (`万` is taken as 万元 by the
    tables room, not here); a Western one leads or follows as a word of its own, or is stuck to
    a currency sign (`$m`, `CNY 10k`).
    """
    if "\u4e00" <= word[0] <= "\u9fff":
        return text[len(word) :] if text.startswith(word) and len(text) > len(word) else None
    match = re.fullmatch(rf"(.*?[^a-z0-9]|){re.escape(word)}(?![a-z0-9])(.*)", text)
    if match is None:
        return None
    rest = f"{match[1].strip()} {match[2].strip()}".strip()
    return rest.removeprefix("of ") or None
