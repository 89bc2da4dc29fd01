from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psutil
import pytest

from orderlake_airflow.local import seat
from orderlake_airflow.local.layout import PROJECT, Layout
from orderlake_airflow.local.seat import Seat, holder
from orderlake_airflow.local.trouble import Trouble
from system.waiting import PATIENCE

# A supervisor with one part; says the part's process id. Takes its time to stop.
HOLDER = """
import sys, time
from pathlib import Path
from orderlake_airflow.local.layout import Layout
from orderlake_airflow.local.part import Part
from orderlake_airflow.local.processes import write_trace
from orderlake_airflow.local.seat import Seat
from orderlake_airflow.local.stop import Stop
layout = Layout(Path(sys.argv[2]))
stop = Stop(with_parent=True)
with Seat.take(layout) as seat:
    stop.at_once(seat.leave_soon)
    part = Part("sleeper", ["/bin/sleep", "300"], {}, layout.log("sleeper"))
    part.start()
    write_trace(layout.processes, [part.leader])
    sys.stdout.write(f"{part.leader.pid}\\n"); sys.stdout.flush()
    while not stop.within(60):
        pass
    time.sleep(5)
"""


@contextmanager
def held(layout: Layout) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Another process that holds the seat, under the program's name, and its part's id."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, "orderlake_airflow.local", str(layout.data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(PROJECT / "airflow" / "src")},
    )
    assert process.stdin
    assert process.stdout
    try:
        yield process, int(process.stdout.readline())
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()
        Seat.take(layout).__exit__(None, None, None)  # once the guard has ended the part


def test_a_second_supervisor_is_told_that_one_runs(
    layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seat, "_SURELY_STAYS", 0.0)
    with held(layout) as (process, _):
        assert holder(layout) == process.pid
        with pytest.raises(Trouble, match=r"runs on .* already"):
            Seat.take(layout)


def test_when_a_supervisor_is_killed_its_parts_end_before_the_next_begins(layout: Layout) -> None:
    with held(layout) as (process, part):
        assert runs(part)
        process.send_signal(signal.SIGKILL)
        process.wait()

        with Seat.take(layout):
            assert not runs(part)
            assert holder(layout) is None  # this process has another name


def test_a_supervisor_that_stops_because_its_parent_ended_is_waited_for(
    layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seat, "_SURELY_STAYS", PATIENCE)
    monkeypatch.setattr(seat, "_PATIENCE", PATIENCE)
    with held(layout) as (process, part):
        assert process.stdin
        process.stdin.close()

        with Seat.take(layout):
            assert process.wait() == 0
            assert not runs(part)


def test_a_seat_that_is_left_can_be_taken_again(layout: Layout) -> None:
    with Seat.take(layout):
        pass
    with Seat.take(layout) as taken:
        taken.mend()
        assert holder(layout) is None  # this process has another name


def runs(pid: int) -> bool:
    """Not ended, whether or not somebody has taken note of its end."""
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
