"""The few questions to Airflow's own metadata that no public call answers in 2.9.

Airflow 3 keeps tasks and triggers away from its database; there each question gets the answer that
is safe without knowing.
"""

from __future__ import annotations

import logging
from itertools import takewhile
from typing import TYPE_CHECKING

import airflow
from packaging.version import Version

if TYPE_CHECKING:
    from orderlake_airflow.compat import BaseTrigger

_LOG = logging.getLogger(__name__)
_IS_WITHIN_REACH = Version(airflow.__version__).major < 3


def manual_run_waits(dag_id: str) -> bool:
    """True when a run of this DAG was started by hand and waits for the present one to end."""
    if not _IS_WITHIN_REACH:
        return False
    try:
        from airflow.models.dagrun import DagRun
        from airflow.utils.state import DagRunState
        from airflow.utils.types import DagRunType

        return bool(
            DagRun.find(dag_id=dag_id, state=DagRunState.QUEUED, run_type=DagRunType.MANUAL)
        )
    except Exception:
        _LOG.exception("cannot tell whether a run of %s started by hand waits", dag_id)
        return False


def failed_runs_in_a_row(dag_id: str) -> int:
    """How many of this DAG's newest runs have failed, one after the other; at most 10."""
    if not _IS_WITHIN_REACH:
        return 0
    try:
        from airflow.models.dagrun import DagRun
        from airflow.utils.session import create_session
        from airflow.utils.state import DagRunState

        ended = [DagRunState.SUCCESS, DagRunState.FAILED]
        with create_session() as session:
            newest = (
                session.query(DagRun.state)
                .filter(DagRun.dag_id == dag_id, DagRun.state.in_(ended))
                .order_by(DagRun.end_date.desc())
                .limit(10)
            )
            failed = takewhile(lambda row: row.state == DagRunState.FAILED, newest)
            return sum(1 for _ in failed)
    except Exception:
        _LOG.exception("cannot tell how the last runs of %s ended", dag_id)
        return 0


def task_still_waits_for(trigger: BaseTrigger) -> bool:
    """False only when it is certain that the task has ended or no longer waits for the trigger."""
    ti = trigger.task_instance
    if ti is None or not _IS_WITHIN_REACH:
        return True
    try:
        from airflow.models.taskinstance import TaskInstance
        from airflow.utils.session import create_session
        from airflow.utils.state import TaskInstanceState

        with create_session() as session:
            row = session.get(TaskInstance, (ti.dag_id, ti.task_id, ti.run_id, ti.map_index))
            return row is not None and (
                row.state == TaskInstanceState.DEFERRED and row.trigger_id == ti.trigger_id
            )
    except Exception:
        _LOG.exception("cannot tell whether the task %s still waits", ti)
        return True
