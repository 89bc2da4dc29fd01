from __future__ import annotations

import os
import signal
from pathlib import Path

import psycopg2
import pytest

from helpers.clusters import cluster, running
from orderlake_airflow.local.account import Account
from orderlake_airflow.local.layout import Layout
from orderlake_airflow.local.postgres import Cluster, Programs, port_in_use
from orderlake_airflow.local.trouble import STORE, Trouble
from system.waiting import PATIENCE, wait_for


def test_a_cluster_takes_its_password_on_loopback_and_nothing_else(layout: Layout) -> None:
    made = cluster(layout)
    with running(layout, made):
        with made.cursor("postgres") as cursor:
            cursor.execute("SHOW listen_addresses")
            assert cursor.fetchone() == ("127.0.0.1",)
            cursor.execute("SHOW unix_socket_directories")
            assert cursor.fetchone() == ("",)
        assert port_in_use(layout.cluster) == made.port
        wrong = Cluster(made.directory, "wrong", made.port, made.account)
        with pytest.raises(psycopg2.OperationalError, match="password"), wrong.cursor("postgres"):
            pass


def test_after_a_kill_the_same_data_is_served_again(layout: Layout) -> None:
    made = cluster(layout)
    with running(layout, made) as part:
        assert part.leader
        os.kill(part.leader.pid, signal.SIGKILL)
        part.leader.end(PATIENCE)
        pid_file = layout.cluster / "postmaster.pid"
        # As after a restart of the machine: the id is another program's by now.
        lines = pid_file.read_text(encoding="utf-8").split("\n", 1)
        pid_file.write_text("\n".join([str(os.getpid()), lines[1]]), encoding="utf-8")
        part.start()  # tried again until the killed one's memory is free
        # Before it is ready it may miss the signal that ends it.
        wait_for("PostgreSQL", lambda: not part.mend() and made.is_ready())


def test_a_directory_that_is_no_cluster_is_named_and_left_alone(layout: Layout) -> None:
    layout.cluster.mkdir(mode=0o755)
    (layout.cluster / "something").touch()
    with pytest.raises(Trouble, match=str(layout.cluster)) as trouble:
        cluster(layout).prepare()
    assert trouble.value.code == STORE
    assert (layout.cluster / "something").exists()


def test_a_missing_version_is_named_with_what_to_install() -> None:
    with pytest.raises(Trouble, match=r"needs PostgreSQL 99.*apt-get install postgresql-99"):
        Programs.find(99)


@pytest.mark.skipif(os.geteuid() != 0, reason="another account is taken for root alone")
def test_a_directory_that_postgresqls_user_cannot_pass_is_named(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    (closed / "airflow").mkdir(parents=True)
    tmp_path.chmod(0o755)
    closed.chmod(0o700)
    blocking = next(d for d in [*reversed(closed.parents), closed] if d.stat().st_mode & 1 == 0)
    with pytest.raises(Trouble, match=f"chmod o\\+x {blocking}"):
        Account.for_postgres().check_reaches(closed / "airflow")
