"""The table in a task's log."""

from __future__ import annotations

import json

import pytest

from helpers.contracts import result_sample
from orderlake_airflow import report
from orderlake_airflow.protocol import Result


def table(sample: str, **changes: object) -> list[str]:
    return report.as_table(Result.parse(json.dumps(result_sample(sample, **changes)))).splitlines()


def test_silver_shows_where_every_record_went() -> None:
    assert table("silver-succeeded") == [
        "run                        orders_pipeline.scheduled.silver.1",
        "job                        silver",
        "state                      succeeded",
        "took                       2.250 s",
        "lake version               9",
        "read                       1,000",
        "  refined                  960",
        "  quarantined              25",
        "    city_blank             20",
        "    quantity_out_of_range  9",
        "  duplicates               15",
        "warning time_without_zone  4",
        "bronze/orders              version 12, has read up to 12",
        "silver/orders              version 7, has read up to 12",
        "silver/quarantine          version 7, has read up to 12",
    ]


def test_lines_are_shown_where_records_were_taken_apart() -> None:
    assert table("silver-of-lines")[5:8] == [
        "read                       400",
        "lines                      1,000",
        "  refined                  960",
    ]


def test_what_an_event_holds_neither_steers_the_log_nor_adds_a_line_to_it() -> None:
    failure = {
        **result_sample("failed-for-good")["failure"],
        "message": 'city is "\x1b[2J\u202e\nstate  succeeded"',
    }
    lines = table("failed-for-good", failure=failure)
    assert lines[-1].endswith('city is "·[2J··state  succeeded"')
    assert sum(line.startswith("state") for line in lines) == 1


def test_lineage_shows_what_was_read_and_by_which_rules() -> None:
    assert table("silver-with-lineage")[12:17] == [
        "read bronze/orders         versions 10 to 12",
        "  from orders-0            offsets 1200 to 1699",
        "  from orders-3            offsets the first to 499",
        "rule set                   1-9f86d081",
        "bronze/orders              version 12, has read up to 12",
    ]


@pytest.mark.parametrize("sample", ["failed-for-good", "failed-retryable", "rejected"])
def test_a_failure_shows_what_the_runner_said_and_no_counts(sample: str) -> None:
    failure = result_sample(sample)["failure"]
    lines = table(sample)
    assert [line.split(maxsplit=1)[0] for line in lines] == [
        "run", "job", "state", "took", "category", "failure",
    ]  # fmt: skip
    assert lines[-1].endswith(failure["message"])


def test_a_run_that_runners_died_over_says_so() -> None:
    assert "state                      succeeded, begun 3 times" in table(
        "silver-succeeded", attempt=3
    )


def test_maintenance_says_how_many_files_and_bytes_it_was_about() -> None:
    assert [line.split("  ")[0] for line in table("vacuum-succeeded")[5:8]] == [
        "bytes removed", "files removed", "log files removed",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sample",
    [
        "silver-succeeded",
        "silver-of-lines",
        "silver-with-lineage",
        "gold-succeeded",
        "gold-with-lineage",
        "gold-with-delays",
        "vacuum-succeeded",
        "failed-retryable",
        "audit-with-differences",
    ],
)
def test_programs_get_what_the_runner_wrote(sample: str) -> None:
    said = result_sample(sample)
    told = report.as_json(Result.parse(json.dumps(said)))
    for name in said.keys() - {"protocol", "started_at", "finished_at"}:
        assert told[name] == said[name]


def test_silver_says_also_that_it_read_nothing_and_others_do_not_speak_of_it() -> None:
    assert any(line.split() == ["read", "0"] for line in table("nothing-to-do", job="silver"))
    assert not any(line.startswith("read") for line in table("nothing-to-do", job="compact"))
