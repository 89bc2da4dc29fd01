"""Orders in, the DAG runs by itself, Gold is right; a failure is red with the runner's message."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from system import orders
from system.browser import open_run, signed_in
from system.lakehouse import PROJECT, Lakehouse
from system.progress import (
    all_read,
    assert_gold_holds,
    is_caught_up,
    refined,
    runs_that_read,
)
from system.waiting import SELDOM, wait_for

pytestmark = pytest.mark.system

ARTEFACTS = PROJECT / "airflow" / "target" / "system"
VALID = orders.known(1, 60)
MORE = orders.known(61, 2000)
REPEATED = VALID[:4]
REFUSED = [orders.too_fine(1001), orders.too_fine(1002)]


def test_orders_reach_gold_by_themselves(lakehouse: Lakehouse) -> None:
    lakehouse.publish([order.line() for order in VALID + REPEATED + REFUSED])

    counts = wait_for("Airflow's runs over all records", lambda: all_read(lakehouse, 66))
    wait_for("Gold to read all of Silver", lambda: is_caught_up(lakehouse), SELDOM)

    assert counts == {"read": 66, "refined": 60, "duplicates": 4, "quarantined": 2}
    assert_gold_holds(lakehouse, VALID)


def test_the_log_of_a_task_shows_what_the_runner_counted(lakehouse: Lakehouse) -> None:
    run = runs_that_read(lakehouse)[0]
    result = lakehouse.airflow.result(run, "silver")

    log = lakehouse.airflow.log(run, "silver", 1)

    assert f"asked for silver as run {result['run_id']}" in log
    rows = map(str.split, log.splitlines())
    table = {words[0]: words[1] for words in rows if len(words) == 2}
    counted = {name: table.get(name) for name in ("read", "refined", "duplicates")}
    assert counted == {name: str(result["counts"][name]) for name in counted}


def test_dags_that_follow_gold_are_told(lakehouse: Lakehouse) -> None:
    run = runs_that_read(lakehouse)[0]

    assert lakehouse.airflow.datasets_of(run) == {
        "orderlake://gold/revenue_by_city_hour",
        "orderlake://gold/revenue_by_product_day",
    }


def test_the_ui_shows_the_run(lakehouse: Lakehouse, tmp_path: Path) -> None:
    run = runs_that_read(lakehouse)[0]
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    with signed_in(lakehouse.url, "admin", lakehouse.password, tmp_path) as browser:
        try:
            text = open_run(browser, lakehouse.url, run)
        finally:
            browser.save_screenshot(str(ARTEFACTS / "run.png"))

    for task in ("wait_for_bronze", "silver", "gold"):
        assert f"{task}\nsuccess" in text


def test_killed_in_the_middle_of_a_run_it_goes_on_where_it_was(lakehouse: Lakehouse) -> None:
    asked = set(requests_for_silver(lakehouse))
    lakehouse.publish([order.line() for order in MORE])

    wait_for("a request for Silver", lambda: set(requests_for_silver(lakehouse)) - asked, 0.01)
    lakehouse.kill()
    lakehouse.start()

    wait_for("Silver to hold all orders", lambda: refined(lakehouse) >= len(VALID + MORE), SELDOM)
    wait_for("Gold to read all of Silver", lambda: is_caught_up(lakehouse), SELDOM)
    assert_gold_holds(lakehouse, VALID + MORE)
    sums = lakehouse.status()["lake"]["totals"]
    assert sums == {"read": 2066, "refined": 2060, "duplicates": 4, "quarantined": 2}


def test_a_failed_run_is_red_with_the_runners_own_message(lakehouse: Lakehouse) -> None:
    before = lakehouse.gold()
    lakehouse.publish([orders.foreign(2001).line()])

    failed = wait_for("a failed run", lambda: lakehouse.airflow.runs("failed"))[0]

    states = lakehouse.airflow.task_states(failed)
    result = lakehouse.airflow.result(failed, "silver")
    log = lakehouse.airflow.log(failed, "silver", 1)
    assert (states["silver"], states["gold"]) == ("failed", "upstream_failed")
    assert result["failure"]["category"] == "rule"
    assert message_of(lakehouse, result["run_id"]) in log
    assert lakehouse.gold() == before


def requests_for_silver(lakehouse: Lakehouse) -> list[str]:
    triggers = lakehouse.data / "triggers"
    return [file.name for file in triggers.glob("*/*.silver.*.json")]


def message_of(lakehouse: Lakehouse, run_id: str) -> str:
    result = lakehouse.data / "triggers" / "results" / f"{run_id}.json"
    message: str = json.loads(result.read_text(encoding="utf-8"))["failure"]["message"]
    return message
