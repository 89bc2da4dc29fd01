"""The DAGs as Airflow loads them, and run whole against a runner that keeps the protocol."""

from __future__ import annotations

import os
import socket
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from airflow import DAG
from airflow.models.dagbag import DagBag
from airflow.models.dagrun import DagRun
from airflow.serialization.serialized_objects import SerializedDAG

from helpers import contracts
from helpers.lakes import LakeDirectory, commit, publish, version_file
from helpers.runner import ScriptedRunner, failed
from helpers.stores import S3Server
from orderlake_airflow import datasets
from orderlake_airflow.operators import RunLakehouseJob
from orderlake_airflow.s3 import S3Objects

FOLDER = Path(__file__).parents[1] / "dags"
pytestmark = pytest.mark.usefixtures("metadata", "lake")


@pytest.fixture
def dags() -> dict[str, DAG]:
    bag = DagBag(FOLDER, include_examples=False)
    assert bag.import_errors == {}
    loaded: dict[str, DAG] = bag.dags
    for dag in loaded.values():
        for task in dag.tasks:
            task.retries = 0  # DAG.test goes round and round a task with tries left
    return loaded


def states(run: DagRun) -> dict[str, str]:
    return {ti.task_id: str(ti.state) for ti in run.get_task_instances()}


def test_the_folder_holds_these_dags_and_they_can_be_serialised(dags: dict[str, DAG]) -> None:
    assert set(dags) == {"order_events_lakehouse", "lake_compaction", "lake_maintenance"}
    for dag in dags.values():
        assert SerializedDAG.from_dict(SerializedDAG.to_dict(dag)).task_ids == dag.task_ids


def test_every_job_that_a_dag_asks_for_is_one_that_the_contract_lists(
    dags: dict[str, DAG],
) -> None:
    tasks = [task for dag in dags.values() for task in dag.tasks]
    asked = {task.job for task in tasks if isinstance(task, RunLakehouseJob)}
    assert asked
    assert asked <= contracts.jobs()


def test_silver_comes_after_bronze_and_gold_after_silver(dags: dict[str, DAG]) -> None:
    dag = dags["order_events_lakehouse"]
    assert dag.max_active_runs == 1
    assert dag.timetable.summary == "@continuous"
    assert dag.get_task("wait_for_bronze").downstream_task_ids == {"silver"}
    assert dag.get_task("silver").downstream_task_ids == {"gold", "judge_quarantine"}
    assert {dataset.uri for dataset in dag.get_task("gold").outlets} == {
        "orderlake://gold/revenue_by_city_hour",
        "orderlake://gold/revenue_by_product_day",
    }


def gold_outlets() -> set[str]:
    gold = DagBag(FOLDER, include_examples=False).dags["order_events_lakehouse"].get_task("gold")
    return {dataset.uri for dataset in gold.outlets}


def test_tables_of_the_configuration_are_announced_as_long_as_they_are_published(
    lake: Path,
) -> None:
    publish(
        LakeDirectory(lake),
        1,
        silver_orders=(1, 0),
        gold_revenue_by_city_hour=(1, 1),
        gold_weekly=(1, 1),
    )
    assert gold_outlets() == {
        "orderlake://gold/revenue_by_city_hour",
        "orderlake://gold/revenue_by_product_day",
        "orderlake://gold/weekly",
    }
    publish(LakeDirectory(lake), 2, silver_orders=(1, 0), gold_revenue_by_city_hour=(1, 1))
    assert "orderlake://gold/weekly" not in gold_outlets()


def test_a_lake_that_cannot_be_read_takes_no_dag_away(
    lake: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(LakeDirectory(lake), 1, silver_orders=(1, 0), gold_weekly=(1, 1))
    LakeDirectory(lake).put(version_file(1), b"{")
    assert len(gold_outlets()) == 2
    monkeypatch.delenv("AIRFLOW__ORDERLAKE__DATA")
    assert len(gold_outlets()) == 2


def test_a_store_that_keeps_silent_takes_no_dag_away(
    stored_lake: str, s3: S3Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(S3Objects(stored_lake), 1, silver_orders=(1, 0), gold_weekly=(1, 1))
    assert len(gold_outlets()) == 3
    monkeypatch.setattr(datasets, "_PATIENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("AIRFLOW_CONN_LAKE_STORE", s3.connection(silent.getsockname()[1]))
        assert len(gold_outlets()) == 2


def test_nobody_is_forked_while_the_store_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = threading.Event()
    looks = []

    def look() -> tuple[str, ...]:
        looks.append(answers.wait())
        return ()

    monkeypatch.setattr(datasets, "_look", look)
    monkeypatch.setattr(datasets, "_PATIENCE", 0.01)
    assert len(gold_outlets()) == 2
    assert looks == []
    threading.Timer(0.2, answers.set).start()
    child = os.fork()
    if child == 0:
        os._exit(len(looks))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1


def test_every_task_is_tried_again_and_failing_for_good_is_told() -> None:
    for dag in DagBag(FOLDER, include_examples=False).dags.values():
        for task in dag.tasks:
            assert (task.retries or 0) >= 2
            assert task.on_failure_callback is not None
            assert getattr(task, "run_timeout", timedelta(hours=1)) >= timedelta(hours=1)


def test_new_orders_go_all_the_way(
    dags: dict[str, DAG], runner: ScriptedRunner, lake: Path
) -> None:
    commit(LakeDirectory(lake), 0)
    run = dags["order_events_lakehouse"].test()
    assert [request.job for request in runner.served] == ["silver", "gold"]
    assert set(states(run).values()) == {"success"}


def test_gold_is_not_asked_for_when_silver_failed(
    dags: dict[str, DAG], runner: ScriptedRunner, lake: Path
) -> None:
    commit(LakeDirectory(lake), 0)
    runner.answers("silver", failed("failed-for-good"))
    run = dags["order_events_lakehouse"].test()
    assert [request.job for request in runner.served] == ["silver"]
    assert states(run) == {
        "wait_for_bronze": "success",
        "silver": "failed",
        "gold": "upstream_failed",
        "judge_quarantine": "upstream_failed",
    }


def test_a_run_started_by_hand_hands_on_its_parameters(
    dags: dict[str, DAG], runner: ScriptedRunner
) -> None:
    conf = {"wait_for_bronze": False, "silver": {"max_records": 1000}}
    run = dags["order_events_lakehouse"].test(run_conf=conf)
    assert set(states(run).values()) == {"success"}
    assert [dict(request.params) for request in runner.served] == [{"max_records": 1000}, {}]


def test_maintenance_does_not_compact_what_the_audit_finds_wrong(
    dags: dict[str, DAG], runner: ScriptedRunner
) -> None:
    runner.answers("audit", failed("failed-for-good"))
    run = dags["lake_maintenance"].test()
    assert states(run) == {
        "audit": "failed",
        "compact": "upstream_failed",
        "vacuum": "upstream_failed",
    }
    assert [request.job for request in runner.served] == ["audit"]


def test_maintenance_audits_then_compacts_then_vacuums(
    dags: dict[str, DAG], runner: ScriptedRunner
) -> None:
    conf = {"audit": {"sample": 500}, "vacuum": {"dry_run": True}}
    run = dags["lake_maintenance"].test(run_conf=conf)
    assert set(states(run).values()) == {"success"}
    assert [request.job for request in runner.served] == ["audit", "compact", "vacuum"]
    assert dict(runner.served[0].params) == {"sample": 500}
    assert dict(runner.served[2].params) == {"dry_run": True}


def test_small_files_are_joined_a_step_at_a_time_and_a_missed_time_is_not_made_up_for(
    dags: dict[str, DAG], runner: ScriptedRunner
) -> None:
    dag = dags["lake_compaction"]
    assert (dag.catchup, dag.max_active_runs) == (False, 1)
    assert set(states(dag.test()).values()) == {"success"}
    assert [(r.job, dict(r.params)) for r in runner.served] == [("compact", {"steps": 1})]
