"""Removes what Airflow has kept for longer than it should: old runs and their logs.

A DAG that runs as orders arrive makes a run every few seconds. ``python -m
orderlake_airflow.local.retention`` runs in Airflow's environment, in a process of its own; the
setting ``keep_days`` says what is old. The lake is not touched: its runs are in its own journal.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pendulum
from airflow.configuration import conf
from airflow.utils.db_cleanup import run_cleanup

from orderlake_airflow import settings

if TYPE_CHECKING:
    from datetime import datetime


def main() -> None:
    before = pendulum.now("UTC").subtract(days=settings.keep_days())
    run_cleanup(clean_before_timestamp=before, confirm=False, skip_archive=True)
    removed = remove_logs(Path(conf.get("logging", "base_log_folder")), before)
    sys.stdout.write(f"removed what was older than {before:%Y-%m-%d %H:%M} UTC, {removed} logs\n")


def remove_logs(folder: Path, before: datetime) -> int:
    """Removes the logs of runs in which nothing was written since then.

    :return: how many runs' logs were removed
    """
    old = [run for run in folder.glob("dag_id=*/run_id=*") if _newest(run) < before.timestamp()]
    for run in old:
        shutil.rmtree(run)
    return len(old)


def _newest(folder: Path) -> float:
    return max(path.stat().st_mtime for path in (folder, *folder.rglob("*")))


if __name__ == "__main__":
    main()
