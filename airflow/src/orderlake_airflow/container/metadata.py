"""Airflow's metadata database, reached without Airflow, which takes seconds to import."""

from __future__ import annotations

import re
import socket
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import psycopg2

from orderlake_airflow.container.settings import DATABASE_URL
from orderlake_airflow.local.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from psycopg2.extensions import cursor as Cursor  # noqa: N812 - the class

_BEATS = {
    "scheduler": ("SchedulerJob", "AIRFLOW__SCHEDULER__SCHEDULER_HEALTH_CHECK_THRESHOLD"),
    "triggerer": ("TriggererJob", "AIRFLOW__TRIGGERER__TRIGGERER_HEALTH_CHECK_THRESHOLD"),
}
BEATING = tuple(_BEATS)


@contextmanager
def connected(environment: Mapping[str, str]) -> Iterator[Cursor]:
    """A connection to the database of these settings; every statement commits by itself."""
    # SQLAlchemy's address is libpq's but for the name of the driver.
    address = re.sub(r"^postgresql\+\w+:", "postgresql:", environment[DATABASE_URL])
    try:
        connection = psycopg2.connect(address, connect_timeout=5)
    except psycopg2.Error as e:
        raise Trouble(f"Airflow's database does not answer: {e}".rstrip()) from e
    connection.autocommit = True
    with closing(connection), connection.cursor() as cursor:
        yield cursor


def beats(part: str, environment: Mapping[str, str], since: float) -> bool:
    """Whether a scheduler or triggerer of this host's shows signs of life.

    :param since: epoch seconds; those that began before are of an earlier life of the container
    """
    job, threshold = _BEATS[part]
    with connected(environment) as cursor:
        cursor.execute(
            "SELECT count(*) FROM job WHERE job_type = %s AND hostname = %s AND state = 'running'"
            " AND start_date >= to_timestamp(%s)"
            " AND latest_heartbeat > now() - make_interval(secs => %s)",
            (job, socket.gethostname(), since, float(environment[threshold])),
        )
        return cursor.fetchone() != (0,)
