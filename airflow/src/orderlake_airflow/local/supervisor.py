"""Starts the parts in order, keeps them running and stops them in order."""

from __future__ import annotations

import signal
import sys
import time
from typing import TYPE_CHECKING

from orderlake_airflow.local import database, health, logs, ports
from orderlake_airflow.local.account import Account
from orderlake_airflow.local.daily import Daily
from orderlake_airflow.local.part import Part
from orderlake_airflow.local.postgres import Cluster
from orderlake_airflow.local.processes import Leader, end_all, write_trace
from orderlake_airflow.local.secrets_file import Secrets
from orderlake_airflow.local.settings import airflow_environment
from orderlake_airflow.local.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from orderlake_airflow.local.layout import Layout
    from orderlake_airflow.local.seat import Seat
    from orderlake_airflow.local.stop import Stop

_LOOK = 0.2
# A part that ends meanwhile is told at once; these are against waiting for ever.
_DATABASE_PATIENCE = 600.0
_READY_PATIENCE = 1200.0
_STOP_PATIENCE = 3.0
_DATABASE_STOP_PATIENCE = 15.0


class Supervisor:
    """Airflow on one lake. ``say`` takes a sentence for whoever started it."""

    def __init__(self, layout: Layout, seat: Seat, stop: Stop, say: Callable[[str], None]) -> None:
        self._layout = layout
        self._seat = seat
        self._stop = stop
        self._say = say
        self._secrets = Secrets.of(layout.secrets)
        self._account = Account.for_postgres()
        self._cluster = Cluster(
            layout.cluster, self._secrets.database_password, ports.free_port(), self._account
        )
        self._environment = airflow_environment(layout, self._secrets, self._cluster.port)
        self._parts: list[Part] = []
        self._retention = Daily(self._module("retention", "orderlake_airflow.local.retention"))

    def run(self, asked_port: int | None, *, reset_password: bool) -> None:
        """Runs until told to stop; raises Trouble when Airflow does not get ready."""
        web_port = ports.web_port(asked_port)
        try:
            self._start_database()
            if self._stop.is_wished:
                return
            self._prepare(reset_password=reset_password)
            self._say("starting scheduler, triggerer and web server…")
            for part in self._programs(web_port):
                self._start(part)
            self._await("Airflow", lambda: health.is_healthy(web_port), _READY_PATIENCE)
            if not self._stop.is_wished:
                self._say(f"ready: Airflow at http://{ports.LOOPBACK}:{web_port}")
            while not self._stop.within(_LOOK):
                self._mend()
                if self._retention.look():
                    self._trace()
        finally:
            self._end()

    def _start_database(self) -> None:
        self._say("starting PostgreSQL…")
        programs = self._cluster.prepare()
        postgres = Part(
            name="postgres",
            command=self._cluster.command(programs),
            environment={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
            log=self._layout.log("postgres"),
            stop_signal=signal.SIGINT,  # ends the connections that there are
            switch=self._account.switch(),
            before=self._cluster.remove_stale_pid_file,
        )
        self._start(postgres)
        self._await("PostgreSQL", self._cluster.is_ready, _DATABASE_PATIENCE)

    def _prepare(self, *, reset_password: bool) -> None:
        password = database.prepare(
            self._cluster,
            self._environment,
            self._layout.log("prepare"),
            reset_password=reset_password,
        )
        if password:
            self._say(database.shown_once(password))

    def _programs(self, web_port: int) -> list[Part]:
        return [
            # The log servers of these two would listen on every address.
            self._airflow("scheduler", "--skip-serve-logs"),
            self._airflow("triggerer", "--skip-serve-logs"),
            self._airflow("webserver", "--hostname", ports.LOOPBACK, "--port", str(web_port)),
        ]

    def _airflow(self, name: str, *options: str) -> Part:
        def remove_pid_files() -> None:
            for file in self._layout.home.glob(f"airflow-{name}*.pid"):
                file.unlink(missing_ok=True)

        return self._module(name, "airflow", name, *options, before=remove_pid_files)

    def _module(
        self, name: str, module: str, *arguments: str, before: Callable[[], None] = lambda: None
    ) -> Part:
        return Part(
            name=name,
            command=[sys.executable, "-m", module, *arguments],
            environment=self._environment,
            log=self._layout.log(name),
            before=before,
        )

    def _start(self, part: Part) -> None:
        part.start()
        self._parts.append(part)
        self._trace()

    def _trace(self) -> None:
        write_trace(self._layout.processes, self._leaders())

    def _leaders(self) -> list[Leader]:
        """In the order in which they were started."""
        parts = [*self._parts, self._retention.part]
        return [part.leader for part in parts if part.leader]

    def _mend(self) -> None:
        self._seat.mend()
        for part in self._parts:
            before = part.leader
            note = part.mend()
            if note:
                self._say(note)
            if part.leader is not before:
                self._trace()

    def _await(self, what: str, ready: Callable[[], bool], patience: float) -> None:
        deadline = time.monotonic() + patience
        while not ready():
            if self._stop.within(_LOOK):
                return
            self._mend()
            if time.monotonic() > deadline:
                raise Trouble(f"{what} was not ready within {patience:.0f} s\n{self._log_tails()}")

    def _log_tails(self) -> str:
        told = [f"{part.log}:\n{logs.tail(part.log, 5)}" for part in self._parts]
        return "\n".join(told)

    def _end(self) -> None:
        self._say("stopping Airflow…")
        leaders = self._leaders()
        end_all(leaders[1:], _STOP_PATIENCE)
        end_all(leaders[:1], _DATABASE_STOP_PATIENCE)
        self._layout.processes.unlink(missing_ok=True)
