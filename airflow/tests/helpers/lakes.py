"""Lakes as far as Airflow reads them: a Delta log's file names and published lake versions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Protocol


class Lake(Protocol):
    """What those who fill a lake do to it."""

    @property
    def location(self) -> str: ...

    def read(self, path: str) -> bytes | None: ...

    def put(self, path: str, content: bytes) -> None: ...

    def delete(self, path: str) -> None: ...


class LakeDirectory:
    """A lake in a directory."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def location(self) -> str:
        return str(self._folder)

    def read(self, path: str) -> bytes | None:
        file = self._folder / path
        return file.read_bytes() if file.exists() else None

    def put(self, path: str, content: bytes) -> None:
        file = self._folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def delete(self, path: str) -> None:
        (self._folder / path).unlink()


def commit(lake: Lake, version: int) -> None:
    """A commit of Bronze."""
    lake.put(f"bronze/orders/_delta_log/{version:020}.json", b"{}")


def publish(lake: Lake, number: int, **tables: tuple[int, int]) -> None:
    """A lake version; tables as ``silver_orders=(version, position)``."""
    states = {
        name.replace("_", "/", 1): {"version": version, "position": position}
        for name, (version, position) in tables.items()
    }
    version = {"number": number, "tables": states, "crc32c": "00000000"}
    lake.put(version_file(number), json.dumps(version).encode())


def version_file(number: int) -> str:
    return f"runs/lake-versions/{number:020}.json"
