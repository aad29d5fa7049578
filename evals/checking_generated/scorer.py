"""True sentences written from a ledger in varied phrasing, and each with one thing corrupted.

The months are the samples of the product. `phrases.yaml` holds the phrasing; a corruption fills
the same phrase with one wrong part, so its class is known: a digit, another member's value, the
plan or an earlier value for this month's, another base, the opposite direction, points for
percent, a power of ten, a wrong count, a wrong rank, an invented figure.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from drafter.checking.check import Checker
from drafter.evaluation.outcome import Outcome
from drafter.figures.decimals import plain, round_half_up
from drafter.figures.report import Report
from drafter.figures.scenario import Scenario
from drafter.languages.measure_words import is_total_member
from drafter.ledger import formulas
from drafter.ledger.formulas import Derived
from drafter.ledger.ledger import Ledger
from drafter.ledger.series import Series, share
from drafter.wiring import Drafter

_MONTHS = "January February March April May June July August September October November December"
_BASES = {"prior_month": Scenario.PRIOR_MONTH, "prior_year": Scenario.PRIOR_YEAR}


@dataclass(frozen=True)
class Slots:
    """What a phrase is filled with; a corruption replaces one of them."""

    row: int
    series: Series
    whole: Series | None
    base: str = "prior_year"
    said_base: str = "prior_year"
    turned: bool = False
    values: Mapping[str, Decimal] | None = None


def score(folder: Path, drafter: Drafter) -> Iterator[Outcome]:
    phrases = yaml.safe_load((folder / "phrases.yaml").read_text(encoding="utf-8"))
    for sample in drafter.samples():
        writer = _Writer(sample.report, phrases)
        checker = Checker(sample.report)
        for kind, text, broken in writer.sentences():
            quiet = not checker.check(text).findings
            fault = () if quiet else (f"alarm: {text} {_why(checker, text)}",)
            counts = {"sentences": 1, "quiet": int(quiet)}
            yield Outcome(sample.name, sample.report.language, counts, f"true {kind}", fault)
            for corruption, wrong in broken:
                found = bool(checker.check(wrong).findings)
                fault = () if found else (f"missed {corruption}: {wrong}",)
                yield Outcome(
                    sample.name,
                    sample.report.language,
                    {"errors": 1, "found": int(found)},
                    corruption,
                    fault,
                )


def _why(checker: Checker, text: str) -> str:
    return "; ".join(f"{item.text}: {item.explanation}" for item in checker.check(text).findings)


class _Writer:
    """Writes the sentences of one month."""

    def __init__(self, report: Report, phrases: Mapping[str, Any]) -> None:
        self.report = report
        self.ledger = Ledger(report)
        self.phrases = phrases[report.language]
        self.words = phrases["words"][report.language]
        self.random = random.Random(f"{report.department}{report.period}")

    def sentences(self) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
        """(kind, true sentence, [(corruption, false sentence)]) for every row and kind."""
        for row in range(len(self.report.figures)):
            slots = self._slots(row)
            for kind, phrases in self.phrases.items():
                phrase = self.random.choice(phrases)
                text = self._filled(phrase, slots)
                if text is not None:
                    yield kind, text, list(self._broken(phrase, slots, text))

    def _slots(self, row: int) -> Slots:
        groups = self.ledger.groups_of(row)
        whole = self.ledger.total(groups[0]) if groups else None
        base = self.random.choice(sorted(_BASES))
        return Slots(row, self.ledger.series(row), whole, base, base)

    def _name(self, row: int) -> str:
        figure = self.report.figures[row]
        members = [name for name in figure.dimensions.values() if not is_total_member(name)]
        joint = " " if self.report.language == "en" else ""
        return joint.join([*members, figure.measure])

    def _filled(self, phrase: str, slots: Slots) -> str | None:
        """The phrase with this row's numbers; None where one of them is missing."""
        try:
            return phrase.format_map(_Parts(self, slots))
        except KeyError:
            return None

    def _broken(self, phrase: str, slots: Slots, text: str) -> Iterator[tuple[str, str]]:
        for corruption, changed in self._changed(slots):
            wrong = self._filled(phrase, changed)
            if wrong is not None and wrong != text:
                yield corruption, wrong

    def _changed(self, slots: Slots) -> Iterator[tuple[str, Slots]]:
        values = slots.series.values
        actual = values.get(Scenario.ACTUAL)
        if actual is None or not actual:
            return
        yield "digit", replace(slots, values={"actual": self._misread(actual)})
        yield "magnitude", replace(slots, values={"actual": actual * 10})
        yield "growth value", replace(slots, values={"growth": Decimal(7)})
        yield "attainment value", replace(slots, values={"attainment": Decimal(-4)})
        yield "share value", replace(slots, values={"share": Decimal(5)})
        if Scenario.PLAN in values:
            yield "plan for actual", replace(slots, values={"actual": values[Scenario.PLAN]})
        if Scenario.PRIOR_MONTH in values:
            earlier = values[Scenario.PRIOR_MONTH]
            yield "earlier month for actual", replace(slots, values={"actual": earlier})
        yield "direction", replace(slots, turned=True)
        other = "prior_month" if slots.base == "prior_year" else "prior_year"
        if not self._alike(slots.series):
            yield "base", replace(slots, said_base=other)
        sibling = self._sibling(slots.row)
        if sibling is not None:
            yield "another member", replace(slots, values={"actual": sibling})

    def _alike(self, series: Series) -> bool:
        """Whether both earlier values give the same growth, so that the base cannot be wrong."""
        moves = [formulas.growth(series, base) for base in _BASES.values()]
        known = [round(move.value, 1) for move in moves if move is not None]
        return len(known) < 2 or known[0] == known[1]

    def _misread(self, value: Decimal) -> Decimal:
        digits = list(plain(value))
        places = [at for at, char in enumerate(digits) if char.isdigit() and char != "0"]
        at = self.random.choice(places[:2])
        digits[at] = str((int(digits[at]) + self.random.randint(1, 8)) % 9 + 1)
        return Decimal("".join(digits))

    def _sibling(self, row: int) -> Decimal | None:
        for group in self.ledger.groups_of(row):
            others = [index for index in group.members if index != row]
            return self.ledger.value(self.random.choice(others), Scenario.ACTUAL)
        return None


class _Parts(dict[str, str]):
    """Fills a phrase's slots on demand; KeyError where a value is missing or senseless."""

    def __init__(self, writer: "_Writer", slots: Slots) -> None:
        super().__init__()
        self.writer, self.slots = writer, slots
        self.figure = writer.report.figures[slots.row]
        self.english = writer.report.language == "en"

    def __missing__(self, key: str) -> str:
        value = getattr(self, f"_{key}", lambda: None)()
        if value is None:
            raise KeyError(key)
        return str(value)

    def _name(self) -> str:
        return self.writer._name(self.slots.row)

    def _month(self) -> str | None:
        month = self.writer.ledger.month
        return (_MONTHS.split()[month - 1] if self.english else f"{month}月") if month else None

    def _months(self) -> str | None:
        month = self.writer.ledger.month
        return str(month) if month and 1 < month < 12 else None

    def _amount(self, value: Decimal | None) -> str | None:
        """A value in its table's unit, as a person writes it."""
        unit = self.figure.unit
        if value is None:
            return None
        number = f"{value / unit.factor:,f}"
        if "." in number:
            number = number.rstrip("0").rstrip(".")
        if unit.written == "%":
            return f"{number}%"
        if not self.english:
            return f"{number.replace(',', '')}{unit.written.partition('/')[0]}"
        return number if unit.kind == "currency" else f"{number} {unit.written}"

    def _stated(self, key: str, scenario: Scenario) -> str | None:
        given = (self.slots.values or {}).get(key)
        return self._amount(given if given is not None else self.slots.series.value(scenario))

    def _actual(self) -> str | None:
        return self._stated("actual", Scenario.ACTUAL)

    def _plan(self) -> str | None:
        return self._stated("plan", Scenario.PLAN)

    def _ytd(self) -> str | None:
        return self._stated("ytd", Scenario.YTD_ACTUAL)

    def _percent(self, key: str, derived: Derived | None) -> str | None:
        """A rate to one place, off by the corruption where there is one; none near zero."""
        if derived is None or self.slots.series.is_percent or abs(derived.value) < Decimal("0.5"):
            return None
        off = (self.slots.values or {}).get(key, Decimal(0))
        return f"{round_half_up(abs(derived.value) + off, 1)}%"

    def _attainment(self) -> str | None:
        return self._percent("attainment", formulas.attainment(self.slots.series))

    def _year_attainment(self) -> str | None:
        return self._percent("attainment", formulas.year_attainment(self.slots.series))

    def _remaining(self) -> str | None:
        left = formulas.remaining(self.slots.series)
        return self._amount(left.value) if left and left.value > 0 else None

    def _share(self) -> str | None:
        whole = self.slots.whole
        if whole is None or self.slots.series.is_percent:
            return None
        return self._percent("share", formulas.level(share(self.slots.series, whole)))

    def _gap(self) -> str | None:
        gap = formulas.variance(self.slots.series)
        if gap is None or not gap.value or self.slots.series.is_percent:
            return None
        return self._amount(abs(gap.value))

    def _sign(self, derived: Derived | None) -> int | None:
        if derived is None or not derived.value:
            return None
        sign = 1 if derived.value > 0 else -1
        return -sign if self.slots.turned else sign

    def _grown(self) -> Derived | None:
        return formulas.growth(self.slots.series, _BASES[self.slots.base])

    def _growth(self) -> str | None:
        return self._percent("growth", self._grown())

    def _over(self) -> str | None:
        sign = self._sign(formulas.variance(self.slots.series))
        return None if sign is None else self.writer.words["over"][sign]

    def _over_plan(self) -> str | None:
        sign = self._sign(formulas.variance(self.slots.series))
        return None if sign is None else self.writer.words["over_plan"][sign]

    def _rose(self) -> str | None:
        sign = self._sign(self._grown())
        return None if sign is None else self.writer.words["rose"][sign]

    def _up(self) -> str | None:
        return self._rose() and self.writer.words["up"][self._sign(self._grown())]

    def _base(self) -> str:
        return self.writer.words[self.slots.said_base]["base"]

    def _base_first(self) -> str:
        return self.writer.words[self.slots.said_base]["first"]
