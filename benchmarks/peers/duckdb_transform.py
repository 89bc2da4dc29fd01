#!/usr/bin/env python3
"""Orderlake's stages in DuckDB, for the benchmark: from Parquet files to Parquet files.

silver: Bronze's records, judged by the same rules, into valid.parquet and quarantine.parquet
gold:   Silver's rows, added up, into one file for each of the two Gold tables
"""

from __future__ import annotations

import argparse
from pathlib import Path

import duckdb
from usage import measured

HERE = Path(__file__).resolve().parent
TABLES = ("revenue_by_city_hour", "revenue_by_product_day")


def sql(name: str) -> str:
    return (HERE / f"duckdb_{name}.sql").read_text()


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def copy(db: duckdb.DuckDBPyConnection, query: str, file: Path) -> None:
    db.execute(f"COPY ({query}) TO {literal(str(file))} (FORMAT parquet, COMPRESSION zstd)")


def silver(db: duckdb.DuckDBPyConnection, records: duckdb.DuckDBPyRelation, out: Path) -> None:
    """Keeps the judged rows for both outputs, which is faster than judging for each of them."""
    records.create_view("bronze")
    db.execute(f"CREATE TEMP TABLE judged AS {sql('judged')}")
    for name in ("valid", "quarantine"):
        copy(db, sql(name), out / f"{name}.parquet")


def gold(db: duckdb.DuckDBPyConnection, orders: duckdb.DuckDBPyRelation, out: Path) -> None:
    orders.create_view("silver")
    for name in TABLES:
        copy(db, sql(name), out / f"{name}.parquet")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stage", choices=["silver", "gold"])
    parser.add_argument("--files", required=True, help="a glob of the Parquet files to read")
    parser.add_argument("--out", required=True, type=Path, help="the directory to write into")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    db = duckdb.connect()
    db.execute("SET TimeZone = 'UTC'")
    stage = silver if arguments.stage == "silver" else gold
    measured(lambda: stage(db, db.read_parquet(arguments.files), arguments.out), duckdb.__version__)


if __name__ == "__main__":
    main()
