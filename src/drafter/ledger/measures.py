"""What a measure's name says of it: polarity and whether its values add up."""

from __future__ import annotations

from functools import lru_cache

from drafter.figures.scenario import Polarity
from drafter.languages.measure_words import measure_words, names_any


@lru_cache(maxsize=4096)
def polarity_of(measure: str) -> Polarity:
    """The polarity that a measure's name implies; higher is better where it says nothing."""
    for words in measure_words():
        if names_any(measure, words.higher_is_better):
            return Polarity.HIGHER_IS_BETTER
    for words in measure_words():
        if names_any(measure, words.lower_is_better):
            return Polarity.LOWER_IS_BETTER
    for words in measure_words():
        if names_any(measure, words.neutral):
            return Polarity.NEUTRAL
    return Polarity.HIGHER_IS_BETTER


@lru_cache(maxsize=4096)
def is_part_of_whole(measure: str) -> bool:
    """Whether percentages of this measure are parts of one whole, which may be added."""
    return any(names_any(measure, words.parts_of_whole) for words in measure_words())


@lru_cache(maxsize=4096)
def is_additive(measure: str) -> bool:
    """Whether values of this measure may be summed, by its name."""
    if any(names_any(measure, words.additive) for words in measure_words()):
        return True
    return not any(names_any(measure, words.not_additive) for words in measure_words())
