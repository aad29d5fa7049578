"""What holds for every text and every report."""

from __future__ import annotations

import itertools
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.checking.check import check
from drafter.checking.result import Verdict
from drafter.figures.period import Period
from drafter.figures.report import Figure, Report
from drafter.figures.scenario import Scenario
from drafter.figures.unit import parse_unit

_WORDS = st.sampled_from(
    "Sales North South up down by to from 12 4.5% 1,204 plan target of the year on month last 3 "
    "points three of five regions largest , . ; ( ) | - # 万元 同比 环比 增长 下降 完成 计划 的 三个 区域 全部 "
    "销售额 华东 占 均 约 1.2亿元 7月 累计 最高 翻一番 respectively per 100 and \n $ million -3 (1,234) half".split(
        " "
    )
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=40).map(" ".join))
_VALUES = st.decimals(-(10**9), 10**9, places=2, allow_nan=False, allow_infinity=False)
_FIGURES = st.builds(
    Figure,
    st.sampled_from(["Sales", "销售额", "Headcount", "Churn rate", "回款", "Price per tonne"]),
    st.sampled_from(["CNY 10k", "万元", "%", "people", "USD/tonne", "points"]).map(parse_unit),
    st.dictionaries(st.sampled_from(list(Scenario)), _VALUES, min_size=1),
    st.sampled_from(
        [{}, {"region": "North"}, {"region": "South"}, {"区域": "华东"}, {"region": "Total"}]
    ),
)
_REPORTS = st.builds(
    Report,
    st.builds(Period, st.integers(2020, 2030), st.integers(1, 12)),
    st.just("Desk"),
    st.sampled_from(["en", "zh"]),
    st.lists(_FIGURES, max_size=6).map(tuple),
    _TEXTS,
)
_RELAXED = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_RELAXED
@given(_TEXTS, _REPORTS)
def test_mentions_slice_and_never_overlap(text: str, report: Report) -> None:
    mentions = check(text, report).mentions
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.start < mention.end
    for earlier, later in itertools.pairwise(mentions):
        assert earlier.end <= later.start


@_RELAXED
@given(_TEXTS, _REPORTS)
def test_every_digit_is_covered_once(text: str, report: Report) -> None:
    mentions = check(text, report).mentions
    for place, char in enumerate(text):
        if char in "0123456789":
            assert sum(item.start <= place < item.end for item in mentions) == 1


@_RELAXED
@given(_TEXTS, _REPORTS, st.randoms(use_true_random=False))
def test_the_order_of_figures_does_not_matter(text: str, report: Report, random: object) -> None:
    shuffled = list(report.figures)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other = Report(report.period, report.department, report.language, tuple(shuffled), report.notes)
    ours = [(item.start, item.verdict.is_bad) for item in check(text, report).mentions]
    theirs = [(item.start, item.verdict.is_bad) for item in check(text, other).mentions]
    assert ours == theirs


@given(st.integers(3000, 9999), st.integers(3000, 9999))
@settings(max_examples=40, deadline=None)
def test_exchanged_figures_are_found(north: int, south: int) -> None:
    report = Report(
        Period(2026, 10),
        "Desk",
        "en",
        tuple(
            Figure(
                "Sales", parse_unit("CNY 10k"), {Scenario.ACTUAL: Decimal(value)}, {"region": name}
            )
            for name, value in (("North", north), ("South", south))
        ),
    )
    text = "North came to {} in October, South to {}."
    assert not check(text.format(north, south), report).findings
    if north != south:
        assert len(check(text.format(south, north), report).findings) == 2


@given(st.integers(10_000, 99_999), st.integers(10_000, 99_999))
@settings(max_examples=40, deadline=None)
def test_a_value_outside_its_interval_is_never_supported(value: int, written: int) -> None:
    report = Report(
        Period(2026, 10),
        "销售部",
        "zh",
        (
            Figure(
                "销售额", parse_unit("万元"), {Scenario.ACTUAL: Decimal(value)}, {"区域": "华东"}
            ),
        ),
    )
    (mention,) = list(check(f"华东销售额{written}万元。", report).mentions)
    assert (mention.verdict is Verdict.SUPPORTED) == (value == written)
