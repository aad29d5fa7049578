"""A file that is not read: one error with its kind, worded in English."""

from __future__ import annotations

from drafter.errors import UnreadableFile
from drafter.languages.unreadable_words import unreadable_words


class Refused(Exception):
    """A reader's reason not to read a file, on its way out of the limited process."""

    def __init__(self, kind: str, **values: object) -> None:
        self.kind = kind
        self.values = {name: str(value) for name, value in values.items()}
        super().__init__(kind)


def refused(name: str, kind: str, **values: object) -> UnreadableFile:
    """The error for a file by its name; `kind` and `values` as in `languages.*.unreadable`."""
    texts = {key: str(value) for key, value in values.items()}
    reason, way_out = unreadable_words("en", kind, texts)
    return UnreadableFile(name, reason, way_out, kind=kind, values=texts)
