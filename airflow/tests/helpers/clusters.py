"""A private PostgreSQL for as long as a test needs it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from orderlake_airflow.local.account import Account
from orderlake_airflow.local.layout import Layout
from orderlake_airflow.local.part import Part
from orderlake_airflow.local.ports import free_port
from orderlake_airflow.local.postgres import Cluster
from system.waiting import PATIENCE, wait_for


def cluster(layout: Layout, password: str = "right") -> Cluster:  # noqa: S107
    return Cluster(layout.cluster, password, free_port(), Account.for_postgres())


@contextmanager
def running(layout: Layout, of: Cluster) -> Iterator[Part]:
    part = Part(
        "postgres",
        of.command(of.prepare()),
        {"LC_ALL": "C"},
        layout.log("postgres"),
        switch=of.account.switch(),
        before=of.remove_stale_pid_file,
    )
    part.start()
    assert part.leader
    try:
        wait_for("PostgreSQL", of.is_ready)
        yield part
    finally:
        os.kill(part.leader.pid, signal.SIGQUIT)
        part.leader.end(PATIENCE)
