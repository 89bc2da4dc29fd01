from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from orderlake_airflow.local.part import Part
from system.waiting import wait_for


@pytest.fixture
def part(tmp_path: Path) -> Iterator[Part]:
    script = "echo begun; exec sleep 300"
    running = Part("sleeper", ["/bin/sh", "-c", script], {}, tmp_path / "sleeper.log")
    yield running
    if running.leader:
        running.leader.end(0)


def test_a_part_that_is_killed_is_started_again_and_that_is_said(part: Part) -> None:
    part.start()
    assert part.leader
    first = part.leader.pid
    assert part.mend() is None
    wait_for("the first in the log", lambda: "begun" in log(part))

    os.kill(first, signal.SIGKILL)
    note = wait_for("the note of its end", part.mend)

    assert note.startswith("sleeper ended (SIGKILL) and starts again in 1 s")
    assert str(part.log) in note
    wait_for("another process", lambda: not part.mend() and is_another(part, first))
    assert part.is_alive
    wait_for("both in the log", lambda: log(part).count("begun") == 2)


def test_a_part_that_keeps_ending_is_started_less_and_less_often(tmp_path: Path) -> None:
    part = Part("failing", ["/bin/sh", "-c", "exit 3"], {}, tmp_path / "failing.log")
    part.start()
    notes = [wait_for("its end", part.mend) for _ in range(2)]
    assert "(exit code 3) and starts again in 1 s" in notes[0]
    assert "(exit code 3) and starts again in 2 s" in notes[1]


def is_another(part: Part, first: int) -> bool:
    return part.leader is not None and part.leader.pid != first


def log(part: Part) -> str:
    return part.log.read_text(encoding="utf-8") if part.log.exists() else ""
