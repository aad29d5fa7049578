"""A draft as a Markdown file: what a person sends on, and what `drafter check` reads again."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.drafts.revision import Section, whole_text
from drafter.figures.period import Period


def markdown_document(department: str, period: Period, sections: Sequence[Section]) -> str:
    """A title line with department and month, then the six sections."""
    title = " · ".join(part for part in (_escaped(department), str(period)) if part)
    return f"# {title}\n\n{whole_text(tuple(sections))}"


def _escaped(name: str) -> str:
    """A department's name is no markup, whatever characters it holds, and stays on its line."""
    return " ".join("".join(f"\\{char}" if char in r"\`*_[]<>#" else char for char in name).split())
