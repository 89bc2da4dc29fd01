"""Lets one supervisor at a time run Airflow on a directory.

The operating system holds the lock, for the supervisor and for its guard, and drops it when both
are gone.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import psutil

from orderlake_airflow.local.layout import PROJECT
from orderlake_airflow.local.processes import end_left_behind
from orderlake_airflow.local.trouble import Trouble

if TYPE_CHECKING:
    from types import TracebackType

    from orderlake_airflow.local.layout import Layout

_PATIENCE = 300.0
# How long a supervisor whose parent was killed may need to see that it has to stop.
_SURELY_STAYS = 10.0
_END_PATIENCE = 5.0
_LOOK = 0.2
_PROGRAM = "orderlake_airflow.local"


class Seat:
    """The lock, taken; with a guard that ends what is left behind when this process is killed."""

    def __init__(self, layout: Layout, descriptor: int) -> None:
        self._layout = layout
        self._descriptor = descriptor
        self._guard = self._start_guard()

    @classmethod
    def take(cls, layout: Layout) -> Seat:
        """Takes the lock and ends what a killed supervisor left behind.

        One that is about to stop is waited for. Raises Trouble when another has the lock and stays.
        """
        descriptor = os.open(layout.lock, os.O_RDWR | os.O_CREAT, 0o600)
        began = time.monotonic()
        while not _try_lock(descriptor):
            patience = _PATIENCE if holder(layout) is None else _SURELY_STAYS
            if time.monotonic() > began + patience:
                os.close(descriptor)
                raise Trouble(
                    f"Airflow runs on {layout.data} already, started by another `orderlake airflow`"
                    " or `orderlake up --airflow`; stop that one, or choose another directory"
                    " with --data DIR"
                )
            time.sleep(_LOOK)
        os.ftruncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode("ascii"))
        end_left_behind(layout.processes, _END_PATIENCE)
        return cls(layout, descriptor)

    def _start_guard(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", f"{_PROGRAM}.guard", str(self._layout.processes)],
            stdin=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(PROJECT / "airflow" / "src")},
            pass_fds=[self._descriptor],
            start_new_session=True,
        )

    def leave_soon(self) -> None:
        """Lets the next one wait for the end of this one instead of being refused."""
        with contextlib.suppress(OSError):  # left already
            os.ftruncate(self._descriptor, 0)

    def mend(self) -> None:
        """Starts the guard again if it died."""
        if self._guard.poll() is not None:
            self._guard = self._start_guard()

    def __enter__(self) -> Seat:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._guard.stdin:
            self._guard.stdin.close()
        self._guard.wait()
        os.close(self._descriptor)
        self._descriptor = -1


def holder(layout: Layout) -> int | None:
    """The process id of the supervisor that runs on the directory, if one does."""
    try:
        pid = int(layout.lock.read_text(encoding="ascii"))
        command = psutil.Process(pid).cmdline()
    except (OSError, ValueError, psutil.NoSuchProcess, psutil.AccessDenied):
        return None
    return pid if _PROGRAM in command else None


def _try_lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
