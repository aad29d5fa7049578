"""How fast quantities are read, beside a bare scan for digits of the same text in the same run.

    python evals/benchmarks/read_quantities.py [--json]

Per language: characters a second on 20 KB of number-dense business prose (best of several runs,
processor time), and how many times longer 1 MB takes; 50 times is linear.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

from drafter.figures.report import LANGUAGES, LanguageCode
from drafter.languages.quantities import read_quantities

_SMALL, _LARGE = 20_000, 1_000_000

# Written for this benchmark; every sentence carries three or more numbers of different forms.
_PROSE: dict[LanguageCode, str] = {
    "en": """## 1. Results

Sales came to CNY 48.36 million, 103.2% of plan, 4.1% up on September and 7.9% up on October 2025.
North closed at 1,284 against a plan of 1,200 (107.0%); South, the second-largest region, reached
roughly 31% of revenue, yet its 1,914 fell 2.4 percentage points short of the 98.5% target.
Collections were $1.2 million, nearly a third above last year; overdue items fell by 14.6% to 386.
Between 4% and 6% of the 312 stores reported fewer than 9 days of stock, and 34 SME leads, two
thirds of them new, brought $8.1m. The promotion ran from 1 to 7 October and drew 186 people.
Four of the six lines grew; line B doubled to 3.5 GWh, line C lost (1,204) or -5.2 %.

| Region | Actual | Plan | Attainment |
|---|---|---|---|
| North | 1,284 | 1,200 | 107.0% |
| East | 1,914 | 1,950 | 98.2% |

""",
    "zh": """## 一、业绩

10月回款17,482万元，完成计划的104.7%，环比增长2.5%，同比增长16.1%；其中东区3,085万元，完成123.4%，
西区3,536万元，环比增长一成，南区11,148万元，占全部回款的62.7%，约1.78亿元的全年目标已完成近八成。
1—10月累计出口131,542吨，相当于上年全年的1.5倍，创汇12,701万美元，同比提高2.4个百分点。
三个基地中两个超额完成，新签客户20多家、续约三百余家，两名客户经理人均回款约935万元。
参加展会286场，费用168万元，场均约5,874元，带回询盘23份，三分之一已报价；退货率1.2%～1.8%，低于2%。
预计11月5日前收回260万元，北区缺口52万元，需补员3人、追加物料6.8万元。

| 区域 | 实际 | 计划 | 完成率 |
|---|---|---|---|
| 东区 | 3,085 | 2,500 | 123.4% |
| 西区 | 3,536 | 3,000 | 117.9% |

""",
}


@dataclass(frozen=True)
class Speed:
    """Characters a second of processor time, and how the time grows from 20 KB to 1 MB."""

    language: str
    numbers_per_thousand_characters: float
    read_per_second: int
    digit_scan_per_second: int
    large_over_small: float


def _text(language: LanguageCode, length: int) -> str:
    prose = _PROSE[language]
    return (prose * (length // len(prose) + 1))[:length]


def _seconds(work: Callable[[str], object], text: str, runs: int) -> float:
    best = float("inf")
    for _ in range(runs):
        begun = time.process_time()
        work(text)
        best = min(best, time.process_time() - begun)
    return best


def measure(language: LanguageCode) -> Speed:
    """Best of three runs each, after one to warm up."""

    def read(text: str) -> object:
        return read_quantities(text, language)

    digits = re.compile(r"\d+(?:[.,]\d+)*")
    small, large = _text(language, _SMALL), _text(language, _LARGE)
    found = len(read_quantities(small, language))
    # As much small text as large, in turn, so that both meet the same memory and neighbours.
    small_time = large_time = float("inf")
    for _ in range(3):
        many = _seconds(lambda text: [read(text) for _ in range(50)], small, 1)
        small_time = min(small_time, many / 50)
        large_time = min(large_time, _seconds(read, large, 1))
    scan_time = _seconds(digits.findall, large, 3)
    return Speed(
        language,
        round(found * 1000 / _SMALL, 1),
        round(_SMALL / small_time),
        round(_LARGE / scan_time),
        round(large_time / small_time, 1),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object a language")
    as_json = parser.parse_args().json
    for speed in map(measure, LANGUAGES):
        if as_json:
            print(json.dumps(asdict(speed)))
            continue
        print(
            f"{speed.language}: {speed.read_per_second:,} characters/s read "
            f"({speed.numbers_per_thousand_characters} quantities per 1,000 characters); "
            f"bare digit scan {speed.digit_scan_per_second:,}/s; "
            f"1 MB takes {speed.large_over_small} times 20 KB (50 is linear)"
        )


if __name__ == "__main__":
    main()
