"""What a scorer says of a case: counts that add up over cases, and what went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """The counts of one case, or of one class of mistakes in it.

    `group` is what thresholds hold for (a language, `dev/en`); `detail` breaks it down in the
    table (a class of errors) and is not measured. `faults` are lines for people.
    """

    case: str
    group: str
    counts: Mapping[str, int]
    detail: str = ""
    faults: tuple[str, ...] = ()
