"""The operator in real task instances, against a runner that keeps the protocol."""

from __future__ import annotations

import os
import signal
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from airflow.models.taskinstance import TaskInstance
from airflow.utils.state import TaskInstanceState

from helpers.contracts import result_sample
from helpers.runner import ScriptedRunner, failed, publish, until
from helpers.stores import SECRET, S3Server
from helpers.tasks import a_dag, a_task_instance, run
from orderlake_airflow.operators import RunLakehouseJob
from orderlake_airflow.places import run_requests
from orderlake_airflow.protocol import RunIdentity, TriggerDirectory

pytestmark = pytest.mark.usefixtures("metadata", "lake")


def a_silver_task(**options: Any) -> RunLakehouseJob:
    options = {"poll_interval": 0.02, "deferrable": False, **options}
    with a_dag(render_template_as_native_obj=True):
        return RunLakehouseJob(task_id="silver", job="silver", **options)


@pytest.fixture
def ti(request: pytest.FixtureRequest) -> TaskInstance:
    return a_task_instance(a_silver_task(), request.node.name)


def run_id(ti: TaskInstance, attempt: int) -> str:
    return RunIdentity(ti.dag_id, ti.run_id, ti.task_id).run_id(attempt)


def test_a_task_is_green_when_the_runner_says_succeeded(
    ti: TaskInstance, runner: ScriptedRunner
) -> None:
    assert run(ti).state == TaskInstanceState.SUCCESS
    assert [request.run_id for request in runner.served] == [run_id(ti, 1)]
    said = ti.xcom_pull(task_ids="silver")
    assert said["counts"]["refined"] == 960
    assert said["counts"]["quarantined_by_reason"] == {
        "city_blank": 20,
        "quantity_out_of_range": 9,
    }
    assert said["lake_version"] == 9
    assert said["seconds"] == 2.25


def test_a_failure_that_may_pass_is_tried_again_as_a_new_request(
    ti: TaskInstance, runner: ScriptedRunner
) -> None:
    runner.answers("silver", failed("failed-retryable"))
    assert run(ti).state == TaskInstanceState.UP_FOR_RETRY
    assert run(ti).state == TaskInstanceState.SUCCESS
    assert [request.run_id for request in runner.served] == [run_id(ti, 1), run_id(ti, 2)]


def test_a_failure_for_good_is_red_at_once_with_what_the_runner_said(
    ti: TaskInstance, runner: ScriptedRunner
) -> None:
    runner.answers("silver", failed("failed-for-good"))
    assert run(ti).state == TaskInstanceState.FAILED
    said = ti.xcom_pull(task_ids="silver")
    assert said["state"] == "failed"
    assert said["failure"]["category"] == "conservation"


def test_a_rejected_request_is_red_at_once_and_asked_anew_when_the_task_is_cleared(
    ti: TaskInstance, runner: ScriptedRunner
) -> None:
    runner.answers("silver", failed("rejected"))
    assert run(ti).state == TaskInstanceState.FAILED
    assert run(ti).state == TaskInstanceState.SUCCESS
    assert runner.served[1].run_id == run_id(ti, 2)


def test_a_try_after_a_lost_worker_finds_the_result(
    ti: TaskInstance, directory: TriggerDirectory
) -> None:
    publish(directory.path, result_sample("silver-succeeded", run_id=run_id(ti, 1)))
    assert run(ti).state == TaskInstanceState.SUCCESS
    assert not (directory.path / "pending" / f"{run_id(ti, 1)}.json").exists()


def test_a_try_after_a_lost_worker_finds_the_request_under_way(
    ti: TaskInstance, directory: TriggerDirectory, runner: ScriptedRunner
) -> None:
    claimed = directory.path / "claimed" / f"{run_id(ti, 1)}.json"
    claimed.write_text("{}")

    def finish() -> None:
        publish(directory.path, result_sample("silver-succeeded", run_id=run_id(ti, 1)))
        claimed.unlink()

    finishing = threading.Timer(0.5, finish)
    finishing.start()
    assert run(ti).state == TaskInstanceState.SUCCESS
    finishing.join()
    assert runner.served == []


def test_a_task_that_is_cleared_after_it_succeeded_has_no_second_effect(
    ti: TaskInstance, runner: ScriptedRunner
) -> None:
    run(ti)
    assert run(ti).state == TaskInstanceState.SUCCESS
    assert len(runner.served) == 1


def test_without_a_runner_the_task_fails_at_its_timeout_and_says_so(
    request: pytest.FixtureRequest, directory: TriggerDirectory, caplog: pytest.LogCaptureFixture
) -> None:
    task = a_silver_task(run_timeout=timedelta(seconds=0.2))
    ti = a_task_instance(task, request.node.name)
    assert run(ti).state == TaskInstanceState.UP_FOR_RETRY
    assert "no runner was active on" in caplog.text
    assert list((directory.path / "pending").iterdir()) == []


def test_a_request_that_was_withdrawn_for_good_is_asked_for_under_another_id(
    request: pytest.FixtureRequest, stored_lake: str
) -> None:
    task = a_silver_task(run_timeout=timedelta(seconds=0.2))
    ti = a_task_instance(task, request.node.name)
    requests = run_requests(stored_lake)
    assert run(ti).state == TaskInstanceState.UP_FOR_RETRY
    assert requests.is_used_up(run_id(ti, 1))

    assert run(ti).state == TaskInstanceState.UP_FOR_RETRY
    assert requests.is_used_up(run_id(ti, 2))
    assert not requests.is_used_up(run_id(ti, 3))


def test_a_killed_task_takes_back_a_request_that_nobody_has_claimed(
    request: pytest.FixtureRequest, directory: TriggerDirectory
) -> None:
    task = a_silver_task(execution_timeout=timedelta(hours=1))
    ti = a_task_instance(task, request.node.name)
    asked = directory.path / "pending" / f"{run_id(ti, 1)}.json"

    def time_is_over() -> None:
        until(asked.exists, "the request")
        os.kill(os.getpid(), signal.SIGALRM)  # what Airflow has its timeout raise

    killing = threading.Thread(target=time_is_over)
    killing.start()
    assert run(ti).state == TaskInstanceState.UP_FOR_RETRY
    killing.join()
    assert not asked.exists()


def test_a_store_that_is_gone_keeps_no_task_from_ending(
    stored_lake: str,
    s3: S3Server,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    task = a_silver_task()
    task._asked = "a.run"
    monkeypatch.setenv("AIRFLOW_CONN_LAKE_STORE", s3.connection().replace(SECRET, "mistaken"))
    task.on_kill()
    assert "the request a.run is not withdrawn: cannot look for s3://orders/" in caplog.text


def test_parameters_reach_the_runner_with_their_types(
    request: pytest.FixtureRequest, runner: ScriptedRunner
) -> None:
    task = a_silver_task(job_params="{{ dag_run.conf.silver }}")
    conf = {"silver": {"max_records": 1000, "full": True, "note": "Zürich 007"}}
    assert run(a_task_instance(task, request.node.name, conf)).state == TaskInstanceState.SUCCESS
    assert dict(runner.served[0].params) == conf["silver"]


def test_parameters_rendered_to_json_text_are_the_object(
    request: pytest.FixtureRequest, runner: ScriptedRunner
) -> None:
    with a_dag("plain_templates"):
        task = RunLakehouseJob(
            task_id="silver",
            job="silver",
            job_params="{{ dag_run.conf.silver | tojson }}",
            deferrable=False,
        )
    ti = a_task_instance(task, request.node.name, {"silver": {"max_records": 5}})
    assert run(ti).state == TaskInstanceState.SUCCESS
    assert dict(runner.served[0].params) == {"max_records": 5}


def test_a_dag_with_a_long_name_may_ask(
    request: pytest.FixtureRequest, runner: ScriptedRunner
) -> None:
    with a_dag("d" * 250):
        task = RunLakehouseJob(task_id="silver", job="silver", deferrable=False)
    assert run(a_task_instance(task, request.node.name)).state == TaskInstanceState.SUCCESS
    assert runner.served[0].requested_by == f"airflow: {'d' * 191}"


@pytest.mark.parametrize("params", ["[1]", "{", {"share": 0.5}, {"a": None}])
def test_parameters_that_cannot_be_asked_fail_before_anything_is_asked(
    request: pytest.FixtureRequest, params: Any, directory: TriggerDirectory
) -> None:
    task = a_silver_task(job_params=params)
    ti = a_task_instance(task, request.node.name)
    assert run(ti).state == TaskInstanceState.FAILED
    assert not directory.path.exists()


def test_a_damaged_result_of_an_earlier_try_is_named_and_nothing_is_asked(
    ti: TaskInstance, directory: TriggerDirectory, caplog: pytest.LogCaptureFixture
) -> None:
    publish(directory.path, result_sample("silver-succeeded", run_id=run_id(ti, 1), epoch=0))
    assert run(ti).state == TaskInstanceState.FAILED
    assert "is damaged: epoch must be a whole number from 1" in caplog.text
    assert not (directory.path / "pending").exists()


def test_the_log_holds_the_counts_as_a_table(
    ti: TaskInstance, runner: ScriptedRunner, caplog: pytest.LogCaptureFixture
) -> None:
    run(ti)
    lines = [line.split() for line in caplog.text.splitlines()]
    assert ["read", "1,000"] in lines
    assert ["city_blank", "20"] in lines
    assert ["lake", "version", "9"] in lines


def test_no_setting_no_guess(
    ti: TaskInstance, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, lake: Path
) -> None:
    monkeypatch.delenv("AIRFLOW__ORDERLAKE__DATA")
    assert run(ti).state == TaskInstanceState.UP_FOR_RETRY
    assert "[orderlake] data is not set" in caplog.text
    assert list(lake.iterdir()) == []
