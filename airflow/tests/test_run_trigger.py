"""Deferred runs: what the triggerer serialises, sees, and does when it is stopped."""

from __future__ import annotations

import asyncio
import json
import threading
from datetime import datetime, timedelta
from typing import Any

import pytest
from airflow.models.taskinstance import TaskInstance
from airflow.triggers.base import BaseTrigger
from airflow.utils.module_loading import import_string
from airflow.utils.state import TaskInstanceState

from helpers.runner import ScriptedRunner, failed, until
from helpers.tasks import (
    a_dag,
    a_task_instance,
    first_event,
    resume,
    run,
    set_state,
    trigger_of,
)
from orderlake_airflow.operators import RunLakehouseJob
from orderlake_airflow.protocol import Result, TriggerDirectory
from orderlake_airflow.watch import GaveUp, RunWatch

pytestmark = pytest.mark.usefixtures("metadata", "lake")


def deferred(test: str, **options: Any) -> TaskInstance:
    options = {"poll_interval": 0.02, "deferrable": True, **options}
    with a_dag():
        task = RunLakehouseJob(task_id="silver", job="silver", **options)
    return run(a_task_instance(task, test))


@pytest.fixture
def ti(request: pytest.FixtureRequest) -> TaskInstance:
    return deferred(request.node.name)


def pending(directory: TriggerDirectory) -> list[str]:
    return [file.stem for file in (directory.path / "pending").iterdir()]


async def test_a_deferred_task_is_green_when_the_runner_says_so(
    ti: TaskInstance, runner: ScriptedRunner
) -> None:
    assert ti.state == TaskInstanceState.DEFERRED
    event = await first_event(trigger_of(ti))
    assert resume(ti, event).state == TaskInstanceState.SUCCESS
    assert ti.xcom_pull(task_ids="silver")["counts"]["read"] == 1000
    assert len(runner.served) == 1


async def test_a_deferred_task_is_red_with_what_the_runner_said(
    ti: TaskInstance, runner: ScriptedRunner
) -> None:
    runner.answers("silver", failed("failed-for-good"))
    event = await first_event(trigger_of(ti))
    assert resume(ti, event).state == TaskInstanceState.FAILED
    assert ti.xcom_pull(task_ids="silver")["failure"]["retryable"] is False


async def test_a_deferred_task_is_tried_again_after_a_failure_that_may_pass(
    ti: TaskInstance, runner: ScriptedRunner
) -> None:
    runner.answers("silver", failed("failed-retryable"))
    event = await first_event(trigger_of(ti))
    assert resume(ti, event).state == TaskInstanceState.UP_FOR_RETRY


async def test_the_trigger_survives_being_stored(ti: TaskInstance) -> None:
    path, kwargs = trigger_of(ti).serialize()
    again = import_string(path)(**json.loads(json.dumps(kwargs)))
    assert again.serialize() == (path, kwargs)


async def test_the_time_being_over_is_a_failure_with_its_reason(
    request: pytest.FixtureRequest,
    directory: TriggerDirectory,
    caplog: pytest.LogCaptureFixture,
) -> None:
    ti = deferred(request.node.name, run_timeout=timedelta(seconds=0.1))
    event = await first_event(trigger_of(ti))
    assert resume(ti, event).state == TaskInstanceState.UP_FOR_RETRY
    assert "no runner was active on" in caplog.text
    assert pending(directory) == []


async def test_a_triggerer_that_is_stopped_leaves_the_request_and_the_next_sees_the_end(
    ti: TaskInstance, directory: TriggerDirectory
) -> None:
    await cancelled(trigger_of(ti))
    assert len(pending(directory)) == 1
    with ScriptedRunner(directory):
        event = await first_event(trigger_of(ti))
    assert resume(ti, event).state == TaskInstanceState.SUCCESS


@pytest.mark.parametrize("state", [TaskInstanceState.FAILED, None], ids=["failed", "cleared"])
async def test_a_task_that_somebody_ends_takes_back_its_request(
    request: pytest.FixtureRequest,
    directory: TriggerDirectory,
    state: TaskInstanceState,
) -> None:
    ti = deferred(request.node.name)
    trigger = trigger_of(ti)
    set_state(ti, state)
    await cancelled(trigger)
    assert pending(directory) == []


async def test_a_claimed_run_is_left_to_end_when_somebody_ends_the_task(
    ti: TaskInstance, directory: TriggerDirectory
) -> None:
    trigger = trigger_of(ti)
    name = pending(directory)[0]
    (directory.path / "claimed").mkdir()
    claim = directory.path / "claimed" / f"{name}.json"
    (directory.path / "pending" / f"{name}.json").rename(claim)
    set_state(ti, TaskInstanceState.FAILED)
    await cancelled(trigger)
    assert claim.exists()


async def test_a_request_that_vanishes_is_asked_for_again(
    ti: TaskInstance, directory: TriggerDirectory
) -> None:
    name = pending(directory)[0]
    trigger = trigger_of(ti)
    file = directory.path / "pending" / f"{name}.json"
    file.unlink()
    waiting = asyncio.create_task(first_event(trigger))
    await asyncio.to_thread(until, file.exists, "the request is there again")
    with ScriptedRunner(directory):
        assert (await waiting).payload["gave_up"] is None


async def cancelled(trigger: BaseTrigger) -> None:
    """Runs the trigger until it has looked, then stops it as the triggerer does."""
    looked = threading.Event()

    def look(self: RunWatch, now: datetime) -> Result | GaveUp | None:
        looked.set()
        return seen(self, now)

    seen = RunWatch.look
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RunWatch, "look", look)
        waiting = asyncio.ensure_future(anext(trigger.run()))
        await asyncio.to_thread(looked.wait)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
