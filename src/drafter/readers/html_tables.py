"""HTML tables, as Excel puts them on the clipboard and as systems export them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from drafter.readers.encodings import decode_markup
from drafter.readers.refusals import Refused
from drafter.tables.grid import Cell, Grid, Span

_WIDEST = 1_000
_DEEPEST = 100
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s>])(?![^<>]*/>)")
_VOID = frozenset(("img", "input", "meta", "link", "wbr", "col", "colgroup", "area", "base"))
_OFTEN_UNCLOSED = frozenset(
    ("p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "tfoot", "br", "hr")
)
_STYLE_RULE = re.compile(r"(?P<selectors>[^{}]+)\{(?P<body>[^{}]*)\}")
_FORMAT = re.compile(r'mso-number-format:\s*(?:"((?:[^"\\]|\\.)*)"|([^;"}]+))')
_BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li")


def read(data: bytes) -> tuple[Grid, ...]:
    """Every table that holds no other table, as a grid; the text around it comes along."""
    text, encoding = decode_markup(data)
    _check_depth(text)
    page = BeautifulSoup(text[max(text.find("<"), 0) :], "html.parser")
    formats = _formats(page)
    tables = [table for table in page.find_all("table") if table.find("table") is None]
    if not tables:
        raise Refused("no_html_table")
    before, behind = _around(page, tables[0])
    grids = []
    for number, table in enumerate(tables, start=1):
        grids.append(
            _grid(
                table,
                f"Table {number}" if len(tables) > 1 else "",
                formats,
                before if number == 1 else (),
                behind if number == len(tables) else (),
                encoding,
            )
        )
    return tuple(grids)


def _check_depth(text: str) -> None:
    """Refused when elements that must be closed stand in each other too deeply to be a page."""
    depths: dict[str, int] = {}
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if name not in _OFTEN_UNCLOSED and name not in _VOID:
            depths[name] = max(0, depths.get(name, 0) + (-1 if match[1] else 1))
            if depths[name] > _DEEPEST:
                raise Refused("too_deep", count=_DEEPEST)


def _formats(page: BeautifulSoup) -> dict[str, str]:
    """Number formats by class name, from the style sheets that Excel writes."""
    found = {}
    for style in page.find_all("style"):
        for rule in _STYLE_RULE.finditer(style.get_text()):
            code = _format_code(rule["body"])
            for name in re.findall(r"\.([\w-]+)", rule["selectors"]) if code else ():
                found[name] = code
    return found


def _format_code(style: str) -> str:
    match = _FORMAT.search(style)
    if match is None:
        return ""
    code = match[1] if match[1] is not None else match[2]
    code = re.sub(r"\\([0-9a-fA-F]{4}) ?", lambda hexed: chr(int(hexed[1], 16)), code)
    return re.sub(r"\\(.)", r"\1", code).strip()


def _around(page: BeautifulSoup, first: Tag) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of text before the first table and after it, outside all tables."""
    before: list[str] = []
    behind: list[str] = []
    passed = False
    for node in page.descendants:
        if node is first:
            passed = True
        if not isinstance(node, NavigableString) or type(node) is not NavigableString:
            continue
        if node.find_parent(["table", "style", "script", "title", "head"]) is None:
            line = " ".join(str(node).split())
            if line:
                (behind if passed else before).append(line)
    return tuple(before), tuple(behind)


def _grid(
    table: Tag,
    name: str,
    formats: dict[str, str],
    before: tuple[str, ...],
    behind: tuple[str, ...],
    encoding: str,
) -> Grid:
    cells: dict[tuple[int, int], Cell] = {}
    merges: list[Span] = []
    hidden: set[int] = set()
    covered: set[tuple[int, int]] = set()
    for row, line in enumerate(table.find_all("tr"), start=1):
        if "display:none" in str(line.get("style") or "").replace(" ", "").lower():
            hidden.add(row)
        column = 1
        for item in line.find_all(["td", "th"], recursive=False):
            while (row, column) in covered:
                column += 1
            span = _span(item, row, column)
            if (span.bottom, span.right) != (row, column):
                merges.append(span)
                covered.update(
                    (r, c)
                    for r in range(row, span.bottom + 1)
                    for c in range(column, span.right + 1)
                )
            text = _cell_text(item)
            if text.strip():
                cells[(row, column)] = Cell(row, column, text, _cell_format(item, formats))
            column = span.right + 1
    caption = table.find("caption")
    lines = (caption.get_text(" ", strip=True),) if caption else ()
    return Grid(
        name,
        cells,
        tuple(merges),
        frozenset(hidden),
        encoding=encoding,
        before=before + lines,
        behind=behind,
    )


def _span(item: Tag, row: int, column: int) -> Span:
    def size(name: str) -> int:
        written = str(item.get(name) or "1").strip()
        return max(1, min(int(written), _WIDEST)) if written.isdigit() else 1

    return Span(row, column, row + size("rowspan") - 1, column + size("colspan") - 1)


def _cell_text(item: Tag) -> str:
    """What the cell shows: breaks kept as line breaks, leading non-breaking spaces as indent."""
    parts = []
    for node in _leaves(item):
        if isinstance(node, Tag):
            parts.append("\n")
        else:
            parts.append(re.sub(r"[ \t\r\n]+", " ", str(node)))
    lines = [line.replace("\u00a0", " ").rstrip() for line in "".join(parts).split("\n")]
    kept = [line if number == 0 else line.strip() for number, line in enumerate(lines)]
    return "\n".join(line for line in kept if line.strip())


def _leaves(item: Tag) -> Iterator[Tag | NavigableString]:
    for node in item.descendants:
        if (isinstance(node, Tag) and node.name in ("br", *_BLOCKS)) or type(
            node
        ) is NavigableString:
            yield node


def _cell_format(item: Tag, formats: dict[str, str]) -> str:
    own = _format_code(str(item.get("style") or ""))
    if own:
        return own
    classes = [str(name) for name in item.get_attribute_list("class") if name]
    return next((formats[name] for name in classes if name in formats), "")
