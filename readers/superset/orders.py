"""A week of orders in two currencies, some of which break a rule; the same ones each time."""

from __future__ import annotations

import json
import random
from datetime import datetime, timedelta, timezone
from typing import Any

ZONE = "Europe/Oslo"
CURRENCIES = ("NOK", "EUR")

_OSLO = timezone(timedelta(hours=2))
# It ends on the Sunday on which the clocks are set back.
_MONDAY = datetime(2025, 10, 20, tzinfo=_OSLO)
_CITIES = {
    "Oslo": ("NOK", 9),
    "Bergen": ("NOK", 5),
    "Trondheim": ("NOK", 4),
    "Stavanger": ("NOK", 3),
    "Tromsø": ("NOK", 1),
    "Helsinki": ("EUR", 5),
    "Turku": ("EUR", 2),
}
_PRODUCTS = {
    "Lamp": (349, 8),
    "Desk": (2490, 2),
    "Chair": (1290, 4),
    "Shelf": (899, 3),
    "Rug": (1590, 2),
    "Mirror": (649, 3),
    "Candle": (79, 12),
}
# Of the day's orders by the hour: few at night, most at noon and in the evening.
_HOURS = (2, 1, 1, 1, 1, 2, 3, 6, 9, 11, 13, 15, 16, 13, 11, 11, 13, 16, 18, 16, 11, 7, 4, 2)
_WEEKDAYS = (8, 8, 9, 10, 13, 15, 11)
_NOK_IN_A_EURO = 11.7
_DEFECTS: tuple[dict[str, Any], ...] = (
    {"currency": "XXX"},
    {"quantity": 0},
    {"quantity": 0},
    {"unit_price": "-79.00"},
    {"unit_price": "79.00001"},
    {"city": " "},
    {"event_time": "noon"},
    {"currency": "XXX"},
)
_SHARE_OF_DEFECTS = 0.03


def lines(first: int, count: int) -> list[str]:
    """That many events from that number on, each a line of JSON."""
    chance = random.Random(first)  # noqa: S311 - nothing secret
    return [json.dumps(_event(n, chance), ensure_ascii=False) for n in range(first, first + count)]


def _event(number: int, chance: random.Random) -> dict[str, Any]:
    city = _one(_CITIES, chance)
    product = _one(_PRODUCTS, chance)
    currency = _CITIES[city][0]
    price = _PRODUCTS[product][0] * chance.choice((1, 1, 1, 0.9, 0.75))
    if currency == "EUR":
        price /= _NOK_IN_A_EURO
    event = {
        "schema_version": 3,
        "event_id": f"week-{number}",
        "order_id": str(number // 2),
        "product": product,
        "quantity": chance.choice((1, 1, 1, 2, 2, 4)),
        "unit_price": f"{price:.2f}",
        "currency": currency,
        "city": city,
        "event_time": _time(chance).isoformat(),
    }
    return event | (chance.choice(_DEFECTS) if chance.random() < _SHARE_OF_DEFECTS else {})


def _one(weighed: dict[str, tuple[Any, int]], chance: random.Random) -> str:
    return chance.choices(list(weighed), [weight for _, weight in weighed.values()])[0]


def _time(chance: random.Random) -> datetime:
    day = chance.choices(range(7), _WEEKDAYS)[0]
    hour = chance.choices(range(24), _HOURS)[0]
    return _MONDAY + timedelta(days=day, hours=hour, seconds=chance.randrange(3600))
