from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from orderlake_airflow.local.processes import Leader, end_all, end_left_behind, write_trace

# Says when it is ready; ignores the wish to stop; has a child in a process group of its own.
STUBBORN = """
import os, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
if os.fork() == 0:
    os.setpgid(0, 0)
    time.sleep(300)
sys.stdout.write("ready\\n"); sys.stdout.flush()
time.sleep(300)
"""


@pytest.fixture
def stubborn() -> Iterator[Leader]:
    process = subprocess.Popen(
        [sys.executable, "-c", STUBBORN], stdout=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout
    assert process.stdout.readline() == b"ready\n"
    leader = Leader.of("stubborn", process.pid, signal.SIGTERM)
    yield leader
    leader.end(0)
    process.wait()
    process.stdout.close()


def test_all_of_a_session_ends_also_who_left_the_process_group(stubborn: Leader) -> None:
    members = stubborn.members()
    assert len(members) == 2
    assert members[0] == stubborn.pid

    end_all([stubborn], patience=0.2)

    assert stubborn.members() == []


def test_what_is_left_of_a_session_ends_when_its_leader_is_gone(stubborn: Leader) -> None:
    os.kill(stubborn.pid, signal.SIGKILL)
    end_all([stubborn], patience=5)
    assert stubborn.members() == []


def test_another_process_under_the_same_id_is_left_alone(stubborn: Leader) -> None:
    earlier = dataclasses.replace(stubborn, started=stubborn.started - 3600)
    assert earlier.members() == []
    end_all([earlier], patience=0)
    assert len(stubborn.members()) == 2


def test_what_a_trace_names_is_ended_and_the_rest_forgotten(
    tmp_path: Path, stubborn: Leader
) -> None:
    trace = tmp_path / "processes.json"
    gone = dataclasses.replace(stubborn, name="gone", started=0.0)
    write_trace(trace, [gone, stubborn])

    assert end_left_behind(trace, patience=0.2) == ["stubborn"]
    assert end_left_behind(trace, patience=0.2) == []


@pytest.mark.parametrize("content", ["", "[{}]", "{"])
def test_a_torn_trace_names_nobody(tmp_path: Path, content: str) -> None:
    trace = tmp_path / "processes.json"
    trace.write_text(content, encoding="utf-8")
    assert end_left_behind(trace, patience=0) == []
