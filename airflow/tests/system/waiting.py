"""Waiting for something to come true, for a bounded time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_LOOK = 0.25


def wait_for(what: str, look: Callable[[], T | None], seconds: float, pause: float = _LOOK) -> T:
    """What ``look`` finds, as soon as it is something; fails with ``what`` when time is over."""
    deadline = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds:.0f} s in vain for {what}")
        time.sleep(pause)
    return found
