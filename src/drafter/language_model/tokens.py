"""Counting tokens without a network: with the model's own vocabulary where it lies on disk.

tiktoken downloads a vocabulary that it does not find, and behind a silent firewall that hangs for
ever; so the file is looked up here (tiktoken names it by the SHA-1 of its URL) and read directly.
Without it the estimate is on the safe side: pieces by character class, 15 % on top, and never
more than one token a byte, which no byte-level vocabulary can exceed.
"""

from __future__ import annotations

import base64
import hashlib
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.ports import TokenCounter

if TYPE_CHECKING:
    from tiktoken import Encoding

_URL = "https://openaipublic.blob.core.windows.net/encodings/{name}.tiktoken"
_ENGLISH_ENDINGS = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
_O200K = (
    r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+"
    + _ENGLISH_ENDINGS,
    r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*"
    + _ENGLISH_ENDINGS,
    r"\p{N}{1,3}",
    r" ?[^\s\p{L}\p{N}]+[\r\n/]*",
    r"\s*[\r\n]+",
    r"\s+(?!\S)",
    r"\s+",
)
_CL100K = (
    r"'(?i:[sdmt]|ll|ve|re)",
    r"[^\r\n\p{L}\p{N}]?+\p{L}++",
    r"\p{N}{1,3}+",
    r" ?[^\s\p{L}\p{N}]++[\r\n]*+",
    r"\s++$",
    r"\s*[\r\n]",
    r"\s+(?!\S)",
    r"\s",
)
# Pattern and checksum of each vocabulary, as tiktoken has them; a test holds them against it.
VOCABULARIES = {
    "o200k_base": (
        "|".join(_O200K),
        "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d",
    ),
    "cl100k_base": (
        "|".join(_CL100K),
        "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
    ),
}
_PIECE = re.compile(
    r"(?P<latin>[A-Za-z]+)|(?P<digits>\d+)|(?P<space>[ \t]+)|(?P<lines>[\r\n]+)|(?P<other>.)",
    re.ASCII,
)
# A word of everyday length is one token; a longer one is cut, in vocabularies of any language.
_EVERYDAY_WORD, _LETTERS_A_TOKEN, _DIGITS_A_TOKEN, _MARGIN = 8, 4, 3, 1.15


@dataclass(frozen=True, slots=True)
class EstimatingCounter:
    """Tokens by character class, for text of any language, rather too many than too few."""

    def count(self, text: str) -> int:
        found = sum(_piece(match) for match in _PIECE.finditer(text))
        return min(math.ceil(found * _MARGIN), len(text.encode("utf-8", "replace")))


@dataclass(frozen=True)
class VocabularyCounter:
    """Tokens as the model's own vocabulary cuts them."""

    encoding: Encoding

    def count(self, text: str) -> int:
        return len(self.encoding.encode_ordinary(text))


def token_counter(model: str, cache_folder: Path | None = None) -> TokenCounter:
    """The exact counter where the model's vocabulary is known and on disk, else the estimate."""
    name = _vocabulary_of(model)
    if name is None or cache_folder is None:
        return EstimatingCounter()
    encoding = _load(name, cache_folder)
    return EstimatingCounter() if encoding is None else VocabularyCounter(encoding)


def vocabulary_file(name: str, cache_folder: Path) -> Path:
    """Where tiktoken keeps a vocabulary in its cache folder."""
    return cache_folder / hashlib.sha1(_URL.format(name=name).encode()).hexdigest()  # noqa: S324


def _vocabulary_of(model: str) -> str | None:
    from tiktoken.model import encoding_name_for_model

    try:
        name = encoding_name_for_model(model)
    except KeyError:
        return None
    return name if name in VOCABULARIES else None


def _load(name: str, cache_folder: Path) -> Encoding | None:
    """The vocabulary from its file; None when it is missing or not what it should be."""
    from tiktoken import Encoding

    try:
        data = vocabulary_file(name, cache_folder).read_bytes()
    except OSError:
        return None
    pattern, checksum = VOCABULARIES[name]
    if hashlib.sha256(data).hexdigest() != checksum:
        return None
    lines = (line.split() for line in data.splitlines() if line)
    ranks = {base64.b64decode(token): int(rank) for token, rank in lines}
    return Encoding(name, pat_str=pattern, mergeable_ranks=ranks, special_tokens={})


def _piece(match: re.Match[str]) -> int:
    text = match[0]
    if match["latin"]:
        return 1 if len(text) <= _EVERYDAY_WORD else -(-len(text) // _LETTERS_A_TOKEN)
    if match["digits"]:
        return -(-len(text) // _DIGITS_A_TOKEN)
    if match["space"]:
        return 0 if len(text) == 1 else 1
    if match["lines"]:
        return 1
    return 1 if text.isascii() or _is_common(text) else len(text.encode("utf-8", "replace"))


def _is_common(char: str) -> bool:
    """Characters that vocabularies hold whole: Western letters, Chinese, its punctuation."""
    return char < "\u0250" or "\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef"
