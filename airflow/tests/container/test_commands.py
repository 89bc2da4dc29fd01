"""The program as a process, on a PostgreSQL of its own that it prepares for Airflow."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from werkzeug.security import check_password_hash

from helpers.clusters import cluster, running
from orderlake_airflow.container.metadata import beats
from orderlake_airflow.container.secret_files import SecretFiles
from orderlake_airflow.container.settings import airflow_environment
from orderlake_airflow.local.layout import PROJECT, Layout
from orderlake_airflow.local.ports import free_port
from orderlake_airflow.local.postgres import Cluster
from orderlake_airflow.local.trouble import UNAVAILABLE, USAGE
from system.waiting import PATIENCE

CHOSEN = "chosen-at-the-first-start"


@dataclass
class Stack:
    """What the containers share."""

    given: dict[str, str]
    cluster: Cluster
    prepared: str = ""

    @property
    def files(self) -> SecretFiles:
        return SecretFiles(Path(self.given["ORDERLAKE_SECRETS"]))

    def run(self, *arguments: str, **others: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "orderlake_airflow.container", *arguments],
            env=self.given | others,
            capture_output=True,
            text=True,
            check=False,
        )

    def admins(self) -> list[tuple[str, str]]:
        with self.cluster.cursor("airflow") as cursor:
            cursor.execute("SELECT username, password FROM ab_user")
            return cursor.fetchall()


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    # Not pytest's own directory: PostgreSQL's user could not pass through it where root tests.
    data = Path(tempfile.mkdtemp(prefix="orderlake-container-"))
    data.chmod(0o755)
    layout = Layout(data)
    layout.make()
    (data / "secrets").mkdir()
    given = {
        "AIRFLOW_HOME": str(layout.home),
        "AIRFLOW__ORDERLAKE__DATA": str(data),
        "HOME": str(layout.home),
        "ORDERLAKE_SECRETS": str(data / "secrets"),
        "PATH": os.environ["PATH"],
        "PGHOST": "127.0.0.1",
        "PGPORT": "",
        "PYTHONPATH": str(PROJECT / "airflow" / "src"),
        "PYTHONUNBUFFERED": "1",
    }
    SecretFiles(data / "secrets").make(CHOSEN)
    made = cluster(layout, SecretFiles(data / "secrets").read().database_password)
    stack = Stack(given | {"PGPORT": str(made.port)}, made)
    with running(layout, made):
        with made.cursor("postgres") as cursor:
            cursor.execute("CREATE DATABASE airflow")
        ran = stack.run("prepare")
        assert ran.returncode == 0, ran.stderr
        stack.prepared = ran.stdout + ran.stderr
        yield stack
    shutil.rmtree(data)


def test_the_admin_has_the_password_of_the_file_and_nobody_is_told(stack: Stack) -> None:
    [(name, kept)] = stack.admins()
    assert name == "admin"
    assert check_password_hash(kept, CHOSEN)
    assert CHOSEN not in stack.prepared
    assert stack.files.read().database_password not in stack.prepared


def test_what_is_prepared_is_left_as_it_is(stack: Stack) -> None:
    before = stack.admins()
    ran = stack.run("prepare")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert stack.admins() == before


def test_after_another_lock_it_is_prepared_again_and_the_password_stays(stack: Stack) -> None:
    with stack.cluster.cursor("airflow") as cursor:
        cursor.execute("COMMENT ON DATABASE airflow IS 'of another lock'")
    before = stack.admins()
    ran = stack.run("prepare")
    assert ran.returncode == 0
    assert "password kept" in ran.stderr
    assert stack.admins() == before


def test_a_reset_gives_airflow_and_the_file_the_same_new_password(stack: Stack) -> None:
    assert stack.run("password").stdout == CHOSEN + "\n"
    try:
        ran = stack.run("password", "--reset")
        new = ran.stdout.removesuffix("\n")
        assert ran.returncode == 0, ran.stderr
        assert new not in ("", CHOSEN)
        assert stack.files.password() == new
        assert check_password_hash(stack.admins()[0][1], new)
    finally:
        stack.files.keep_password(CHOSEN)


def beat(stack: Stack, job: str, host: str, state: str, age: str) -> None:
    """The only job that there is, begun just now, with a sign of life of that age.

    A sign that has to be young however long the asking takes lies ahead: its age is negative.
    """
    with stack.cluster.cursor("airflow") as cursor:
        cursor.execute("DELETE FROM job")
        cursor.execute(
            "INSERT INTO job (job_type, hostname, state, start_date, latest_heartbeat)"
            " VALUES (%s, %s, %s, now(), now() - %s::interval)",
            (job, host, state, age),
        )


HERE = socket.gethostname()
AHEAD = "-1 day"
JOBS = {"scheduler": "SchedulerJob", "triggerer": "TriggererJob"}


@pytest.mark.parametrize("part", JOBS)
def test_who_showed_a_sign_of_life_lately_is_alive(stack: Stack, part: str) -> None:
    environment = airflow_environment(stack.given)
    beat(stack, JOBS[part], HERE, "running", AHEAD)
    assert stack.run("alive", part).returncode == 0
    assert beats(part, environment, since=0)
    threshold = f"AIRFLOW__{part.upper()}__{part.upper()}_HEALTH_CHECK_THRESHOLD"
    beat(stack, JOBS[part], HERE, "running", "2 minutes")
    assert not beats(part, environment, since=0)
    assert beats(part, environment | {threshold: "86400"}, since=0)


@pytest.mark.parametrize(
    ("job", "host", "state"),
    [
        ("SchedulerJob", "another-container", "running"),
        ("SchedulerJob", HERE, "success"),
        ("SchedulerJob", HERE, "failed"),
        ("TriggererJob", HERE, "running"),
    ],
)
def test_anothers_sign_of_life_or_an_ended_ones_does_not_count(
    stack: Stack, job: str, host: str, state: str
) -> None:
    beat(stack, job, host, state, AHEAD)
    ran = stack.run("alive", "scheduler")
    assert (ran.returncode, ran.stderr) == (UNAVAILABLE, "")


def test_nor_does_that_of_an_earlier_life_of_the_container(stack: Stack) -> None:
    beat(stack, "SchedulerJob", HERE, "running", AHEAD)
    with stack.cluster.cursor("airflow") as cursor:
        cursor.execute("SELECT extract(epoch FROM start_date)::float FROM job")
        [began] = cursor.fetchone() or (0.0,)
    environment = airflow_environment(stack.given)
    assert not beats("scheduler", environment, since=began + 1)
    assert beats("scheduler", environment, since=began - 1)


def test_a_web_server_that_does_not_answer_is_not_alive(stack: Stack) -> None:
    port = {"AIRFLOW__WEBSERVER__WEB_SERVER_PORT": str(free_port())}
    assert stack.run("alive", "webserver", **port).returncode == UNAVAILABLE


def test_a_database_that_refuses_is_told_without_the_password(stack: Stack) -> None:
    with stack.cluster.cursor("airflow") as cursor:
        cursor.execute("ALTER ROLE airflow PASSWORD 'another'")
    try:
        ran = stack.run("prepare")
    finally:
        another = Cluster(
            stack.cluster.directory, "another", stack.cluster.port, stack.cluster.account
        )
        with another.cursor("airflow") as cursor:
            cursor.execute("ALTER ROLE airflow PASSWORD %s", (stack.cluster.password,))
    assert ran.returncode == UNAVAILABLE
    assert "password authentication failed" in ran.stderr
    assert stack.cluster.password not in ran.stderr
    assert "Traceback" not in ran.stderr


def test_airflows_own_command_line_has_the_settings_and_what_was_given(stack: Stack) -> None:
    def value(section: str, key: str, **given: str) -> str:
        return stack.run("cli", "config", "get-value", section, key, **given).stdout.strip()

    assert value("core", "executor") == "LocalExecutor"
    assert value("core", "parallelism", AIRFLOW__CORE__PARALLELISM="2") == "2"
    assert "Usage: airflow" in stack.run("cli", "--help").stdout


def test_a_wrong_command_line_is_refused(stack: Stack) -> None:
    ran = stack.run("alive", "postgres")
    assert ran.returncode == USAGE
    assert "invalid choice: 'postgres'" in ran.stderr


def test_what_is_old_is_removed_and_the_wish_to_stop_is_heard(stack: Stack) -> None:
    program = (
        "import os, sys\n"
        "from orderlake_airflow.container import retention\n"
        "from orderlake_airflow.container.settings import airflow_environment\n"
        "retention.FIRST = 0.0\n"
        "retention.remove_daily(airflow_environment(os.environ))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        env=stack.given,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout
        try:
            assert any(line.startswith("removed what was older") for line in process.stdout)
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()
