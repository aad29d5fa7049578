"""References put into words, with what is bound where; and what a text has beyond references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from drafter.languages.phrasing import Phrasing
from drafter.languages.quantities import read_quantities
from drafter.writing.catalogue import Catalogue
from drafter.writing.notes import is_business
from drafter.writing.references import Token, tokens
from drafter.writing.sections import Binding, SectionKey, SectionText

_FENCE = re.compile(r"```[a-z]*\n(.*?)\n?```", re.DOTALL)
_HEADING = re.compile(r"\A#{1,6} [^\n]*(?:\n+|\Z)")
_MASK = "\u25a1"
_OPENERS = "*_#>-•\"'“‘([ \t"


class FindingKind(StrEnum):
    UNKNOWN_REFERENCE = "unknown_reference"
    MALFORMED_REFERENCE = "malformed_reference"
    RAW_FIGURE = "raw_figure"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a writer's text that must be repaired; offsets are into the raw text.

    `message` is in the draft's language and says what to do instead.
    """

    kind: FindingKind
    text: str
    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A section in words, and the findings of its raw text; unresolved tokens stay visible."""

    section: SectionText
    findings: tuple[Finding, ...]


def resolve(key: SectionKey, raw: str, catalogue: Catalogue) -> Rendered:
    """Put every reference of a raw section text into words.

    A heading or a code fence that a model puts around its answer is no part of the section.
    """
    raw = _unwrapped(raw)
    pieces: list[str] = []
    bindings: list[Binding] = []
    findings: list[Finding] = []
    length = at = 0
    for token in tokens(raw):
        pieces.append(raw[at : token.start])
        length += token.start - at
        text = None if token.reference is None else catalogue.text_of(token.reference)
        if token.reference is None or text is None:
            findings.append(_unresolved(token, catalogue.words))
            text = token.text
        else:
            text = _cased("".join(pieces), text, catalogue.words)
            bindings.append(Binding(length, length + len(text), str(token.reference)))
        pieces.append(text)
        length += len(text)
        at = token.end
    pieces.append(raw[at:])
    findings.extend(raw_figures(raw, catalogue))
    ordered = tuple(sorted(findings, key=lambda finding: finding.start))
    return Rendered(SectionText(key, "".join(pieces), tuple(bindings)), ordered)


def _unwrapped(raw: str) -> str:
    text = raw.strip()
    fence = _FENCE.fullmatch(text)
    if fence:
        text = fence[1].strip()
    return _HEADING.sub("", text)


def raw_figures(raw: str, catalogue: Catalogue) -> Iterable[Finding]:
    """Business figures that were typed instead of cited; names and dates may be typed."""
    masked = raw
    for token in tokens(raw):
        masked = masked[: token.start] + _MASK * (token.end - token.start) + masked[token.end :]
    for name in _names(catalogue):
        masked = masked.replace(name, _MASK * len(name))
    pattern = catalogue.words.findings[FindingKind.RAW_FIGURE]
    for quantity in read_quantities(masked, catalogue.report.language):
        if is_business(quantity):
            text = raw[quantity.start : quantity.end]
            message = pattern.format(text=text)
            yield Finding(FindingKind.RAW_FIGURE, text, quantity.start, quantity.end, message)


def _names(catalogue: Catalogue) -> Sequence[str]:
    """Names from the table with a digit in them, longest first: they are no figures."""
    report = catalogue.report
    names = {report.department}
    for figure in report.figures:
        names.update((figure.measure, *figure.dimensions.values(), *figure.aliases))
    with_digits = (name for name in names if any(char.isdigit() for char in name))
    return sorted(with_digits, key=len, reverse=True)


def _unresolved(token: Token, words: Phrasing) -> Finding:
    malformed = token.reference is None
    kind = FindingKind.MALFORMED_REFERENCE if malformed else FindingKind.UNKNOWN_REFERENCE
    message = words.findings[kind].format(text=token.text)
    return Finding(kind, token.text, token.start, token.end, message)


def _cased(before: str, text: str, words: Phrasing) -> str:
    """A phrase that opens a sentence starts with a capital."""
    if words.amounts.cjk or not text[:1].islower():
        return text
    rest = before.rstrip(_OPENERS)
    opens = not rest or (rest[-1] in ".!?\n" and (rest[-1] == "\n" or len(before) > len(rest)))
    return text[0].upper() + text[1:] if opens else text
