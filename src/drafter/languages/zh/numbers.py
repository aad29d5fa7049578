"""The Chinese number grammar, as `drafter.languages.quantities` reads it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from drafter.languages.grammar import NumberGrammar, any_of
from drafter.languages.quantity import Hedge
from drafter.languages.word_list import words
from drafter.languages.zh.number_forms import FORMS
from drafter.languages.zh.number_lookalikes import DATES, LIST_MARKS, NAMED, PERIODS
from drafter.languages.zh.number_units import COUNTERS

GRAMMAR: Final = NumberGrammar(
    forms=(*DATES, *PERIODS, *LIST_MARKS, *NAMED, *FORMS),
    scales={
        r"\s?万[亿億]": Decimal(10**12),
        r"\s?千[亿億]": Decimal(10**11),
        r"\s?百[亿億]": Decimal(10**10),
        r"\s?十[亿億]": Decimal(10**9),
        r"\s?千[万萬]": Decimal(10**7),
        r"\s?百[万萬]": Decimal(10**6),
        r"\s?十[万萬]": Decimal(10**5),
        r"\s?[亿億]": Decimal(10**8),
        r"\s?[万萬]": Decimal(10**4),
        r"\s?千(?![克米瓦伏卡])": Decimal(10**3),
        r"\s?百(?![分货货强度])": Decimal(10**2),
    },
    letter_scales={r"[wW](?![A-Za-z0-9])": Decimal(10**4)},
    percent=(r"个?百分比",),
    points={
        r"个?百分点": Decimal(1),
        r"个(?:点|pp|pct)(?![位心击])": Decimal(1),
        r"个?基点|个?(?:bp|bps)(?![A-Za-z])": Decimal("0.01"),
    },
    multiples=("倍",),
    counters=(any_of(COUNTERS),),
    glued_units=r"\s?(?:[%％万亿]|美元|元|个百分点|千克|吨|[家户部台人箱套件单票盒名辆场次条份批](?![字]))",
    hedges_before={
        Hedge.AT_LEAST: ("至少", "不低于", "不少于", "最少", "起码", "不下于", "不小于", "不下"),
        Hedge.AT_MOST: ("至多", "最多", "不超过", "不多于", "不高于", "不大于", "不超"),
        Hedge.NEARLY: ("接近", "将近", "近", "逼近", "几乎", "几近", "趋近"),
        Hedge.OVER: ("超过", "超", "逾", "突破", "多于", "大于", "高于", "越过", "站上"),
        Hedge.UNDER: ("不足", "不到", "未满", "少于", "小于", "低于", "不及", "未达", "跌破"),
        Hedge.ABOUT: ("约", "大约", "大概", "大致", "约合", "估计", "差不多"),
    },
    not_hedges=words(
        """
    签约 节约 合约 预约 违约 契约 履约 毁约 解约 特约 续约 制约 公约 简约 条约 集约 邀约 最近 附近
    靠近 就近 临近 邻近 亲近 赶超 反超 英超 商超 满足不到 看不到 收不到 达不到 等不到 找不到 得不到
    做不到 买不到
    """
    ),
    fillers=(),
    hedges_inside={Hedge.OVER: ("[多余](?![额下款])",), Hedge.ABOUT: ("来",)},
    hedges_after={
        Hedge.ABOUT: (r"\s?左右", r"\s?上下", "许(?=[，。；、,;.])"),
        Hedge.AT_LEAST: (r"\s?及?以上", "起(?=[，。；、,;.])"),
        Hedge.AT_MOST: (r"\s?及?以内", r"\s?之内", r"\s?及?以下"),
        Hedge.OVER: ("有余", "开外", "多(?=[，。；、,;.（）)]|$)", "强(?=[，。；、,;.])"),
        Hedge.NEARLY: ("弱(?=[，。；、,;.])",),
    },
    negatives=("负",),
    joiners=(r"\s?(?:至|到)\s?",),
    openers=("介于", "在"),
    not_a_range_after=r"(?:从|由|自|增加|减少|增长|下降|提高|降低|上升|提升|增|减|升|降)了?\s?\Z",
    noun=None,
    money_words={
        "块钱": ("CNY", Decimal(1)),
        "毛钱": ("CNY", Decimal("0.1")),
        "角": ("CNY", Decimal("0.1")),
        "分钱": ("CNY", Decimal("0.01")),
        "美分": ("USD", Decimal("0.01")),
    },
)
