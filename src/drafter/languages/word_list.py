"""Word lists as plain text: a list reads best as the words themselves."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """The words of a text, split at white space; `_` stands for a space inside one.

    A word that ends in a space (`per_`) is meant as a whole word.
    """
    return tuple(word.replace("_", " ") for word in text.split())
