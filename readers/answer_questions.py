"""Holds DuckDB's answers to the SQL of docs/bring-your-own-orders.md against those of its test."""

from __future__ import annotations

import json
import re
import sys
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import duckdb
from deltalake import DeltaTable

SCAN = re.compile(r"delta_scan\('own-lake/([a-z_/]+)'\)")


def plain(cell: Any) -> str:
    """As the test writes it: nothing is blank, a number has no zeros behind its fraction."""
    text = "" if cell is None else str(cell)
    try:
        return format(Decimal(text).normalize(), "f")
    except InvalidOperation:
        return text


def answer(query: str, lake: Path) -> list[list[str]]:
    """Reads the files that the tables' logs name, in the place of an extension that is fetched."""

    def files(scan: re.Match[str]) -> str:
        return f"read_parquet({DeltaTable(lake / scan[1]).file_uris()}, union_by_name = true)"

    found = duckdb.sql(SCAN.sub(files, query)).fetchall()
    return [[plain(cell) for cell in row] for row in found]


def main() -> int:
    folder = Path(sys.argv[1])
    queries = (folder / "questions.sql").read_text(encoding="utf-8").split(";")
    wrong = 0
    for query, rows in zip(
        [each for each in queries if each.strip()],
        json.loads((folder / "answers.json").read_text(encoding="utf-8")),
        strict=True,
    ):
        expected = [[plain(cell) for cell in row] for row in rows]
        found = answer(query, folder / "lake")
        if found == expected:
            print(f"DuckDB   the page's SQL: {len(expected)} rows, the same")
        else:
            wrong += 1
            print(f"DuckDB   the page's SQL: {query.strip()}\n  {found}\n  is not\n  {expected}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
