"""How rare a feature is: inverse document frequencies, frozen in `feature_weights.tsv`.

Frozen, because a vector must mean the same next year: texts that come later never change the
weights of those already indexed. A new table is a new embedding version.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from drafter.example_index.features import features

_TABLE = "feature_weights.tsv"


@dataclass(frozen=True, slots=True)
class FeatureWeights:
    """In how many of so many texts a feature stood; features that are not listed were in none."""

    texts: int
    frequencies: Mapping[str, int]

    def rarity(self, feature: str) -> float:
        """The smoothed inverse document frequency, 1 or more."""
        return math.log((self.texts + 1) / (self.frequencies.get(feature, 0) + 1)) + 1


def count_features(texts: Iterable[str], least: int) -> FeatureWeights:
    """The table of a collection of texts; features in fewer than `least` texts count as rare."""
    total, found = 0, Counter[str]()
    for text in texts:
        total += 1
        found.update(features(text).keys())
    return FeatureWeights(total, {name: n for name, n in found.items() if n >= least})


def weights_table(weights: FeatureWeights) -> str:
    """The table as kept in the file: a line with the number of texts, then `feature<TAB>texts`."""
    lines = [f"{name}\t{count}" for name, count in sorted(weights.frequencies.items())]
    return "\n".join([str(weights.texts), *lines]) + "\n"


@cache
def frozen_weights() -> FeatureWeights:
    table = files("drafter.example_index").joinpath(_TABLE).read_text(encoding="utf-8")
    total, *lines = table.splitlines()
    pairs = (line.split("\t") for line in lines)
    return FeatureWeights(int(total), {name: int(count) for name, count in pairs})
