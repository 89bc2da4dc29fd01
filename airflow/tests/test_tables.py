"""The tables that this package names are those of the lake's catalogue."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from orderlake_airflow import datasets, lake

FILE = Path(__file__).parents[2] / "contracts" / "lake" / "tables.json"
TABLES: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))["tables"]
UPSTREAM = {table["table"]: table["upstream"] for table in TABLES}


def test_the_tables_that_are_waited_for_are_there_and_follow_each_other() -> None:
    assert UPSTREAM[lake.BRONZE] is None
    assert UPSTREAM[lake.SILVER] == lake.BRONZE


def test_the_built_in_datasets_are_the_tables_that_are_made_from_silver() -> None:
    made = [table for table, upstream in UPSTREAM.items() if upstream == lake.SILVER]
    assert sorted(datasets.BUILT_IN) == sorted(made)
