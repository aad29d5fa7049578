"""The written names of units: currencies, scale words, and counted or measured things."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

CURRENCIES: Final[dict[str, str]] = {
    name: code
    for code, names in {
        "CNY": "cny rmb yuan renminbi ¥ ￥ 元 人民币 人民币元 块",
        "USD": "usd us$ $ dollar dollars 美元 美金",
        "EUR": "eur € euro euros 欧元",
        "GBP": "gbp £ pound pounds sterling 英镑",
        "JPY": "jpy yen 日元 日圆",
        "HKD": "hkd hk$ 港元 港币",
        "TWD": "twd nt$ ntd 新台币 新台幣 台币",
        "KRW": "krw ₩ won 韩元",
        "INR": "inr ₹ rupee rupees 卢比",
        "AUD": "aud a$ 澳元",
        "CAD": "cad c$ 加元",
        "CHF": "chf 瑞士法郎",
        "SGD": "sgd s$ 新加坡元 新元",
        "RUB": "rub ₽ rouble roubles ruble rubles 卢布",
        "BRL": "brl r$",
        "MXN": "mxn",
    }.items()
    for name in names.split()
}

# Longest first: `百万` before `万`, `10k` before `k`.
SCALES: Final[tuple[tuple[str, Decimal], ...]] = tuple(
    sorted(
        (
            (word.replace("_", " "), Decimal(10) ** power)
            for power, words in {
                2: "百 hundred",
                3: "千 k thousand thousands '000 ’000 000s th tsd",
                4: "万 萬 10k 10,000 10,000s 10_thousand ten_thousand",
                6: "百万 mn m million millions mio mln mm",
                7: "千万",
                8: "亿 億 100m 100mn 100_million hundred_million",
                9: "十亿 bn b billion billions mrd",
                10: "百亿",
                12: "万亿 tn trillion trillions",
            }.items()
            for word in words.split()
        ),
        key=lambda pair: -len(pair[0]),
    )
)

PERCENT_NAMES: Final[dict[str, Decimal]] = {
    **dict.fromkeys(("%", "percent", "per cent", "pct", "百分比"), Decimal(1)),
    "‰": Decimal("0.1"),
}
POINT_NAMES: Final[dict[str, Decimal]] = {
    **dict.fromkeys(
        (
            "points",
            "point",
            "pp",
            "pps",
            "ppt",
            "ppts",
            "pts",
            "percentage point",
            "percentage points",
            "% points",
            "%-points",
            "百分点",
            "个百分点",
            "个点",
        ),
        Decimal(1),
    ),
    **dict.fromkeys(
        ("bp", "bps", "basis point", "basis points", "基点", "个基点"), Decimal("0.01")
    ),
}

# Written form -> canonical base. Only true synonyms are joined: 家 and 户 may count the same
# customers, but that is known from the measure, not from the classifier.
BASES: Final[dict[str, str]] = {
    name.replace("_", " "): base
    for base, names in {
        "tonnes": "t ton tons tonne tonnes mt metric_tons 吨 公吨 噸",
        "kilograms": "kg kilogram kilograms 公斤 千克",
        "people": "person persons people headcount fte heads staff employees 人 名 位",
        "customers": "customer customers client clients",
        "days": "day days working_day working_days 天 日 工作日 个工作日",
        "hours": "hour hours h hrs 小时",
        "minutes": "minute minutes min mins 分钟",
        "units": "unit units pcs pieces piece",
        "orders": "order orders",
        "cases": "case cases",
        "rooms": "room rooms",
        "room nights": "room_night room_nights roomnights 间夜",
        "times": "times 次",
        "visits": "visit visits",
        "events": "event events 场",
        "weeks": "week weeks 周 星期 个星期",
        "months": "month months 个月",
        "quarters": "quarter quarters 季度 个季度",
        "years": "year years yr yrs 年",
        "stores": "store stores",
        "calls": "call calls",
        "score": "score scores 分",
        "square metres": "sqm sq_m sq._m m² m2 square_metres square_meters 平方米 平米",
        "kWh": "kwh 千瓦时 度",
        "MWh": "mwh 兆瓦时",
        "GWh": "gwh",
        "kW": "kw kilowatt kilowatts 千瓦",
        "MW": "mw megawatt megawatts 兆瓦",
        "kVA": "kva 千伏安",
        "litres": "litre litres liter liters 升",
    }.items()
    for name in names.split()
}

# Units that are a fixed part or multiple of another base.
SCALED_BASES: Final[dict[str, tuple[str, Decimal]]] = {
    "kt": ("tonnes", Decimal(1000)),
    "克": ("kilograms", Decimal("0.001")),
    "斤": ("kilograms", Decimal("0.5")),
}

# Units of one thing in steps: base -> (base it is measured in, how many of it).
STEPPED_BASES: Final[dict[str, tuple[str, Decimal]]] = {
    "MW": ("kW", Decimal(1000)),
    "MWh": ("kWh", Decimal(1000)),
    "GWh": ("kWh", Decimal(10) ** 6),
    "tonnes": ("kilograms", Decimal(1000)),
}

# A scale alone counts what the measure names: `Parcels`, in `k`.
BARE_SCALES: Final[dict[str, Decimal]] = {
    **dict.fromkeys(("k", "thousand", "thousands"), Decimal(1000)),
    **dict.fromkeys(("mn", "million", "millions"), Decimal(10) ** 6),
}
