"""A lake in a bucket: Airflow asks for its runs as of a lake in a directory."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.stores import BUCKET, SECRET, S3Server
from orderlake_airflow.s3 import S3Objects
from system import orders
from system.lakehouse import Lakehouse
from system.progress import all_read, assert_gold_holds, is_caught_up, refined
from system.waiting import SELDOM, wait_for

pytestmark = pytest.mark.system

VALID = orders.known(1, 60)
MORE = orders.known(61, 500)


def test_orders_reach_gold_by_themselves(stored_lakehouse: Lakehouse) -> None:
    refused = [orders.too_fine(1001), orders.too_fine(1002)]
    stored_lakehouse.publish([order.line() for order in VALID + refused])

    counts = wait_for("Airflow's runs over all records", lambda: all_read(stored_lakehouse, 62))
    wait_for("Gold to read all of Silver", lambda: is_caught_up(stored_lakehouse), SELDOM)

    assert counts == {"read": 62, "refined": 60, "duplicates": 0, "quarantined": 2}
    assert_gold_holds(stored_lakehouse, VALID)


def test_killed_in_the_middle_of_a_run_it_goes_on_where_it_was(
    stored_lakehouse: Lakehouse, s3: S3Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIRFLOW_CONN_LAKE_STORE", s3.connection())
    store = S3Objects(f"s3://lake_store@{BUCKET}/eu")
    over = True
    for _ in range(5):
        asked = claimed(store)
        stored_lakehouse.publish([order.line() for order in MORE])
        runs = wait_for("a run of Silver that is claimed", lambda: claimed(store) - asked, 0.05)  # noqa: B023
        stored_lakehouse.kill()
        over = all(store.exists(f"triggers/results/{run}") for run in runs)
        stored_lakehouse.start()
        if not over:
            break
    assert not over, "five times the run was over before the runner was dead"

    wait_for(
        "Silver to hold all orders", lambda: refined(stored_lakehouse) >= len(VALID + MORE), SELDOM
    )
    wait_for("Gold to read all of Silver", lambda: is_caught_up(stored_lakehouse), SELDOM)
    assert_gold_holds(stored_lakehouse, VALID + MORE)
    stored_lakehouse.orderlake("audit")


def test_the_stores_secret_is_in_no_file_of_this_machine(stored_lakehouse: Lakehouse) -> None:
    files = [file for file in stored_lakehouse.data.rglob("*") if file.is_file()]
    assert any(file.parent.parent.name.startswith("run_id=") for file in files), "logs of tasks"
    assert [str(file) for file in files if holds(file, SECRET)] == []


def claimed(store: S3Objects) -> set[str]:
    return {name for name in store.names("triggers/decided") if ".silver." in name}


def holds(file: Path, secret: str) -> bool:
    try:
        return secret.encode() in file.read_bytes()
    except FileNotFoundError:  # gone meanwhile
        return False
