"""Lines around a table that tell of the file and not of the month."""

from __future__ import annotations

import re

from drafter.languages.headers import fold, header_words

_KEY = re.compile(r"\s*([^:：]{1,30}?)\s*[:：]")


def is_meta_line(text: str) -> bool:
    """Who filled the form in, which unit and month it has: read elsewhere, or of no use."""
    match = _KEY.match(text)
    if match is None:
        return False
    words = header_words()
    return fold(match[1]).strip() in words.meta_keys | words.period_keys | words.unit_headers
