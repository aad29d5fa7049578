"""The public report document (JSON) to a `Report` and back, with every broken field named."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, cast

from drafter.errors import FieldFault, InvalidReport
from drafter.figures.decimals import parse_decimal, plain
from drafter.figures.period import Period
from drafter.figures.report import LANGUAGES, Figure, LanguageCode, Report
from drafter.figures.scenario import Polarity, Scenario
from drafter.figures.unit import parse_unit

_Object = Mapping[str, Any]
_LONGEST_NAME = 500
# Direction marks turn the figures behind them around; characters without width make names differ.
_HIDDEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class NotANumber(str):
    """A JSON literal such as NaN, kept as text so that its field is named."""


def load_json(text: str) -> Any:
    """Parse JSON with exact decimals; ValueError on duplicate keys and on broken JSON."""
    return json.loads(
        text,
        parse_float=str,
        parse_int=str_or_int,
        parse_constant=NotANumber,
        object_pairs_hook=_unique_keys,
    )


def str_or_int(text: str) -> int | str:
    """An int of sane length, else its text (a 5,000-digit literal must not cost a second)."""
    return int(text) if len(text) <= 40 else text


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key!r} stands twice in one object")
        found[key] = value
    return found


def parse_report(document: object, where: str = "") -> Report:
    """A `Report` from a decoded report document; InvalidReport names all faults by field.

    `where` is put before each field (`report.`), for documents inside documents.
    """
    reader = _Reader(where)
    report = reader.report(document)
    if reader.faults or report is None:
        raise InvalidReport(tuple(reader.faults))
    return report


def report_document(report: Report) -> dict[str, Any]:
    """The JSON-ready public shape of a report; numbers as decimal strings."""
    return {
        "period": str(report.period) if report.period else None,
        "department": report.department,
        "language": report.language,
        "figures": [figure_document(figure) for figure in report.figures],
        "notes": report.notes,
    }


def figure_document(figure: Figure) -> dict[str, Any]:
    """One row of the public shape, with `cells` where the place of the values is known."""
    row: dict[str, Any] = {
        "measure": figure.measure,
        "unit": figure.unit.written,
        "dimensions": dict(figure.dimensions),
    }
    for scenario in Scenario:
        value = figure.value(scenario)
        row[scenario.value] = None if value is None else plain(value)
    if figure.aliases:
        row["aliases"] = list(figure.aliases)
    if figure.polarity is not None:
        row["polarity"] = figure.polarity.value
    if figure.cells:
        row["cells"] = {scenario.value: place for scenario, place in figure.cells.items()}
    return row


class _Reader:
    """Collects every fault of one document instead of stopping at the first."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.faults: list[FieldFault] = []

    def fault(self, field: str, message: str) -> None:
        self.faults.append(FieldFault((self.where + field).rstrip("."), message))

    def report(self, document: object) -> Report | None:
        if not isinstance(document, Mapping):
            self.fault("", "a report is a JSON object")
            return None
        period = self._period(document.get("period"))
        language = self._language(document.get("language"))
        figures = tuple(self._figures(document.get("figures")))
        department = self._name(document.get("department", ""), "department")
        notes = self._text(document.get("notes", ""), "notes")
        return Report(period, department, language, figures, notes)

    def _period(self, raw: object) -> Period | None:
        if raw is None:
            self.fault("period", "is missing; write the month as 2026-10")
            return None
        try:
            return Period.parse(str(raw))
        except ValueError as error:
            self.fault("period", str(error))
            return None

    def _language(self, raw: object) -> LanguageCode:
        if raw not in LANGUAGES:
            self.fault("language", f"{raw!r} is not one of {', '.join(LANGUAGES)}")
            return "en"
        return raw

    def _text(self, raw: object, field: str) -> str:
        if raw is None:
            return ""
        if not isinstance(raw, str):
            self.fault(field, "is not text")
            return ""
        if any(0xD800 <= ord(char) <= 0xDFFF or char == "\0" for char in raw):
            self.fault(field, "holds a character that no text can hold (NUL or half a character)")
            return ""
        return raw

    def _name(self, raw: object, field: str) -> str:
        """A text of one line that stands inside sentences: short, and shown as it is typed."""
        text = self._text(raw, field).strip()
        if len(text) > _LONGEST_NAME:
            self.fault(field, f"is longer than {_LONGEST_NAME} characters")
        hidden = _HIDDEN.search(text)
        if hidden is not None:
            code = f"U+{ord(hidden[0]):04X}"
            self.fault(field, f"holds an invisible character ({code}); type it anew without it")
        return text

    def _figures(self, raw: object) -> Iterable[Figure]:
        if not isinstance(raw, list):
            self.fault("figures", "is not a list")
            return
        for index, row in enumerate(raw):
            figure = self._figure(row, f"figures[{index}]")
            if figure is not None:
                yield figure

    def _figure(self, row: object, at: str) -> Figure | None:
        if not isinstance(row, Mapping):
            self.fault(at, "is not an object")
            return None
        before = len(self.faults)
        measure = self._required(row, "measure", at)
        unit = self._required(row, "unit", at)
        values = self._values(row, at)
        figure = Figure(
            measure,
            parse_unit(unit or "?"),
            values,
            self._dimensions(row.get("dimensions"), at),
            self._aliases(row.get("aliases"), at),
            self._polarity(row.get("polarity"), at),
            _cells(row.get("cells")),
        )
        return figure if len(self.faults) == before else None

    def _required(self, row: _Object, field: str, at: str) -> str:
        text = self._name(row.get(field), f"{at}.{field}")
        if not text:
            self.fault(f"{at}.{field}", "is missing")
        return text

    def _values(self, row: _Object, at: str) -> dict[Scenario, Decimal]:
        before = len(self.faults)
        values = {}
        for scenario in Scenario:
            raw = row.get(scenario.value)
            if raw is None:
                continue
            value = self._number(raw, f"{at}.{scenario.value}")
            if value is not None:
                values[scenario] = value
        if not values and len(self.faults) == before:
            self.fault(at, "holds no value in any scenario")
        return values

    def _number(self, raw: object, field: str) -> Decimal | None:
        if isinstance(raw, bool) or not isinstance(raw, (int, float, str, Decimal)):
            self.fault(field, f"{raw!r} is not a number")
            return None
        try:
            return parse_decimal(str(raw).strip())
        except ValueError as error:
            self.fault(field, str(error))
            return None

    def _dimensions(self, raw: object, at: str) -> dict[str, str]:
        if raw is None:
            return {}
        if not isinstance(raw, Mapping):
            self.fault(f"{at}.dimensions", "is not an object of names and members")
            return {}
        return {
            self._name(key, f"{at}.dimensions"): self._name(member, f"{at}.dimensions.{key}")
            for key, member in raw.items()
            if member is not None
        }

    def _aliases(self, raw: object, at: str) -> tuple[str, ...]:
        if raw is None:
            return ()
        if not isinstance(raw, list):
            self.fault(f"{at}.aliases", "is not a list of names")
            return ()
        return tuple(self._text(alias, f"{at}.aliases") for alias in raw)

    def _polarity(self, raw: object, at: str) -> Polarity | None:
        if raw is None:
            return None
        try:
            return Polarity(cast("str", raw))
        except ValueError:
            self.fault(f"{at}.polarity", f"{raw!r} is not one of {', '.join(Polarity)}")
            return None


def _cells(raw: object) -> dict[Scenario, str]:
    if not isinstance(raw, Mapping):
        return {}
    known = {scenario.value: scenario for scenario in Scenario}
    return {known[key]: str(place) for key, place in raw.items() if key in known}
