"""Orders from Bronze to Gold, whenever there are new ones."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from orderlake_airflow import alerts
from orderlake_airflow.compat import DAG, Param
from orderlake_airflow.datasets import gold_datasets
from orderlake_airflow.operators import RunLakehouseJob
from orderlake_airflow.quarantine import JudgeQuarantine
from orderlake_airflow.sensors import BronzeHasNewData

DOC = """
Waits until Bronze has something new, has the runner refine it into **Silver** and the quarantine,
then adds it to **Gold**. A task is green when the runner's result says so and red with the runner's
own message when it does not; counts are in the task's log and in its XCom.

Started by hand (*Trigger DAG w/ config*) it takes the place of the run that is waiting:

* `wait_for_bronze` off: asks for Silver and Gold at once
* `silver`, `gold`: parameters of the two jobs, e.g. `{"max_records": 100000}` to catch up in steps
  after a long stop

After runs that failed the next one waits, from ten seconds up to ten minutes, so that what stays
broken is tried again without a hand and without haste.

Other DAGs can follow the datasets `orderlake://gold/revenue_by_city_hour` and
`orderlake://gold/revenue_by_product_day`, and one of that form for each Gold table that the lake's
configuration declares, from the table's first run on.
"""

with DAG(
    "order_events_lakehouse",
    description="Bronze → Silver and quarantine → Gold, as orders arrive",
    doc_md=DOC,
    schedule="@continuous",
    start_date=datetime(2024, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    render_template_as_native_obj=True,
    params={
        "wait_for_bronze": Param(
            default=True, type="boolean", description="Wait until Bronze has something new."
        ),
        "silver": Param(default={}, type="object", description="Parameters of the job silver."),
        "gold": Param(default={}, type="object", description="Parameters of the job gold."),
    },
    default_args={
        "retries": 3,
        "retry_delay": timedelta(seconds=5),
        "retry_exponential_backoff": True,
        "max_retry_delay": timedelta(minutes=2),
        "on_failure_callback": alerts.task_failed,
    },
    tags=["orderlake"],
) as dag:
    bronze = BronzeHasNewData(
        task_id="wait_for_bronze",
        wait="{{ params.wait_for_bronze }}",
        doc_md="Compares Bronze's Delta log with what published Silver has read.",
    )
    silver = RunLakehouseJob(task_id="silver", job="silver", job_params="{{ params.silver }}")
    gold = RunLakehouseJob(
        task_id="gold", job="gold", job_params="{{ params.gold }}", outlets=gold_datasets()
    )
    judge = JudgeQuarantine(task_id="judge_quarantine", silver_task_id="silver")

    bronze >> silver >> [gold, judge]
