"""A checked text on a terminal: each figure marked by colour and by a sign, then the findings."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from drafter.checking.result import CheckResult, Mention, Verdict
from drafter.figures.report import LanguageCode
from drafter.languages.terminal_words import terminal_words

_STYLES = {
    Verdict.SUPPORTED: "green underline",
    Verdict.CONTRADICTED: "bold red underline",
    Verdict.UNSUPPORTED: "bold yellow underline",
    Verdict.IGNORED: "dim",
}
_SIGNS = {Verdict.SUPPORTED: "✓", Verdict.CONTRADICTED: "✗", Verdict.UNSUPPORTED: "?"}


def print_checked(text: str, result: CheckResult, language: LanguageCode, console: Console) -> None:
    """The text with its marks, a legend, the findings and the counts."""
    words = terminal_words(language)
    console.print(marked_text(text, result))
    console.print(Text(words["legend"], style="dim"))
    console.print(findings_table(result, language))


def marked_text(text: str, result: CheckResult) -> Text:
    """The text with a sign behind each figure; a finding's sign carries its number."""
    marked = Text(no_wrap=False)
    at = number = 0
    for mention in result.mentions:
        marked.append(text[at : mention.start])
        number += mention.verdict.is_bad
        marked.append(text[mention.start : mention.end], style=_STYLES[mention.verdict])
        marked.append(_sign(mention, number), style=_STYLES[mention.verdict].split()[0])
        at = mention.end
    marked.append(text[at:])
    return marked


def _sign(mention: Mention, number: int) -> str:
    sign = _SIGNS.get(mention.verdict, "")
    return f"{sign}[{number}]" if mention.verdict.is_bad else sign


def findings_table(result: CheckResult, language: LanguageCode) -> RenderableType:
    """Every bad mention with what is right and why; below it the counts of all verdicts."""
    words = terminal_words(language)
    counts = Text(words["counts"].format(**result.counts), style="bold")
    if not result.mentions:
        return Text(words["nothing_recognised"], style="bold yellow")
    if not result.findings:
        return counts
    table = Table(title=words["findings"], title_justify="left", show_lines=True)
    for heading in ("number", "place", "verdict", "expected", "why"):
        table.add_column(words[heading], overflow="fold")
    for number, mention in enumerate(result.findings, start=1):
        table.add_row(
            str(number),
            Text(mention.text, style=_STYLES[mention.verdict]),
            Text(f"{words[f'verdict_{mention.verdict.value}']} ({mention.reason})"),
            Text(mention.expected or ""),
            Text(mention.explanation),
        )
    return Group(table, counts)
