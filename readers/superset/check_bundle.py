"""Holds what the bundle's charts show against what the lake has.

Called by ``verify`` beside it. Starts a lake with a PostgreSQL of its own and a Superset, both on
the loopback address, and leaves neither running. The dashboard's picture is left in
``target/superset``.
"""

from __future__ import annotations

import secrets
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timezone
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any, Protocol, TypeVar
from zoneinfo import ZoneInfo

from browser import dashboard, signed_in
from import_bundle import DATABASE, Superset, packed
from lakehouse import Lakehouse
from orders import CURRENCIES, ZONE, lines
from server import USER, Server

PICTURE = Path(__file__).resolve().parents[2] / "target" / "superset" / "dashboard.png"
FIRST, MORE = 6000, 500
ROUNDS = 20
TABLES = {
    "revenue_by_city_hour": "gold.revenue_by_city_hour",
    "revenue_by_product_day": "gold.revenue_by_product_day",
    "lake_version": "lake.versions",
    "quarantine_by_reason": "lake.quarantine_by_reason",
}
Sums = dict[tuple[str, ...], Decimal]


class Stoppable(Protocol):
    """What was started and has to be ended."""

    def wait(self) -> None: ...

    def stop(self) -> None: ...


S = TypeVar("S", bound=Stoppable)


@contextmanager
def running(started: S) -> Iterator[S]:
    try:
        started.wait()
        yield started
    finally:
        started.stop()


def equal(what: str, found: Any, expected: Any) -> None:
    if found != expected:
        sys.exit(f"{what}: the lake has {expected}, Superset shows {found}")


class Figures:
    """What the lake's own programs say, at the newest lake version or at one that is named."""

    def __init__(self, lake: Lakehouse, lake_version: int | None = None) -> None:
        held = () if lake_version is None else ("--as-of", str(lake_version))
        gold = lake.ask("gold", *held)
        self.lake_version: int = gold["lake_version"]
        tables = {table["table"]: table for table in gold["tables"]}
        self.cities: Sums = defaultdict(Decimal)
        for cell in tables["revenue_by_city_hour"]["cells"]:
            began = datetime.fromisoformat(cell["hour"].replace("Z", "+00:00"))
            hour = began.astimezone(ZoneInfo(ZONE)).strftime("%H")
            self.cities[hour, cell["city"], cell["currency"]] += Decimal(cell["revenue"])
        self.products: Sums = {
            (cell["day"], cell["product"], cell["currency"]): Decimal(cell["revenue"])
            for cell in tables["revenue_by_product_day"]["cells"]
        }
        self.totals = tables["revenue_by_city_hour"]["total"]["by_currency"]


class Charts:
    """What Superset's REST API answers for each chart of the dashboard."""

    def __init__(self, superset: Superset) -> None:
        self._superset = superset
        found = superset.ask("dashboard/orderlake/charts")["result"]
        self._ids = {chart["slice_name"]: chart["id"] for chart in found}

    @property
    def names(self) -> list[str]:
        return list(self._ids)

    def rows(self, name: str) -> list[dict[str, Any]]:
        answer = self._superset.ask(f"chart/{self._ids[name]}/data/")["result"][0]
        return list(answer["data"])

    def value(self, name: str) -> Any:
        (row,) = self.rows(name)
        return next(iter(row.values()))


def cents(amount: Any) -> Decimal:
    """Superset hands amounts on as binary fractions, which are exact to the cent."""
    return Decimal(str(amount)).quantize(Decimal("0.01"))


def in_cents(sums: Sums) -> Sums:
    return {key: cents(amount) for key, amount in sums.items()}


def day(millis: float) -> str:
    return datetime.fromtimestamp(millis / 1000, timezone.utc).date().isoformat()


def check_gold(charts: Charts, figures: Figures) -> None:
    """Every figure that has a lake version is of that version, to the cent."""
    equal("Lake version", charts.value("Lake version"), figures.lake_version)
    by_hour = {
        (row["hour_of_day"], row["city"], row["currency"]): cents(row["revenue"])
        for row in charts.rows("Revenue by city and hour of the day")
    }
    equal("Revenue by city and hour of the day", by_hour, in_cents(figures.cities))
    by_day = {
        (day(row["day"]), row["product"], row["currency"]): cents(row["revenue"])
        for row in charts.rows("Revenue of products by day")
    }
    equal("Revenue of products by day", by_day, in_cents(figures.products))
    totals = {
        row["currency"]: (cents(row["revenue"]), row["units"], row["events"], row["lake_version"])
        for row in charts.rows("Totals by currency")
    }
    expected = {
        currency: (cents(total["revenue"]), total["units"], total["events"], figures.lake_version)
        for currency, total in figures.totals.items()
    }
    equal("Totals by currency", totals, expected)
    for chart, column in (("Revenue", "revenue"), ("Units sold", "units"), ("Events", "events")):
        shown = {row["currency"]: cents(row[column]) for row in charts.rows(chart)}
        had = {currency: cents(total[column]) for currency, total in figures.totals.items()}
        equal(chart, shown, had)


def check_quarantine(charts: Charts, lake: Lakehouse) -> None:
    totals = lake.ask("status")["lake"]["totals"]
    share = round(totals["quarantined"] / totals["read"], 6)
    equal("Quarantined", round(charts.value("Quarantined"), 6), share)
    shown = {row["reason"]: row["records"] for row in charts.rows("Quarantined by reason")}
    equal("Quarantined by reason", shown, lake.ask("quarantine")["by_reason"])


def check_descriptions(superset: Superset, lake: Lakehouse) -> None:
    """What the data sets say of their columns is what PostgreSQL says of them."""
    found = {each["table_name"]: each["id"] for each in superset.ask("dataset/")["result"]}
    equal("data sets", sorted(found), sorted(TABLES))
    for name, table in TABLES.items():
        dataset = superset.ask(f"dataset/{found[name]}")["result"]
        columns = {each["column_name"]: each["description"] for each in dataset["columns"]}
        comments = lake.comments(table)
        shown = columns.keys() & comments.keys()
        if table.startswith("gold."):
            equal(f"columns of {name}", shown, comments.keys())
        for column in shown:
            equal(f"{name}.{column}", columns[column], comments[column])


def check_page(server: Server, figures: Figures, charts: list[str], folder: Path) -> None:
    """Every chart is drawn, for the currency of most events, and the picture of it is taken."""
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with signed_in(server.url, USER, server.password, folder / "chromium") as browser:
        seen = dashboard(browser, server.url, len(charts))
        browser.save_screenshot(str(PICTURE))
    equal("charts", sorted(seen), sorted(charts))
    for name, chart in seen.items():
        if chart.failed or not chart.drawn:
            sys.exit(f"{name} is not drawn: {chart.text}")
    main = CURRENCIES[0]
    total = figures.totals[main]
    for name, text in (
        ("Lake version", str(figures.lake_version)),
        ("Revenue", f"{main} {cents(total['revenue']):,}"),
        ("Units sold", f"{total['units']:,}"),
        ("Events", f"{total['events']:,}"),
    ):
        equal(name, seen[name].text.splitlines()[-1], text)


def told_times(charts: Charts) -> None:
    """Says how long Superset takes to answer for a chart."""
    for name in charts.names:
        took = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            charts.rows(name)
            took.append((time.perf_counter() - began) * 1000)
        took.sort()
        late = took[ROUNDS * 95 // 100 - 1]
        print(f"  {name}: {median(took):.0f} ms, 95th percentile {late:.0f} ms")


def check(lake: Lakehouse, server: Server, folder: Path) -> None:
    reader = secrets.token_urlsafe(24)
    lake.let_in(reader)
    superset = Superset(server.url, USER, server.password)

    def import_bundle(lake_version: int | None = None) -> None:
        superset.import_assets(packed(lake.database, lake_version), {DATABASE: reader})

    lake.publish(lines(1, FIRST))
    import_bundle()
    charts, first = Charts(superset), Figures(lake)
    check_descriptions(superset, lake)
    check_gold(charts, first)
    check_quarantine(charts, lake)
    print(f"Superset shows lake version {first.lake_version} as the lake has it, by REST")
    check_page(server, first, charts.names, folder)
    print(f"{len(charts.names)} charts are drawn; the picture is in {PICTURE}")
    lake.publish(lines(FIRST + 1, MORE))
    second = Figures(lake)
    check_gold(charts, second)
    check_quarantine(charts, lake)
    print(f"likewise lake version {second.lake_version}, after {MORE} more events")
    import_bundle(first.lake_version)
    check_gold(charts, Figures(lake, first.lake_version))
    print(f"held at it, Superset stays at lake version {first.lake_version}")
    import_bundle()
    check_gold(charts, second)
    told_times(charts)


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGHUP, lambda *_: sys.exit(129))
    with tempfile.TemporaryDirectory(prefix="orderlake-superset-") as name, ExitStack() as stack:
        folder = Path(name)
        folder.chmod(0o755)  # PostgreSQL may run as another user
        lake = stack.enter_context(running(Lakehouse(folder)))
        server = stack.enter_context(running(Server(folder / "superset")))
        check(lake, server, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
