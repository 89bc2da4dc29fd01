"""What work costs: elapsed and CPU time, and the greatest resident size."""

from __future__ import annotations

import json
import resource
import time
from collections.abc import Callable


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
        "peak_memory": after.ru_maxrss * 1024,
        "version": version,
    }
    print(json.dumps(cost))
