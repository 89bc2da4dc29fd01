"""Gold's database, made in a PostgreSQL that Airflow has used before."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psycopg2
import pytest

from helpers.clusters import cluster, running
from orderlake_airflow.container.secret_files import SecretFiles
from orderlake_airflow.container.served_secrets import OWNER, READER, ROLES, ServedSecrets
from orderlake_airflow.local.layout import PROJECT, Layout
from orderlake_airflow.local.postgres import Cluster
from system.waiting import wait_for


@dataclass
class Place:
    given: dict[str, str]
    cluster: Cluster
    passwords: ServedSecrets
    log: Path

    def run(self, *arguments: str) -> str:
        ran = subprocess.run(
            [sys.executable, "-m", "orderlake_airflow.container", *arguments],
            env=self.given,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (ran.returncode, ran.stderr) == (0, "")
        return ran.stdout

    def ask(
        self, role: str, question: str, database: str = "orderlake"
    ) -> list[tuple[object, ...]]:
        """What a new connection of the role's is answered."""
        connection = psycopg2.connect(
            host="127.0.0.1",
            port=self.cluster.port,
            user=role,
            password=self.passwords.password(role),
            dbname=database,
        )
        with closing(connection), connection.cursor() as cursor:
            cursor.execute(question)
            return cursor.fetchall()


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    # Not pytest's own directory: PostgreSQL's user could not pass through it where root tests.
    data = Path(tempfile.mkdtemp(prefix="orderlake-served-"))
    data.chmod(0o755)
    layout = Layout(data)
    layout.make()
    given = {
        "AIRFLOW_HOME": str(layout.home),
        "AIRFLOW__ORDERLAKE__DATA": str(data),
        "ORDERLAKE_SECRETS": str(data / "secrets"),
        "ORDERLAKE_SERVED_SECRETS": str(data / "served"),
        "PATH": os.environ["PATH"],
        "PGHOST": "127.0.0.1",
        "PYTHONPATH": str(PROJECT / "airflow" / "src"),
    }
    for secrets in (data / "secrets", data / "served"):
        secrets.mkdir()
    SecretFiles(data / "secrets").make("")
    made = cluster(layout, SecretFiles(data / "secrets").read().database_password)
    given["PGPORT"] = str(made.port)
    with running(layout, made):
        with made.cursor("postgres") as cursor:
            cursor.execute("CREATE DATABASE airflow")
        place = Place(given, made, ServedSecrets(data / "served"), layout.log("postgres"))
        place.run("secrets")
        place.run("served-database")
        yield place
    shutil.rmtree(data)


def test_the_owner_may_make_what_is_served_and_the_reader_only_what_is_granted(
    place: Place,
) -> None:
    made = "CREATE SCHEMA gold; CREATE TABLE gold.t AS SELECT 1; SELECT has_table_privilege(%s)"
    assert place.ask(OWNER, made % f"'{READER}', 'gold.t', 'select'") == [(False,)]
    assert place.ask(READER, "SELECT has_database_privilege('orderlake', 'create')") == [(False,)]
    assert place.ask(READER, "SHOW transaction_read_only") == [("on",)]
    assert place.ask(READER, "SHOW statement_timeout") == [("1min",)]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("database", ["airflow", "postgres", "template1"])
def test_nobody_gets_into_another_database(place: Place, role: str, database: str) -> None:
    with pytest.raises(psycopg2.OperationalError, match="permission denied for database"):
        place.ask(role, "SELECT 1", database)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_nothing_but_that(place: Place, role: str) -> None:
    with place.cluster.cursor("postgres") as cursor:
        cursor.execute(
            "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls"
            " FROM pg_roles WHERE rolname = %s",
            (role,),
        )
        assert cursor.fetchone() == (False,)
        cursor.execute("SELECT rolpassword FROM pg_authid WHERE rolname = %s", (role,))
        [(kept,)] = cursor.fetchall()
    assert kept.startswith("SCRAM-SHA-256$")


def test_made_again_it_is_what_it_was_and_the_passwords_are_those_of_the_files(
    place: Place,
) -> None:
    with place.cluster.cursor("postgres") as cursor:
        cursor.execute(f"ALTER ROLE {READER} PASSWORD 'another'")
        cursor.execute(f"ALTER ROLE {READER} SET statement_timeout = '5s'")
    place.run("served-database")
    assert place.ask(READER, "SHOW statement_timeout") == [("5s",)]
    with place.cluster.cursor("postgres") as cursor:
        cursor.execute(f"ALTER ROLE {READER} SET statement_timeout = '60s'")


def test_a_start_that_was_killed_is_made_good(place: Place) -> None:
    with place.cluster.cursor("postgres") as cursor:
        cursor.execute("DROP DATABASE orderlake WITH (FORCE)")
        cursor.execute(f"DROP ROLE {READER}")
        cursor.execute("GRANT CONNECT ON DATABASE airflow TO PUBLIC")
    place.run("served-database")
    assert place.ask(READER, "SELECT current_user") == [(READER,)]
    with pytest.raises(psycopg2.OperationalError, match="permission denied for database"):
        place.ask(READER, "SELECT 1", "airflow")


def test_the_readers_password_is_shown_and_can_be_another(place: Place) -> None:
    before = place.run("reader-password")
    assert before == place.passwords.password(READER) + "\n"
    after = place.run("reader-password", "--reset")
    assert after not in ("", before)
    assert after == place.run("reader-password")
    assert place.ask(READER, "SELECT 1") == [(1,)]


def test_no_password_is_in_the_servers_log_although_it_logs_every_statement(place: Place) -> None:
    def logged() -> str:
        return place.log.read_text(encoding="utf-8")

    with place.cluster.cursor("postgres") as cursor:
        cursor.execute("ALTER ROLE airflow SET log_statement = 'all'")
    place.run("reader-password", "--reset")
    with place.cluster.cursor("postgres") as cursor:
        cursor.execute("ALTER ROLE airflow RESET log_statement")
    wait_for("the statement", lambda: f'ALTER ROLE "{READER}" PASSWORD' in logged())
    assert place.passwords.password(READER) not in logged()
