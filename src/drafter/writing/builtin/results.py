"""Results: the month in one sentence, the year so far, then part by part."""

from __future__ import annotations

from drafter.writing.builtin.explaining import Explanations
from drafter.writing.builtin.groups import group_sentences, member_sentences
from drafter.writing.builtin.prose import Prose, figure_ref, goodness
from drafter.writing.builtin.topics import Topic, topics
from drafter.writing.figure_words import delta
from drafter.writing.materiality import figures_by_section, is_miss, is_warning
from drafter.writing.references import Form, Reference, Target, View
from drafter.writing.sections import SectionKey

_ROWS = 12


def results(prose: Prose, explain: Explanations) -> list[str]:
    """The paragraphs of the section, without the notes that are placed here."""
    by_section = figures_by_section(prose.catalogue)
    found = topics(prose.catalogue, SectionKey.RESULTS, by_section[SectionKey.RESULTS])
    watched = topics(prose.catalogue, SectionKey.PROBLEMS, by_section[SectionKey.PROBLEMS])
    # What is watched and well belongs here; the section on problems has the rest.
    found += [t for t in watched if t.whole and not t.group and not is_bad(prose, t.whole)]
    head = next((t for t in found if t.whole and prose.value(t.whole)), None)
    if head is None or head.whole is None:
        return [prose.say("lead.nothing", month=month(prose)), *_topics(prose, found, explain)]
    paragraphs = [prose.paragraph(_lead(prose, head.whole))]
    if head.group:
        paragraphs.append(prose.paragraph(group_sentences(prose, head.group, explain)))
    rest = [topic for topic in found if topic is not head]
    paragraphs += _topics(prose, rest, explain)
    if not any(prose.cite(t.whole, View.PLAN) for t in found if t.whole):
        paragraphs.append(prose.say("missing.plan"))
    return paragraphs


def is_bad(prose: Prose, ref: Reference) -> bool:
    """Whether a row is worse than plan, or without one worse than before."""
    row = prose.row(ref)
    plan = goodness(row, View.GAP)
    return plan < 0 or (not plan and (goodness(row, View.YOY) or goodness(row, View.MOM)) < 0)


def month(prose: Prose) -> str:
    """The reporting month's name."""
    number = prose.catalogue.ledger.month
    return prose.catalogue.words.months[number - 1] if number else ""


def _lead(prose: Prose, whole: Reference) -> list[str]:
    blanks = {
        "month": month(prose),
        "subject": prose.subject(whole),
        "value": prose.value(whole),
        "plan": prose.value(whole, View.PLAN),
        "gap": prose.cite(whole, View.GAP, Form.CHANGE),
    }
    if whole.target is Target.FIGURE:
        prose.told.add(whole.number - 1)
    verdict = {1: "lead.ahead", -1: "lead.behind"}.get(goodness(prose.row(whole), View.GAP))
    verdict = verdict or ("lead.on_plan" if blanks["gap"] else "lead.no_plan")
    return [prose.say(verdict, **blanks), _trend(prose, whole), *year_sentences(prose, whole)]


def _trend(prose: Prose, whole: Reference) -> str:
    phrase = (
        prose.cite(whole, View.TREND)
        or prose.cite(whole, View.YOY, Form.CHANGE)
        or prose.cite(whole, View.MOM, Form.CHANGE)
    )
    if not phrase:
        return ""
    key = "trend.warning" if is_warning(prose.row(whole)) else "trend"
    return prose.say(key, trend=phrase, subject=prose.subject(whole))


def year_sentences(prose: Prose, ref: Reference) -> list[str]:
    """The year to date against its plan and last year, and what the year still asks for."""
    ytd = prose.value(ref, View.YTD)
    if not ytd:
        return []
    gap = prose.cite(ref, View.YTD_GAP, Form.CHANGE)
    growth = prose.cite(ref, View.YTD_YOY, Form.CHANGE)
    shape = "both" if gap and growth else "plan" if gap else "growth" if growth else "bare"
    if shape == "both" and prose.is_contrast(ref, View.YTD_GAP, View.YTD_YOY):
        shape = "contrast"
    blanks = {"subject": prose.subject(ref), "ytd": ytd, "gap": gap, "growth": growth}
    sentences = [prose.say(f"ytd.{shape}", **blanks)]
    attained = prose.cite(ref, View.YEAR_ATTAINMENT)
    left = prose.cite(ref, View.REMAINING, Form.CHANGE)
    if attained and left:
        done = not delta(prose.row(ref), View.REMAINING)
        key = "year.done" if done else "year.attained"
        sentences.append(prose.say(key, year_attainment=attained, remaining=left))
    return sentences


def _topics(prose: Prose, found: list[Topic], explain: Explanations) -> list[str]:
    """A paragraph for each broken-down measure; the single rows together in one."""
    paragraphs, singles = [], []
    for topic in found:
        if topic.group is None:
            singles.append(topic)
        else:
            paragraphs.append(prose.paragraph(_grouped(prose, topic, explain)))
    rows = [topic.whole for topic in singles if topic.whole is not None][:_ROWS]
    paragraphs.append(prose.paragraph(single_sentences(prose, rows, explain)))
    return [paragraph for paragraph in paragraphs if paragraph]


def _grouped(prose: Prose, topic: Topic, explain: Explanations) -> list[str]:
    assert topic.group is not None
    told = {prose.row(figure_ref(index)).measure for index in prose.told}
    if topic.whole is not None and topic.group.measure not in told:
        opening = [prose.row_sentence(topic.whole)]
        if prose.value(topic.whole):
            opening += year_sentences(prose, topic.whole)[:1]
        return opening + group_sentences(prose, topic.group, explain)
    if prose.catalogue.ledger.is_additive(topic.group.members[0]):
        return group_sentences(prose, topic.group, explain)
    members = topic.group.members
    return member_sentences(prose, topic.group, explain, members, full_names=True)


def single_sentences(
    prose: Prose, rows: list[Reference], explain: Explanations, *, with_year: bool = False
) -> list[str]:
    """A sentence for each single row; misses and warnings with what the notes say of them."""
    sentences: list[str] = []
    for ref in rows:
        row = prose.row(ref)
        sentences.append(prose.row_sentence(ref))
        if with_year:
            sentences += year_sentences(prose, ref)[:1]
        if ref.target is Target.FIGURE and (is_miss(row) or is_warning(row)):
            sentences += explain.attached(ref.number - 1)
    return sentences
