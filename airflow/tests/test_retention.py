"""What is old goes, from the database and from the disk; what is not old stays."""

from __future__ import annotations

import os
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from airflow.configuration import conf
from airflow.models.dagrun import DagRun
from airflow.operators.empty import EmptyOperator
from airflow.utils.session import create_session

from helpers.tasks import a_dag, a_task_instance
from orderlake_airflow.local import retention

DAY = timedelta(days=1)


def a_run(test: str, age: timedelta) -> str:
    """A run that began so long ago, with a log."""
    with a_dag("kept_for_a_while"):
        task = EmptyOperator(task_id="nothing")
    ti = a_task_instance(task, test)
    then = datetime.now(timezone.utc) - age
    with create_session() as session:
        run = session.merge(ti.dag_run)
        run.start_date = then
        run.execution_date = then
    log = logs_of(ti.run_id) / "task_id=nothing" / "attempt=1.log"
    log.parent.mkdir(parents=True)
    log.write_text("done")
    for path in (log, log.parent, log.parent.parent):
        os.utime(path, (then.timestamp(), then.timestamp()))
    return str(ti.run_id)


def logs_of(run_id: str) -> Path:
    folder = Path(conf.get("logging", "base_log_folder"))
    return folder / "dag_id=kept_for_a_while" / f"run_id={run_id}"


@pytest.mark.usefixtures("metadata")
def test_runs_and_logs_older_than_the_setting_go_and_the_others_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AIRFLOW__ORDERLAKE__KEEP_DAYS", "5")
    old, kept = a_run("old", 6 * DAY), a_run("kept", 4 * DAY)
    retention.main()
    assert [run.run_id for run in DagRun.find(dag_id="kept_for_a_while")] == [kept]
    assert not logs_of(old).exists()
    assert logs_of(kept).exists()


def test_logs_of_a_run_that_is_still_written_to_stay(tmp_path: Path) -> None:
    log = tmp_path / "dag_id=a" / "run_id=b" / "task_id=c" / "attempt=1.log"
    log.parent.mkdir(parents=True)
    log.write_text("begun long ago")
    for path in (log.parent, log.parent.parent):
        os.utime(path, (0, 0))
    now = datetime.now(timezone.utc)
    assert retention.remove_logs(tmp_path, now - DAY) == 0
    assert log.exists()
    os.utime(log, (time.time() - 2 * DAY.total_seconds(),) * 2)
    assert retention.remove_logs(tmp_path, now - DAY) == 1
    assert not log.exists()
