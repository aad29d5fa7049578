"""Marks stand exactly on their mention, whatever the text around them is."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from drafter.web.marked_text import Block, Mark, blocks

TEXTS = st.text(alphabet=st.sampled_from(list("ab12% .*-#\n元🙂增长，")), max_size=80)


def marks_of(text: str) -> list[Mark]:
    found = re.finditer(r"\d+%?", text)
    return [Mark(match.start(), match.end(), number) for number, match in enumerate(found, 1)]


def shown(found: tuple[Block, ...]) -> str:
    return "".join(piece.text for block in found for piece in block.pieces)


@given(TEXTS)
def test_every_mark_is_shown_once_with_its_own_text(text: str) -> None:
    marks = marks_of(text)
    found: dict[int, str] = {}
    firsts: list[int] = []
    for block in blocks(text, marks):
        for piece in block.pieces:
            if piece.mark is not None:
                found[piece.mark] = found.get(piece.mark, "") + piece.text
                firsts += [piece.mark] if piece.first else []
    assert found == {mark.number: text[mark.start : mark.end] for mark in marks}
    assert firsts == [mark.number for mark in marks]


@given(TEXTS)
def test_no_word_is_lost(text: str) -> None:
    signs = re.compile(r"[\s*#\-.]")
    assert signs.sub("", shown(blocks(text, marks_of(text)))) == signs.sub("", text)


def test_paragraphs_items_and_headings() -> None:
    text = "Lead 12%.\nSame paragraph.\n\n- one\n- two **strong 3%** end\n2. led\n### Inner\nafter"
    marks = [mark for mark in marks_of(text) if mark.end - mark.start > 1]
    found = blocks(text, marks)
    assert [(block.kind, block.lead) for block in found] == [
        ("paragraph", ""),
        ("item", ""),
        ("item", ""),
        ("item", "2."),
        ("heading", ""),
        ("paragraph", ""),
    ]
    strong = [piece.text for piece in found[2].pieces if piece.strong]
    assert strong == ["strong ", "3%"]


def test_a_list_number_that_is_a_mention_stays_marked() -> None:
    text = "1. Payments rose"
    found = blocks(text, [Mark(0, 2, 1)])
    assert found[0].pieces[0].mark == 1
    assert shown(found) == text
    assert found[0].lead == ""


def test_an_emphasis_that_ends_within_a_mark_keeps_it_whole() -> None:
    text = "**about 12**%"
    found = blocks(text, [Mark(8, 13, 1)])
    assert [(p.text, p.mark, p.strong, p.first) for p in found[0].pieces] == [
        ("about ", None, True, True),
        ("12", 1, True, True),
        ("%", 1, False, False),
    ]


def test_an_empty_text_has_no_blocks() -> None:
    assert blocks(" \n\n ", []) == ()
