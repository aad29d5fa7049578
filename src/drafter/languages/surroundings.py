"""The words around a bare number: sign and currency before it, scale and unit behind, hedges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from drafter.figures.unit import Unit, UnitKind, parse_unit
from drafter.figures.unit_names import CURRENCIES
from drafter.languages.grammar import NumberGrammar
from drafter.languages.quantity import Hedge

# Words that are no currency right behind or before a number in prose.
_NOT_IN_PROSE = frozenset({"块", "won", "real", "pound", "sterling", "新元"})
_WIDEST_HEDGE = 32
_WIDEST_PREFIX = 16
_MINUS = "-−–﹣－▼↓"
_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Prefix:
    """Sign and currency before a number; `start` is where they begin."""

    start: int
    negative: bool = False
    plus_minus: bool = False
    triangle: bool = False
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Suffix:
    """Scale and unit behind a number; `end` is where they end."""

    end: int
    factor: Decimal = Decimal(1)
    unit: Unit | None = None
    multiple: bool = False
    hedge: Hedge | None = None


class _Lexicon:
    """Named alternatives in one pattern, and the key that a match stands for."""

    def __init__(
        self, entries: Iterable[tuple[str, object]], *, lead: str = "", tail: str = ""
    ) -> None:
        self.keys: list[object] = []
        parts = []
        for pattern, key in entries:
            parts.append(f"(?P<k{len(self.keys)}>{pattern})")
            self.keys.append(key)
        body = "|".join(parts) if parts else "(?!)"
        self.pattern = re.compile(f"{lead}(?:{body}){tail}", re.IGNORECASE)

    def key(self, match: re.Match[str]) -> object:
        return self.keys[int((match.lastgroup or "k0")[1:])]


def _merged(grammars: Iterable[NumberGrammar], attribute: str) -> list[tuple[str, object]]:
    """`(pattern, key)` of one mapping attribute over all grammars."""
    found: list[tuple[str, object]] = []
    for grammar in grammars:
        mapping: Mapping[object, object] = getattr(grammar, attribute)
        for key, value in mapping.items():
            if isinstance(value, tuple):
                found.extend((pattern, key) for pattern in value)
            else:
                found.append((str(key), value))
    return found


class Surroundings:
    """Reads what stands around a number, with the words of the given grammars."""

    def __init__(self, grammars: tuple[NumberGrammar, ...]) -> None:
        self.grammars = grammars
        self.before = _prefix_pattern(grammars)
        self.scale = _Lexicon(_merged(grammars, "scales"))
        self.inside = _Lexicon(_merged(grammars, "hedges_inside"))
        self.after = _Lexicon(_merged(grammars, "hedges_after"))
        self.hedge = _hedge_lexicon(grammars)
        self.points = _Lexicon(_merged(grammars, "points"), lead=r"[ \u00a0-]?")
        self.percent = _percent_pattern(grammars)
        self.multiple = re.compile(
            r"[ \u00a0-]?(?:"
            + "|".join(p for g in grammars for p in g.multiples)
            + ")|×(?!\\s?\\d)",
            re.IGNORECASE,
        )
        self.currency = _currency_pattern(grammars)
        self.currencies = dict(CURRENCIES)
        for grammar in grammars:
            self.currencies.update(grammar.currency_words)
        self.counter = re.compile(
            r"[ \u00a0-]?(?P<unit>" + "|".join(p for g in grammars for p in g.counters) + ")",
            re.IGNORECASE,
        )
        self.per = re.compile(r"/(?P<per>[a-zA-Z²³]{1,12}|[\u4e00-\u9fff]{1,3})(?![A-Za-z])")

    def prefix(self, text: str, start: int, floor: int) -> Prefix:
        """Sign and currency before `start`, not reaching before `floor`."""
        match = self.before.search(text, max(floor, start - _WIDEST_PREFIX), start)
        if match is None:
            return Prefix(start)
        sign = (match["sign"] or match["inner"] or match["bare"] or "").strip()
        begin, code = match.start(), match["currency"]
        if sign and floor > 0 and not text[floor:begin].strip(" \u00a0"):
            # Right behind another number this joins a range (3-5) and is no sign.
            begin, sign = (match.start("currency"), "") if code else (start, "")
        return Prefix(
            begin,
            negative=sign != "" and (sign in _MINUS or sign[0].isalpha()),
            plus_minus=sign == "±",
            triangle=sign != "" and sign in "▲△",
            currency=self.currencies[code.lower()] if code else None,
        )

    def suffix(self, text: str, end: int, value: Decimal, currency: str | None) -> Suffix:
        """Scale, unit and inner hedge behind a number that ends at `end`."""
        at, hedge = self._inner_hedge(text, end, None)
        factor = Decimal(1)
        scale = self.scale.pattern.match(text, at)
        if scale is not None:
            found = self.scale.key(scale)
            assert isinstance(found, Decimal)
            factor, at = found, scale.end()
            at, hedge = self._inner_hedge(text, at, hedge)
        unit_end, unit, multiple = self._unit(text, at, value, currency)
        if unit is None and not multiple:
            plain = Unit(UnitKind.MEASURE, "", factor, text[end:at]) if factor != 1 else None
            return Suffix(at, factor, plain, hedge=hedge)
        if unit is not None:
            written = text[end:unit_end].strip()
            unit = Unit(unit.kind, unit.base, unit.factor * factor, written)
        return Suffix(unit_end, factor, unit, multiple, hedge)

    def _inner_hedge(self, text: str, at: int, known: Hedge | None) -> tuple[int, Hedge | None]:
        match = self.inside.pattern.match(text, at)
        if match is None:
            return at, known
        key = self.inside.key(match)
        assert isinstance(key, Hedge)
        return match.end(), key

    def _unit(
        self, text: str, at: int, value: Decimal, currency: str | None
    ) -> tuple[int, Unit | None, bool]:
        points = self.points.pattern.match(text, at)
        if points is not None:
            factor = self.points.key(points)
            assert isinstance(factor, Decimal)
            return points.end(), Unit(UnitKind.POINTS, "points", factor), False
        percent = self.percent.match(text, at)
        if percent is not None:
            factor = Decimal("0.1") if "‰" in percent.group() else Decimal(1)
            return percent.end(), Unit(UnitKind.PERCENT, "%", factor), False
        multiple = self.multiple.match(text, at)
        if multiple is not None:
            return multiple.end(), None, True
        money = self.currency.match(text, at)
        if money is not None:
            code = self.currencies[money["code"].lower()]
            return self._per(text, money.end(), Unit(UnitKind.CURRENCY, currency or code))
        if currency is not None:
            return at, None, False
        counter = self.counter.match(text, at)
        if counter is not None:
            return counter.end(), parse_unit(counter["unit"]), False
        return self._noun(text, at, value)

    def _per(self, text: str, at: int, unit: Unit) -> tuple[int, Unit, bool]:
        """`元/吨`: a price for one of something."""
        match = self.per.match(text, at)
        if match is None:
            return at, unit, False
        below = parse_unit(match["per"])
        return match.end(), Unit(unit.kind, f"{unit.base}/{below.base}", unit.factor), False

    def _noun(self, text: str, at: int, value: Decimal) -> tuple[int, Unit | None, bool]:
        for grammar in self.grammars:
            if grammar.noun is not None:
                found = grammar.noun(text, at, value)
                if found is not None:
                    return found[0], found[1], False
        return at, None, False

    def hedge_before(self, text: str, start: int, floor: int) -> Hedge | None:
        """The hedge right before `start`; a comparison ("5 % more than 1,200") is none."""
        match = self.hedge.pattern.search(text, max(floor, start - _WIDEST_HEDGE), start)
        if match is None:
            return None
        key = self.hedge.key(match)
        assert isinstance(key, Hedge)
        if match.start() == floor and match.group().strip() == "~":
            return None
        compares = key in (Hedge.OVER, Hedge.UNDER) and floor > 0
        if compares and not text[floor : match.start()].strip(" \u00a0"):
            return None
        return key

    def hedge_after(self, text: str, end: int) -> Hedge | None:
        match = self.after.pattern.match(text, end)
        if match is None:
            return None
        key = self.after.key(match)
        assert isinstance(key, Hedge)
        return key


def _prefix_pattern(grammars: tuple[NumberGrammar, ...]) -> re.Pattern[str]:
    signs = "|".join(
        rf"\b{word}\s" if word.isascii() else word for g in grammars for word in g.negatives
    )
    names = [name for name in CURRENCIES if name not in _NOT_IN_PROSE]
    latin = "|".join(re.escape(n) for n in _longest(names) if n[0].isascii() and n[0].isalpha())
    others = "|".join(
        re.escape(n) for n in _longest(names) if not (n[0].isascii() and n[0].isalpha())
    )
    sign = rf"(?<![A-Za-z\d%％)）\]-])[-−–﹣－+＋]|[▲△▼↓↑±]\s?|{signs}"
    currency = rf"(?:(?<![A-Za-z])(?:{latin})|{others})"
    return re.compile(
        rf"(?:(?P<sign>{sign})?(?P<currency>{currency})\s?(?P<inner>[-−–+])?|(?P<bare>{sign}))\Z",
        re.IGNORECASE,
    )


def _longest(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def _hedge_lexicon(grammars: tuple[NumberGrammar, ...]) -> _Lexicon:
    entries: list[tuple[str, object]] = []
    for pattern, key in _merged(grammars, "hedges_before"):
        latin = any("a" <= char <= "z" for char in pattern) and not re.search("[一-龥]", pattern)
        entries.append(
            (rf"(?<![A-Za-z]){pattern}\s+(?:the |an? |another )?" if latin else pattern, key)
        )
    return _Lexicon(entries, tail=r"[\s*]{0,3}(?:了|为)?\Z")


def _percent_pattern(grammars: tuple[NumberGrammar, ...]) -> re.Pattern[str]:
    words = "|".join(pattern for grammar in grammars for pattern in grammar.percent)
    return re.compile(rf"\s?[%％‰]|[ \u00a0-]?(?:{words})", re.IGNORECASE)


def _currency_pattern(grammars: tuple[NumberGrammar, ...]) -> re.Pattern[str]:
    names = [name for name in CURRENCIES if name not in _NOT_IN_PROSE]
    names += [word for grammar in grammars for word in grammar.currency_words]
    words = "|".join(
        re.escape(name) + (r"(?![A-Za-z])" if name[-1].isascii() and name[-1].isalpha() else "")
        for name in _longest(names)
    )
    return re.compile(rf"[ \u00a0]?(?P<code>{words})(?![旦素件器老首])(?:人民币)?", re.IGNORECASE)
