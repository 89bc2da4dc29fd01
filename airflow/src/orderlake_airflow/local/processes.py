"""Processes by session: every part leads a session of its own, whose members end with it.

A process group would not do: Airflow's tasks leave theirs, so that a scheduler's death would leave
them behind.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_LOOK = 0.05
# The same process's start is told a little differently after the clock was set.
_SAME_START = 5.0


@dataclass(frozen=True)
class Leader:
    """The process that leads a session; ``started`` (epoch seconds) tells it from a later one."""

    name: str
    pid: int
    started: float
    stop_signal: int

    @classmethod
    def of(cls, name: str, pid: int, stop_signal: signal.Signals) -> Leader:
        try:
            started = psutil.Process(pid).create_time()
        except psutil.NoSuchProcess:
            started = time.time()
        return cls(name, pid, started, stop_signal)

    def members(self) -> list[int]:
        """The session's living processes, the leader first if it lives."""
        found = [p for p in psutil.pids() if _session(p) == self.pid and not _is_zombie(p)]
        if self.pid in found and not self._is_leader_still():
            return []  # another session under the same id
        return sorted(found, key=lambda pid: pid != self.pid)

    def _is_leader_still(self) -> bool:
        try:
            return abs(psutil.Process(self.pid).create_time() - self.started) < _SAME_START
        except psutil.NoSuchProcess:
            return False

    def ask(self) -> None:
        """Asks the leader to stop in good order."""
        if self.pid in self.members():
            _signal(self.pid, signal.Signals(self.stop_signal))

    def end(self, patience: float) -> None:
        """Waits for the leader's end, at most ``patience`` seconds, then kills all members."""
        deadline = time.monotonic() + patience
        while self.pid in self.members() and time.monotonic() < deadline:
            time.sleep(_LOOK)
        while members := self.members():
            for pid in members:
                _signal(pid, signal.SIGKILL)
            time.sleep(_LOOK)


def end_all(leaders: Iterable[Leader], patience: float) -> None:
    """Asks all at once, then sees each of them end; ``patience`` is for all together."""
    asked = list(leaders)
    deadline = time.monotonic() + patience
    for leader in asked:
        leader.ask()
    for leader in asked:
        leader.end(deadline - time.monotonic())


def write_trace(file: Path, leaders: Iterable[Leader]) -> None:
    """Keeps which processes run, in the order in which they were started."""
    temporary = file.with_name(file.name + ".new")
    temporary.write_text(json.dumps([asdict(leader) for leader in leaders]), encoding="utf-8")
    temporary.replace(file)


def end_left_behind(file: Path, patience: float) -> list[str]:
    """Ends what still runs of those traced, last started first; their names."""
    try:
        traced = [Leader(**entry) for entry in json.loads(file.read_text(encoding="utf-8"))]
    except (FileNotFoundError, ValueError, TypeError):
        return []
    left = [leader for leader in reversed(traced) if leader.members()]
    for leader in left:
        end_all([leader], patience)
    return [leader.name for leader in left]


def _is_zombie(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True


def _session(pid: int) -> int | None:
    try:
        return os.getsid(pid)
    except (ProcessLookupError, PermissionError):
        return None


def _signal(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)
