"""Ends the parts of a supervisor that was killed.

``python -m orderlake_airflow.local.guard FILE`` waits for the end of its standard input, a pipe
that the supervisor holds open, and then ends what FILE says still runs. It holds the supervisor's
lock too: nobody starts Airflow anew on the same directory before it is done.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from orderlake_airflow.local.processes import end_left_behind

_PATIENCE = 5.0


def main() -> None:
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    while sys.stdin.buffer.read(4096):
        pass
    end_left_behind(Path(sys.argv[1]), _PATIENCE)


if __name__ == "__main__":
    main()
