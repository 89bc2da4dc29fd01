"""Orders whose revenue is known, added up here in exact decimals and nowhere else."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

CITIES = ("Berlin", "New York", "São Paulo")
PRODUCTS = (("Laptop", "899.99"), ("Cable", "3.4999"), ("Monitor", "149.9"), ("Pen", "0.0001"))


@dataclass(frozen=True)
class Order:
    """One order event, version 2."""

    number: int
    city: str
    product: str
    unit_price: str
    quantity: int
    day: int
    hour: int
    currency: str = "USD"

    def line(self) -> str:
        return json.dumps(
            {
                "schema_version": 2,
                "event_id": f"known-{self.number}",
                "order_id": str(self.number),
                "product": self.product,
                "quantity": self.quantity,
                "unit_price": self.unit_price,
                "currency": self.currency,
                "city": self.city,
                "event_time": f"2024-03-{self.day:02}T{self.hour:02}:15:30.123Z",
            },
            ensure_ascii=False,
        )


def known(first: int, count: int) -> list[Order]:
    """Valid orders, numbered from ``first``, over cities, products, days and hours."""
    return [
        Order(
            number=n,
            city=CITIES[n % len(CITIES)],
            product=PRODUCTS[n % len(PRODUCTS)][0],
            unit_price=PRODUCTS[n % len(PRODUCTS)][1],
            quantity=1 + n % 7,
            day=1 + n % 3,
            hour=n % 5,
        )
        for n in range(first, first + count)
    ]


def too_fine(number: int) -> Order:
    """Quarantined: a price with five decimals."""
    return Order(number, "Berlin", "Pen", "0.00001", 1, 1, 1)


def foreign(number: int) -> Order:
    """Breaks the rule ``currency_unsupported``."""
    return Order(number, "Berlin", "Laptop", "899.99", 1, 1, 1, currency="EUR")


def by_city_hour(orders: list[Order]) -> dict[tuple[str, str], tuple[Decimal, int, int]]:
    return _sums((o.city, f"2024-03-{o.day:02}T{o.hour:02}:00:00Z", o) for o in orders)


def by_product_day(orders: list[Order]) -> dict[tuple[str, str], tuple[Decimal, int, int]]:
    return _sums((o.product, f"2024-03-{o.day:02}", o) for o in orders)


def _sums(keyed: Any) -> dict[tuple[str, str], tuple[Decimal, int, int]]:
    sums: dict[tuple[str, str], tuple[Decimal, int, int]] = defaultdict(lambda: (Decimal(0), 0, 0))
    for place, time, order in keyed:
        revenue, units, events = sums[place, time]
        total = revenue + Decimal(order.unit_price) * order.quantity
        sums[place, time] = (total, units + order.quantity, events + 1)
    return dict(sums)


def cells(table: list[dict[str, Any]], place: str, time: str) -> dict[Any, Any]:
    """A Gold table as the program prints it, in the shape of the sums above."""
    return {
        (cell[place], cell[time]): (Decimal(cell["revenue"]), cell["units"], cell["events"])
        for cell in table
    }
