"""How far the lake has got, read from what is cheap and exact.

That is: names of files in Bronze's Delta log, and one published lake version. Works on any file
system that Airflow's object storage reaches.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from orderlake_airflow.protocol.result import TableState
from orderlake_airflow.protocol.strict_json import MalformedError, StrictObject, parse_object

if TYPE_CHECKING:
    from orderlake_airflow.compat import ObjectStoragePath

BRONZE = "bronze/orders"
SILVER = "silver/orders"
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


class LakeProgress:
    """Follows one lake.

    The first look lists the published versions; the others ask for files by name, so that a look
    costs the same however much is stored.
    """

    def __init__(self, root: ObjectStoragePath) -> None:
        self._log = root / BRONZE / "_delta_log"
        self._versions = root / "runs" / "lake-versions"
        self._listed = False
        self._number = 0
        self._tables: dict[str, TableState] = {}

    def look(self) -> Progress:
        """How far it has got by now.

        :raises DamagedLakeError: when a published lake version cannot be understood
        :raises OSError: when the store does not answer
        """
        self._log.fs.invalidate_cache()
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
        number = self._number if self._listed else self._highest_listed()
        while self._version_file(number + 1).exists():
            number += 1
        if number != self._number:
            self._tables = _tables_of(self._version_file(number), number)
            self._number = number
        self._listed = True

    def _highest_listed(self) -> int:
        try:
            stems = [file.name.removesuffix(".json") for file in self._versions.iterdir()]
        except FileNotFoundError:
            return 0
        return max((int(stem) for stem in stems if stem.isdecimal()), default=0)

    def _version_file(self, number: int) -> ObjectStoragePath:
        file: ObjectStoragePath = self._versions / f"{number:020}.json"
        return file

    def _newest_bronze(self, read: int) -> int:
        """Commits are numbered without gaps, so the newest is found by doubling steps.

        Where the log's old commits have been cleaned up, its last checkpoint says how far it went.
        """
        if not self._committed(read + 1):
            read = max(read, self._last_checkpoint())
        newest, step = read, 1
        while self._committed(newest + step):
            newest, step = newest + step, step * 2
        while step > 1:
            step //= 2
            if self._committed(newest + step):
                newest += step
        return newest

    def _committed(self, version: int) -> bool:
        return bool((self._log / f"{version:020}.json").exists())

    def _last_checkpoint(self) -> int:
        file = self._log / "_last_checkpoint"
        try:
            return parse_object(file.read_bytes()).whole("version", 0)
        except FileNotFoundError:
            return _NOTHING_READ
        except MalformedError as e:
            raise DamagedLakeError(f"{file} is damaged: {e}; delete it, Delta does without") from e


def _tables_of(file: ObjectStoragePath, number: int) -> dict[str, TableState]:
    try:
        fields = parse_object(file.read_bytes())
        if fields.whole("number", 1) != number:
            raise MalformedError("it is another version than its name says")
        tables: StrictObject = fields.nested("tables")
        return dict(tables.each(TableState.read))
    except MalformedError as e:
        raise DamagedLakeError(
            f"the lake version {file} is damaged: {e}; restore this file from a backup"
        ) from e
