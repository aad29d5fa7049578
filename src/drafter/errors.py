"""The error tree: one class per cause.

Bad data is a value (a problem, a question, a finding); these are raised only where the work
cannot go on. The doors decide the exit status or the HTTP status from the class.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


class DrafterError(Exception):
    """Anything that drafter raises on purpose; its text is meant for a person."""


@dataclass(frozen=True, slots=True)
class FieldFault:
    """One field of a document that cannot be used, and why.

    `field` is a path as people read it: `figures[2].plan`, `period`.
    """

    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.field}: {self.message}" if self.field else self.message


class InvalidReport(DrafterError):
    """A report document breaks its contract; `faults` names every broken field."""

    def __init__(self, faults: tuple[FieldFault, ...]) -> None:
        self.faults = faults
        super().__init__("; ".join(str(fault) for fault in faults))


class InvalidSettings(DrafterError):
    """An environment variable cannot be used; `faults` names every one."""

    def __init__(self, faults: tuple[FieldFault, ...]) -> None:
        self.faults = faults
        super().__init__("; ".join(str(fault) for fault in faults))


class UnreadableFile(DrafterError):
    """A file cannot be read as a table at all: encrypted, too large, not what its name says.

    `kind` with `values` says the same in any language (`languages.unreadable_words`); `reason` and
    `way_out` are its English.
    """

    def __init__(
        self,
        name: str,
        reason: str,
        way_out: str,
        *,
        kind: str = "",
        values: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.name, self.reason, self.way_out = name, reason, way_out
        self.kind, self.values = kind, dict(values)
        super().__init__(f"{name}: {reason}. {way_out}")


class NotFound(DrafterError):
    """Something asked for by its id is not there (or not for this department)."""

    def __init__(self, kind: str, key: str) -> None:
        self.kind, self.key = kind, key
        super().__init__(f"There is no {kind} {key}.")


class Outdated(DrafterError):
    """A change was made against a revision that is no longer the newest."""

    def __init__(self, based_on: int, newest: int) -> None:
        self.based_on, self.newest = based_on, newest
        super().__init__(f"Your change was made on version {based_on}; the newest is {newest}.")


class NotDraftable(DrafterError):
    """A report lacks what a draft cannot do without (its month, any figure)."""


class ModelFailed(DrafterError):
    """The language model gave no usable answer: cut, empty, refused, unreachable."""

    def __init__(self, reason: str, *, retry_after: float | None = None) -> None:
        self.reason, self.retry_after = reason, retry_after
        super().__init__(f"The language model gave no usable answer: {reason}.")


class ModelUnreachable(ModelFailed):
    """The language model's server did not answer at all, or only with its own failure."""


class ExamplesUnavailable(DrafterError):
    """The index of example summaries cannot answer; a draft goes on without examples."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"The example summaries cannot be searched: {reason}.")


class StoreUnavailable(DrafterError):
    """The database cannot be opened, is locked for too long, or cannot be written."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"The store cannot be used: {reason}.")


class NotApprovable(DrafterError):
    """A draft whose figures are contradicted or unsupported cannot be approved."""


class InvalidText(DrafterError):
    """A text holds a character that no text can hold: NUL, or half of a surrogate pair."""

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__(f"{where}: NUL or half a character cannot be kept; take it out.")


class WrongMonth(DrafterError):
    """A corrected table is of another month than the draft."""

    def __init__(self, draft: object, table: object) -> None:
        super().__init__(
            f"The draft is of {draft}, the table of {table}. Write a draft of its own for {table}."
        )


class AddressInUse(DrafterError):
    """The pages cannot listen where they were told to."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(
            f"Cannot listen on {host}:{port}: {reason}. Stop what runs there, or choose another "
            f"port with --port {port + 1 if port else 8000}."
        )
