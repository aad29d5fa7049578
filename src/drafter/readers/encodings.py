"""Which encoding a text file is in: byte order marks, then what decodes, then what reads well."""

from __future__ import annotations

import codecs
import re

from drafter.readers.refusals import refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Words that month tables are full of: the encoding under which they appear is the right one.
_TELLING = re.compile(
    "实际|计划|目标|预算|去年|上月|累计|合计|小计|单位|万元|区域|产品|客户|回款|销售|指标|完成|任务|同期|本月"
    "|實際|計畫|計劃|目標|預算|去年|累計|合計|小計|單位|萬元|區域|產品|客戶|收款|銷售|指標|達成|同期|本月|千元"
)
# The rows of the frequent characters: level 1 of GB 2312-80, and of Big5.
_EVERYDAY_ROWS = {"gb18030": (0xB0, 0xD7), "big5": (0xA4, 0xC6), "cp950": (0xA4, 0xC6)}
_NEARLY_ALL = 0.9
_COMMON = re.compile("[\u4e00-\u9fff]")
_META = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def decode(name: str, data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text and the encoding used; `encoding` overrides.

    UnreadableFile when the override does not fit, or when nothing does.
    """
    if encoding:
        try:
            return data.decode(encoding).removeprefix("\ufeff"), encoding
        except (LookupError, UnicodeError) as error:
            raise refused(name, "wrong_encoding", encoding=encoding) from error
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _marked(name, data, marked)
    guess = _without_mark(data)
    if guess is None:
        raise refused(name, "unknown_encoding")
    return data.decode(guess), guess


def _marked(name: str, data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeError as error:
        raise refused(name, "cut_off") from error


def _without_mark(data: bytes) -> str | None:
    if _decodes(data, "utf-8"):
        return "utf-16-le" if data.count(b"\0") > len(data) // 4 else "utf-8"
    wide = _wide(data)
    if wide:
        return wide
    chinese = [name for name in ("gb18030", "big5", "cp950") if _decodes(data, name)]
    scored = sorted(chinese, key=lambda name: -_score(data.decode(name)))
    if scored and _score(data.decode(scored[0])) > 0:
        return scored[0]
    return _everyday(data, chinese) or _by_statistics(data) or (scored[0] if scored else None)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its digits and commas is zero."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if len(data) % 2 or max(even, odd) * 20 <= len(data):
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    return name if _decodes(data, name) else None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeError:
        return False
    return True


def _score(text: str) -> float:
    """Telling words, against characters that month tables do not use."""
    rare = sum(1 for char in text if "\ue000" <= char <= "\uf8ff" or "\u3400" <= char <= "\u4dbf")
    telling = len(_TELLING.findall(text))
    if telling == 0 and len(_COMMON.findall(text)) * 4 < sum(not char.isascii() for char in text):
        return 0
    return telling * 10 - rare * 5


def _everyday(data: bytes, encodings: list[str]) -> str | None:
    """The encoding under which nearly all Chinese characters are everyday ones, as in short notes.

    Both standards hold the frequent characters in rows of their own, so that text decoded by the
    wrong one falls mostly outside them.
    """
    if _western(data):
        return None
    shares = {name: _everyday_share(data.decode(name), name) for name in encodings}
    best = max(shares, key=lambda name: shares[name], default=None)
    return best if best is not None and shares[best] >= _NEARLY_ALL else None


def _everyday_share(text: str, encoding: str) -> float:
    first, last = _EVERYDAY_ROWS[encoding]
    leads = [char.encode(encoding)[0] for char in text if _COMMON.match(char)]
    return sum(first <= lead <= last for lead in leads) / len(leads) if leads else 0


def _by_statistics(data: bytes) -> str | None:
    """What charset-normalizer finds; Western files come down to cp1252."""
    if _western(data):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    found = best.encoding if best else None
    return found if found and _decodes(data, found) else None


def _western(data: bytes) -> bool:
    """Few bytes beyond ASCII, none of them in the rows that Chinese text comes in."""
    high = re.findall(rb"[\x80-\xff]+", data)
    alone = sum(1 for run in high if len(run) == 1)
    return bool(high) and alone >= len(high) * 0.9 and _decodes(data, "cp1252")


def decode_markup(data: bytes) -> tuple[str, str]:
    """HTML: a byte order mark or its own declaration first, then as any text."""
    declared = _META.search(data[:4096])
    if not data.startswith(tuple(mark for mark, _ in _MARKS)) and declared:
        name = declared[1].decode("ascii", "replace").lower()
        wider = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252"}.get(name, name)
        try:
            return data.decode(wider), wider
        except (LookupError, UnicodeError):
            pass
    return decode("pasted table", data)
