"""Lakes as far as Airflow reads them: a Delta log's file names and published lake versions."""

from __future__ import annotations

import json
from typing import Any


def commit(root: Any, version: int) -> None:
    """A commit of Bronze."""
    log = root / "bronze" / "orders" / "_delta_log"
    log.mkdir(parents=True, exist_ok=True)
    (log / f"{version:020}.json").write_text("{}")


def publish(root: Any, number: int, **tables: tuple[int, int]) -> None:
    """A lake version; tables as ``silver_orders=(version, position)``."""
    folder = root / "runs" / "lake-versions"
    folder.mkdir(parents=True, exist_ok=True)
    states = {
        name.replace("_", "/", 1): {"version": version, "position": position}
        for name, (version, position) in tables.items()
    }
    text = json.dumps({"number": number, "tables": states, "crc32c": "00000000"})
    (folder / f"{number:020}.json").write_text(text)
