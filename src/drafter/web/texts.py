"""The texts of the pages: one catalog file per language, so that a third language is one more file.

A catalog is TOML: tables of texts, `{name}` for what is put in. A list of texts is a plural, its
item chosen by the catalog's own C plural expression (as in gettext: `n != 1`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from gettext import c2py
from importlib import resources
from typing import Any

from drafter.figures.report import LANGUAGES, LanguageCode

FIRST_LANGUAGE = "en"


@dataclass(frozen=True)
class Texts:
    """All texts of one language; `key` is the dotted path of a text in its file."""

    code: str
    name: str
    html_code: str
    entries: Mapping[str, str | list[str]]
    plural: Callable[[int], int]

    @property
    def language(self) -> LanguageCode | None:
        """The drafts' language of that code, or None where drafts are not written in it."""
        return next((code for code in LANGUAGES if code == self.code), None)

    def __call__(self, key: str, /, **values: object) -> str:
        """The text under `key`; KeyError when the catalog lacks it, which tests forbid."""
        entry = self.entries[key]
        if isinstance(entry, list):
            raise KeyError(f"{key} is a plural: ask for it with a count")
        return entry.format_map(values) if values else entry

    def count(self, key: str, n: int, /, **values: object) -> str:
        """The plural under `key` for `n`, which is also put in as `{n}`."""
        forms = self.entries[key]
        if not isinstance(forms, list):
            raise KeyError(f"{key} is not a plural")
        return forms[self.plural(n)].format_map({"n": n, **values})

    def named(self, group: str, word: str) -> str:
        """The text of `word` in a group of names (`reason`, `verdict`); the word itself if new."""
        entry = self.entries.get(f"{group}.{word.replace(' ', '_')}")
        return entry if isinstance(entry, str) else word


@cache
def all_texts() -> Mapping[str, Texts]:
    """The catalogs by language code, the first language first."""
    folder = resources.files(__package__) / "catalogs"
    catalogs = {
        file.name.removesuffix(".toml"): _load(file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    }
    return dict(sorted(catalogs.items(), key=lambda pair: (pair[0] != FIRST_LANGUAGE, pair[0])))


def _load(text: str) -> Texts:
    document = tomllib.loads(text)
    language = document.pop("language")
    return Texts(
        code=language["code"],
        name=language["name"],
        html_code=language["html_code"],
        entries=dict(_flattened(document)),
        plural=c2py(language["plural"]),
    )


def _flattened(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str | list[str]]]:
    found: list[tuple[str, str | list[str]]] = []
    for key, entry in table.items():
        if isinstance(entry, dict):
            found.extend(_flattened(entry, f"{prefix}{key}."))
        else:
            found.append((prefix + key, entry))
    return found


def match_language(accepted: str) -> str:
    """The catalog that fits an Accept-Language header best; the first one when none does.

    Every `zh-*` is Chinese here: negotiation by full tags would give readers of zh-HK English.
    """
    known = all_texts()
    weighted = [_weighted(item, -place) for place, item in enumerate(accepted.split(",")[:20])]
    for _, _, tag in sorted(weighted, reverse=True):
        code = tag.split("-")[0].lower()
        if code in known:
            return code
    return FIRST_LANGUAGE


def _weighted(item: str, place: int) -> tuple[float, int, str]:
    tag, _, parameters = item.strip().partition(";")
    quality = parameters.strip().removeprefix("q=")
    try:
        return (float(quality) if quality else 1.0, place, tag.strip())
    except ValueError:
        return (0.0, place, tag.strip())
