"""Run ids: readable, usable as file names, different for different tasks."""

from __future__ import annotations

from orderlake_airflow.protocol import RunIdentity
from orderlake_airflow.protocol.run_id import is_run_id


def test_the_id_can_be_read() -> None:
    identity = RunIdentity("orders", "scheduled__2026-11-23T20:00:00+00:00", "silver")
    assert identity.run_id(2).startswith("orders.scheduled__2026-11-23T20-00-00-00-00.silver.")
    assert identity.run_id(2).endswith(".2")


def test_the_same_task_has_the_same_id_at_every_try() -> None:
    assert RunIdentity("d", "r", "t").run_id(1) == RunIdentity("d", "r", "t").run_id(1)


def test_names_that_look_the_same_when_characters_are_replaced_are_kept_apart() -> None:
    ids = {
        RunIdentity("d", "r:1", "t").run_id(1),
        RunIdentity("d", "r+1", "t").run_id(1),
        RunIdentity("d", "r-1", "t").run_id(1),
        RunIdentity("d.r-1", "", "t").run_id(1),
        RunIdentity("d", "r-1", "t", 0).run_id(1),
        RunIdentity("d", "r-1", "t").run_id(2),
    }
    assert len(ids) == 6


def test_long_names_are_cut_and_kept_apart() -> None:
    one, other = RunIdentity("d" * 250, "r", "t"), RunIdentity("d" * 250, "s", "t")
    assert is_run_id(one.run_id(10**9))
    assert one.run_id(1) != other.run_id(1)
