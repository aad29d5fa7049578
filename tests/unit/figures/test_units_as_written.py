"""Units as tables write them: what they are of, and how many of it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.figures.unit import UnitKind, parse_unit
from drafter.figures.unit_names import CURRENCIES

_MONEY = {
    "CNY": 0,
    "RMB": 0,
    "元": 0,
    "人民币": 0,
    "人民币元": 0,
    "¥": 0,
    "￥": 0,
    "yuan": 0,
    "CNY 10k": 4,
    "CNY (10k)": 4,
    "in CNY 10k": 4,
    "¥10k": 4,
    "10k yuan": 4,
    "10,000 yuan": 4,
    "10 thousand yuan": 4,
    "万元": 4,
    "萬元": 4,
    "万 元": 4,
    "(万元)": 4,
    "（万元）": 4,
    "人民币万元": 4,
    "人民币（万元）": 4,
    "万元人民币": 4,
    "万元（人民币）": 4,
    "RMB 万元": 4,
    "万人民币": 4,
    "单位：万元": 4,
    "单位: 万元": 4,
    "千元": 3,
    "百元": 2,
    "CNY '000": 3,
    "RMB'000": 3,
    "RMB 000": 3,
    "CNY thousand": 3,
    "¥'000": 3,
    "kCNY": 3,
    "百万元": 6,
    "CNY m": 6,
    "CNYm": 6,
    "CNY mn": 6,
    "CNY million": 6,
    "CNY millions": 6,
    "CNY in millions": 6,
    "¥m": 6,
    "mn CNY": 6,
    "MCNY": 6,
    "million yuan": 6,
    "千万元": 7,
    "亿元": 8,
    "億元": 8,
    "亿元人民币": 8,
    "CNY bn": 9,
    "CNY billion": 9,
}
_FOREIGN = {
    "USD": ("USD", 0),
    "US$": ("USD", 0),
    "$": ("USD", 0),
    "美元": ("USD", 0),
    "美金": ("USD", 0),
    "万美元": ("USD", 4),
    "亿美元": ("USD", 8),
    "$k": ("USD", 3),
    "$m": ("USD", 6),
    "$ million": ("USD", 6),
    "$bn": ("USD", 9),
    "USDk": ("USD", 3),
    "kUSD": ("USD", 3),
    "USD k": ("USD", 3),
    "US$'000": ("USD", 3),
    "€m": ("EUR", 6),
    "TEUR": ("EUR", 3),
    "£k": ("GBP", 3),
    "HK$m": ("HKD", 6),
    "万港元": ("HKD", 4),
    "亿日元": ("JPY", 8),
    "NT$m": ("TWD", 6),
}
_MEASURES = {
    "tonnes": ("tonnes", 1),
    "t": ("tonnes", 1),
    "吨": ("tonnes", 1),
    "万吨": ("tonnes", 10_000),
    "千吨": ("tonnes", 1000),
    "kt": ("tonnes", 1000),
    "people": ("people", 1),
    "人": ("people", 1),
    "名": ("people", 1),
    "万人次": ("人次", 10_000),
    "days": ("days", 1),
    "天": ("days", 1),
    "个月": ("months", 1),
    "周": ("weeks", 1),
    "years": ("years", 1),
    "customers": ("customers", 1),
    "户": ("户", 1),
    "家": ("家", 1),
    "台": ("台", 1),
    "万箱": ("箱", 10_000),
    "'000 cases": ("cases", 1000),
    "thousand cases": ("cases", 1000),
    "k pcs": ("units", 1000),
    "million kWh": ("kWh", 10**6),
    "亿千瓦时": ("kWh", 10**8),
    "GWh": ("GWh", 1),
    "㎡": ("square metres", 1),
    "m²": ("square metres", 1),
    "SKU": ("sku", 1),
    "widgets": ("widgets", 1),
}


@pytest.mark.parametrize(("written", "power"), _MONEY.items())
def test_renminbi_in_every_writing(written: str, power: int) -> None:
    unit = parse_unit(written)
    assert (unit.kind, unit.base, unit.factor) == (UnitKind.CURRENCY, "CNY", Decimal(10) ** power)
    assert unit.written == written.strip()


@pytest.mark.parametrize(("written", "expected"), _FOREIGN.items())
def test_other_currencies(written: str, expected: tuple[str, int]) -> None:
    unit = parse_unit(written)
    assert unit.kind is UnitKind.CURRENCY
    assert (unit.base, unit.factor) == (expected[0], Decimal(10) ** expected[1])


@pytest.mark.parametrize(("written", "expected"), _MEASURES.items())
def test_counted_and_measured_things(written: str, expected: tuple[str, int]) -> None:
    unit = parse_unit(written)
    assert unit.kind is UnitKind.MEASURE
    assert (unit.base, unit.factor) == (expected[0], Decimal(expected[1]))


@pytest.mark.parametrize("written", ["%", "％", "percent", "per cent", "pct", "（%）", "百分比"])
def test_percent(written: str) -> None:
    assert parse_unit(written).kind is UnitKind.PERCENT


@pytest.mark.parametrize(
    "written", ["points", "pp", "ppt", "% points", "百分点", "个百分点", "个点"]
)
def test_points_are_no_percent(written: str) -> None:
    assert parse_unit(written).kind is UnitKind.POINTS
    assert not parse_unit(written).comparable(parse_unit("%"))


def test_parts_of_percent_and_points() -> None:
    assert parse_unit("‰").factor == Decimal("0.1")
    assert parse_unit("bp").factor == parse_unit("个基点").factor == Decimal("0.01")


@pytest.mark.parametrize(
    ("written", "base", "factor"),
    [
        ("元/吨", "CNY/tonnes", 1),
        ("USD/t", "USD/tonnes", 1),
        ("USD per tonne", "USD/tonnes", 1),
        ("万元/人", "CNY/people", 10_000),
        ("元/万人", "CNY/people", "0.0001"),
        ("kt/day", "tonnes/days", 1000),
    ],
)
def test_a_price_has_both_units_in_its_base(written: str, base: str, factor: object) -> None:
    unit = parse_unit(written)
    assert (unit.base, unit.factor) == (base, Decimal(str(factor)))
    assert not unit.comparable(parse_unit("元"))


def test_ten_is_never_ten_percent() -> None:
    assert not parse_unit("customers").comparable(parse_unit("%"))
    assert not parse_unit("USD").comparable(parse_unit("CNY"))
    assert parse_unit("万元").comparable(parse_unit("CNY million"))


@given(st.text(max_size=40))
def test_any_text_is_some_unit(text: str) -> None:
    unit = parse_unit(text)
    assert unit.factor > 0
    assert unit == parse_unit(text)
    assert unit.comparable(unit)


@given(st.sampled_from(sorted(CURRENCIES)), st.sampled_from(["万", "亿", "百万"]))
def test_a_chinese_scale_before_any_currency(name: str, scale: str) -> None:
    worth = {"万": 10**4, "亿": 10**8, "百万": 10**6}[scale]
    unit = parse_unit(scale + name)
    assert (unit.kind, unit.base, unit.factor) == (UnitKind.CURRENCY, CURRENCIES[name], worth)
