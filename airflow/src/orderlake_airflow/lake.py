"""How far the lake has got, read from what is cheap and exact.

That is: names of files in Bronze's Delta log, and one published lake version.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from orderlake_airflow.protocol.result import TableState
from orderlake_airflow.protocol.strict_json import MalformedError, StrictObject, parse_object

BRONZE = "bronze/orders"
SILVER = "silver/orders"
_LOG = f"{BRONZE}/_delta_log"
_VERSIONS = "runs/lake-versions"
_HINT = f"{_VERSIONS}/_latest"
_DIGITS = 20
_GOLD = "gold/"
_NOTHING_READ = -1


class DamagedLakeError(RuntimeError):
    """A file of the lake is not what it must be; the message names it."""


@dataclass(frozen=True)
class Progress:
    """How far the lake has got.

    :param lake_version: the newest published, 0 for none
    :param bronze: Bronze's newest Delta version, -1 when there is no table yet
    :param silver_read: the Bronze version that published Silver has read, -1 for none
    :param gold_behind: Gold tables that have not read the published Silver yet
    """

    lake_version: int
    bronze: int
    silver_read: int
    gold_behind: tuple[str, ...]

    @property
    def has_news(self) -> bool:
        """True when a run of Silver and Gold would find something to do."""
        return self.bronze > self.silver_read or bool(self.gold_behind)

    def sentence(self) -> str:
        if self.bronze > self.silver_read:
            return f"Bronze has version {self.bronze}, Silver has read {self.silver_read}"
        if self.gold_behind:
            return f"behind the newest Silver: {', '.join(self.gold_behind)}"
        return f"Silver has read Bronze up to version {self.silver_read}, its newest"

    def as_json(self) -> dict[str, Any]:
        return {
            "lake_version": self.lake_version,
            "bronze_version": self.bronze,
            "silver_read": self.silver_read,
            "gold_behind": list(self.gold_behind),
        }


class LakeFiles(Protocol):
    """The files of a lake, by their paths in it.

    :raises OSError: from every method, when the store fails
    """

    @property
    def location(self) -> str:
        """Where the lake lies: a directory, or a URL."""

    @property
    def look_interval(self) -> float:
        """Seconds between two looks that cost little there."""

    def shown(self, path: str) -> str:
        """Where the file lies, for people."""

    def read(self, path: str) -> bytes | None:
        """The file's content; none when there is no such file."""

    def exists(self, path: str) -> bool:
        """Whether there is such a file."""

    def names(self, folder: str) -> list[str]:
        """What lies in a folder; nothing where there is none."""


class DirectoryFiles:
    """The files of a lake in a directory; a :class:`LakeFiles`."""

    look_interval = 0.25

    def __init__(self, lake: Path) -> None:
        self._lake = lake

    @property
    def location(self) -> str:
        return str(self._lake)

    def shown(self, path: str) -> str:
        return str(self._lake / path)

    def read(self, path: str) -> bytes | None:
        try:
            return (self._lake / path).read_bytes()
        except FileNotFoundError:
            return None

    def exists(self, path: str) -> bool:
        return (self._lake / path).exists()

    def names(self, folder: str) -> list[str]:
        try:
            return [file.name for file in (self._lake / folder).iterdir()]
        except FileNotFoundError:
            return []


class LakeProgress:
    """Follows one lake.

    The first look finds the newest published version, by what a lake on an object store says of it
    or by a listing; the others ask for files by name, so that a look costs the same however much
    is stored.
    """

    def __init__(self, files: LakeFiles) -> None:
        self._files = files
        self._begun = False
        self._number = 0
        self._tables: dict[str, TableState] = {}
        self._bronze: int | None = None

    def look(self) -> Progress:
        """How far it has got by now.

        :raises DamagedLakeError: when a published lake version cannot be understood
        :raises OSError: when the store does not answer
        """
        self._find_newest_published()
        silver = self._tables.get(SILVER)
        silver_read = silver.position if silver else _NOTHING_READ
        silver_version = silver.version if silver else _NOTHING_READ
        return Progress(
            self._number,
            self._newest_bronze(silver_read),
            silver_read,
            tuple(
                path
                for path, state in sorted(self._tables.items())
                if path.startswith(_GOLD) and state.position < silver_version
            ),
        )

    def gold_tables(self) -> tuple[str, ...]:
        """The Gold tables of the newest published lake version, e.g. ``gold/city_month``.

        :raises DamagedLakeError: when that version cannot be understood
        :raises OSError: when the store does not answer
        """
        self._find_newest_published()
        return tuple(sorted(path for path in self._tables if path.startswith(_GOLD)))

    def _find_newest_published(self) -> None:
        known = self._number if self._begun else self._hinted() or self._highest_listed()
        number = _newest(known, lambda number: self._files.exists(_version_file(number)))
        if number != self._number:
            self._tables = self._tables_of(number)
            self._number = number
        self._begun = True

    def _hinted(self) -> int:
        """A published version that lakes on object stores tell of; 0 where they tell of none.

        Nothing rests on what they tell: it may be behind, damaged, or of a lake before this one.
        """
        text = (self._files.read(_HINT) or b"").strip()
        number = int(text) if text.isdigit() and len(text) < _DIGITS else 0
        return number if number > 0 and self._files.exists(_version_file(number)) else 0

    def _highest_listed(self) -> int:
        stems = [name.removesuffix(".json") for name in self._files.names(_VERSIONS)]
        return max((int(stem) for stem in stems if stem.isdecimal()), default=0)

    def _newest_bronze(self, read: int) -> int:
        """Bronze's newest commit.

        Where old ones have been cleaned up, the log's last checkpoint says how far it went.
        """
        if self._bronze is None:
            self._bronze = self._last_checkpoint()
        self._bronze = _newest(max(read, self._bronze), self._is_committed)
        return self._bronze

    def _is_committed(self, version: int) -> bool:
        return self._files.exists(f"{_LOG}/{version:020}.json")

    def _last_checkpoint(self) -> int:
        file = f"{_LOG}/_last_checkpoint"
        content = self._files.read(file)
        try:
            return _NOTHING_READ if content is None else parse_object(content).whole("version", 0)
        except MalformedError as e:
            raise DamagedLakeError(
                f"{self._files.shown(file)} is damaged: {e}; delete it, Delta does without"
            ) from e

    def _tables_of(self, number: int) -> dict[str, TableState]:
        file = _version_file(number)
        try:
            fields = parse_object(self._files.read(file) or b"")
            if fields.whole("number", 1) != number:
                raise MalformedError("it is another version than its name says")
            tables: StrictObject = fields.nested("tables")
            return dict(tables.each(TableState.read))
        except MalformedError as e:
            raise DamagedLakeError(
                f"the lake version {self._files.shown(file)} is damaged: {e};"
                " restore this file from a backup"
            ) from e


def _version_file(number: int) -> str:
    return f"{_VERSIONS}/{number:0{_DIGITS}}.json"


def _newest(known: int, exists: Callable[[int], bool]) -> int:
    """The newest of what is numbered without gaps, found from a known one by doubling steps."""
    newest, step = known, 1
    while exists(newest + step):
        newest, step = newest + step, step * 2
    while step > 1:
        step //= 2
        if exists(newest + step):
            newest += step
    return newest
