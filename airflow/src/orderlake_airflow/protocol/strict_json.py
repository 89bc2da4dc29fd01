"""JSON objects read strictly: every field asked for by type, none unknown, no name twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeVar

T = TypeVar("T")


class MalformedError(ValueError):
    """A text is not what the protocol says; the message names the field and what it must be."""


def parse_object(text: str | bytes) -> StrictObject:
    """The one JSON object in the text.

    :raises MalformedError: when the text is not UTF-8, is not JSON or holds anything else
    """
    try:
        value = json.loads(text, object_pairs_hook=_each_name_once)
    except UnicodeDecodeError as e:
        raise MalformedError(f"it is not UTF-8: {e}") from e
    except json.JSONDecodeError as e:
        raise MalformedError(f"it is not JSON: {e}") from e
    return StrictObject(value, "")


def _each_name_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    seen: dict[str, object] = {}
    for name, value in pairs:
        if name in seen:
            raise MalformedError(f"duplicate field '{name}'")
        seen[name] = value
    return seen


class StrictObject:
    """One JSON object; each accessor takes a field off it and checks its type."""

    def __init__(self, value: object, path: str) -> None:
        if not isinstance(value, dict):
            raise MalformedError(f"{path or 'it'} must be a JSON object")
        self._left = dict(value)
        self._path = path

    def has(self, name: str) -> bool:
        return name in self._left

    def whole(self, name: str, at_least: int) -> int:
        value = self._take(name)
        if isinstance(value, bool) or not isinstance(value, int) or value < at_least:
            raise MalformedError(f"{self._at(name)} must be a whole number from {at_least}")
        return value

    def whole_or_none(self, name: str, at_least: int) -> int | None:
        return self._or_none(name, lambda: self.whole(name, at_least))

    def text(self, name: str) -> str:
        value = self._take(name)
        if not isinstance(value, str):
            raise MalformedError(f"{self._at(name)} must be text")
        return value

    def text_or_none(self, name: str) -> str | None:
        return self._or_none(name, lambda: self.text(name))

    def truth(self, name: str) -> bool:
        value = self._take(name)
        if not isinstance(value, bool):
            raise MalformedError(f"{self._at(name)} must be true or false")
        return value

    def texts(self, name: str) -> list[str]:
        value = self._take(name)
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            raise MalformedError(f"{self._at(name)} must be a list of texts")
        return value

    def scalar(self, name: str) -> str | int | bool:
        value = self._take(name)
        if not isinstance(value, str | int | bool):
            raise MalformedError(f"{self._at(name)} must be text, a whole number or true or false")
        return value

    def instant(self, name: str) -> datetime:
        text = self.text(name)
        try:
            return parse_instant(text)
        except ValueError as e:
            raise MalformedError(f"{self._at(name)} must be a time with its offset: {e}") from e

    def nested(self, name: str) -> StrictObject:
        return StrictObject(self._take(name), self._at(name))

    def nested_or_none(self, name: str) -> StrictObject | None:
        return self._or_none(name, lambda: self.nested(name))

    def each(self, read: Callable[[StrictObject, str], T]) -> Mapping[str, T]:
        """Every field that is left, by name, each taken by the function given."""
        return {name: read(self, name) for name in list(self._left)}

    def nothing_else(self) -> None:
        """Refuses fields that nobody asked for."""
        for name in self._left:
            raise MalformedError(f"unknown field '{self._at(name)}'")

    def _take(self, name: str) -> object:
        if name not in self._left:
            raise MalformedError(f"the field '{self._at(name)}' is missing")
        return self._left.pop(name)

    def _or_none(self, name: str, read: Callable[[], T]) -> T | None:
        if name in self._left and self._left[name] is None:
            del self._left[name]
            return None
        return read()

    def _at(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name


def parse_instant(text: str) -> datetime:
    """A time with its offset, RFC 3339; digits past microseconds are cut off.

    :raises ValueError: when it is none
    """
    digits = text.partition(".")[2].rstrip("Z")
    fraction = digits[: len(digits) - len(digits.lstrip("0123456789"))]
    if len(fraction) not in (0, 6):  # Python 3.10 reads three or six digits
        text = text.replace(f".{fraction}", f".{fraction[:6]:0<6}", 1)
    instant = datetime.fromisoformat(text.replace("Z", "+00:00"))
    if instant.tzinfo is None:
        raise ValueError(f"'{text}' has no offset")
    return instant
