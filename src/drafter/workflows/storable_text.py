"""What no text can hold: NUL, and half of a surrogate pair."""

from __future__ import annotations

from drafter.errors import InvalidText


def require_storable(text: str, where: str) -> None:
    """InvalidText naming the place of the first character that cannot be kept."""
    for at, char in enumerate(text):
        if char == "\0" or 0xD800 <= ord(char) <= 0xDFFF:
            raise InvalidText(f"{where}, character {at + 1}")
