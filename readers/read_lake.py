"""Holds what delta-rs, DuckDB and Polars read of a lake against what its tables must hold."""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
from deltalake import DeltaTable, QueryBuilder

Row = dict[str, Any]


def by_delta_rs(table: DeltaTable) -> pa.Table:
    """Reads with the engine that comes with delta-rs."""
    found = QueryBuilder().register("rows", table).execute("SELECT * FROM rows").read_all()
    return pa.table(found)


def by_polars(table: DeltaTable) -> pa.Table:
    return pl.scan_delta(table).collect().to_arrow()


def by_duckdb(table: DeltaTable) -> pa.Table:
    """Reads the files that the table's log names."""
    partition = table.metadata().partition_columns[0]
    types = {field.name: field.type for field in table.schema().fields}
    kind = "DATE" if "date" in str(types[partition]) else "VARCHAR"
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    hive = f"hive_partitioning = true, hive_types = {{'{partition}': {kind}}}"
    query = f"SELECT * FROM read_parquet(?, union_by_name = true, {hive})"  # noqa: S608 - own name
    return connection.sql(query, params=[table.file_uris()]).to_arrow_table()


READERS = {"delta-rs": by_delta_rs, "Polars": by_polars, "DuckDB": by_duckdb}


def plain(column: pa.ChunkedArray) -> list[Any]:
    """The values, times and dates as whole numbers, decimals as text, bytes as their digest."""
    if pa.types.is_timestamp(column.type):
        zone = column.type.tz
        return column.cast(pa.timestamp("us", tz=zone)).cast(pa.int64()).to_pylist()
    if pa.types.is_date32(column.type):
        return column.cast(pa.int32()).to_pylist()
    return [value(each) for each in column.to_pylist()]


def value(each: Any) -> Any:
    if isinstance(each, bytes):
        return hashlib.sha256(each).hexdigest()
    if isinstance(each, list):
        return [value(element) for element in each]
    if isinstance(each, dict):
        return {name: value(field) for name, field in each.items()}
    return each if each is None or isinstance(each, int | str) else format(each, "f")


def rows(table: pa.Table) -> list[Row]:
    columns = {name: plain(table.column(name)) for name in table.column_names}
    found = [
        dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)
    ]
    for row in found:
        if "headers" in row:
            row["headers"] = [[h["key"], h["value"]] for h in row["headers"] or []]
        if "reasons" in row:
            row["codes"] = [reason["code"] for reason in row["reasons"]]
            row["sentences"] = [reason["sentence"] for reason in row["reasons"]]
    return found


def counted(found: list[Row], names: list[str]) -> Counter[str]:
    return Counter(json.dumps({name: row[name] for name in names}) for row in found)


def shown(row: str) -> str:
    return row if len(row) < 600 else row[:600] + "…"


def differences(reader: str, path: str, expected: list[Row], table: DeltaTable) -> list[str]:
    """Says how what the reader finds differs; nothing where it does not."""
    names = sorted(expected[0])
    wanted = counted(expected, names)
    try:
        found = counted(rows(READERS[reader](table)), names)
    except (ValueError, OSError, duckdb.Error, pl.exceptions.PolarsError) as problem:
        return [f"{reader} {path}: {type(problem).__name__}: {problem}"]
    lost = [f"  not found: {shown(row)}" for row in (wanted - found)]
    strange = [f"  found:     {shown(row)}" for row in (found - wanted)]
    if lost or strange:
        return [f"{reader} {path}: {len(lost)} rows differ", *lost[:3], *strange[:3]]
    print(f"{reader:8} {path}: {wanted.total()} rows, the same")
    return []


def main() -> int:
    folder = Path(sys.argv[1])
    tables = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    wrong: list[str] = []
    for path, expected in tables.items():
        table = DeltaTable(folder / "lake" / path, version=expected["version"])
        for reader in READERS:
            wrong += differences(reader, path, expected["rows"], table)
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
