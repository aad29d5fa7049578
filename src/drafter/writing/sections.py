"""The sections of a summary in their fixed order, and a section's text with its references."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SectionKey(StrEnum):
    """A section of the monthly summary; the order here is the order in the text."""

    RESULTS = "results"
    PRODUCTS = "products"
    CUSTOMERS = "customers"
    ACTIVITIES = "activities"
    TEAM = "team"
    PROBLEMS = "problems"


@dataclass(frozen=True, slots=True)
class Binding:
    """Where a figure reference was put into words: `start`, `end` are code points into the text.

    `reference` is the token without its braces (`F3.gap:change`).
    """

    start: int
    end: int
    reference: str


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section with its references replaced, and where each of them went (in order)."""

    key: SectionKey
    text: str
    bindings: tuple[Binding, ...] = ()
