"""The wish to stop: Ctrl-C, SIGTERM, or the end of the process that started this one."""

from __future__ import annotations

import os
import signal
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

_STANDARD_INPUT = 0


def _nothing() -> None:
    pass


class Stop:
    """Listens from its making on."""

    def __init__(self, *, with_parent: bool) -> None:
        self._wished = Event()
        self._at_once: Callable[[], None] = _nothing
        signal.signal(signal.SIGTERM, self._arrived)
        signal.signal(signal.SIGHUP, self._arrived)
        # A parent that has it ignored decides itself when this process ends.
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, self._arrived)
        if with_parent:
            Thread(target=self._await_parents_end, name="parent", daemon=True).start()

    def _arrived(self, _signal: int, _frame: FrameType | None) -> None:
        self._wish()

    def _await_parents_end(self) -> None:
        # Not sys.stdin: a thread that waits in its buffer breaks the interpreter's end.
        while os.read(_STANDARD_INPUT, 4096):
            pass
        self._wish()

    def _wish(self) -> None:
        self._wished.set()
        self._at_once()

    def at_once(self, action: Callable[[], None]) -> None:
        """Does that as soon as the wish is there, whatever else is under way; perhaps again."""
        self._at_once = action
        if self.is_wished:
            action()

    @property
    def is_wished(self) -> bool:
        return self._wished.is_set()

    def within(self, seconds: float) -> bool:
        """Waits for the wish; false when the time is over first."""
        return self._wished.wait(seconds)
