from __future__ import annotations

from pathlib import Path

import pytest

from orderlake_airflow.container.secret_files import SecretFiles
from orderlake_airflow.container.settings import DATABASE_URL, airflow_environment
from orderlake_airflow.local.layout import PROJECT, Layout
from orderlake_airflow.local.settings import airflow_environment as local_environment

# What belongs to the place, not to Airflow's way of working.
PLACES = {"CORE__PLUGINS_FOLDER", "DATABASE__SQL_ALCHEMY_CONN"}


@pytest.fixture
def given(tmp_path: Path) -> dict[str, str]:
    """What the image says and the first start made."""
    SecretFiles(tmp_path).make("")
    return {
        "AIRFLOW_HOME": "/tmp/airflow",  # noqa: S108 - the image's
        "AIRFLOW__ORDERLAKE__DATA": "/data",
        "ORDERLAKE_SECRETS": str(tmp_path),
        "PGHOST": "postgres",
        "PGPORT": "5432",
    }


def test_airflow_works_in_containers_as_it_does_on_one_machine(given: dict[str, str]) -> None:
    secrets = SecretFiles(Path(given["ORDERLAKE_SECRETS"])).read()
    local = local_environment(Layout(Path("/data")), secrets, 5555)
    there = {k for k in local if k.startswith("AIRFLOW__")}
    container = airflow_environment(given)

    differs = {k.removeprefix("AIRFLOW__") for k in there if container.get(k) != local[k]}
    assert differs == PLACES
    assert container["AIRFLOW__CORE__DAGS_FOLDER"] == str(PROJECT / "airflow" / "dags")


def test_the_database_is_where_libpqs_variables_say(given: dict[str, str]) -> None:
    secrets = SecretFiles(Path(given["ORDERLAKE_SECRETS"])).read()
    assert airflow_environment(given | {"PGHOST": "db", "PGPORT": "6000"})[DATABASE_URL] == (
        f"postgresql+psycopg2://airflow:{secrets.database_password}@db:6000/airflow"
    )


def test_what_the_container_is_given_wins(given: dict[str, str]) -> None:
    chosen = {
        "AIRFLOW__CORE__PARALLELISM": "2",
        "AIRFLOW__CORE__HOSTNAME_CALLABLE": "socket.getfqdn",
        "AIRFLOW__ORDERLAKE__ALERT_WEBHOOK": "http://127.0.0.1:1/alert",
        "PATH": "/its/own",
    }
    environment = airflow_environment(given | chosen)
    assert {name: environment[name] for name in chosen} == chosen
