"""How much in the quarantine is too much."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from airflow.utils.state import TaskInstanceState

from helpers.runner import ScriptedRunner, succeeded
from helpers.tasks import a_dag, a_task_instance, run
from orderlake_airflow.operators import RunLakehouseJob
from orderlake_airflow.protocol import Request
from orderlake_airflow.quarantine import JudgeQuarantine

pytestmark = pytest.mark.usefixtures("metadata", "lake")

Judge = Callable[[int, int], tuple[str | None, Any]]


@pytest.fixture
def judge(request: pytest.FixtureRequest, runner: ScriptedRunner) -> Judge:
    """Has Silver read and quarantine so many records; says how the judging ended."""

    def judged(read: int, quarantined: int) -> tuple[str | None, Any]:
        runner.answers("silver", lambda asked: silver_result(asked, read, quarantined))
        with a_dag() as dag:
            RunLakehouseJob(task_id="silver", job="silver", poll_interval=0.02, deferrable=False)
            task = JudgeQuarantine(task_id="judge", silver_task_id="silver")
        ti = a_task_instance(task, f"{request.node.name}-{read}-{quarantined}")
        silver = ti.dag_run.get_task_instance("silver")
        silver.task = dag.get_task("silver")
        assert run(silver).state == TaskInstanceState.SUCCESS
        return run(ti).state, ti.xcom_pull(task_ids="judge")

    return judged


def silver_result(asked: Request, read: int, quarantined: int) -> dict[str, Any]:
    result = succeeded(asked)
    result["counts"] |= {
        "read": read,
        "refined": read - quarantined,
        "quarantined": quarantined,
        "duplicates": 0,
        "quarantined_by_reason": {"city_blank": quarantined} if quarantined else {},
    }
    return result


def test_a_usual_share_is_logged(judge: Judge, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    assert judge(1000, 250) == (TaskInstanceState.SUCCESS, 0.25)
    assert "250 of 1,000 records (25.0%) went to the quarantine; reasons: city_blank 250" in (
        caplog.text
    )
    assert "ALERT" not in caplog.text


def test_more_than_the_first_limit_warns(judge: Judge, caplog: pytest.LogCaptureFixture) -> None:
    assert judge(1000, 251) == (TaskInstanceState.SUCCESS, 0.251)
    assert "ALERT (warning) 251 of 1,000 records" in caplog.text


def test_more_than_the_second_limit_fails(
    judge: Judge, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("AIRFLOW__ORDERLAKE__QUARANTINE_FAIL_SHARE", "0.5")
    assert judge(1000, 500)[0] == TaskInstanceState.SUCCESS
    assert judge(1000, 501)[0] == TaskInstanceState.FAILED
    assert "More than 50.0% is too much" in caplog.text


def test_a_few_records_are_not_judged(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    assert judge(99, 99) == (TaskInstanceState.SUCCESS, None)
    monkeypatch.setenv("AIRFLOW__ORDERLAKE__QUARANTINE_MIN_RECORDS", "0")
    assert judge(0, 0) == (TaskInstanceState.SUCCESS, None)
    assert judge(1, 1) == (TaskInstanceState.SUCCESS, 1.0)


@pytest.mark.parametrize("share", ["1.5", "-1", "much"])
def test_a_limit_that_is_none_is_named(
    judge: Judge, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, share: str
) -> None:
    monkeypatch.setenv("AIRFLOW__ORDERLAKE__QUARANTINE_WARN_SHARE", share)
    assert judge(1000, 0)[0] == TaskInstanceState.UP_FOR_RETRY
    assert "quarantine_warn_share must be a share from 0 to 1" in caplog.text
