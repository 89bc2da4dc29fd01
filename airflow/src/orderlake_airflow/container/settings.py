"""The environment of Airflow's processes in a container."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from orderlake_airflow.container.secret_files import SecretFiles
from orderlake_airflow.container.served_secrets import ServedSecrets
from orderlake_airflow.local.layout import Layout
from orderlake_airflow.local.settings import own_variables

if TYPE_CHECKING:
    from collections.abc import Mapping

DATABASE_URL = "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"


def secret_files(given: Mapping[str, str]) -> SecretFiles:
    return SecretFiles(Path(given["ORDERLAKE_SECRETS"]))


def served_secrets(given: Mapping[str, str]) -> ServedSecrets:
    return ServedSecrets(Path(given["ORDERLAKE_SERVED_SECRETS"]))


def airflow_environment(given: Mapping[str, str]) -> dict[str, str]:
    """Orderlake's settings under what the container was given.

    The image names the places: the lake, Airflow's home, the secrets, and PostgreSQL in libpq's
    own variables.
    """
    own = own_variables(
        Layout(Path(given["AIRFLOW__ORDERLAKE__DATA"])),
        Path(given["AIRFLOW_HOME"]),
        secret_files(given).read(),
        f"{given['PGHOST']}:{given['PGPORT']}",
    )
    return own | dict(given)
