"""Text files in the encodings that come in, told without a byte order mark where there is none."""

from __future__ import annotations

import pytest

from drafter.readers import read_clipboard, read_file
from drafter.tables.grid import GridKind

_SIMPLIFIED = (
    '区域,本月实际(万元),本月计划(万元)\n大连,"1,250.5",1200\n沈阳,980,1000\n合计,2230.5,2200\n'
)
_TRADITIONAL = "區域,本月實際(千元),本月預算(千元)\n台北,1250,1200\n合計,1250,1200\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (_SIMPLIFIED, "gbk"),
        (_SIMPLIFIED, "gb18030"),
        (_SIMPLIFIED, "utf-8"),
        (_SIMPLIFIED, "utf-8-sig"),
        (_SIMPLIFIED, "utf-16"),
        (_SIMPLIFIED, "utf-16-le"),
        (_SIMPLIFIED, "utf-16-be"),
        (_TRADITIONAL, "big5"),
        (_TRADITIONAL, "utf-16"),
        ("Region;Umsatz AC (€);PL (€)\nMünchen;1.250,5;1.200\nKöln;980,25;1.000\n", "cp1252"),
    ],
)
def test_the_text_comes_back(text: str, encoding: str) -> None:
    (grid,) = read_file("table.csv", text.encode(encoding))
    assert grid.kind is GridKind.TABLE
    first = text.split("\n", 1)[0].replace(";", ",").split(",")
    assert [cell.content for cell in grid.rows[1]] == first


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("天津港停航三天。", "gb18030"),
        ("北港的客户说下月再下单", "gb18030"),
        ("這個月客戶說要下個月再下單", "big5"),
    ],
)
def test_short_notes_hold_no_word_of_a_table_and_come_back(text: str, encoding: str) -> None:
    (grid,) = read_file("notes.txt", text.encode(encoding))
    assert grid.text == text


def test_an_override_wins() -> None:
    (grid,) = read_file("table.csv", _TRADITIONAL.encode("big5"), encoding="big5")
    assert grid.cells[(2, 1)].content == "台北"
    assert grid.encoding == "big5"


def test_pasted_html_is_preferred_to_its_text() -> None:
    html = "<table><tr><td>KPI</td><td>Actual</td></tr><tr><td>Sales</td><td>1</td></tr></table>"
    (grid,) = read_clipboard("KPI Actual Sales 1", html)
    assert grid.cells[(2, 1)].content == "Sales"
    (plain,) = read_clipboard("KPI\tActual\nSales\t1\n", None)
    assert plain.cells[(2, 2)].content == "1"


def test_quoted_line_breaks_and_doubled_quotes_stay_in_one_cell() -> None:
    (grid,) = read_clipboard('Product\tActual\n"Kit ""Pro""\n(EU)"\t5\nOther\t6\n', None)
    assert grid.cells[(2, 1)].content == 'Kit "Pro"\n(EU)'
    assert grid.cells[(3, 2)].content == "6"
