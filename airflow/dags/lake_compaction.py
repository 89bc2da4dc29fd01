"""Small files joined as they come, so that a day of ingest does not leave thousands."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from orderlake_airflow import alerts
from orderlake_airflow.compat import DAG
from orderlake_airflow.operators import RunLakehouseJob

DOC = """
Has the runner **compact** what ingest and Silver have written since the last time, a bounded step
for each table, so that Silver and Gold wait for seconds. A run with nothing to join costs less than
one. `lake_maintenance` does what this leaves.
"""

with DAG(
    "lake_compaction",
    description="Small files are joined as they come",
    doc_md=DOC,
    schedule="*/10 * * * *",
    start_date=datetime(2024, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    default_args={
        "retries": 2,
        "retry_delay": timedelta(minutes=1),
        "on_failure_callback": alerts.task_failed,
        "run_timeout": timedelta(hours=1),
    },
    tags=["orderlake"],
) as dag:
    compact = RunLakehouseJob(task_id="compact", job="compact", job_params={"steps": 1})
