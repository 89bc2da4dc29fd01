"""Runs single tasks as Airflow runs them: DAG run, states, retries and XCom in a database."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from typing import Any

from airflow import DAG
from airflow.exceptions import AirflowTaskTimeout
from airflow.models.taskinstance import TaskInstance
from airflow.models.trigger import Trigger
from airflow.triggers.base import BaseTrigger, TriggerEvent
from airflow.utils.module_loading import import_string
from airflow.utils.session import create_session
from airflow.utils.state import DagRunState, TaskInstanceState
from airflow.utils.types import DagRunType

from system.waiting import PATIENCE

START = datetime(2026, 1, 1, tzinfo=timezone.utc)


def a_dag(dag_id: str = "a_dag", **kwargs: Any) -> DAG:
    return DAG(
        dag_id,
        schedule=None,
        start_date=START,
        default_args={"retries": 2, "retry_delay": timedelta(0)},
        **kwargs,
    )


def a_task_instance(task: Any, test: str, conf: Any = None) -> TaskInstance:
    """A new run of the task's DAG, named for the test, and in it the task's instance."""
    dag = task.dag
    dag.sync_to_db()
    run = dag.create_dagrun(
        state=DagRunState.RUNNING,
        run_id=re.sub(r"[^A-Za-z0-9_]", "-", test),
        execution_date=datetime.now(timezone.utc),
        run_type=DagRunType.MANUAL,
        conf=conf,
        data_interval=(START, START),
    )
    ti: TaskInstance | None = run.get_task_instance(task.task_id)
    assert ti is not None
    ti.task = task
    return ti


def run(ti: TaskInstance) -> TaskInstance:
    """One try, whatever comes of it: the instance's ``state`` says."""
    with suppress(Exception, AirflowTaskTimeout):
        ti.run(ignore_all_deps=True, ignore_ti_state=True, verbose=False)
    ti.refresh_from_db()
    return ti


def trigger_of(ti: TaskInstance) -> BaseTrigger:
    """What a triggerer makes of what the deferred instance has left in the database."""
    assert ti.state == TaskInstanceState.DEFERRED
    with create_session() as session:
        row = session.get(Trigger, ti.trigger_id)
        trigger: BaseTrigger = import_string(row.classpath)(**row.kwargs)
        trigger.task_instance = ti
        trigger.trigger_id = row.id
        return trigger


async def first_event(trigger: BaseTrigger) -> TriggerEvent:
    return await asyncio.wait_for(anext(trigger.run()), PATIENCE)


def resume(ti: TaskInstance, event: TriggerEvent) -> TaskInstance:
    """What scheduler and worker do when the event has come."""
    Trigger.submit_event(ti.trigger_id, event)
    ti.refresh_from_db()
    return run(ti)


def set_state(ti: TaskInstance, state: TaskInstanceState) -> None:
    """As the UI does when somebody marks a task."""
    with create_session() as session:
        row = session.get(TaskInstance, (ti.dag_id, ti.task_id, ti.run_id, ti.map_index))
        row.state = state
        row.trigger_id = None
