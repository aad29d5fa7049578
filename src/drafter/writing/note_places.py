"""Where each note belongs: with the row it speaks of, or in a section by its cue words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from drafter.figures.report import LANGUAGES
from drafter.languages.measure_words import is_total_member, names_any
from drafter.languages.phrasing import phrasing
from drafter.writing.catalogue import Catalogue, once_a_catalogue
from drafter.writing.materiality import figures_by_section, section_of
from drafter.writing.notes import Note
from drafter.writing.references import token
from drafter.writing.sections import SectionKey


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note with its section; `kind` is the cue that decided (`request`, `team`, a name ...).

    A greeting or a title above the notes belongs to no section.
    """

    note: Note
    section: SectionKey | None
    kind: str


_WORD = re.compile(r"[a-z]{6,}")
# How far into a note its topic may stand, in characters.
_OPENING = 12
_CJK_END = re.compile(r"[\u4e00-\u9fff]{2}$")
_ORDER: Sequence[tuple[str, SectionKey]] = (
    ("request", SectionKey.PROBLEMS),
    ("next_month", SectionKey.PROBLEMS),
    ("problems", SectionKey.PROBLEMS),
    ("activities", SectionKey.ACTIVITIES),
    ("team", SectionKey.TEAM),
    ("customers", SectionKey.CUSTOMERS),
    ("products", SectionKey.PRODUCTS),
)
# Notes of these kinds stay in their own section even when they name a row.
_KEPT = {"request", "next_month", "team", "activities"}


@once_a_catalogue
def placed_notes(catalogue: Catalogue) -> tuple[PlacedNote, ...]:
    """Every note with its section, in the order of the notes."""
    return tuple(_placed(note, catalogue) for note in catalogue.notes)


def _placed(note: Note, catalogue: Catalogue) -> PlacedNote:
    cues = phrasing(note.language).notes
    for kind, section in _ORDER:
        if names_any(note.text, getattr(cues, kind)):
            return PlacedNote(note, section, kind)
    named = rows_named(note, catalogue)
    if not named and _is_greeting(note, catalogue):
        return PlacedNote(note, None, "greeting")
    if named:
        figure = catalogue.report.figures[named[0]]
        section = section_of(figure, catalogue.ledger.polarity(named[0]))
        return PlacedNote(note, section, "named")
    return PlacedNote(note, SectionKey.RESULTS, "other")


def _is_greeting(note: Note, catalogue: Catalogue) -> bool:
    """Whether a note without any figure stands in the first of several lines: `Hi all, ...`."""
    lines = [line for line in catalogue.report.notes.splitlines(keepends=True) if line.strip()]
    first = catalogue.report.notes.find(
        "\n", len(catalogue.report.notes) - len(catalogue.report.notes.lstrip())
    )
    return len(lines) > 2 and not note.figures and note.start < first


def rows_named(note: Note, catalogue: Catalogue) -> tuple[int, ...]:
    """The figures that the note names, those named first first.

    A figure is named by its member; one without members by its measure, an alias, or a word that
    no other measure of the report has.
    """
    return rows_named_in(note.text, catalogue)


def rows_named_in(text: str, catalogue: Catalogue) -> tuple[int, ...]:
    """The figures that a text names, those named first first."""
    found = []
    for index, names in enumerate(_all_names(catalogue)):
        places = [at for name in names for at in [name.place(text)]]
        places = [at for at in places if at >= 0]
        if places:
            found.append((min(places), index))
    return tuple(index for _, index in sorted(found))


def attachable(placed: Sequence[PlacedNote], catalogue: Catalogue) -> Mapping[int, list[Note]]:
    """For each figure the notes that speak of it: they may explain it.

    A note that names several rows speaks of the first when it opens with it or gives a reason.
    """
    found: dict[int, list[Note]] = {}
    for item in placed:
        if item.kind in _KEPT:
            continue
        named = rows_named(item.note, catalogue)
        subjects = [catalogue.rows[index].member or index for index in named]
        if len(set(subjects)) > 1 and not _has_one_subject(item.note, named[0], catalogue):
            continue
        for index, subject in zip(named, subjects, strict=True):
            if subject == subjects[0]:
                found.setdefault(index, []).append(item.note)
    return found


def _has_one_subject(note: Note, index: int, catalogue: Catalogue) -> bool:
    opens = any(name.place(note.text) == 0 for name in names_of(catalogue, index))
    return opens or states_cause(note)


@dataclass(frozen=True, slots=True)
class RowName:
    """A name to look for: a member as it is written (`Corporate` is not "corporate"), unless a
    note opens with it, as hurried notes do. A part of a name counts only where a text opens."""

    text: str
    exact_case: bool
    opening_only: bool = False

    def place(self, text: str) -> int:
        """Where it stands in a text, a Latin one as a whole word (a plural s aside); else -1."""
        if len(self.text) < 2:
            return -1
        if self.opening_only:
            text = text[: _OPENING + len(self.text)]
        if not self.text.isascii():
            return text.find(self.text)
        if self.text.lower() not in text.lower():
            return -1
        whole_word, any_case = _patterns(self.text)
        if any_case.match(text):
            return 0
        match = (whole_word if self.exact_case else any_case).search(text)
        return match.start() if match else -1


@once_a_catalogue
def _all_names(catalogue: Catalogue) -> tuple[list[RowName], ...]:
    return tuple(names_of(catalogue, index) for index in range(len(catalogue.rows)))


def names_of(catalogue: Catalogue, index: int) -> list[RowName]:
    """What a figure is called in running text."""
    figure = catalogue.report.figures[index]
    members = [name for name in figure.dimensions.values() if not is_total_member(name)]
    if members:
        parts = _parts_of_members(catalogue)
        return [RowName(name, exact_case=True) for name in members] + [
            RowName(part, exact_case=False, opening_only=True)
            for name in members
            for part in parts.get(name, ())
        ]
    names = [RowName(name, exact_case=False) for name in (figure.measure, *figure.aliases)]
    own = _distinctive(catalogue, index) if not figure.dimensions else []
    return names + [RowName(name, exact_case=False, opening_only=True) for name in own]


@once_a_catalogue
def _parts_of_members(catalogue: Catalogue) -> Mapping[str, list[str]]:
    """The words of a member of several words that stand in no other member."""
    members = {row.member for row in catalogue.rows if row.member}
    found = {}
    for member in members:
        rest = " ".join(other.lower() for other in members if other != member)
        words = re.findall(r"[a-z]{5,}", member.lower()) if " " in member else []
        found[member] = [word for word in words if word not in rest]
    return found


@once_a_catalogue
def _measures(catalogue: Catalogue) -> frozenset[str]:
    return frozenset(figure.measure.lower() for figure in catalogue.report.figures)


def _distinctive(catalogue: Catalogue, index: int) -> list[str]:
    """Words of a measure's name, long enough to mean something, that no other measure has.

    Where words are not set apart, it is the last two characters and the first two.
    """
    measure = catalogue.report.figures[index].measure.lower()
    others = [other for other in _measures(catalogue) if other != measure]
    words = _WORD.findall(measure) if " " in measure else []
    if len(measure) > 2 and _CJK_END.search(measure):
        words = [measure[-2:], measure[:2]]
    return [word for word in words if not any(word in other for other in others)]


def told_stories(catalogue: Catalogue, placed: Sequence[PlacedNote]) -> tuple[bool, bool]:
    """Whether figures or notes tell of keeping existing customers, and of winning new ones."""
    existing = new = False
    for index in figures_by_section(catalogue)[SectionKey.CUSTOMERS]:
        of_new = speaks_of_new(catalogue.rows[index].measure)
        existing, new = existing or not of_new, new or of_new
    for item in placed:
        if item.section is SectionKey.CUSTOMERS:
            of_new = speaks_of_new(item.note.text)
            existing, new = existing or not of_new, new or of_new
    return existing, new


def speaks_of_new(text: str) -> bool:
    """Whether a measure's name or a note is about newly won customers."""
    return any(names_any(text, phrasing(language).figures.new_customers) for language in LANGUAGES)


def states_cause(note: Note) -> bool:
    """Whether the note itself says that something is a reason."""
    return names_any(note.text, phrasing(note.language).notes.cause)


def with_references(
    note: Note,
    catalogue: Catalogue,
    cleaned: Callable[[str], str] = str,
    without: Sequence[tuple[int, int]] = (),
) -> str:
    """The note's own words, its figures as references, ended as a sentence.

    `cleaned` is put over the words between the references; what lies in the spans of `without`
    (offsets into the note) is left out.
    """
    form = ":written" if note.language != catalogue.report.language else ""
    pieces = []
    for start, end in _kept(len(note.text), without):
        at = start
        for figure in note.figures:
            quantity = figure.quantity
            if start <= quantity.start and quantity.end <= end:
                pieces.append(cleaned(note.text[at : quantity.start]))
                pieces.append(token(f"N{figure.number}{form}"))
                at = quantity.end
        pieces.append(cleaned(note.text[at:end]))
    text = "".join(pieces).strip().lstrip(",，;； ")
    ended = text[-1:] in (".", "。", "!", "！", "?", "？")
    return text if ended else text.rstrip(";；,，") + phrasing(note.language).sentence_end


def _kept(length: int, without: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans of a text that the spans left out leave."""
    at = 0
    for start, end in sorted(without):
        if at < start:
            yield at, start
        at = max(at, end)
    if at < length:
        yield at, length


@lru_cache(maxsize=20_000)
def _patterns(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A Latin name as a whole word, a plural s aside: in its own case, and in any."""
    pattern = rf"(?<![A-Za-z0-9]){re.escape(name)}s?(?![A-Za-z0-9])"
    return re.compile(pattern), re.compile(pattern, re.IGNORECASE)
