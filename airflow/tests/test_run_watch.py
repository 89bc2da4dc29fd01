"""What a waiting task makes of the files it sees."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta, timezone

import pytest

from helpers.contracts import result_sample
from helpers.runner import publish, show_runner, succeeded
from orderlake_airflow.protocol import Request, Result, TriggerDirectory
from orderlake_airflow.watch import GaveUp, RunWatch

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=timezone.utc)
DEADLINE = NOW + timedelta(minutes=1)
REQUEST = Request("a.run", "silver", "me", NOW)


@pytest.fixture
def watch(directory: TriggerDirectory) -> RunWatch:
    directory.submit(REQUEST)
    return RunWatch(directory, REQUEST, DEADLINE, logging.getLogger("watch"))


def claim(directory: TriggerDirectory) -> None:
    (directory.path / "claimed").mkdir(exist_ok=True)
    pending = directory.path / "pending" / "a.run.json"
    pending.rename(directory.path / "claimed" / "a.run.json")


def alive(directory: TriggerDirectory, **heartbeat: str) -> None:
    show_runner(directory.path, shown_at=NOW.isoformat(), **heartbeat)


def test_the_end_is_the_result(watch: RunWatch, directory: TriggerDirectory) -> None:
    assert watch.look(NOW) is None
    publish(directory.path, succeeded(REQUEST))
    seen = watch.look(NOW)
    assert isinstance(seen, Result)
    assert seen.run_id == "a.run"


def test_a_result_that_was_there_before_the_first_look_is_seen(directory: TriggerDirectory) -> None:
    publish(directory.path, succeeded(REQUEST))
    watch = RunWatch(directory, REQUEST, DEADLINE, logging.getLogger("watch"))
    assert isinstance(watch.look(NOW), Result)


def test_a_result_counts_also_after_the_deadline(
    watch: RunWatch, directory: TriggerDirectory
) -> None:
    publish(directory.path, succeeded(REQUEST))
    assert isinstance(watch.look(DEADLINE + timedelta(hours=1)), Result)


def test_a_request_that_has_vanished_is_asked_for_again(
    watch: RunWatch, directory: TriggerDirectory, caplog: pytest.LogCaptureFixture
) -> None:
    pending = directory.path / "pending" / "a.run.json"
    pending.unlink()
    assert watch.look(NOW) is None
    assert not pending.exists(), "a rename may have been under way"
    assert watch.look(NOW) is None
    assert pending.exists()
    assert "vanished without a result; asking again" in caplog.text


def test_a_half_written_result_is_waited_for(watch: RunWatch, directory: TriggerDirectory) -> None:
    publish(directory.path, succeeded(REQUEST))
    file = directory.path / "results" / "a.run.json"
    whole = file.read_bytes()
    file.write_bytes(whole[:100])
    assert watch.look(NOW) is None
    file.write_bytes(whole)
    assert isinstance(watch.look(NOW + timedelta(seconds=5)), Result)


def test_a_result_that_stays_damaged_is_named_for_good(
    watch: RunWatch, directory: TriggerDirectory
) -> None:
    publish(directory.path, result_sample("silver-succeeded", run_id="a.run", state="lost"))
    assert watch.look(NOW) is None
    assert watch.look(NOW + timedelta(seconds=9)) is None
    seen = watch.look(NOW + timedelta(seconds=10))
    assert isinstance(seen, GaveUp)
    assert "results/a.run.json is damaged: state must be" in seen.reason
    assert not seen.retryable


def test_a_missing_runner_is_said_at_once_and_only_once(
    watch: RunWatch, caplog: pytest.LogCaptureFixture
) -> None:
    watch.look(NOW)
    watch.look(NOW)
    assert caplog.text.count("no runner is active on this lake (there is no heartbeat of one)") == 1


def test_a_runner_whose_sign_is_old_is_missing(
    watch: RunWatch, directory: TriggerDirectory, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    alive(directory)
    watch.look(NOW + timedelta(seconds=9))
    assert "the request waits; the runner 4711@here is free" in caplog.text
    watch.look(NOW + timedelta(seconds=10))
    assert "the last heartbeat is of 4711@here at 2026-11-23 20:00:00 UTC" in caplog.text


def test_what_the_runner_is_at_is_said(
    watch: RunWatch, directory: TriggerDirectory, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    alive(directory, busy_with="b.run")
    watch.look(NOW)
    assert "is busy with b.run" in caplog.text
    claim(directory)
    watch.look(NOW)
    assert "the runner 4711@here is at it" in caplog.text


def test_when_time_is_over_without_a_runner_that_is_the_reason(
    watch: RunWatch, directory: TriggerDirectory
) -> None:
    seen = watch.look(DEADLINE)
    assert isinstance(seen, GaveUp)
    assert "no runner was active" in seen.reason
    assert "withdrawn" in seen.reason
    assert seen.retryable
    assert not (directory.path / "pending" / "a.run.json").exists()


def test_a_run_under_way_when_time_is_over_is_left_to_end(
    watch: RunWatch, directory: TriggerDirectory
) -> None:
    claim(directory)
    seen = watch.look(DEADLINE)
    assert isinstance(seen, GaveUp)
    assert "still under way" in seen.reason
    assert (directory.path / "claimed" / "a.run.json").exists()


def test_a_request_that_is_gone_when_time_is_over_is_not_called_a_run(
    watch: RunWatch, directory: TriggerDirectory
) -> None:
    (directory.path / "pending" / "a.run.json").unlink()
    seen = watch.look(DEADLINE)
    assert isinstance(seen, GaveUp)
    assert "was gone without a result" in seen.reason
    assert seen.retryable


def test_where_looks_cost_the_stage_is_looked_at_now_and_then(
    directory: TriggerDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A result is asked for each time, whether the request is still there each third time."""
    monkeypatch.setattr(TriggerDirectory, "looks_per_stage", 3)
    watch = RunWatch(directory, REQUEST, DEADLINE, logging.getLogger("watch"))
    pending = directory.path / "pending" / "a.run.json"
    for looks in (1, 2, 3):
        assert watch.look(NOW) is None
        assert not pending.exists(), f"after {looks} looks, one of them at the stage"
    assert watch.look(NOW) is None
    assert pending.exists()
    pending.unlink()
    publish(directory.path, succeeded(REQUEST))
    assert isinstance(watch.look(NOW), Result)
