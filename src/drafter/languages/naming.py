"""How names are recognised in a text: words by their stem, Chinese by its characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from drafter.figures.report import LANGUAGES
from drafter.languages.characters import folded


@dataclass(frozen=True, slots=True)
class NamingWords:
    """Words of names: `stop` carry nothing, `faint` tell little, `same` are groups of synonyms."""

    stop: frozenset[str]
    faint: frozenset[str]
    same: tuple[tuple[str, ...], ...]


LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’&]*")
_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’&]*|\d+|[\u4e00-\u9fff]")


_LONGEST_ACRONYM = 5


@dataclass(frozen=True, slots=True)
class Token:
    """A word (as its stem) or one Chinese character, with its place."""

    start: int
    end: int
    stem: str
    joins: bool = True  # whether nothing but blanks, hyphens or slashes stand before it
    capitals: bool = False  # written in capitals, as an abbreviation is

    @property
    def is_character(self) -> bool:
        return "\u4e00" <= self.stem[0] <= "\u9fff"


def tokens(text: str) -> list[Token]:
    """The words and Chinese characters of a text."""
    found, last = [], 0
    text = folded(text)
    for match in _WORD.finditer(text):
        joins = not text[last : match.start()].strip(" -/’'")
        word = match[0]
        found.append(Token(match.start(), match.end(), stem(word), joins, word.isupper()))
        last = match.end()
    return found


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without case, plural, possessive and simple endings; a synonym gives its group's."""
    if word.isupper() and len(word) <= _LONGEST_ACRONYM:
        return _synonyms().get(word.lower(), word.lower())
    plain = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    rooted = _root(plain)
    return _synonyms().get(rooted, rooted)


def _root(plain: str) -> str:
    if not plain.isascii() or len(plain) < 4:
        return plain[:-1] if len(plain) == 3 and plain.endswith("s") and plain != "bus" else plain
    if plain.endswith("ies"):
        return plain[:-3] + "y"
    if plain.endswith(("sses", "shes", "ches", "xes", "zes")):
        return plain[:-2]
    if plain.endswith("s") and not plain.endswith(("ss", "us", "is")):
        return plain[:-1]
    return plain


@lru_cache(maxsize=1)
def _synonyms() -> dict[str, str]:
    return {
        _root(word): _root(group[0]) for words in _all() for group in words.same for word in group
    }


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Stems that no name is recognised by."""
    return frozenset(_root(word) for words in _all() for word in words.stop)


@lru_cache(maxsize=1)
def faint_words() -> frozenset[str]:
    """Stems that alone do not name anything (`total`, `new`, `rate`)."""
    return frozenset(stem(word) for words in _all() for word in words.faint)


@lru_cache(maxsize=1)
def _all() -> tuple[NamingWords, ...]:
    return tuple(
        import_module(f"drafter.languages.{language}.cues_naming").NAMING_WORDS
        for language in LANGUAGES
    )
