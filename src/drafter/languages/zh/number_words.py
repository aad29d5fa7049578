"""Chinese numerals: 三千六百, 两千, 廿, 十六点四亿, 一百零五, and their formal writing."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from drafter.languages.grammar import Spelled
from drafter.languages.word_list import words

DIGIT_VALUES: Final[dict[str, int]] = {
    char: value
    for value, chars in enumerate(
        words(
            """
    零〇○ 一壹弌 二贰貳两兩 三叁參 四肆 五伍 六陆陸 七柒 八捌 九玖
    """
        )
    )
    for char in chars
}
SMALL_SCALES: Final[dict[str, int]] = {
    "十": 10,
    "拾": 10,
    "百": 100,
    "佰": 100,
    "千": 1000,
    "仟": 1000,
}
BIG_SCALES: Final[dict[str, int]] = {
    "万": 10**4,
    "萬": 10**4,
    "亿": 10**8,
    "億": 10**8,
    "兆": 10**12,
}
_JOINED_TENS: Final[dict[str, int]] = {"廿": 20, "卅": 30}

DIGITS: Final = "".join(DIGIT_VALUES)
NUMERALS: Final = DIGITS + "".join(SMALL_SCALES) + "".join(BIG_SCALES) + "".join(_JOINED_TENS)


def read_numeral(text: str) -> Spelled | None:
    """The value of a well-formed numeral, None of anything else (三五, 千万, 一二).

    Below ten thousand every numeral is a count; with 万 or 亿 the last written unit is its step.
    """
    whole, point, decimals = text.partition("点")
    if point:
        return _with_decimals(whole, decimals)
    if len(whole) >= 2 and all(char in DIGIT_VALUES for char in whole):
        return _digit_by_digit(whole)
    return _positional(whole)


def _with_decimals(whole: str, decimals: str) -> Spelled | None:
    digits = decimals.rstrip("".join(BIG_SCALES) + "".join(SMALL_SCALES))
    left = _positional(whole)
    if left is None or not digits:
        return None
    step = Decimal(1).scaleb(-len(digits))
    value = left.value + sum(
        (DIGIT_VALUES[char] * Decimal(1).scaleb(-at) for at, char in enumerate(digits, start=1)),
        Decimal(0),
    )
    scale = 1
    for char in decimals[len(digits) :]:
        scale *= BIG_SCALES.get(char) or SMALL_SCALES[char]
    return Spelled(value * scale, step * scale)


def _digit_by_digit(text: str) -> Spelled | None:
    """二〇二六 and 一二三四, but not 三五 (three to five)."""
    if len(text) < 3 and "〇" not in text and "零" not in text:
        return None
    return Spelled(Decimal("".join(str(DIGIT_VALUES[char]) for char in text)), Decimal(1))


def _positional(text: str) -> Spelled | None:
    reading = _Positional()
    for char in text:
        if not reading.take(char):
            return None
    return reading.result()


class _Positional:
    """Walks a numeral: `section` is what stands before the next 万 or 亿."""

    def __init__(self) -> None:
        self.total = self.section = 0
        self.digit: int | None = None
        self.last_scale = 10
        self.step = 1
        self.after_zero = False
        self.is_big = False

    def take(self, char: str) -> bool:
        if char in DIGIT_VALUES:
            if self.digit is not None and self.digit != 0:
                return False
            self.digit = DIGIT_VALUES[char]
            self.after_zero = self.after_zero or self.digit == 0
            return True
        if char in _JOINED_TENS:
            self.section += _JOINED_TENS[char]
            self.last_scale, self.step = 10, 1
            return True
        if char in SMALL_SCALES:
            return self._small(SMALL_SCALES[char])
        return self._big(BIG_SCALES[char])

    def _small(self, scale: int) -> bool:
        if not self.digit and scale != 10:
            return False
        self.section += (self.digit or 1) * scale
        self.digit, self.last_scale, self.step, self.after_zero = None, scale, scale, False
        return True

    def _big(self, scale: int) -> bool:
        self._close_section(bare=True)
        if self.section == 0:
            if self.total == 0:
                return False
            self.total *= scale
        else:
            self.total = (
                (self.total + self.section) * scale
                if 0 < self.total < scale
                else self.total + self.section * scale
            )
        self.section, self.last_scale, self.step = 0, scale, scale
        self.after_zero, self.is_big = False, True
        return True

    def _close_section(self, *, bare: bool) -> None:
        """A last digit after 百, 千 or 万 counts the next lower unit (三万五 = 35,000)."""
        if self.digit is None:
            return
        shortened = not bare and not self.after_zero and self.last_scale >= 100
        worth = self.last_scale // 10 if shortened else 1
        self.section += self.digit * worth
        self.step = worth
        self.digit = None

    def result(self) -> Spelled | None:
        bare = self.section == 0 and self.total == 0
        self._close_section(bare=bare)
        step = self.step if self.is_big else 1
        return Spelled(Decimal(self.total + self.section), Decimal(step))
