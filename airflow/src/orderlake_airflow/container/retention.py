"""Removes what is old every day, as long as the container runs."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from orderlake_airflow.local.daily import DAY, FIRST
from orderlake_airflow.local.stop import Stop

if TYPE_CHECKING:
    from collections.abc import Mapping


def remove_daily(environment: Mapping[str, str]) -> None:
    """Until asked to stop. What failed is tried again the next day."""
    stop = Stop(with_parent=False)
    pause = FIRST
    while not stop.within(pause):
        with subprocess.Popen(
            [sys.executable, "-m", "orderlake_airflow.local.retention"], env=environment
        ) as removal:
            stop.at_once(removal.terminate)
        pause = DAY
