"""What a spreadsheet's number format does to the number that is stored."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|!(?P<forced>.)|_.|\*.'
    r"|\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]|(?P<plain>.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """`percent`: the stored number is a fraction. `literal` is the text shown around the digits.

    `thousands` counts the trailing commas that hide three digits each; `ten_thousands` marks the
    Chinese trick that shows 万. `decimals` are the places shown (None: as many as there are).
    `zero_dash`: a stored zero is shown as a dash.
    """

    percent: bool = False
    literal: str = ""
    decimals: int | None = None
    thousands: int = 0
    ten_thousands: bool = False
    zero_dash: bool = False


@lru_cache(maxsize=2048)
def read_format(code: str) -> NumberFormat:
    """Read a format code; an empty one or `General` shows the number as it is."""
    if not code or code.lower() in ("general", "@", "standard"):
        return NumberFormat()
    sections = _sections(code)
    digits, literal, forced_point = _parts(sections[0])
    core = re.search(r"[#0?][#0?,]*(?:\.[#0?]*)?(,*)", digits)
    decimals = re.search(r"\.([#0?]+)", digits)
    zero = _parts(sections[2]) if len(sections) > 2 else ("0", "", False)
    hidden = len(core[0]) - len(core[0].rstrip(",")) if core else 0
    return NumberFormat(
        percent="%" in digits,
        literal=literal.strip(),
        decimals=len(decimals[1]) if decimals else (0 if core else None),
        thousands=0 if forced_point else hidden,
        ten_thousands=forced_point,
        zero_dash="0" not in zero[0] and "#" not in zero[0] and "-" in zero[0] + zero[1],
    )


def _sections(code: str) -> list[str]:
    """The format's parts for positive, negative, zero and text."""
    sections = [""]
    for match in _TOKEN.finditer(code):
        if match["plain"] == ";":
            sections.append("")
        else:
            sections[-1] += match[0]
    return sections


def _parts(section: str) -> tuple[str, str, bool]:
    """The digit pattern, the literal text, and whether a forced point stands in the digits."""
    digits, literal, forced_point = "", "", False
    for match in _TOKEN.finditer(section):
        fixed = match["escaped"] or match["forced"]
        if fixed == "." and digits.endswith(("0", "#")):
            forced_point = True
        elif match["plain"] and match["plain"] in "#0?.,%/E+-@":
            digits += match["plain"]
        else:
            shown = match["quoted"] or fixed or match["currency"] or match["plain"]
            literal += shown or ""
    return digits, literal, forced_point
