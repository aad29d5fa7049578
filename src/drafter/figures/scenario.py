"""The scenarios of a figure: what a value of it stands for (口径)."""

from __future__ import annotations

from enum import StrEnum


class Scenario(StrEnum):
    """A column of a monthly table, in the contract's order."""

    ACTUAL = "actual"
    PLAN = "plan"
    PRIOR_MONTH = "prior_month"
    PRIOR_YEAR = "prior_year"
    YTD_ACTUAL = "ytd_actual"
    YTD_PLAN = "ytd_plan"
    YTD_PRIOR_YEAR = "ytd_prior_year"
    YEAR_PLAN = "year_plan"


class Polarity(StrEnum):
    """Whether higher or lower is better for a measure (指标方向)."""

    HIGHER_IS_BETTER = "higher_is_better"
    LOWER_IS_BETTER = "lower_is_better"
    NEUTRAL = "neutral"
