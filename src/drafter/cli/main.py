"""The `drafter` command. Only Typer is imported here: each command imports what it needs itself."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

# Without rich's markup and tracebacks the help is there in a third of the time.
app = typer.Typer(
    name="drafter",
    help="Draft a department's monthly summary and check every figure in it against the source.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

BAD_INPUT = 2

ReportFile = Annotated[
    Path,
    typer.Argument(
        metavar="REPORT", help="The month: a report document (JSON) or a table (XLSX, CSV, ...)."
    ),
]
NotesFile = Annotated[
    Path | None, typer.Option("--notes", metavar="FILE", help="The manager's notes, as text.")
]
AnswersFile = Annotated[
    Path | None,
    typer.Option("--answers", metavar="FILE", help="Answers to the import's questions, as JSON."),
]
Language = Annotated[
    str | None, typer.Option("--language", metavar="en|zh", help="The language of the draft.")
]
Department = Annotated[
    str | None, typer.Option("--department", metavar="NAME", help="The department's name.")
]
Month = Annotated[
    str | None, typer.Option("--period", metavar="YYYY-MM", help="The month, as 2026-10.")
]


@app.command()
def draft(
    report: ReportFile,
    notes: NotesFile = None,
    answers: AnswersFile = None,
    language: Language = None,
    department: Department = None,
    period: Month = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write the draft to a file.")
    ] = None,
    output_format: Annotated[
        Literal["text", "markdown", "json"] | None,
        typer.Option("--format", help="How it is shown; a file's ending decides otherwise."),
    ] = None,
    save: Annotated[
        bool, typer.Option("--save", help="Keep report and draft in the store, for the pages.")
    ] = False,
) -> None:
    """Draft the summary of a month: six sections, every figure marked with its verdict."""
    from drafter.cli.draft import DraftOrder, draft_month

    draft_month(
        DraftOrder(
            report=report,
            notes=notes,
            answers=answers,
            language=language,
            department=department,
            period=period,
            out=out,
            output_format=output_format,
            save=save,
        )
    )


@app.command("import")
def import_tables(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Tables, texts or a report document of one month."),
    ],
    answers: AnswersFile = None,
    period: Month = None,
    language: Language = None,
    department: Department = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="The encoding of a text file, as gb18030.")
    ] = None,
    output_format: Annotated[
        Literal["text", "json"], typer.Option("--format", help="For people or for machines.")
    ] = "text",
) -> None:
    """Read a month's tables: figures with their cells, what is broken, what must be asked."""
    from drafter.cli.import_ import import_month

    import_month(
        files,
        answers=answers,
        period=period,
        language=language,
        department=department,
        encoding=encoding,
        output_format=output_format,
    )


@app.command()
def read(
    ndjson: Annotated[
        bool, typer.Option("--ndjson", help="One JSON object a line in and out (the only form).")
    ] = False,
) -> None:
    """Read the quantities of texts from standard input: what each number says, and its bounds."""
    if not ndjson:
        raise typer.BadParameter("give --ndjson: texts are read from standard input, one a line")
    from drafter.cli.read import read_lines

    read_lines()


@app.command()
def check(
    report: Annotated[
        Path | None,
        typer.Argument(metavar="REPORT", help="The month: a report document or a table."),
    ] = None,
    draft: Annotated[
        Path | None, typer.Argument(metavar="DRAFT", help="The text: Markdown or plain.")
    ] = None,
    ndjson: Annotated[
        bool, typer.Option("--ndjson", help="Cases from standard input, one JSON object a line.")
    ] = False,
    fail_on: Annotated[
        str | None,
        typer.Option(metavar="VERDICTS", help="Exit status 1 on these: contradicted,unsupported."),
    ] = None,
    notes: NotesFile = None,
    answers: AnswersFile = None,
    language: Language = None,
    department: Department = None,
    period: Month = None,
    output_format: Annotated[
        Literal["text", "json"], typer.Option("--format", help="For people or for machines.")
    ] = "text",
) -> None:
    """Check every figure and claim of a text against the figures and notes of its month."""
    from drafter.cli.check import check_draft, check_lines, parse_verdicts

    verdicts = parse_verdicts(fail_on)
    if ndjson:
        sys.exit(check_lines(sys.stdin, sys.stdout.write, verdicts))
    if report is None or draft is None:
        raise typer.BadParameter("name a REPORT and a DRAFT, or give --ndjson")
    from drafter.cli.draft import DraftOrder, import_files
    from drafter.cli.input_files import read_text
    from drafter.wiring import build

    order = DraftOrder(
        report=report,
        notes=notes,
        answers=answers,
        language=language,
        department=department,
        period=period,
    )
    month = import_files(order, build()).report()
    sys.exit(check_draft(month, read_text(draft), output_format=output_format, fail_on=verdicts))


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="The address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The port.")] = None,
) -> None:
    """Serve the pages and the HTTP API (http://127.0.0.1:8000 unless told otherwise)."""
    import gc

    # Looking for garbage while modules load only delays the first page; see `run_server`.
    gc.disable()
    from drafter.cli.serve import serve_pages

    serve_pages(host=host, port=port)


@app.command()
def demo(
    sample: Annotated[
        str | None, typer.Option(metavar="NAME", help="Another sample month than the usual one.")
    ] = None,
    language: Language = "en",
    start_server: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Serve the pages afterwards.")
    ] = True,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The port.")] = None,
) -> None:
    """Draft a sample month, show it with its figures marked, then serve the pages with it open."""
    from drafter.cli.demo import show_demo

    show_demo(sample, language or "en", serve=start_server, port=port)


@app.command("eval")
def run_suite(
    suite: Annotated[
        Path, typer.Argument(metavar="SUITE", help="A folder with suite.yaml and scorer.py.")
    ],
    only: Annotated[
        str, typer.Option(metavar="TEXT", help="Only cases whose name holds this.")
    ] = "",
    output_format: Annotated[
        Literal["text", "json"], typer.Option("--format", help="A table, or JSON.")
    ] = "text",
) -> None:
    """Run a suite of cases; exit status 1 when one of its limits is not kept."""
    from importlib import import_module

    # By name: doors know nothing of each other.
    command = import_module("drafter.evaluation.command")
    sys.exit(command.run_eval(suite, only=only, output_format=output_format))


@app.command()
def version() -> None:
    """Print the version."""
    from importlib.metadata import version as installed

    typer.echo(f"drafter {installed('drafter')}")


def run() -> None:
    """The program's entry: what went wrong on purpose is a message and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except BrokenPipeError:
        # The reader has gone (`| head`): nothing more to say, and nobody to say it to.
        sys.stderr.close()
        sys.exit(1)
    except Exception as error:
        from drafter.errors import DrafterError

        if not isinstance(error, DrafterError):
            raise
        typer.echo(f"drafter: {error}", err=True)
        sys.exit(BAD_INPUT)
