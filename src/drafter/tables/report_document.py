"""A report document handed in as JSON passes through as a month's reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from drafter.errors import FieldFault, InvalidReport
from drafter.figures.document import load_json, parse_report
from drafter.figures.period import Period
from drafter.tables.findings import Findings
from drafter.tables.reading import MonthReading
from drafter.tables.report_month import decide_period

_ANY_MONTH = "2000-01"


def read_report_document(
    text: str, answers: Mapping[str, str], given: Period | None
) -> MonthReading:
    """The figures and notes of the document; a missing month becomes a question.

    InvalidReport names every broken field, or the place where the JSON breaks off.
    """
    try:
        document = load_json(text)
    except (ValueError, RecursionError) as error:
        raise InvalidReport((FieldFault("document", f"is not JSON: {error}"),)) from error
    nameless = isinstance(document, dict) and document.get("period") is None
    report = parse_report(document | {"period": _ANY_MONTH} if nameless else document)
    if nameless:
        report = replace(report, period=None)
    findings = Findings(report.language, answers)
    period = report.period
    if period is None:
        period = decide_period((), given, (), findings)
    elif given is not None and given != period:
        findings.tell("other_period", "period", month=period, period=given)
        period = given
    return MonthReading(
        period,
        report.language,
        report.figures,
        report.notes,
        findings.problems,
        findings.questions,
    )
