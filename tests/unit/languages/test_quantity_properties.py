"""Properties that hold for every text, whatever it says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.languages.quantities import read_quantities

_SOME_FORMS = """
1,234 12 2026 0.5 3.1.2 １２，３４５ ٣٤ 三千六百 两 十 百万 万 亿 千 % ％ 个百分点 成
折 倍 元 万元 美元 $ ¥ CNY million bn k m x - – ~ 至 到 to and between
约 近 超 多 余 左右 about over nearly at least ( ) （ ） ▲ ▼ − + ± 负 家
人 个 吨 stores people days 月 日 年 8月 June 24 Q3 第 一 三和 一些 one of
a third half 二分之一 分之 翻 番 | ** # 1. 1、 （1） : / ISO A-12
http://a/1 @ 、 ， 。 . , ; 点 : 1/2 ½ ① hundred twenty-five dozen
second
"""
_PIECES = st.sampled_from([*_SOME_FORMS.split(), "\n", " ", "\u00a0"])
_PROSE = st.lists(_PIECES, max_size=30).flatmap(
    lambda pieces: st.sampled_from(["".join(pieces), " ".join(pieces)])
)
_TEXTS = st.one_of(
    st.text(max_size=120), _PROSE, st.text("0123456789.,-/: %()一二三千万亿多成点", max_size=60)
)


@given(_TEXTS, st.sampled_from(["en", "zh"]))
@settings(max_examples=1500, deadline=None)
def test_every_text_is_read(text: str, language: str) -> None:
    quantities = read_quantities(text, language)  # type: ignore[arg-type]
    covered = [0] * len(text)
    end = 0
    for quantity in quantities:
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.start >= end
        assert text[quantity.start : quantity.end] == quantity.text
        end = quantity.end
        for place in range(quantity.start, quantity.end):
            covered[place] += 1
        if quantity.value is not None:
            assert quantity.low is None or quantity.low <= quantity.value
            assert quantity.high is None or quantity.value <= quantity.high
        elif quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
    for place, char in enumerate(text):
        if char.isdecimal():
            assert covered[place] == 1, (text, char, quantities)


@given(_PROSE)
@settings(max_examples=200, deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_quantities(text, "zh") == read_quantities(text, "zh")
