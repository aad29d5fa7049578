"""What of a text counts when two texts are compared: words, pieces of words, Chinese n-grams.

Figures and the placeholders that stand for them say nothing about the subject and are left out.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter

_PLACEHOLDER = re.compile(r"\[[a-z ]+\]")
_LATIN_WORD = re.compile(r"[a-z\u00c0-\u024f]+")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")

# What a piece weighs beside a whole word or a Chinese pair, which carry most of the meaning.
_WORD_PIECE = 0.35
_HAN_TRIPLE = 0.7
_HAN_SINGLE = 0.4
_LONGEST_TEXT = 200_000


def features(text: str) -> dict[str, float]:
    """The features of a text with their weights in it (growing with the log of the count)."""
    plain = _PLACEHOLDER.sub(" ", unicodedata.normalize("NFKC", text[:_LONGEST_TEXT]).lower())
    found: Counter[str] = Counter()
    weights: dict[str, float] = {}
    for feature, weight in _pieces(plain):
        found[feature] += 1
        weights[feature] = weight
    return {feature: weights[feature] * (1 + math.log(n)) for feature, n in found.items()}


def _pieces(plain: str) -> list[tuple[str, float]]:
    pieces: list[tuple[str, float]] = []
    for word in _LATIN_WORD.findall(plain):
        pieces.append((f"w:{_singular(word)}", 1.0))
        pieces.extend((f"c:{gram}", _WORD_PIECE) for gram in _grams(f"<{word}>", 3))
    for run in _HAN_RUN.findall(plain):
        pieces.extend((f"z:{gram}", _HAN_SINGLE) for gram in run)
        pieces.extend((f"z:{gram}", 1.0) for gram in _grams(run, 2))
        pieces.extend((f"z:{gram}", _HAN_TRIPLE) for gram in _grams(run, 3))
    return pieces


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _grams(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(len(text) - size + 1)]
