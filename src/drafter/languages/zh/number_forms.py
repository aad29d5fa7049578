"""Chinese percentages, tenths, discounts, fractions, multiples and numerals in characters."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from drafter.figures.decimals import EXACT
from drafter.figures.unit import PERCENT
from drafter.languages.grammar import DIGIT, Form, Place, Reading, each
from drafter.languages.notation import fraction
from drafter.languages.quantity import Hedge, QuantityKind
from drafter.languages.zh.number_units import COUNTERS
from drafter.languages.zh.number_words import DIGIT_VALUES, DIGITS, NUMERALS, read_numeral

_NUMERAL = rf"[{NUMERALS}]{{1,24}}(?:点[{DIGITS}]{{1,12}}[十百千万亿]{{0,2}})?"
_AMOUNT = rf"(?:\d{{1,9}}(?:\.\d{{1,9}})?|{_NUMERAL})"
_ONE_TO_TEN = r"[一二两三四五六七八九十]"
_NOT_TENTHS = r"(?![功立本员长绩果品交为都熟效份分就语人年套像])"
_POINT_FIVE = Decimal("0.5")

_COUNTER = re.compile(r"\s?[多余来]?(?:" + "|".join(map(re.escape, COUNTERS)) + ")")
_MORE_UNITS = re.compile(
    r"\s?[多余来]?(?:[%％]|元|美元|欧元|港元|日元|英镑|人民币|块钱|倍|折|成|个点|个百分点|百分点)"
)


def _number(text: str) -> tuple[Decimal, Decimal] | None:
    """Value and step of digits or a numeral."""
    if text[0].isdecimal():
        value = Decimal(text)
        return value, Decimal(1).scaleb(int(value.as_tuple().exponent))
    spelled = read_numeral(text)
    if spelled is not None:
        return spelled.value, spelled.step
    return (Decimal(DIGIT_VALUES[text]), Decimal(1)) if text in DIGIT_VALUES else None


def _percent_words(place: Place) -> Reading | None:
    parts = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
    if place.match["amount"] == "百":
        number: tuple[Decimal, Decimal] | None = (Decimal(100), Decimal(1))
    else:
        number = _number(place.match["amount"])
    if number is None:
        return None
    factor = parts[place.match["of"]]
    value, step = number[0] * factor, number[1] * factor
    return Reading(place.match.end(), QuantityKind.PERCENT, value, step, PERCENT)


def _hundred_percent(place: Place) -> Reading:
    return Reading(place.match.end(), QuantityKind.PERCENT, Decimal(100), Decimal(1), PERCENT)


def _tenths(place: Place) -> Reading | None:
    """`八成` 80 %, `三成五` 35 %, `七八成` 70 to 80 %, `三成多` 30 to 40 %."""
    first = _number(place.match["first"])
    if first is None:
        return None
    value, step = first[0] * 10, first[1] * 10
    if value > 100:
        return None
    if place.match["second"]:
        high = Decimal(DIGIT_VALUES[place.match["second"]] * 10)
        return (
            Reading(place.match.end(), QuantityKind.RANGE, unit=PERCENT, low=value, high=high)
            if high > value
            else None
        )
    tail = place.match["tail"]
    if tail == "半":
        value, step = value + 5, Decimal(1)
    elif tail and tail in DIGIT_VALUES:
        value, step = value + DIGIT_VALUES[tail], Decimal(1)
    if place.match["more"]:
        low, high = value, value + step
        return Reading(
            place.match.end(),
            QuantityKind.PERCENT,
            value,
            step,
            PERCENT,
            low,
            high,
            hedge=Hedge.OVER,
        )
    return Reading(place.match.end(), QuantityKind.PERCENT, value, step, PERCENT)


def _discount(place: Place) -> Reading | None:
    """`八五折` and `85折` are 85 % of the price, `8折` is 80 %."""
    written = place.match["rate"]
    digits = "".join(
        str(DIGIT_VALUES[char]) if char in DIGIT_VALUES else char
        for char in written
        if char != "点"
    )
    number = Decimal(digits)
    places = max(0, -int(number.as_tuple().exponent)) + len(digits.split(".")[0])
    if not 0 < number < 100 or ("." in digits and number >= 10):
        return None
    if "." in digits:
        value, step = number * 10, Decimal(10).scaleb(int(number.as_tuple().exponent))
    else:
        value, step = (number * 10, Decimal(10)) if places == 1 else (number, Decimal(1))
    return Reading(place.match.end(), QuantityKind.PERCENT, value, step, PERCENT)


def _half_price(place: Place) -> Reading:
    return Reading(place.match.end(), QuantityKind.PERCENT, Decimal(50), Decimal(1), PERCENT)


def _fraction(place: Place) -> Reading | None:
    bottom, top = _number(place.match["bottom"]), _number(place.match["top"])
    if bottom is None or top is None or not 0 < top[0] < bottom[0]:
        return None
    return fraction(place.match.end(), EXACT.divide(top[0], bottom[0]))


def _half(place: Place) -> Reading:
    return fraction(place.match.end(), _POINT_FIVE)


def _more_than_half(place: Place) -> Reading:
    reading = fraction(place.match.end(), _POINT_FIVE)
    return Reading(
        reading.end,
        reading.kind,
        reading.value,
        reading.step,
        low=_POINT_FIVE,
        high=Decimal(1),
        hedge=Hedge.OVER,
    )


def _folded(place: Place) -> Reading | None:
    """`翻一番` is twice, `翻两番` four times; `翻了三倍` is written as a multiple of its own."""
    times = place.match["times"]
    count = _number(times) if times else (Decimal(1), Decimal(1))
    if count is None or count[0] > 20 or count[0] % 1:
        return None
    return Reading(
        place.match.end(), QuantityKind.MULTIPLE, Decimal(2) ** int(count[0]), Decimal("0.1")
    )


def _doubled(place: Place) -> Reading:
    return Reading(place.match.end(), QuantityKind.MULTIPLE, Decimal(2), Decimal("0.1"))


def _halved(place: Place) -> Reading:
    return Reading(place.match.end(), QuantityKind.MULTIPLE, _POINT_FIVE, Decimal("0.1"))


def _ordinal(place: Place) -> Reading | None:
    number = _number(place.match["number"])
    if number is None:
        return None
    return Reading(place.match.end(), QuantityKind.ORDINAL, number[0], Decimal(1))


def _digits_of(place: Place) -> Reading | None:
    number = _number(place.match["places"])
    if number is None or not 1 <= number[0] <= 12:
        return None
    count = int(number[0])
    return Reading(
        place.match.end(),
        QuantityKind.RANGE,
        low=Decimal(10 ** (count - 1)),
        high=Decimal(10**count - 1),
    )


_SCALE_WORTH: Final[dict[str, int]] = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def _vague(place: Place) -> Reading | None:
    """`十几家`, `几十家`, `数百户`, `上千台`, `百余家`: between two powers, the unit follows."""
    written = place.match.group()
    if not _counts(place):
        return None
    worth = 1
    for char in written:
        worth *= _SCALE_WORTH.get(char, 1)
    if written[0] == "上":
        low, high = worth, None
    elif written[0] in "几数好":
        low, high = 2 * worth, 10 * worth - 1
    elif written[-1] == "几":
        tens = 1 if written[0] == "十" else DIGIT_VALUES[written[0]]
        low, high = 10 * tens + 1, 10 * tens + 9
    else:
        low, high = worth, 2 * worth
    return Reading(
        place.match.end(),
        QuantityKind.RANGE,
        low=Decimal(low),
        high=None if high is None else Decimal(high),
        open=True,
    )


def _counts(place: Place) -> bool:
    after = place.after(8)
    return bool(_COUNTER.match(after) or _MORE_UNITS.match(after))


def _neighbours(place: Place) -> Reading | None:
    """`三五家`, `七八个`, `两三天`, `一两家`: from the one to the other."""
    low, high = (DIGIT_VALUES[char] for char in place.match.group()[:2])
    worth = 1
    for char in place.match.group()[2:]:
        worth *= _SCALE_WORTH[char]
    if not low < high or not _counts(place):
        return None
    return Reading(
        place.match.end(),
        QuantityKind.RANGE,
        low=Decimal(low * worth),
        high=Decimal(high * worth),
        open=True,
    )


_OTHER_END = re.compile(
    rf"[至到~～—–-][{NUMERALS}]{{1,3}}(?:{_COUNTER.pattern}|{_MORE_UNITS.pattern})"
)
_COMPOUND_PART = re.compile(r"(\d{1,9})\s?(千万|百万|十万|[亿万千百])")


def _compound(place: Place) -> Reading | None:
    """`1亿2000万`, `3万5千`: digits under falling scales."""
    total, last = 0, 10**13
    for digits, scale in _COMPOUND_PART.findall(place.match.group()):
        worth = 1
        for char in scale:
            worth *= _SCALE_WORTH[char]
        if int(digits) * worth >= last:
            return None
        total, last = total + int(digits) * worth, worth
    return Reading(place.match.end(), QuantityKind.NUMBER, Decimal(total), Decimal(last), open=True)


# Alone these are parts of words (陆续, 收拾, 零售), never a number.
_RARELY_ALONE = frozenset("零〇○壹弌贰貳兩叁參肆伍陆陸柒捌玖拾佰仟")
_SINGLE_SCALES = frozenset("百千万亿兆佰仟萬億")


def _numeral(place: Place) -> Reading | None:
    """A numeral in characters: long ones speak for themselves, short ones need a counter."""
    written = place.match.group()
    end = place.match.end()
    spelled = read_numeral(written)
    if spelled is None:
        return _leading_scale(place)
    if len(written) == 1 and not _counts(place) and not _OTHER_END.match(place.after(8)):
        if written in _RARELY_ALONE or place.before(1) == "唯":
            return None
        if written != "两":
            return Reading(end, QuantityKind.NUMBER, why_not="idiom")
    return Reading(end, QuantityKind.NUMBER, spelled.value, spelled.step, open=True)


def _leading_scale(place: Place) -> Reading | None:
    """`百万元`, `千万元`, `近百家`: a scale word alone stands for one of it, before a unit."""
    written = place.match.group()
    end = place.match.end()
    if written[0] in _SINGLE_SCALES and all(char in _SINGLE_SCALES for char in written):
        if _counts(place) and (len(written) > 1 or re.search(r"[近超逾约过]\Z", place.before(1))):
            spelled = read_numeral("一" + written)
            if spelled is not None:
                return Reading(end, QuantityKind.NUMBER, spelled.value, spelled.step, open=True)
        return None
    return Reading(end, QuantityKind.NUMBER, why_not="idiom")


_FIRST = f"{DIGIT} {each('一二两三四五六七八九十')}"

FORMS: Final[tuple[Form, ...]] = (
    Form("百 千 万", rf"(?P<of>百|千|万)分之(?P<amount>{_AMOUNT})", _percent_words),
    Form("百", r"百分(?:之)?百", _hundred_percent),
    Form(
        _FIRST,
        rf"(?<![\d.,])(?P<bottom>{_ONE_TO_TEN}{{1,3}}|\d{{1,3}})分之(?P<top>{_ONE_TO_TEN}{{1,3}}|\d{{1,3}})",
        _fraction,
    ),
    Form(
        _FIRST,
        rf"(?<![\d.,])(?P<first>{_ONE_TO_TEN}|\d{{1,2}}(?:\.\d)?)(?P<second>[二三四五六七八九])?成"
        rf"(?P<tail>[半一二三四五六七八九](?![家个]))?(?P<more>[多余])?{_NOT_TENTHS}",
        _tenths,
    ),
    Form(
        f"{DIGIT} {each('一二三四五六七八九')}",
        r"(?<![\d.,])(?P<rate>\d{1,2}(?:\.\d)?|[一二三四五六七八九](?:点?[一二三四五六七八九])?)"
        r"\s?折(?![叠旧合算扣射断腾])",
        _discount,
    ),
    Form(
        DIGIT,
        r"(?<![\d.,])(?:\d{1,9}\s?[亿万千]){1,3}\d{1,9}\s?(?:千万|百万|十万|[万千百])(?![分克米瓦伏货])",
        _compound,
    ),
    Form("对", r"对折", _half_price),
    Form(each("过超半大"), r"过半数?|超半数?|半数以上|大半(?!年)", _more_than_half),
    Form("一 半", r"一半|半数", _half),
    Form("翻", rf"翻了?(?P<times>{_ONE_TO_TEN})番", _folded),
    Form("翻", r"翻了?一?倍|翻了?番|翻一翻", _doubled),
    Form("成", r"成倍", _doubled),
    Form("减 腰", r"减半|腰斩", _halved),
    Form(
        f"{DIGIT} {each('一两二三四五六七八')}",
        r"(?P<places>[一两二三四五六七八]|\d)位数",
        _digits_of,
    ),
    Form(
        "第",
        rf"第\s?(?P<number>\d{{1,6}}(?![\d.,])|[{NUMERALS}]{{1,8}})(?:[名位](?!数))?",
        _ordinal,
    ),
    Form(
        each("好几数上十二三四五六七八九百千"),
        r"(?:好?几|数|上)[十百千万亿]{1,2}|[二三四五六七八九]?十几|[十百千][余多来](?!少|元素)",
        _vague,
    ),
    Form(
        each("一二两三四五六七八"),
        r"[一二两三四五六七八][二两三四五六七八九][十百千万]{0,2}",
        _neighbours,
    ),
    Form(each(NUMERALS), _NUMERAL, _numeral),
)
