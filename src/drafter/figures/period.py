"""The reporting month."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A year before 1000 is a slip of the pen, and calendars know no year 0.
_ISO_MONTH = re.compile(r"([1-9]\d{3})-(0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A calendar month, written `2026-10`."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read `YYYY-MM`; ValueError on anything else."""
        match = _ISO_MONTH.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not a month; write it as 2026-10")
        return cls(int(match[1]), int(match[2]))

    def shifted(self, months: int) -> Period:
        """The month so many months later (earlier when negative)."""
        count = self.year * 12 + self.month - 1 + months
        return Period(count // 12, count % 12 + 1)

    @property
    def previous(self) -> Period:
        return self.shifted(-1)

    @property
    def months_left(self) -> int:
        """Months of the calendar year after this one."""
        return 12 - self.month
