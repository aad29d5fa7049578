"""`drafter demo`: a sample month drafted on the terminal, stored, and opened in the pages."""

from __future__ import annotations

import socket
from contextlib import AbstractContextManager, nullcontext

from rich.console import Console

from drafter.cli.draft_output import Drafted, print_draft
from drafter.cli.input_files import parse_language
from drafter.cli.late_progress import LateProgress
from drafter.figures.report import Report
from drafter.wiring import Drafter, build
from drafter.workflows.compose_draft import Composition
from drafter.workflows.import_month import ImportedMonth


def show_demo(sample: str | None, language: str, *, serve: bool, port: int | None) -> None:
    """Draft the sample, keep it once, serve it. AddressInUse before anything is done."""
    drafter = build()
    wanted = parse_language(language) or "en"
    listening: AbstractContextManager[socket.socket | None] = nullcontext()
    if serve:
        from drafter.cli.serve import listen

        listening = listen(drafter.settings, None, port)
    with listening as listener:
        samples = drafter.samples
        report = (samples.named(sample) if sample else samples.for_demo(wanted)).report
        with LateProgress(report.language) as progress:
            composition = drafter.compose_draft(report, on_progress=progress)
        drafted = Drafted(report, ImportedMonth.of(report), composition)
        print_draft(drafted, Console(highlight=False))
        draft_id = _kept(drafter, report, composition)
        if listener is not None:
            from drafter.cli.serve import run_server

            run_server(listener, f"/drafts/{draft_id}")


def _kept(drafter: Drafter, report: Report, composition: Composition) -> str:
    """The id of the sample's draft: that of an earlier run when it is the same draft."""
    for line in drafter.store.drafts(report.department):
        if line.period == report.period and line.language == report.language:
            first = drafter.store.revision(line.id, 1)
            if first.sections == composition.sections:
                return line.id
    stored = drafter.keep_report(report)
    return drafter.keep_draft(stored, composition).id
