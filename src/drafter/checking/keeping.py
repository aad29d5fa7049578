"""A property that is worked out once: `functools.cached_property` without its lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

_Value = TypeVar("_Value")


class Kept(Generic[_Value]):
    """Computes the value when first asked for and keeps it in the object."""

    def __init__(self, compute: Callable[[Any], _Value]) -> None:
        self._compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, holder: None, owner: type) -> Kept[_Value]: ...
    @overload
    def __get__(self, holder: object, owner: type) -> _Value: ...
    def __get__(self, holder: object | None, owner: type) -> Kept[_Value] | _Value:
        if holder is None:
            return self
        value = self._compute(holder)
        holder.__dict__[self._name] = value
        return value
