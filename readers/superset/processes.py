"""Processes that lead a group of their own, and end with it."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
# Against waiting for ever, not a measure of speed.
PATIENCE = 1800.0
_LOOK = 0.25
_NOT_GIVEN_OUT = range(10_000, 32_000)
_OF_OTHERS = ("ORDERLAKE_", "SUPERSET_", "FLASK_", "PYTHON", "PG")


class Process:
    """A program that runs until it is stopped, and what it says in a file."""

    def __init__(self, command: list[str], log: Path, settings: dict[str, str]) -> None:
        self._log = log
        with log.open("wb") as out:
            self._process = subprocess.Popen(
                command,
                stdout=out,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                env=environment(settings),
                start_new_session=True,
            )

    def said(self) -> str:
        """What it has said so far; fails where it has ended."""
        said = self._log.read_text(encoding="utf-8", errors="replace")
        if self._process.poll() is not None:
            raise SystemExit(f"{self._log.name} ended with {self._process.returncode}:\n{said}")
        return said

    def stop(self) -> None:
        """Asks it to end, and returns when nothing of its group is left."""
        try:
            self._process.terminate()
            self._process.wait(PATIENCE)
        finally:
            with contextlib.suppress(ProcessLookupError):
                while True:
                    os.killpg(self._process.pid, signal.SIGKILL)
                    self._process.poll()
                    time.sleep(_LOOK)


def run(command: list[str], settings: dict[str, str], answers: str = "") -> str:
    """Runs a program to its end, without a terminal; what it printed."""
    ran = subprocess.run(
        command,
        input=answers,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        env=environment(settings),
        start_new_session=True,
    )
    if ran.returncode != 0:
        raise SystemExit(f"{Path(command[0]).name} {command[1]}: {ran.stderr[-4000:]}")
    return ran.stdout


def environment(settings: dict[str, str]) -> dict[str, str]:
    """The environment without what would speak to another lake or another Superset."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(_OF_OTHERS)}
    return own | settings


def wait_for(what: str, look: Callable[[], T | None]) -> T:
    """What ``look`` finds, as soon as it is something."""
    deadline = time.monotonic() + PATIENCE
    while not (found := look()):
        if time.monotonic() > deadline:
            raise SystemExit(f"waited {PATIENCE:.0f} s in vain for {what}")
        time.sleep(_LOOK)
    return found


def free_port() -> int:
    """A port of the loopback address, below those that the system gives out by itself."""
    for port in random.sample(_NOT_GIVEN_OUT, 100):
        with socket.socket() as tried, contextlib.suppress(OSError):
            tried.bind(("127.0.0.1", port))
            return port
    raise SystemExit("no port of 127.0.0.1 is free")
