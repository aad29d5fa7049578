"""Numbers as a spreadsheet stores them, brought back to what was meant."""

from __future__ import annotations

import re
from decimal import Decimal

_ERROR = re.compile(r"#(REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|N/A|SPILL!|CALC!)|Err:\d{3}")


def exact(value: float) -> Decimal:
    """A stored number to 15 significant digits, which is all that the program shows or keeps."""
    return Decimal(value) if isinstance(value, int) else Decimal(format(value, ".15g"))


def is_error(text: str) -> bool:
    """Whether a cell shows a spreadsheet error such as `#REF!`."""
    return _ERROR.fullmatch(text.strip()) is not None
