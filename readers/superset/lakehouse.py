"""``orderlake up --serve`` on a lake of its own, with a PostgreSQL of its own."""

from __future__ import annotations

import json
import re
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg2

from orders import CURRENCIES, ZONE
from processes import Process, free_port, run, wait_for

READER = "orderlake_reader"
_LAUNCHER = str(Path(__file__).resolve().parents[2] / "orderlake")


class Lakehouse:
    """One lake below ``folder``, which PostgreSQL's user has to be able to pass through."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = free_port()
        self._settings = {
            "ORDERLAKE_CONFIG": str(folder / "lake.yaml"),
            "ORDERLAKE_DATA": str(folder / "lake"),
        }
        (folder / "lake.yaml").write_text(
            f"gold.reporting-zone: {ZONE}\n"
            f"rules.currency: {CURRENCIES[0]}\n"
            f"rules.currencies: [{', '.join(CURRENCIES[1:])}]\n"
            f"serve.postgres.port: {self._port}\n"
            "metrics.port: 0\n"
            "console.port: 0\n",
            encoding="utf-8",
        )
        self._process = Process(
            [_LAUNCHER, "up", "--rate", "0", "--serve"], folder / "up.log", self._settings
        )

    @property
    def database(self) -> str:
        """Where Gold is served, for whoever may read it."""
        return f"postgresql://{READER}@127.0.0.1:{self._port}/orderlake"

    def wait(self) -> None:
        """Until it is ready; what it says has no secret in it."""
        wait_for("ready:", lambda: re.search(r"^ready: ", self._process.said(), re.MULTILINE))

    def stop(self) -> None:
        self._process.stop()

    def ask(self, *arguments: str) -> Any:
        """What a role answers as JSON."""
        return json.loads(run([_LAUNCHER, *arguments, "--json"], self._settings))

    def publish(self, lines: list[str]) -> None:
        """Publishes events, and waits until they are refined, folded and served."""
        before = self.ask("status")["lake"]["totals"]["read"]
        feed = self._folder / "orders.jsonl"
        feed.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.ask("produce", "--from", str(feed))
        wait_for("the newest lake version", lambda: self._serves(before + len(lines)))

    def _serves(self, records: int) -> bool:
        status = self.ask("status")
        lake = status["lake"]
        return bool(
            lake["totals"]["read"] == records
            and all(table["behind"] == 0 for table in status["projections"])
            and status["served"].get("lake_version") == lake["version"]
        )

    def let_in(self, password: str) -> None:
        """Lets the role that may read log in, as an administrator does."""
        with closing(self._connect()) as connection, connection, connection.cursor() as cursor:
            cursor.execute(f"alter role {READER} login password %s", (password,))

    def comments(self, table: str) -> dict[str, str]:
        """What PostgreSQL says of the columns of a table or view."""
        with closing(self._connect()) as connection, connection.cursor() as cursor:
            cursor.execute(
                "select attname, col_description(attrelid, attnum) from pg_attribute"
                " where attrelid = %s::regclass and attnum > 0 and not attisdropped",
                (table,),
            )
            return dict(cursor.fetchall())

    def _connect(self) -> Any:
        return psycopg2.connect(
            host="127.0.0.1",
            port=self._port,
            user="orderlake",
            dbname="orderlake",
            password=(self._folder / "lake/serve/password").read_text(encoding="ascii").strip(),
        )
