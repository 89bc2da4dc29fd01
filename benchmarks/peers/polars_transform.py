#!/usr/bin/env python3
"""Orderlake's Silver in Polars, for the benchmark: from Parquet files to Parquet files.

silver: Bronze's records, judged by the same rules, into valid.parquet and quarantine.parquet
"""

from __future__ import annotations

import argparse
from pathlib import Path

import polars as pl
from usage import measured

LITERAL = r"^(-?[0-9.eE+]+|true|false|\[.*\]|\{.*\})$"
WHITE = r"[\s\x{a0}]+"
TIMES = ("%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z")
LOCAL_TIMES = ("%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M")
FIELDS = (
    "schema_version",
    "event_id",
    "order_id",
    "product",
    "quantity",
    "unit_price",
    "price",
    "currency",
    "city",
    "event_time",
    "total_amount",
)
RECORD = (
    "topic",
    "partition",
    "offset",
    "timestamp",
    "timestamp_type",
    "key",
    "value",
    "headers",
    "ingest_sequence",
)


def text(value: bytes | None) -> str | None:
    """Polars has no decoder that leaves out single values, so this is plain Python."""
    try:
        return None if value is None else value.decode()
    except UnicodeDecodeError:
        return None


def field(name: str) -> pl.Expr:
    return pl.col("text").str.json_path_match(f"$.{name}").alias(name)


def decimal(name: str, digits: int) -> pl.Expr:
    return pl.col(name).cast(pl.Decimal(18, digits), strict=False)


def collapsed(name: str) -> pl.Expr:
    return pl.col(name).str.normalize("NFC").str.replace_all(WHITE, " ").str.strip_chars(" ")


def instant(name: str) -> pl.Expr:
    column = pl.col(name).str
    zoned = [
        column.to_datetime(form, time_unit="us", time_zone="UTC", strict=False) for form in TIMES
    ]
    local = [
        column.to_datetime(form, time_unit="us", strict=False).dt.replace_time_zone("UTC")
        for form in LOCAL_TIMES
    ]
    return pl.coalesce(*zoned, *local)


def judged(bronze: pl.DataFrame) -> pl.DataFrame:
    """Bronze's records with their fields typed and standardised, and whether all rules hold."""
    texts = pl.Series("text", [text(value) for value in bronze["value"].to_list()], dtype=pl.String)
    second = pl.col("schema_version") == "2"
    city = pl.col("city_text")
    one_case = (city == city.str.to_lowercase()) | (city == city.str.to_uppercase())
    return (
        bronze.lazy()
        .with_columns(texts)
        .with_columns(
            pl.when(pl.col("text").str.starts_with("{")).then(pl.col("text")).alias("text")
        )
        .with_columns(*(field(name) for name in FIELDS))
        .with_columns(
            pl.any_horizontal(*(pl.col(name).is_not_null() for name in FIELDS)).alias("is_event")
        )
        .with_columns(
            pl.coalesce("schema_version", pl.lit("1"))
            .cast(pl.Int32, strict=False)
            .alias("version"),
            pl.when(second).then("unit_price").otherwise("price").alias("price_text"),
            pl.when(second)
            .then("currency")
            .otherwise(pl.coalesce("currency", pl.lit("USD")))
            .alias("currency"),
            collapsed("product").alias("product"),
            collapsed("city").alias("city_text"),
        )
        .with_columns(
            decimal("quantity", 6).alias("amount"),
            decimal("price_text", 8).alias("exact_price"),
            decimal("total_amount", 4).alias("claimed"),
            instant("event_time").alias("happened"),
            pl.when(one_case).then(city.str.to_titlecase()).otherwise(city).alias("city"),
        )
        .with_columns(
            pl.col("exact_price").cast(pl.Decimal(18, 4), strict=False).alias("stored_price")
        )
        .with_columns(
            (
                pl.col("amount").cast(pl.Decimal(38, 0), strict=False)
                * pl.col("stored_price").cast(pl.Decimal(38, 4), strict=False)
            ).alias("total")
        )
        .with_columns(holds().alias("valid"))
        .collect()
    )


def rules() -> list[tuple[str, pl.Expr]]:
    """Each rule's code and condition, which is null where a field is missing or no number."""
    amount, price, happened = pl.col("amount"), pl.col("exact_price"), pl.col("happened")
    names = ("event_id", "order_id", "product", "city")
    types = {"quantity": "amount", "price_text": "exact_price", "total_amount": "claimed"}
    return [
        *(("field_type", ~pl.col(name).str.contains(LITERAL)) for name in ("product", "city")),
        *(
            ("field_type", pl.col(text).is_null() | pl.col(number).is_not_null())
            for text, number in types.items()
        ),
        *(("text_blank", pl.col(name).str.strip_chars() != "") for name in names),
        (
            "quantity_out_of_range",
            amount.is_between(1, 1_000_000) & (amount == amount.cast(pl.Int64, strict=False)),
        ),
        ("price_not_positive", price > 0),
        ("price_too_high", price <= 1_000_000),
        ("price_too_fine", price == pl.col("stored_price")),
        ("event_time_unparsable", pl.col("event_time").is_null() | happened.is_not_null()),
        ("event_time_in_future", happened <= pl.col("timestamp") + pl.duration(minutes=5)),
        ("currency_unsupported", pl.col("currency") == "USD"),
        (
            "total_mismatch",
            pl.col("total_amount").is_null() | (pl.col("claimed") == pl.col("total")),
        ),
    ]


def holds() -> pl.Expr:
    known = [pl.col("is_event"), pl.col("version").is_in([1, 2])]
    conditions = known + [condition for _, condition in rules()]
    return pl.all_horizontal(*conditions).fill_null(value=False)


def reasons() -> pl.Expr:
    required = ("event_id", "order_id", "product", "quantity", "price_text", "currency", "city")
    missing = [("field_missing", pl.col(name).is_not_null()) for name in (*required, "event_time")]
    broken = [
        pl.when(~condition).then(pl.lit(code)).otherwise(None)
        for code, condition in missing + rules()
    ]
    return (
        pl.when(~pl.col("is_event"))
        .then(pl.concat_list(pl.lit("undecodable")))
        .when(~pl.col("version").is_in([1, 2]).fill_null(value=False))
        .then(pl.concat_list(pl.lit("unknown_version")))
        .otherwise(pl.concat_list(*broken).list.drop_nulls())
        .alias("reasons")
    )


def silver(files: str, out: Path) -> None:
    bronze = pl.read_parquet(files, hive_partitioning=False)
    rows = judged(bronze)
    zoned = pl.col("event_time").str.contains(r"(Z|[+-][0-9]{2}:?[0-9]{2})$")
    rows.lazy().filter("valid").select(
        "event_id",
        "order_id",
        "product",
        "city",
        pl.col("amount").cast(pl.Int64).alias("quantity"),
        pl.col("stored_price").alias("unit_price"),
        pl.col("total").cast(pl.Decimal(24, 4)).alias("total_amount"),
        "currency",
        pl.col("happened").alias("event_time"),
        pl.col("version").alias("schema_version"),
        pl.when(zoned).then(None).otherwise(pl.lit("event_time_without_zone")).alias("warnings"),
        pl.col("partition").alias("source_partition"),
        pl.col("offset").alias("source_offset"),
        "ingest_sequence",
        pl.col("happened").dt.date().alias("event_date"),
    ).collect().write_parquet(out / "valid.parquet", compression="zstd")
    rows.lazy().filter(~pl.col("valid")).select(*RECORD, reasons()).collect().write_parquet(
        out / "quarantine.parquet", compression="zstd"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stage", choices=["silver"])
    parser.add_argument("--files", required=True, help="a glob of the Parquet files to read")
    parser.add_argument("--out", required=True, type=Path, help="the directory to write into")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    measured(lambda: silver(arguments.files, arguments.out), pl.__version__)


if __name__ == "__main__":
    main()
