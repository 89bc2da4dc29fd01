"""``orderlake up --airflow`` as a process, and the other roles beside it."""

from __future__ import annotations

import fcntl
import json
import os
import re
import signal
import subprocess
from pathlib import Path
from typing import Any

from orderlake_airflow.local.ports import free_port
from system.rest import AirflowApi
from system.waiting import PATIENCE, wait_for

PROJECT = Path(__file__).resolve().parents[3]
_LAUNCHER = str(PROJECT / "orderlake")
_TAIL = 25


class Lakehouse:
    """One lake, its program and what it said so far.

    :param folder: in which ``lake`` is the lake's directory
    :param settings: Orderlake's own, as environment variables; the lake may lie elsewhere by them
    """

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self.data = folder / "lake"
        self._folder = folder
        self._settings = settings
        self._out = folder / "up.out"
        self._process: subprocess.Popen[bytes] | None = None
        self._password = ""
        self.url = ""

    @property
    def airflow(self) -> AirflowApi:
        return AirflowApi(self.url, "admin", self._password)

    @property
    def password(self) -> str:
        return self._password

    def start(self) -> None:
        """Starts it with ports of its own, and waits until it says that it is ready."""
        begin = self._out.stat().st_size if self._out.exists() else 0
        ports = ["--airflow-port", str(free_port())]
        with self._out.open("ab") as out:
            self._process = subprocess.Popen(
                [_LAUNCHER, "up", "--airflow", "--rate", "0", "--data", str(self.data), *ports],
                stdout=out,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                env=os.environ | self._settings,
                start_new_session=True,
            )
        ready = wait_for("the line `ready:`", lambda: self._ready(begin))
        self.url = ready[1]
        password = re.search(r"with the password (\S+)", self._said(begin))
        self._password = password[1] if password else self._password

    def _ready(self, begin: int) -> re.Match[str] | None:
        said = self._said(begin)
        assert self.is_alive, f"up ended: {said}"
        return re.search(r"^ready: .*, Airflow at (\S+);", said, re.MULTILINE)

    def _said(self, begin: int) -> str:
        return self._out.read_bytes()[begin:].decode()

    @property
    def is_alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """As ``kill -9`` does to ``up``, the runner's process, alone."""
        if self._process:
            self._process.kill()
            self._process.wait()

    def stop(self) -> int:
        """As Ctrl-C does; the exit code. Whatever happens, nothing is left running."""
        if self._process is None:
            return 0
        self._process.send_signal(signal.SIGTERM)
        try:
            return self._process.wait(PATIENCE)
        finally:
            self.kill()
            wait_for("the end of Airflow", self._airflow_is_gone)

    def _airflow_is_gone(self) -> bool:
        with (self.data / "airflow" / "lock").open() as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True

    def orderlake(self, *arguments: str) -> str:
        """Runs another role on the lake; what it printed."""
        ran = subprocess.run(
            [_LAUNCHER, *arguments, "--data", str(self.data)],
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
            env=os.environ | self._settings,
        )
        assert ran.returncode == 0, f"orderlake {arguments[0]}: {ran.stderr}"
        return ran.stdout

    def publish(self, lines: list[str]) -> None:
        """Publishes records as they are; all of them are acknowledged."""
        feed = self._folder / "feed.jsonl"
        feed.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.orderlake("produce", "--from", str(feed), "--force")

    def gold(self) -> dict[str, Any]:
        tables = json.loads(self.orderlake("gold", "--json"))["tables"]
        return {table["table"]: table["cells"] for table in tables}

    def status(self) -> dict[str, Any]:
        status: dict[str, Any] = json.loads(self.orderlake("status", "--json"))
        return status

    def tails(self) -> str:
        """The ends of all logs, for the report of a test that failed."""
        files = [self._out, *sorted((self.data / "logs").glob("*.log"))]
        return "\n".join(f"--- {file.name}\n{_tail(file)}" for file in files)


def _tail(file: Path) -> str:
    return "\n".join(file.read_text(encoding="utf-8", errors="replace").splitlines()[-_TAIL:])
