"""Upkeep of the lake, once a day."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from orderlake_airflow import alerts
from orderlake_airflow.compat import DAG, Param
from orderlake_airflow.operators import RunLakehouseJob

DOC = """
Has the runner **audit** the lake (a replay of Bronze, compared with Silver, the quarantine and
Gold) and, when nothing differs, **compact** its small files and **vacuum** those past the
retention. The runner does one job at a time: Silver and Gold wait while it is at these.

`audit`, `compact` and `vacuum` are parameters of the jobs: `./orderlake audit --help` and
`docs/operations.md` say which there are.
"""

with DAG(
    "lake_maintenance",
    description="Audit, then small files are joined and old ones removed",
    doc_md=DOC,
    schedule="30 3 * * *",
    start_date=datetime(2024, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    render_template_as_native_obj=True,
    params={
        "audit": Param(default={}, type="object", description="Parameters of the job audit."),
        "compact": Param(default={}, type="object", description="Parameters of the job compact."),
        "vacuum": Param(default={}, type="object", description="Parameters of the job vacuum."),
    },
    default_args={
        "retries": 2,
        "retry_delay": timedelta(minutes=1),
        "on_failure_callback": alerts.task_failed,
        "run_timeout": timedelta(hours=6),
    },
    tags=["orderlake"],
) as dag:
    audit = RunLakehouseJob(task_id="audit", job="audit", job_params="{{ params.audit }}")
    compact = RunLakehouseJob(task_id="compact", job="compact", job_params="{{ params.compact }}")
    vacuum = RunLakehouseJob(task_id="vacuum", job="vacuum", job_params="{{ params.vacuum }}")

    audit >> compact >> vacuum
