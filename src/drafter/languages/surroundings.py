"""The words around a bare number: sign and currency before it, scale and unit behind, hedges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from drafter.figures.unit import Unit, UnitKind, parse_unit
from drafter.figures.unit_names import CURRENCIES
from drafter.languages.grammar import NumberGrammar
from drafter.languages.quantity import Hedge

# Words that are no currency right behind or before a number in prose.
_NOT_IN_PROSE = frozenset({"块", "won", "real", "pound", "sterling", "新元"})
_WIDEST_HEDGE = 32
_WIDEST_PREFIX = 16
_MINUS = "-−–﹣－▼↓"
_ONE = Decimal(1)


class Prefix(NamedTuple):
    """Sign and currency before a number; `start` is where they begin."""

    start: int
    negative: bool = False
    plus_minus: bool = False
    triangle: bool = False
    currency: str | None = None


class Suffix(NamedTuple):
    """Scale and unit behind a number; `end` is where they end."""

    end: int
    factor: Decimal = Decimal(1)
    unit: Unit | None = None
    multiple: bool = False
    hedge: Hedge | None = None


class _Lexicon:
    """Named alternatives in one pattern, and the key that a match stands for."""

    def __init__(self, entries: Iterable[tuple[str, object]]) -> None:
        self.keys: list[object] = []
        parts = []
        for pattern, key in entries:
            parts.append(f"(?P<k{len(self.keys)}>{pattern})")
            self.keys.append(key)
        self.pattern = re.compile("|".join(parts) or "(?!)", re.IGNORECASE)

    def key(self, match: re.Match[str]) -> object:
        return self.keys[int((match.lastgroup or "k0")[1:])]


class _WordsBefore:
    """Literal words looked up right before a place: matched on the reversed text, longest first."""

    def __init__(self, words: Mapping[str, Hedge | None], fillers: Iterable[str]) -> None:
        self._keys = {word.lower(): key for word, key in words.items()}
        filler = "|".join(rf"{re.escape(word[::-1])}(?![A-Za-z])" for word in _longest(fillers))
        literal = "|".join(
            re.escape(word[::-1])
            + (r"(?![A-Za-z])" if word[0].isascii() and word[0].isalpha() else "")
            for word in _longest(self._keys)
        )
        self._pattern = re.compile(
            rf"[\s*]{{0,3}}(?:(?:{filler})[\s*]{{1,2}}|[了为])?(?P<word>{literal})", re.IGNORECASE
        )

    def find(self, text: str, start: int, floor: int) -> tuple[str, Hedge | None] | None:
        """The word that ends right before `start`, and its key."""
        behind = text[max(floor, start - _WIDEST_HEDGE) : start][::-1]
        match = self._pattern.match(behind)
        if match is None:
            return None
        word = match["word"][::-1]
        return behind[match.end() :][::-1], self._keys[" ".join(word.lower().split())]


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
    """Reads what stands around a number, with the words of the given grammars (own one first)."""

    def __init__(self, grammars: tuple[NumberGrammar, ...]) -> None:
        self.grammars = grammars
        self.before = _prefix_pattern(grammars)
        own_letters = _merged(grammars[:1], "letter_scales")
        all_letters = _merged(grammars, "letter_scales")
        self.scale = _Lexicon(_merged(grammars, "scales") + own_letters)
        self.money_scale = _Lexicon(_merged(grammars, "scales") + all_letters)
        self.inside = _Lexicon(_merged(grammars, "hedges_inside"))
        self.after = _Lexicon(_merged(grammars, "hedges_after"))
        self.hedge = _hedge_words(grammars)
        self.points = _Lexicon(
            (rf"[ \u00a0-]?(?:{p})", key) for p, key in _merged(grammars, "points")
        )
        self.percent = _percent_pattern(grammars)
        multiples = "|".join(pattern for grammar in grammars for pattern in grammar.multiples)
        self.multiple = re.compile(rf"[ \u00a0-]?(?:{multiples})|×(?!\s?\d)", re.IGNORECASE)
        self.currency = _currency_pattern(grammars)
        self.currencies = {name: (code, _ONE) for name, code in CURRENCIES.items()}
        for grammar in grammars:
            self.currencies.update(grammar.money_words)
        counters = "|".join(pattern for grammar in grammars for pattern in grammar.counters)
        self.counter = re.compile(rf"[ \u00a0-]?(?P<unit>{counters})", re.IGNORECASE)
        self.per = re.compile(r"/(?P<per>[a-zA-Z²³]{1,12}|[\u4e00-\u9fff]{1,3})(?![A-Za-z])")

    def prefix(self, text: str, start: int, floor: int) -> Prefix:
        """Sign and currency before `start`, not reaching before `floor`."""
        match = self.before.match(text[max(floor, start - _WIDEST_PREFIX) : start][::-1])
        if match is None or match.end() == 0:
            return Prefix(start)
        sign = (match["sign"] or match["inner"] or match["bare"] or "")[::-1].strip()
        begin, code = start - match.end(), match["currency"]
        code = code[::-1] if code else None
        if sign and floor > 0 and not text[floor:begin].strip(" \u00a0"):
            # Right behind another number this joins a range (3-5) and is no sign.
            begin, sign = (start - match.end("currency"), "") if code else (start, "")
        return Prefix(
            begin,
            negative=sign != "" and (sign in _MINUS or sign[0].isalpha()),
            plus_minus=sign == "±",
            triangle=sign != "" and sign in "▲△",
            currency=self.currencies[code.lower()][0] if code else None,
        )

    def suffix(self, text: str, end: int, value: Decimal, currency: str | None) -> Suffix:
        """Scale, unit and inner hedge behind a number that ends at `end`."""
        at, hedge = self._inner_hedge(text, end, None)
        factor = Decimal(1)
        lexicon = self.scale if currency is None else self.money_scale
        scale = lexicon.pattern.match(text, at)
        if scale is not None:
            found = lexicon.key(scale)
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
            code, worth = self.currencies[money["code"].lower()]
            at, times = self._scale_behind_money(text, money.end())
            return self._per(text, at, Unit(UnitKind.CURRENCY, currency or code, worth * times))
        if currency is not None:
            return at, None, False
        counter = self.counter.match(text, at)
        if counter is not None:
            return counter.end(), parse_unit(counter["unit"]), False
        return self._noun(text, at, value)

    def _scale_behind_money(self, text: str, at: int) -> tuple[int, Decimal]:
        """The scale that a table's unit says last: `212 GBP k`, `0.4 $ million`."""
        match = self.money_scale.pattern.match(text, at)
        if match is None or not match.group().isascii() or not match.group()[0].isspace():
            return at, Decimal(1)
        factor = self.money_scale.key(match)
        assert isinstance(factor, Decimal)
        return match.end(), factor

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
        found = self.hedge.find(text, start, floor)
        if found is None:
            return None
        before, key = found
        if floor == 0 or before.strip(" \u00a0"):
            return key
        # Right behind another number: "5 % more than 1,200" compares, "4~6" is a range.
        compares = key in (Hedge.OVER, Hedge.UNDER) and text[floor:start].isascii()
        return None if compares or text[start - 1] == "~" else key

    def hedge_after(self, text: str, end: int) -> Hedge | None:
        match = self.after.pattern.match(text, end)
        if match is None:
            return None
        key = self.after.key(match)
        assert isinstance(key, Hedge)
        return key


def _prefix_pattern(grammars: tuple[NumberGrammar, ...]) -> re.Pattern[str]:
    """Sign and currency, on the reversed text right before a number."""
    names = [name[::-1] for name in CURRENCIES if name not in _NOT_IN_PROSE]
    latin = "|".join(re.escape(n) for n in _longest(names) if n[-1].isascii() and n[-1].isalpha())
    others = "|".join(
        re.escape(n) for n in _longest(names) if not (n[-1].isascii() and n[-1].isalpha())
    )
    words = "|".join(
        rf"{re.escape(word[::-1])}(?![A-Za-z])" for g in grammars for word in g.negatives
    )
    sign = rf"[-−–﹣－+＋](?![A-Za-z\d%％)）\]-])|\s?[▲△▼↓↑±]|{words}"
    currency = rf"(?:(?:{latin})(?![A-Za-z])|{others})"
    return re.compile(
        rf"(?P<inner>[-−–+])?\s?(?P<currency>{currency})(?P<sign>{sign})?|(?P<bare>{sign})",
        re.IGNORECASE,
    )


def _longest(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def _hedge_words(grammars: tuple[NumberGrammar, ...]) -> _WordsBefore:
    words: dict[str, Hedge | None] = {}
    for grammar in grammars:
        words |= {word: key for key, group in grammar.hedges_before.items() for word in group}
        words |= dict.fromkeys(grammar.not_hedges)
    return _WordsBefore(words, [word for grammar in grammars for word in grammar.fillers])


def _percent_pattern(grammars: tuple[NumberGrammar, ...]) -> re.Pattern[str]:
    words = "|".join(pattern for grammar in grammars for pattern in grammar.percent)
    return re.compile(rf"\s?[%％‰]|[ \u00a0-]?(?:{words})", re.IGNORECASE)


def _currency_pattern(grammars: tuple[NumberGrammar, ...]) -> re.Pattern[str]:
    names = [name for name in CURRENCIES if name not in _NOT_IN_PROSE]
    names += [word for grammar in grammars for word in grammar.money_words]
    words = "|".join(
        re.escape(name) + (r"(?![A-Za-z])" if name[-1].isascii() and name[-1].isalpha() else "")
        for name in _longest(names)
    )
    return re.compile(rf"[ \u00a0]?(?P<code>{words})(?![旦素件器老首])(?:人民币)?", re.IGNORECASE)
