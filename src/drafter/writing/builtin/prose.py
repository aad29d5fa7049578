"""Sentences filled with references: the small grammar that all sections share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from drafter.figures.scenario import Polarity, Scenario
from drafter.ledger.ledger import Group
from drafter.writing.amounts import is_counted
from drafter.writing.catalogue import Catalogue
from drafter.writing.claims import SLOTS, ClaimKind
from drafter.writing.fencing import unbraced
from drafter.writing.figure_words import Row, delta
from drafter.writing.materiality import is_warning
from drafter.writing.references import Form, Reference, Target, View, token

_COMPARISONS: tuple[View, ...] = (View.GAP, View.YOY, View.MOM)
_YTD_COMPARISONS: tuple[View, ...] = (View.YTD_GAP, View.YTD_YOY)
_PLAIN_GROWTH = {View.YOY: View.YOY_AMOUNT, View.MOM: View.MOM_AMOUNT}
_HANDFUL = 20


@dataclass
class Prose:
    """Writes sentences of one draft; keeps count so that wordings alternate.

    `told` are the figures that already have their sentence, `used` the notes already placed;
    `left_out` are, by the number of a note, the spans that contradict the table.
    """

    catalogue: Catalogue
    left_out: Mapping[int, Sequence[tuple[int, int]]] = field(default_factory=dict)
    told: set[int] = field(default_factory=set)
    used: set[int] = field(default_factory=set)
    _turns: Counter[str] = field(default_factory=Counter)

    def say(self, key: str, **blanks: str) -> str:
        """A sentence of that kind, its wordings taken in turn, with a capital where due."""
        blanks = {name: unbraced(text) if name in _NAMES else text for name, text in blanks.items()}
        variants = self.catalogue.words.sentences[key]
        if self.catalogue.words.amounts.cjk:
            blanks = {name: _spaced(name, text) for name, text in blanks.items()}
        text = variants[self._turns[key] % len(variants)].format(**blanks).rstrip()
        self._turns[key] += 1
        return text if key in _PARTS else self.opened(text)

    def opened(self, text: str) -> str:
        """With the capital that a sentence starts with, where the language has one."""
        if self.catalogue.words.amounts.cjk:
            return text
        return text[:1].upper() + text[1:]

    def cite(self, ref: Reference, view: View, form: Form = Form.SIZE) -> str:
        """The token for a row's view, or nothing where the report does not give it."""
        reference = Reference(ref.target, ref.number, view, form)
        return token(reference) if self.catalogue.text_of(reference) is not None else ""

    def value(self, ref: Reference, view: View = View.ACTUAL) -> str:
        """A value as prose says it: a counted thing without its noun where that is the custom."""
        row = self.row(ref)
        words = self.catalogue.words.amounts
        bare = words.bare_counts and is_counted(row.style.unit, words)
        return (self.cite(ref, view, Form.NUMBER) if bare else "") or self.cite(ref, view)

    def claim(self, group: Group, kind: ClaimKind) -> str:
        """The token for a claim on a group, or nothing where it does not hold."""
        number = (self.catalogue.ledger.groups.index(group) + 1) * SLOTS + kind
        return token(f"C{number}") if number in self.catalogue.claims else ""

    def row(self, ref: Reference) -> Row:
        row = self.catalogue.row(ref.target, ref.number)
        if row is None:
            raise KeyError(str(ref))
        return row

    def listed(self, items: Sequence[str]) -> str:
        """`A, B and C`."""
        words = self.catalogue.words
        if len(items) < 2:
            return "".join(items)
        return words.list_comma.join(items[:-1]) + words.list_and + items[-1]

    def enumerated(self, items: Sequence[str]) -> str:
        """`A; B, C and D; E`: a list whose items may be lists."""
        semicolon = self.catalogue.words.list_semicolon
        comma = self.catalogue.words.list_comma
        nested = any(comma in item or self.catalogue.words.list_and in item for item in items)
        return semicolon.join(items) if nested and len(items) > 1 else self.listed(items)

    def paragraph(self, sentences: Sequence[str]) -> str:
        """Sentences in one paragraph."""
        return self.catalogue.words.sentence_join.join(text for text in sentences if text)

    def measure(self, ref: Reference) -> str:
        """The measure's name as it stands inside a sentence."""
        name = self.row(ref).measure
        return name if self.catalogue.words.amounts.cjk else inside(name)

    def subject(self, ref: Reference) -> str:
        """What a row is called where no context says its measure."""
        row = self.row(ref)
        if ref.target is Target.TOTAL:
            return self.say("subject.total", measure=self.measure(ref))
        if not row.member:
            return self.measure(ref)
        return self.say("subject.member", measure=self.measure(ref), member=row.member)

    def row_sentence(self, ref: Reference, subject: str | None = None) -> str:
        """A row with its value and at most two comparisons; empty where it has no value."""
        value, kind, views = self.value(ref), "row", _COMPARISONS
        if not value:
            value, kind, views = self.value(ref, View.YTD), "ytd_row", _YTD_COMPARISONS
        if not value:
            return ""
        if ref.target is Target.FIGURE:
            self.told.add(ref.number - 1)
        chosen = self._comparisons(ref, views)
        if is_warning(self.row(ref)) and kind == "row":
            return self._warned(ref, self.subject(ref) if subject is None else subject, value)
        phrases = [self.cite(ref, view, Form.CHANGE) for view in chosen]
        blanks = dict(zip("ab", phrases, strict=False))
        shape = ("none", "one", "two")[len(phrases)]
        if len(chosen) == 2 and self.is_contrast(ref, chosen[0], chosen[1]):
            shape = "contrast"
        name = self.subject(ref) if subject is None else subject
        return self.say(f"{kind}.{shape}", subject=name, value=value, **blanks)

    def _warned(self, ref: Reference, name: str, value: str) -> str:
        """A row that is up on the month but down on the year: its gap, then the warning."""
        gap, trend = self.cite(ref, View.GAP, Form.CHANGE), self.cite(ref, View.TREND)
        if not gap:
            return self.say("row.warning", subject=name, value=value, trend=trend)
        first = self.say("row.one", subject=name, value=value, a=gap)
        return self.paragraph([first, self.warnings([(name, ref)])])

    def _comparisons(self, ref: Reference, views: Sequence[View]) -> list[View]:
        """At most two; a rate of growth on a handful gives way to the plain number."""
        row = self.row(ref)
        if is_counted(row.style.unit, self.catalogue.words.amounts):
            value = row.series.value(Scenario.ACTUAL)
            if value is not None and abs(value) < _HANDFUL:
                views = [_PLAIN_GROWTH.get(view, view) for view in views]
        return [view for view in views if self.cite(ref, view, Form.CHANGE)][:2]

    def warnings(self, rows: Sequence[tuple[str, Reference]]) -> str:
        """The rows that are up on the month but down on the year, each by its name."""
        named = [(name, self.cite(ref, View.TREND)) for name, ref in rows]
        if len(named) == 1:
            return self.say("warning", subject=named[0][0], trend=named[0][1])
        items = [self.say("warnings.item", subject=name, trend=trend) for name, trend in named]
        joined = self.catalogue.words.list_semicolon.join(items)
        return self.say("warnings", list=joined) if items else ""

    def is_contrast(self, ref: Reference, one: View, other: View) -> bool:
        """Whether two comparisons pull in opposite directions for the reader."""
        return goodness(self.row(ref), one) * goodness(self.row(ref), other) < 0


_PARTS = frozenset(
    {
        "group.value",
        "group.ahead_first",
        "group.ahead_next",
        "group.behind_member",
        "subject.total",
        "subject.member",
        "subject.members",
        "warnings.item",
        "note",
    }
)


_NAMES = frozenset({"subject", "member", "measure"})


def _spaced(blank: str, text: str) -> str:
    """A name that ends in Latin letters or digits keeps a space before the figure behind it."""
    latin = text[-1:].isascii() and text[-1:].isalnum()
    return f"{text} " if blank in _NAMES and latin else text


def goodness(row: Row, view: View) -> int:
    """1 where the comparison is good news, -1 where it is bad, 0 where it is neither."""
    found = delta(row, view)
    if not found:
        return 0
    sign = 1 if found > 0 else -1
    return -sign if row.polarity is Polarity.LOWER_IS_BETTER else sign


def figure_ref(index: int) -> Reference:
    """The reference to a figure by its index."""
    return Reference(Target.FIGURE, index + 1, View.ACTUAL)


def inside(name: str) -> str:
    """A measure's name inside a sentence: a common noun loses its capital, a name keeps it."""
    first, *others = name.split(" ")
    plain = first.isascii() and first.replace("-", "").isalpha() and first[1:].islower()
    proper = any(word[:1].isupper() and not word.isupper() for word in others)
    return name[0].lower() + name[1:] if plain and not proper else name
