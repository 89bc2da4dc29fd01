"""Brings the database to this Airflow's version and gives the admin a password."""

from __future__ import annotations

import secrets
import subprocess
import sys
from typing import TYPE_CHECKING

from orderlake_airflow.container.metadata import connected
from orderlake_airflow.container.settings import airflow_environment, secret_files
from orderlake_airflow.local.database import is_prepared, mark_prepared
from orderlake_airflow.local.trouble import STORE, Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping


def prepare(given: Mapping[str, str]) -> None:
    """Makes and migrates what Airflow keeps, where that is to do."""
    environment = airflow_environment(given)
    with connected(environment) as cursor:
        if is_prepared(cursor):
            return
    _run(environment, secret_files(given).password())
    with connected(environment) as cursor:
        mark_prepared(cursor)


def reset_password(given: Mapping[str, str]) -> None:
    """A new password, kept once Airflow has taken it."""
    files = secret_files(given)
    files.check_writable()
    password = secrets.token_urlsafe(15)
    _run(airflow_environment(given), password, "--reset")
    files.keep_password(password)


def _run(environment: Mapping[str, str], password: str, *options: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "orderlake_airflow.local.prepare", *options],
        env=environment,
        input=password,
        text=True,
        stdout=sys.stderr,
        check=False,
    )
    if ran.returncode != 0:
        raise Trouble("Airflow's database could not be prepared; the lines above say why", STORE)
