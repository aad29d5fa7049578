"""A suite: a folder with `suite.yaml`, its cases, and `scorer.py`.

`suite.yaml` names the suite and its measures; each is a count, or a count as a share of another,
with the limit that it must keep in every group:

    name: Checking
    measures:
      recall: {part: found, whole: errors, at_least: 0.95}
      bad offsets: {part: bad_offsets, at_most: 0}

`scorer.py` holds `score(folder, drafter)`, which yields an `Outcome` for every case.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from drafter.errors import DrafterError
from drafter.evaluation.outcome import Outcome
from drafter.wiring import Drafter

Scorer = Callable[[Path, Drafter], Iterable[Outcome]]


class InvalidSuite(DrafterError):
    """A folder is no suite, or its `suite.yaml` or `scorer.py` cannot be used."""

    def __init__(self, place: Path, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(f"{place}: {reason}")


@dataclass(frozen=True, slots=True)
class Measure:
    """A count (`part`), or its share of another (`whole`), and its limits."""

    name: str
    part: str
    whole: str | None = None
    at_least: float | None = None
    at_most: float | None = None

    def value(self, counts: Mapping[str, int]) -> float | None:
        """None where there is nothing to have a share of."""
        part = counts.get(self.part, 0)
        if self.whole is None:
            return part
        whole = counts.get(self.whole, 0)
        return part / whole if whole else None

    @property
    def limit(self) -> str:
        """The limits as they are shown; empty when the value is only told."""
        limits = ((">=", self.at_least), ("<=", self.at_most))
        return " ".join(f"{sign} {value:g}" for sign, value in limits if value is not None)

    def shortfall(self, value: float | None) -> str | None:
        """How the value breaks its limit, or None."""
        if value is None:
            return None
        if self.at_least is not None and value < self.at_least:
            return f"{self.name} {value:.4g} is under {self.at_least:g}"
        if self.at_most is not None and value > self.at_most:
            return f"{self.name} {value:.4g} is over {self.at_most:g}"
        return None


@dataclass(frozen=True, slots=True)
class Suite:
    name: str
    folder: Path
    measures: tuple[Measure, ...]
    score: Scorer


def load_suite(folder: Path) -> Suite:
    """The suite of a folder; InvalidSuite names the file and what is wrong with it."""
    place = folder / "suite.yaml"
    try:
        document = yaml.safe_load(place.read_text(encoding="utf-8"))
    except OSError as error:
        raise InvalidSuite(place, (error.strerror or str(error)).lower()) from None
    except yaml.YAMLError as error:
        raise InvalidSuite(place, f"is not YAML: {error}") from None
    if not isinstance(document, dict) or set(document) != {"name", "measures"}:
        raise InvalidSuite(place, "holds `name` and `measures`, and nothing else")
    measures = tuple(
        _measure(place, str(name), raw) for name, raw in (document["measures"] or {}).items()
    )
    return Suite(str(document["name"]), folder, measures, _scorer(folder / "scorer.py"))


def _measure(place: Path, name: str, raw: Any) -> Measure:
    known = {field.name for field in fields(Measure)} - {"name"}
    if not isinstance(raw, dict) or "part" not in raw or not set(raw) <= known:
        raise InvalidSuite(place, f"{name}: a measure has `part`, and may have {sorted(known)}")
    return Measure(name, **raw)


def _scorer(place: Path) -> Scorer:
    spec = importlib.util.spec_from_file_location(f"scorer_of_{place.parent.name}", place)
    if spec is None or spec.loader is None or not place.is_file():
        raise InvalidSuite(place, "is not there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Scorer | None = getattr(module, "score", None)
    if score is None:
        raise InvalidSuite(place, "holds no `score(folder, drafter)`")
    return score
