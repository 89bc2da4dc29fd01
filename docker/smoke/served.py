"""Gold in PostgreSQL, seen as people's tools see it."""

from __future__ import annotations

import socket
import struct
from typing import TYPE_CHECKING

from smoke.commands import PATIENCE, StackError

if TYPE_CHECKING:
    from smoke.stack import Stack

_REVENUE = """
SELECT (SELECT max(lake_version) FROM gold.revenue_by_city_hour),
  (SELECT sum(revenue) FROM gold.revenue_by_city_hour),
  (SELECT sum(revenue) FROM gold.revenue_by_product_day)
"""
_ASKS_FOR_TLS = struct.pack("!ii", 8, 80877103)


class Served:
    """Asked by ``psql`` in PostgreSQL's container, with the password of the role."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack

    def version(self) -> int:
        return int(self._ask("SELECT coalesce(max(lake_version), 0) FROM lake.versions"))

    def revenue(self) -> tuple[int, list[str]]:
        """The lake version that is served now and, by table, the sum of all revenue at it."""
        version, *seen = self._ask(_REVENUE).split("|")
        return int(version), seen

    def gets_into(self, role: str, database: str) -> bool:
        try:
            self._ask("SELECT 1", role, database)
        except StackError as e:
            if "permission denied for database" in str(e):
                return False
            raise
        return True

    def _ask(
        self, question: str, role: str = "orderlake_reader", database: str = "orderlake"
    ) -> str:
        password = self._stack.in_container(
            "serve", "cat", f"/run/orderlake/served/{role}.password"
        )
        psql = ["psql", "--host=127.0.0.1", f"--username={role}", "--no-psqlrc", "-At"]
        return self._stack.in_container(
            "postgres", "env", f"PGPASSWORD={password}", *psql, "--command", question, database
        ).strip()


def is_postgres(port: int) -> bool:
    """Whether PostgreSQL answers at this port of the host's."""
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as asked:
        asked.sendall(_ASKS_FOR_TLS)
        return asked.recv(1) in (b"N", b"S")
