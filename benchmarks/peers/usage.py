"""What work costs: elapsed and CPU time, and the greatest resident size."""

from __future__ import annotations

import json
import resource
import time
from collections.abc import Callable
from pathlib import Path

STATUS = Path("/proc/self/status")


def peak_memory() -> int | None:
    """The greatest resident size in bytes, where the system tells.

    That of getrusage() would begin with the size of the process that started this one.
    """
    if not STATUS.exists():
        return None
    for line in STATUS.read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return None


def measured(work: Callable[[], None], version: str) -> None:
    """Does the work and prints, as one line of JSON, what it cost."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    cost = {
        "seconds": seconds,
        "cpu_seconds": cpu,
        "peak_memory": peak_memory(),
        "version": version,
    }
    print(json.dumps(cost))
