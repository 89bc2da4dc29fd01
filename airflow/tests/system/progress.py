"""How far Airflow and the lake have got, and whether what is there is right."""

from __future__ import annotations

from system import orders
from system.lakehouse import Lakehouse


def all_read(lakehouse: Lakehouse, records: int) -> dict[str, int] | None:
    """The sums over Silver's runs, once they have read so many records."""
    sums = dict.fromkeys(("read", "refined", "duplicates", "quarantined"), 0)
    for run in lakehouse.airflow.runs("success"):
        counts = lakehouse.airflow.result(run, "silver")["counts"]
        sums = {name: total + counts[name] for name, total in sums.items()}
    return sums if sums["read"] >= records else None


def refined(lakehouse: Lakehouse) -> int:
    count: int = lakehouse.status()["lake"]["totals"]["refined"]
    return count


def is_caught_up(lakehouse: Lakehouse) -> bool:
    return all(p["behind"] == 0 for p in lakehouse.status()["projections"])


def runs_that_read(lakehouse: Lakehouse) -> list[str]:
    api = lakehouse.airflow
    return [r for r in api.runs("success") if api.result(r, "silver")["counts"]["read"] > 0]


def assert_gold_holds(lakehouse: Lakehouse, valid: list[orders.Order]) -> None:
    gold = lakehouse.gold()
    by_city_hour = orders.cells(gold["revenue_by_city_hour"], "city", "hour")
    by_product_day = orders.cells(gold["revenue_by_product_day"], "product", "day")
    assert by_city_hour == orders.by_city_hour(valid)
    assert by_product_day == orders.by_product_day(valid)
