"""Airflow's database in the private cluster, brought to the version that runs."""

from __future__ import annotations

import secrets
import subprocess
import sys
from typing import TYPE_CHECKING

from psycopg2 import sql

from orderlake_airflow.local.answers import ADMIN, TAKEN
from orderlake_airflow.local.layout import lock_digest
from orderlake_airflow.local.trouble import STORE, Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from psycopg2.extensions import cursor as Cursor  # noqa: N812 - the class

    from orderlake_airflow.local.postgres import Cluster

_NAME = "airflow"


def prepare(
    cluster: Cluster, environment: Mapping[str, str], log: Path, *, reset_password: bool
) -> str | None:
    """Makes and migrates the database where that is to do; the admin's password if it is new."""
    with cluster.cursor("postgres") as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", (_NAME,))
        if cursor.fetchone() is None:
            cursor.execute(f"CREATE DATABASE {_NAME}")
    with cluster.cursor(_NAME) as cursor:
        if is_prepared(cursor) and not reset_password:
            return None
    password = _run(environment, log, reset=reset_password)
    with cluster.cursor(_NAME) as cursor:
        mark_prepared(cursor)
    return password


def is_prepared(cursor: Cursor) -> bool:
    """Whether this Airflow can use the database as it is.

    What was done is written into the database itself, as its comment, last: it cannot disagree
    with what is there.
    """
    cursor.execute(
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database"
        " WHERE datname = current_database()"
    )
    return cursor.fetchone() == (lock_digest(),)


def mark_prepared(cursor: Cursor) -> None:
    name = sql.Identifier(cursor.connection.info.dbname)
    cursor.execute(sql.SQL("COMMENT ON DATABASE {} IS %s").format(name), (lock_digest(),))


def shown_once(password: str | None) -> str:
    """What the person at the screen is told of a new password, and nobody else."""
    return f"sign in as {ADMIN} with the password {password} (shown this once)"


def _run(environment: Mapping[str, str], log: Path, *, reset: bool) -> str | None:
    password = secrets.token_urlsafe(15)
    ran = subprocess.run(
        [sys.executable, "-m", "orderlake_airflow.local.prepare", *(["--reset"] if reset else [])],
        env=environment,
        input=password,
        capture_output=True,
        text=True,
        check=False,
    )
    log.write_text(ran.stdout + ran.stderr, encoding="utf-8")
    if ran.returncode != 0:
        raise Trouble(f"Airflow's database could not be prepared; the log is {log}", STORE)
    return password if ran.stdout.rstrip().endswith(TAKEN) else None
