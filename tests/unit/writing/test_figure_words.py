"""What each reference becomes: direction, polarity, and what is left out where it misleads."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.figures.document import parse_report
from drafter.figures.report import Report
from drafter.writing.catalogue import Catalogue, build_catalogue
from drafter.writing.references import parse_reference


def _text(catalogue: Catalogue, token: str) -> str | None:
    reference = parse_reference(token)
    assert reference is not None
    return catalogue.text_of(reference)


ENGLISH_WORDS = {
    "F1": "CNY 3 million",
    "F1.plan": "CNY 3.2 million",
    "F1.attainment": "93.8%",
    "F1.gap": "CNY 200,000",
    "F1.gap:change": "CNY 200,000 below plan",
    "F1.gap:verb": "missed plan by CNY 200,000",
    "F1.gap_rate:change": "6.3% below plan",
    "F1.mom": "3.4%",
    "F1.mom:change": "up 3.4% month on month",
    "F1.yoy:verb": "fell 3.2% year on year",
    "F1.trend": "up 3.4% month on month but down 3.2% year on year",
    "F1.ytd_gap:change": "CNY 1 million behind the year-to-date plan",
    "F2.share": "40%",
    "F2.trend": "up 4.3% month on month and 20% year on year",
    "F4.gap:change": "exactly on plan",
    "F7": "4.86%",
    "F7.gap:change": "0.14 points better than plan",
    "F7.mom:change": "up 0.15 points month on month",
    "F8:number": "38",
    "F8.gap:change": "2 below plan",
    "F8.mom:change": "unchanged month on month",
    "F9": "USD -128,000",
    "F9.gap:change": "USD 22,000 above plan",
    "T2": "CNY 1.2 million",
    "T2.plan": "CNY 1.2 million",
    "C11": "2 of the 3 regions met plan",
    "C14": "the largest miss in money is East, CNY 300,000 below plan",
    "C21": "1 of the 2 regions met plan",
    "N1": "9 days",
}

CHINESE_WORDS = {
    "F1": "300万元",
    "F1.gap:change": "低于计划20万元",
    "F1.gap:verb": "低于计划20万元",
    "F2.gap:change": "超计划10万元",
    "F1.yoy:change": "同比下降3.2%",
    "F1.trend": "环比增长3.4%，但同比下降3.2%",
    "F4.gap:change": "与计划持平",
    "F7.gap:change": "优于计划0.14个百分点",
    "F7.mom:change": "环比上升0.15个百分点",
    "F8": "38人",
    "F8.mom:change": "环比持平",
    "C14": "按金额计缺口最大的是East，低于计划30万元",
    "N1:written": "9 days",
}


@pytest.mark.parametrize(("token", "words"), ENGLISH_WORDS.items())
def test_a_reference_in_english(report: Report, token: str, words: str) -> None:
    assert _text(build_catalogue(report), token) == words


@pytest.mark.parametrize(("token", "words"), CHINESE_WORDS.items())
def test_a_reference_in_chinese_over_an_english_table(
    document: dict[str, Any], token: str, words: str
) -> None:
    catalogue = build_catalogue(parse_report({**document, "language": "zh"}))
    assert _text(catalogue, token) == words


@pytest.mark.parametrize(
    "token",
    [
        "F7.attainment",  # lower is better: an attainment of 97 % misleads
        "F7.gap_rate",
        "F9.attainment",  # a loss has no attainment and no growth rate
        "F9.mom",
        "F8.yoy",  # no prior year
        "F1:number",  # money is never said without its unit
        "F1.share",
        "F2.ytd",
        "F1.mom:number",
        "F99",
        "T1",  # the table states the total itself
        "C28",
        "N99",
    ],
)
def test_what_the_report_does_not_give_is_unknown(report: Report, token: str) -> None:
    assert _text(build_catalogue(report), token) is None


def test_a_size_never_carries_a_sign_except_a_loss(report: Report) -> None:
    catalogue = build_catalogue(report)
    for number in range(1, 9):
        for reference, text in catalogue.references_of(
            parse_reference(f"F{number}").target,  # type: ignore[union-attr]
            number,
        ):
            assert not text.startswith(("-", "+")), str(reference)


def test_no_total_is_computed_from_a_part(document: dict[str, Any]) -> None:
    """Three of many products are no whole where the regions add up to more."""
    figures = [
        {"measure": "Sales", "unit": "t", "dimensions": {"region": "A"}, "actual": 50},
        {"measure": "Sales", "unit": "t", "dimensions": {"region": "B"}, "actual": 50},
        {"measure": "Sales", "unit": "t", "dimensions": {"product": "X"}, "actual": 30},
        {"measure": "Sales", "unit": "t", "dimensions": {"product": "Y"}, "actual": 20},
    ]
    catalogue = build_catalogue(parse_report({**document, "figures": figures}))
    assert _text(catalogue, "T1") == "100 t"
    assert _text(catalogue, "T2") is None
    assert _text(catalogue, "F1.share") == "50%"
    assert _text(catalogue, "F3.share") is None


def test_a_tie_has_no_extreme(document: dict[str, Any]) -> None:
    figures = [
        {"measure": "Sales", "unit": "t", "dimensions": {"region": r}, "actual": 9, "plan": 10}
        for r in ("A", "B")
    ]
    catalogue = build_catalogue(parse_report({**document, "figures": figures}))
    assert _text(catalogue, "C11") == "none of the 2 regions met plan"
    assert _text(catalogue, "C14") is None
