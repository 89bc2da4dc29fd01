"""The sensor in real task instances, waiting in its task or in the triggerer."""

from __future__ import annotations

import json
import threading
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from airflow.models.taskinstance import TaskInstance
from airflow.utils.module_loading import import_string
from airflow.utils.session import create_session
from airflow.utils.state import DagRunState, TaskInstanceState

from helpers.lakes import Lake, LakeDirectory, commit, publish, version_file
from helpers.tasks import a_dag, a_task_instance, first_event, resume, run, trigger_of
from orderlake_airflow import bronze_watch
from orderlake_airflow.bronze_watch import BronzeWatch
from orderlake_airflow.lake import DirectoryFiles, LakeProgress, Progress
from orderlake_airflow.sensors import BronzeHasNewData
from orderlake_airflow.triggers import BronzeTrigger

pytestmark = pytest.mark.usefixtures("metadata", "lake")


def waiting(test: str, **options: Any) -> TaskInstance:
    options = {"poke_interval": 0.02, "deferrable": False, **options}
    with a_dag(f"sensing_{test.partition('[')[0]}"):
        task = BronzeHasNewData(task_id="wait_for_bronze", **options)
    return a_task_instance(task, test)


@pytest.fixture(params=[False, True], ids=["in_the_task", "deferred"])
def deferrable(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


async def seen_to_the_end(ti: TaskInstance) -> TaskInstance:
    run(ti)
    if ti.state != TaskInstanceState.DEFERRED:
        return ti
    return resume(ti, await first_event(trigger_of(ti)))


async def test_new_data_ends_the_waiting(
    request: pytest.FixtureRequest,
    any_lake: Lake,
    deferrable: bool,  # noqa: FBT001
) -> None:
    commit(any_lake, 0)
    publish(any_lake, 1, silver_orders=(1, 0))
    coming = threading.Timer(0.3, commit, (any_lake, 1))
    coming.start()
    ti = await seen_to_the_end(waiting(request.node.name, deferrable=deferrable))
    coming.join()
    assert ti.state == TaskInstanceState.SUCCESS
    assert ti.xcom_pull(task_ids="wait_for_bronze") == {
        "lake_version": 1,
        "bronze_version": 1,
        "silver_read": 0,
        "gold_behind": [],
    }


async def test_nothing_new_for_long_is_skipped(
    request: pytest.FixtureRequest,
    deferrable: bool,  # noqa: FBT001
) -> None:
    ti = waiting(request.node.name, deferrable=deferrable, idle_timeout=timedelta(seconds=0.1))
    assert (await seen_to_the_end(ti)).state == TaskInstanceState.SKIPPED


async def test_a_run_started_by_hand_is_given_way(
    request: pytest.FixtureRequest,
    deferrable: bool,  # noqa: FBT001
) -> None:
    ti = waiting(request.node.name, deferrable=deferrable)
    by_hand = a_task_instance(ti.task, f"{request.node.name}-by-hand")
    with create_session() as session:
        session.merge(by_hand.dag_run).state = DagRunState.QUEUED
    assert (await seen_to_the_end(ti)).state == TaskInstanceState.SKIPPED


async def test_after_runs_that_failed_the_lake_is_left_alone_for_a_while(
    request: pytest.FixtureRequest,
    lake: Path,
    deferrable: bool,  # noqa: FBT001
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bronze_watch, "_FIRST_PAUSE", timedelta(seconds=0.25))
    commit(LakeDirectory(lake), 0)
    ti = waiting(request.node.name, deferrable=deferrable)
    for number, state in enumerate(
        [DagRunState.FAILED, DagRunState.SUCCESS, DagRunState.FAILED, DagRunState.FAILED]
    ):
        end_run(a_task_instance(ti.task, f"{request.node.name}-{number}"), state)
    began = datetime.now(timezone.utc)
    ti = await seen_to_the_end(ti)
    assert ti.state == TaskInstanceState.SUCCESS
    assert datetime.now(timezone.utc) - began >= timedelta(seconds=0.5)
    assert "2 runs in a row have failed" in caplog.text


def end_run(ti: TaskInstance, state: DagRunState) -> None:
    with create_session() as session:
        run = session.merge(ti.dag_run)
        run.state = state
        run.end_date = datetime.now(timezone.utc)


def test_the_pause_doubles_and_is_bounded() -> None:
    pauses = [bronze_watch.pause_after(failed).total_seconds() for failed in (0, 1, 2, 3, 7, 10)]
    assert pauses == [0, 10, 20, 40, 600, 600]


@pytest.mark.parametrize("asked", [False, "False", "false"])
def test_a_run_may_ask_not_to_wait(request: pytest.FixtureRequest, asked: Any) -> None:
    assert run(waiting(request.node.name, wait=asked)).state == TaskInstanceState.SUCCESS


def test_a_damaged_lake_version_is_named_and_tried_again(
    request: pytest.FixtureRequest, any_lake: Lake, caplog: pytest.LogCaptureFixture
) -> None:
    any_lake.put(version_file(1), b"{")
    assert run(waiting(request.node.name)).state == TaskInstanceState.UP_FOR_RETRY
    assert f"{version_file(1)} is damaged" in caplog.text


def test_a_store_that_keeps_silent_for_a_moment_is_asked_again(
    lake: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(LakeDirectory(lake), 0)
    now = datetime(2026, 11, 24, 3, tzinfo=timezone.utc)
    watch = BronzeWatch(LakeProgress(DirectoryFiles(lake)), "a dag", now, now + timedelta(hours=1))

    def silent(_: LakeProgress) -> Progress:
        raise OSError("no answer")

    with monkeypatch.context() as patched:
        patched.setattr(LakeProgress, "look", silent)
        assert watch.look(now) is None
        assert watch.look(now + timedelta(seconds=9)) is None
        with pytest.raises(OSError, match="no answer"):
            watch.look(now + timedelta(seconds=10))
    assert isinstance(watch.look(now + timedelta(seconds=11)), Progress)
    with monkeypatch.context() as patched:
        patched.setattr(LakeProgress, "look", silent)
        assert watch.look(now + timedelta(seconds=20)) is None


@pytest.mark.parametrize(("asked", "interval"), [(None, 1.0), (0.02, 0.02)])
def test_an_object_store_is_asked_less_often_unless_somebody_says_how_often(
    request: pytest.FixtureRequest, stored_lake: str, asked: float | None, interval: float
) -> None:
    ti = waiting(request.node.name, poke_interval=asked, deferrable=True)
    trigger = trigger_of(run(ti))
    assert isinstance(trigger, BronzeTrigger)
    assert (trigger.lake, trigger.poll_interval) == (stored_lake, interval)


def test_the_trigger_survives_being_stored(request: pytest.FixtureRequest) -> None:
    path, kwargs = trigger_of(run(waiting(request.node.name, deferrable=True))).serialize()
    again = import_string(path)(**json.loads(json.dumps(kwargs)))
    assert again.serialize() == (path, kwargs)
