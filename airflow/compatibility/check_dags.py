"""Loads the DAGs under whatever Airflow this runs in, and fails where they do not load.

Called by ``verify`` beside it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import airflow
from airflow.models.dagbag import DagBag
from airflow.serialization.serialized_objects import SerializedDAG

from orderlake_airflow import operators, sensors

EXPECTED = {
    "order_events_lakehouse": {
        "wait_for_bronze": {"silver"},
        "silver": {"gold", "judge_quarantine"},
        "gold": set(),
        "judge_quarantine": set(),
    },
    "lake_compaction": {"compact": set()},
    "lake_maintenance": {"audit": {"compact"}, "compact": {"vacuum"}, "vacuum": set()},
}


def main() -> None:
    bag = DagBag(Path(__file__).parents[1] / "dags", include_examples=False)
    if bag.import_errors:
        sys.exit("\n".join(f"{file}:\n{error}" for file, error in bag.import_errors.items()))
    loaded = {}
    for dag in bag.dags.values():
        stored = SerializedDAG.from_dict(SerializedDAG.to_dict(dag))
        loaded[stored.dag_id] = {
            task.task_id: set(task.downstream_task_ids) for task in stored.tasks
        }
    if loaded != EXPECTED:
        sys.exit(f"loaded {loaded}, expected {EXPECTED}")
    for operator in (operators.RunLakehouseJob, sensors.BronzeHasNewData):
        if not callable(operator.resume):
            sys.exit(f"{operator} cannot be resumed")
    print(f"Airflow {airflow.__version__}: {len(loaded)} DAGs, no import errors")


if __name__ == "__main__":
    main()
