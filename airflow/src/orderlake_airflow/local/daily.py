"""A program that is run now and then beside the parts, and ends by itself."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orderlake_airflow.local.part import Part

DAY = 24 * 60 * 60.0
# Not while everything else is starting.
FIRST = 10 * 60.0


@dataclass
class Daily:
    """Starts the part some minutes after the start of everything, then every day."""

    part: Part
    _next: float | None = None

    def look(self) -> bool:
        """True when it has just been started."""
        now = time.monotonic()
        if self._next is None:
            self._next = now + FIRST
        if now < self._next or self.part.is_alive:
            return False
        self._next = now + DAY
        self.part.start()
        return True
