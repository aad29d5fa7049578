"""`drafter check`: many texts as a stream of JSON lines, or one text against one report."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from drafter.checking.check import check
from drafter.checking.result import CheckResult, Verdict, result_document
from drafter.errors import FieldFault, InvalidReport
from drafter.figures.document import load_json, parse_report
from drafter.figures.report import Report

OK, FOUND, BAD_INPUT = 0, 1, 2


def check_lines(
    lines: Iterable[str], write: Callable[[str], object], fail_on: frozenset[Verdict] = frozenset()
) -> int:
    """Answer each line of input with one line of output, in order; the exit status.

    A line that cannot be read is answered in its place and makes the status 2; a verdict of
    `fail_on` makes it 1.
    """
    status = OK
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        answer = _answer(line, number)
        write(json.dumps(answer, ensure_ascii=False) + "\n")
        if "error" in answer:
            status = BAD_INPUT
        elif status == OK and any(answer["counts"][verdict] for verdict in fail_on):
            status = FOUND
    return status


def _answer(line: str, number: int) -> dict[str, Any]:
    key: object = None
    try:
        case = load_json(line)
        if not isinstance(case, dict):
            raise InvalidReport((FieldFault("", "a line is a JSON object"),))
        key = case.get("id")
        return {"id": key, **result_document(_checked(case))}
    except InvalidReport as error:
        fault = error.faults[0]
        return _error(key, number, fault.field, fault.message)
    except ValueError as error:
        return _error(key, number, "", f"is not JSON: {error}")
    except RecursionError:
        return _error(key, number, "", "is nested too deeply")


def _error(key: object, number: int, field: str, message: str) -> dict[str, Any]:
    return {"id": key, "error": {"line": number, "field": field, "message": message}}


def _checked(case: Mapping[str, Any]) -> CheckResult:
    draft = _text(case.get("draft"), "draft")
    snippets = case.get("example_snippets") or []
    if not isinstance(snippets, list):
        raise InvalidReport((FieldFault("example_snippets", "is not a list of texts"),))
    examples = [_text(item, f"example_snippets[{at}]") for at, item in enumerate(snippets)]
    return check(draft, parse_report(case.get("report"), "report."), examples)


def _text(raw: object, field: str) -> str:
    if not isinstance(raw, str):
        problem = "is missing" if raw is None else "is not text"
        raise InvalidReport((FieldFault(field, problem),))
    return raw


def parse_verdicts(text: str | None) -> frozenset[Verdict]:
    """The verdicts named by `--fail-on contradicted,unsupported`; InvalidReport on others."""
    known = {verdict.value: verdict for verdict in Verdict}
    names = [name.strip() for name in (text or "").split(",") if name.strip()]
    for name in names:
        if name not in known:
            problem = f"{name!r} is not one of {', '.join(known)}"
            raise InvalidReport((FieldFault("--fail-on", problem),))
    return frozenset(known[name] for name in names)


def check_draft(
    report: Report,
    draft: str,
    *,
    output_format: str = "text",
    fail_on: frozenset[Verdict] = frozenset(),
) -> int:
    """Check one text and print it with its marks, or as JSON; the exit status."""
    result = check(draft, report)
    if output_format == "json":
        print(json.dumps(result_document(result), ensure_ascii=False, indent=2))
    else:
        from rich.console import Console

        from drafter.cli.marked_text import print_checked

        print_checked(draft, result, report.language, Console(highlight=False))
    return FOUND if any(result.counts[verdict] for verdict in fail_on) else OK
