"""Chinese forms that only look like a quantity: dates, periods, list marks, numbered things."""

from __future__ import annotations

import re
from typing import Final

from drafter.languages.grammar import DIGIT, Form, Place, Reading, any_of, each, lookalike
from drafter.languages.quantity import QuantityKind
from drafter.languages.zh.number_names import IDIOMS, NAMES
from drafter.languages.zh.number_words import DIGIT_VALUES

_N = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_RANGE = r"\s?[-－–—―~～至到]{1,2}\s?"
_TO = r"\s?[-－–—―~～至到、/和与及]{1,2}\s?"
_YEAR = r"(?:\d{4}|[一二][〇零○九][〇零○一二三四五六七八九]{2}|['’‘]?\d{2})\s?年"
_DAY = rf"{_N}\s?[日号](?!线|楼|店|仓|机|产品)"
_ALONE = r"(?<![\d.,])"

_DATE = lookalike("date", QuantityKind.DATE)
_PERIOD = lookalike("period", QuantityKind.DATE)


def _list_mark(place: Place) -> Reading | None:
    written = place.match.group()
    inside = written[0] in "(（" or written.endswith("是")
    if not (place.starts_clause if inside else place.starts_line or _after_sentence(place)):
        return None
    return Reading(place.match.end(), QuantityKind.ORDINAL, why_not="list number")


def _after_sentence(place: Place) -> bool:
    return place.before(3).rstrip().endswith(("。", "；", ";", "：", ":"))


def _day(place: Place) -> Reading | None:
    """`15日` is a date, `20号` too, but `3号线` is a name."""
    if re.search(r"第\Z", place.before(1)):
        return None
    return Reading(place.match.end(), QuantityKind.DATE, why_not="date")


def _two_digit_year(place: Place) -> Reading | None:
    """`26年` is a year, `20年` may be a duration: years of this century only, from 20 on."""
    if re.match(r"\s?(?:来|以来|内|间|期|质保|经验|前|后|历史)", place.after(3)):
        return None
    return Reading(place.match.end(), QuantityKind.DATE, why_not="date")


def _idiom(place: Place) -> Reading | None:
    """`一点` is an idiom, the start of `一点五` is not; so with `十分` and `十分之一`."""
    written = place.match.group()
    if written.endswith("点") and place.after(1) in DIGIT_VALUES:
        return None
    if written.endswith("分") and place.after(1) == "之":
        return None
    return Reading(place.match.end(), QuantityKind.NUMBER, why_not="idiom")


_MONTH_LIST = rf"{_ALONE}(?:{_N}{_TO}){{1,4}}{_N}\s?(?:月(?:份|初|中旬|上旬|下旬|中|底|末)?|(?=[两三四]个?月))"


def _months(place: Place) -> Reading | None:
    """`1—8月`, `11、12月`; but `1、8月` at the start of a line is a list mark and a month."""
    listed = re.match(r"(\d{1,2})\s?、(\d{1,2})?", place.match.group())
    if listed and place.starts_line:
        first, second = int(listed[1]), int(listed[2] or 0)
        if first == 1 or second != first + 1:
            return None
    return Reading(place.match.end(), QuantityKind.DATE, why_not="period")


_START = f"{DIGIT} {each('一二三四五六七八九十廿卅')}"
_PART_OF_MONTH = r"(?:份|初|中旬|上旬|下旬|中|底|末)?"
_SPOKEN_YEAR = r"[一二][〇零○九][〇零○一二三四五六七八九]{2}"

DATES: Final[tuple[Form, ...]] = (
    Form(
        f"{_START} ' ‘ ’",
        rf"{_ALONE}{_YEAR}(?:度)?\s?{_N}\s?月{_PART_OF_MONTH}"
        rf"(?:\s?{_DAY})?(?:{_RANGE}(?:{_YEAR}\s?)?(?:{_N}\s?月份?\s?)?(?:{_DAY})?(?<=[日号月份]))?",
        _DATE,
    ),
    Form(_START, rf"{_ALONE}(?:\d{{4}}|{_SPOKEN_YEAR})\s?年(?:度|底|初|末|中)?", _DATE),
    Form(_START, rf"{_ALONE}{_N}\s?月份?\s?{_DAY}(?:{_RANGE}(?:{_N}\s?月份?\s?)?{_DAY})?", _DATE),
    Form(_START, rf"{_ALONE}{_N}\s?月份?\s?{_N}{_TO}{_DAY}", _DATE),
    Form(_START, _MONTH_LIST, _months),
    Form(_START, rf"{_ALONE}{_N}\s?月份?{_RANGE}{_N}\s?月{_PART_OF_MONTH}", _PERIOD),
    Form(_START, rf"{_ALONE}{_N}\s?月{_PART_OF_MONTH}(?![饼球光])", _DATE),
    Form(_START, rf"{_ALONE}{_N}{_RANGE}{_DAY}", _DATE),
    Form(
        _START,
        rf"{_ALONE}{_N}\s?日(?!均|产|活|本|常|元|照|夜|用)"
        rf"|{_ALONE}\d{{1,2}}\s?号(?!线|楼|店|仓|机|产品|文|令)",
        _day,
    ),
    Form(f"{DIGIT} ' ‘ ’", rf"{_ALONE}['’‘]?2\d\s?年(?:度|底|初|末)?", _two_digit_year),
    Form(
        each("上下晚早中凌"),
        r"(?:上午|下午|晚上|早上|中午|凌晨|晚|早)\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s?[点时]"
        r"(?:半|整|钟|\d{1,2}分)?",
        lookalike("time", QuantityKind.DATE),
    ),
    Form(
        DIGIT,
        rf"{_ALONE}\d{{1,2}}\s?[点时](?:半|整|钟|\d{{1,2}}分)",
        lookalike("time", QuantityKind.DATE),
    ),
    Form(each("周星礼"), r"(?:周|星期|礼拜)[一二三四五六日天](?![个家名人])", _DATE),
)

PERIODS: Final[tuple[Form, ...]] = (
    Form(
        f"{DIGIT} {each('第一二三四')}",
        rf"{_ALONE}第?[一二三四1-4](?:[-—–~～至到、和]?[一二三四1-4])?\s?季度?(?:末|初)?(?![节])",
        _PERIOD,
    ),
    Form("前", r"前\s?[一二三两1-3]\s?个?季度", _PERIOD),
    Form(
        each("前近过"),
        rf"(?:前|近|过去)\s?(?:{_N}|两|几)\s?(?:个月|年(?!轻)|周|天|日)",
        _PERIOD,
    ),
    Form(each("上下前后半大第一二"), r"[上下前后]半[年月]|半年度?|大半年|第?[一二]半年", _PERIOD),
    Form("第", rf"第\s?{_N}\s?(?:周|天|期|月|年)(?!度)", _PERIOD),
    Form(
        each('“"十'),
        r"[“\"]?十[三四五六]五[”\"]?(?=规划|期间|末|收官|开局|目标|时期|[”\"])",
        lookalike("name"),
    ),
    Form(
        "每",
        r"每\s?(?:\d[\d,]{0,9}(?![\d.])|[百千万十两]{1,2}|半)\s?[万]?(?=[一-龥])",
        lookalike("unit label"),
    ),
)

LIST_MARKS: Final[tuple[Form, ...]] = (
    Form(each("一二三四五六七八九十"), r"[一二三四五六七八九十]{1,3}[、.．](?!\d)", _list_mark),
    Form("( （", r"[(（][一二三四五六七八九十]{1,3}[)）]、?", _list_mark),
    Form(
        "第 其",
        r"(?:第[一二三四五六七八九十]|其[一二三四五六])(?=[，,、:：是])",
        _list_mark,
    ),
    Form(each("一二三四五六七八九"), r"[一二三四五六七八九]是", _list_mark),
)

NAMED: Final[tuple[Form, ...]] = (
    Form(
        "前",
        r"前[一二三五六七八九十两\d]{1,3}(?:大|名|强|位|家)|前三(?![\d一-龥]?[个季])",
        lookalike("name"),
    ),
    Form(
        f"{DIGIT} {each('一二三四五六七八九十')}",
        r"\d{1,4}\s?(?:号(?:线|楼|店|仓|机|产品|文|令|门)|路公交)|"
        r"[一二三四五六七八九十]号(?:线|楼|店|仓|机|产品|位|链接|工程|文件)",
        lookalike("name"),
    ),
    Form("双", r"双\s?(?:11|12|十一|十二|十)", lookalike("name")),
    Form(
        f"{DIGIT} {each('五六十')}",
        r"(?<![\d.,])(?:11\.11|12\.12|3[·.]15|6\.?18)"
        r"(?=大促|活动|促销|购物节|期间|年中|电商|预售|备货|当|节|晚会|狂欢)|"
        r"[五六十]一(?=假期|期间|黄金周|长假|节|活动|促销|小长假|大促|前|后|国庆|当|备货|档)",
        lookalike("name"),
    ),
    Form(each("".join(name[0] for name in NAMES)), any_of(NAMES), lookalike("name")),
    Form(each("".join(idiom[0] for idiom in IDIOMS)), rf"(?<!唯){any_of(IDIOMS)}", _idiom),
)
