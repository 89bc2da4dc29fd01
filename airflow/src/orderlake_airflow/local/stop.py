"""The wish to stop: Ctrl-C, SIGTERM, or the end of the process that started this one."""

from __future__ import annotations

import signal
import sys
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType


class Stop:
    """Listens from its making on."""

    def __init__(self, *, with_parent: bool) -> None:
        self._wished = Event()
        signal.signal(signal.SIGTERM, self._arrived)
        signal.signal(signal.SIGHUP, self._arrived)
        # A parent that has it ignored decides itself when this process ends.
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, self._arrived)
        if with_parent:
            Thread(target=self._await_parents_end, name="parent", daemon=True).start()

    def _arrived(self, _signal: int, _frame: FrameType | None) -> None:
        self._wished.set()

    def _await_parents_end(self) -> None:
        while sys.stdin.buffer.read(4096):
            pass
        self._wished.set()

    @property
    def is_wished(self) -> bool:
        return self._wished.is_set()

    def within(self, seconds: float) -> bool:
        """Waits for the wish; false when the time is over first."""
        return self._wished.wait(seconds)
