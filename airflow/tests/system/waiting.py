"""Waiting for something to come true, for a bounded time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_LOOK = 0.25
# Between looks that start a program of their own: it takes the processor from what is waited for.
SELDOM = 3.0
# Against waiting for ever, not a measure of speed: half an hour, however loaded the machine is.
PATIENCE = 1800.0


def wait_for(what: str, look: Callable[[], T | None], pause: float = _LOOK) -> T:
    """What ``look`` finds, as soon as it is something; fails with ``what`` when time is over."""
    deadline = time.monotonic() + PATIENCE
    while not (found := look()):
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {PATIENCE:.0f} s in vain for {what}")
        time.sleep(pause)
    return found
