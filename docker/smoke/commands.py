"""Running programs."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PROJECT = Path(__file__).resolve().parents[2]
# Against waiting for ever, not a measure of speed: an hour, however loaded the machine is.
PATIENCE = 3600.0


class StackError(Exception):
    """What was tried did not come out as it has to; the message says what was seen."""


def output(*command: str, env: Mapping[str, str] | None = None, timeout: float = PATIENCE) -> str:
    """Standard output of the program; raises StackError with its last words if it fails."""
    try:
        ended = subprocess.run(
            command,
            env=env,
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=timeout,
        )
    except subprocess.TimeoutExpired as e:
        raise StackError(f"{' '.join(command)} did not end within {timeout:.0f} s") from e
    if ended.returncode != 0:
        last = "\n".join((ended.stdout + ended.stderr).splitlines()[-30:])
        raise StackError(f"{' '.join(command)} ended with exit code {ended.returncode}:\n{last}")
    return ended.stdout


def wait_for(
    what: str, holds: Callable[[], bool], patience: float = PATIENCE, look: float = 0.5
) -> None:
    """Looks until it holds; what raises StackError does not hold yet."""
    deadline = time.monotonic() + patience
    seen = ""
    while time.monotonic() < deadline:
        try:
            if holds():
                return
        except StackError as e:
            seen = f" ({e})"
        time.sleep(look)
    raise StackError(f"waited {patience:.0f} s in vain: {what}{seen}")
