"""A group of rows in prose: how many met plan, who is ahead, who is behind and why, warnings."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from drafter.figures.scenario import Scenario
from drafter.ledger.ledger import Group
from drafter.writing.builtin.explaining import Explanations
from drafter.writing.builtin.prose import Prose, figure_ref, goodness
from drafter.writing.claims import ClaimKind, dimension_nouns
from drafter.writing.figure_words import Row, delta
from drafter.writing.materiality import is_miss, is_warning
from drafter.writing.references import Form, View

_NAMED = 3
_LISTED = 6


def group_sentences(prose: Prose, group: Group, explain: Explanations) -> list[str]:
    """What a reader must know of a group, in a few sentences."""
    met = prose.claim(group, ClaimKind.MET)
    sentences = [_counts(prose, group, met)]
    if met:
        sentences += [_ahead(prose, group), *_behind(prose, group, explain)]
    else:
        sentences.append(_values(prose, group))
    sentences += _warnings(prose, group, explain)
    prose.told.update(group.members)
    return [sentence for sentence in sentences if sentence]


def _counts(prose: Prose, group: Group, met: str) -> str:
    measure = prose.measure(figure_ref(group.members[0]))
    grew = prose.claim(group, ClaimKind.GREW_YEAR) or prose.claim(group, ClaimKind.GREW_MONTH)
    claims = [claim for claim in (met, grew) if claim]
    if len(claims) == 2:
        return prose.say("group.counts", measure=measure, claim=claims[0], other=claims[1])
    if claims:
        return prose.say("group.count", measure=measure, claim=claims[0])
    leader = prose.claim(group, ClaimKind.LEADER)
    return prose.say("group.count", measure=measure, claim=leader) if leader else ""


def _gap_view(prose: Prose, index: int) -> View:
    return View.GAP if prose.cite(figure_ref(index), View.GAP) else View.YTD_GAP


def _gap_size(prose: Prose, index: int) -> Decimal:
    return abs(delta(_row(prose, index), _gap_view(prose, index)) or Decimal(0))


def _ahead(prose: Prose, group: Group) -> str:
    """`Healthcare beat plan by ..., Manufacturing by ... and Government by ...`."""
    ahead = [i for i in group.members if goodness(_row(prose, i), _gap_view(prose, i)) > 0]
    ahead = sorted(ahead, key=lambda i: -_gap_size(prose, i))
    parts = []
    for place, index in enumerate(ahead[:_NAMED]):
        ref, view = figure_ref(index), _gap_view(prose, index)
        name = prose.catalogue.ledger.member(group, index)
        key = "group.ahead_next" if place else "group.ahead_first"
        gap, size = prose.cite(ref, view, Form.VERB), prose.value(ref, view)
        parts.append(prose.say(key, member=name, gap=gap, size=size))
    return prose.say("group.ahead", list=prose.listed(parts)) if parts else ""


def _behind(prose: Prose, group: Group, explain: Explanations) -> list[str]:
    """The worst miss with its cause, then the other misses with theirs."""
    behind = [i for i in group.members if is_miss(_row(prose, i))]
    behind = sorted(behind, key=lambda i: -_gap_size(prose, i))
    if not behind:
        return []
    sentences, rest = [], behind
    claim = prose.claim(group, ClaimKind.LARGEST_MISS)
    if claim:
        sentences += _worst(prose, behind[0], claim, explain)
        rest = behind[1:]
    parts = [
        prose.say(
            "group.behind_member",
            member=prose.catalogue.ledger.member(group, index),
            size=prose.value(figure_ref(index), _gap_view(prose, index)),
            gap=prose.cite(figure_ref(index), _gap_view(prose, index), Form.CHANGE),
        )
        for index in rest[:_NAMED]
    ]
    if parts:
        sentences.append(prose.say("group.behind", list=prose.listed(parts)))
    for index in rest[:_NAMED]:
        sentences += explain.attached(index)
    return sentences


def _worst(prose: Prose, index: int, claim: str, explain: Explanations) -> list[str]:
    ref = figure_ref(index)
    of_month = _gap_view(prose, index) is View.GAP
    value = prose.value(ref, View.ACTUAL if of_month else View.YTD)
    plan = prose.value(ref, View.PLAN if of_month else View.YTD_PLAN)
    notes = explain.attached(index)
    key = "group.worst" if notes or explain.is_explained(index) else "group.worst_no_cause"
    return [prose.say(key, claim=claim, value=value, plan=plan), *notes]


def _values(prose: Prose, group: Group) -> str:
    """The members' values, the largest first, where there is no plan to hold them against."""
    known = [i for i in group.members if prose.value(figure_ref(i))]
    known = sorted(known, key=lambda i: -(_row(prose, i).series.value(Scenario.ACTUAL) or 0))
    parts = [
        prose.say(
            "group.value",
            member=prose.catalogue.ledger.member(group, index),
            value=prose.value(figure_ref(index)),
        )
        for index in known[:_NAMED]
    ]
    if not parts:
        return ""
    noun = dimension_nouns(group.dimension, prose.catalogue.words)[0]
    measure = prose.measure(figure_ref(group.members[0]))
    return prose.say("group.values", measure=measure, noun=noun, list=prose.listed(parts))


def _warnings(prose: Prose, group: Group, explain: Explanations) -> list[str]:
    warned = [i for i in group.members if is_warning(_row(prose, i))][:_NAMED]
    if not warned:
        return []
    names = {index: prose.catalogue.ledger.member(group, index) for index in warned}
    return [
        prose.warnings([(names[index], figure_ref(index)) for index in warned]),
        *(sentence for index in warned for sentence in explain.attached(index)),
    ]


def member_sentences(
    prose: Prose,
    group: Group,
    explain: Explanations,
    indexes: Sequence[int],
    *,
    full_names: bool = False,
) -> list[str]:
    """A sentence for each member, with the notes that speak of it.

    With `full_names` each says its measure too, where no sentence before has said it.
    """
    sentences: list[str] = []
    for index in indexes[:_LISTED]:
        ref = figure_ref(index)
        member = prose.catalogue.ledger.member(group, index)
        sentences.append(prose.row_sentence(ref, prose.subject(ref) if full_names else member))
        sentences += explain.attached(index)
    prose.told.update(group.members)
    return sentences


def _row(prose: Prose, index: int) -> Row:
    return prose.catalogue.rows[index]
