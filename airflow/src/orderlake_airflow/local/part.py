"""A program that is kept running: when it ends by itself it is started again."""

from __future__ import annotations

import signal
import subprocess
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from orderlake_airflow.local import logs
from orderlake_airflow.local.account import Switch
from orderlake_airflow.local.processes import Leader

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

_FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 30.0
# Who lived that long was well: the next pause is the first one again.
_WELL = 60.0


def _nothing() -> None:
    pass


@dataclass
class Part:
    """One program of the environment. ``before`` runs ahead of every start."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    stop_signal: signal.Signals = signal.SIGTERM
    switch: Switch = field(default_factory=Switch)
    before: Callable[[], None] = _nothing
    leader: Leader | None = None
    _process: subprocess.Popen[bytes] | None = None
    _started: float = 0.0
    _pause: float = _FIRST_PAUSE
    _again_at: float | None = None

    def start(self) -> None:
        self.before()
        self._process = subprocess.Popen(
            self.command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd="/",
            start_new_session=True,
            **self.switch,
        )
        self._started = time.monotonic()
        self._again_at = None
        self.leader = Leader.of(self.name, self._process.pid, self.stop_signal)
        if self._process.stdout:
            logs.keep(self._process.stdout, self.log)

    def mend(self) -> str | None:
        """Starts the program again after a pause if it ended; a sentence when it did end."""
        if self._again_at is not None:
            if time.monotonic() >= self._again_at:
                self.start()
            return None
        code = self._process.poll() if self._process else None
        if code is None:
            return None
        return self._ended(code)

    def _ended(self, code: int) -> str:
        if self.leader:
            self.leader.end(0)
        if time.monotonic() - self._started > _WELL:
            self._pause = _FIRST_PAUSE
        pause, self._pause = self._pause, min(self._pause * 2, _LONGEST_PAUSE)
        self._again_at = time.monotonic() + pause
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return f"{self.name} ended ({how}) and starts again in {pause:.0f} s; its log: {self.log}"

    @property
    def is_alive(self) -> bool:
        return self._process is not None and self._process.poll() is None
