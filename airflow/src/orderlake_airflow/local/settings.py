"""Airflow's configuration, as the environment variables that every one of its processes gets."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from orderlake_airflow.local.layout import PROJECT
from orderlake_airflow.local.ports import LOOPBACK

if TYPE_CHECKING:
    from pathlib import Path

    from orderlake_airflow.local.layout import Layout
    from orderlake_airflow.local.secrets_file import Secrets

_BASIC_AUTH = "airflow.providers.fab.auth_manager.api.auth.backend.basic_auth"

_SETTABLE = ("AIRFLOW__ORDERLAKE__", "AIRFLOW__SMTP__", "AIRFLOW__EMAIL__")

_SETTINGS = {
    "CORE__EXECUTOR": "LocalExecutor",
    # Tasks at one time, each a process; a task that defers frees its place.
    "CORE__PARALLELISM": "8",
    "CORE__LOAD_EXAMPLES": "False",
    # No network need know this machine's name, and none is asked.
    "CORE__HOSTNAME_CALLABLE": "socket.gethostname",
    # The lake's DAGs work from the first start on.
    "CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
    "DATABASE__LOAD_DEFAULT_CONNECTIONS": "False",
    # Programs sign in with name and password, the UI's own calls with their session.
    "API__AUTH_BACKENDS": f"{_BASIC_AUTH},airflow.api.auth.backend.session",
    "WEBSERVER__INSTANCE_NAME": "Orderlake",
    "WEBSERVER__WARN_DEPLOYMENT_EXPOSURE": "False",
    "WEBSERVER__WORKERS": "2",
    # So long a web server goes on whose inner process has died.
    "WEBSERVER__WEB_SERVER_MASTER_TIMEOUT": "60",
    # Between Silver's result and Gold's request lies at least one turn of the scheduler.
    "SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME": "0.25",
    "SCHEDULER__MIN_FILE_PROCESS_INTERVAL": "30",
    "SCHEDULER__DAG_DIR_LIST_INTERVAL": "30",
    # Who shows no sign of life for so long is dead: a scheduler, a triggerer, a task's process.
    # Airflow's own five minutes for a task are for workers behind a network.
    "SCHEDULER__SCHEDULER_HEALTH_CHECK_THRESHOLD": "15",
    "SCHEDULER__ORPHANED_TASKS_CHECK_INTERVAL": "10",
    "SCHEDULER__LOCAL_TASK_JOB_HEARTBEAT_SEC": "5",
    # Longer than a scheduler's death takes to be seen: a task that went with its scheduler is then
    # begun again, where a task that died alone has failed one of its tries.
    "SCHEDULER__SCHEDULER_ZOMBIE_TASK_THRESHOLD": "30",
    "SCHEDULER__ZOMBIE_DETECTION_INTERVAL": "5",
    "TRIGGERER__TRIGGERER_HEALTH_CHECK_THRESHOLD": "15",
    "TRIGGERER__DEFAULT_CAPACITY": "100",
    # Otherwise a file for each day, DAG file and parse, which nobody removes.
    "LOGGING__DAG_PROCESSOR_LOG_TARGET": "stdout",
    "LOGGING__COLORED_CONSOLE_LOG": "False",
    "LOGGING__LOGGING_LEVEL": "INFO",
}


def airflow_environment(layout: Layout, secrets: Secrets, database_port: int) -> dict[str, str]:
    """The environment of Airflow's processes on this lake."""
    kept = inherited()
    # Without stored bytecode every process would compile Airflow again, some seconds each.
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept | own_variables(layout, layout.home, secrets, f"{LOOPBACK}:{database_port}")


def inherited() -> dict[str, str]:
    """The calling process's own variables, but not those of another Airflow: only the sections that
    are for people to set.
    """
    return {k: v for k, v in os.environ.items() if _belongs(k)}


def own_variables(layout: Layout, home: Path, secrets: Secrets, database: str) -> dict[str, str]:
    """What Orderlake has Airflow know, wherever it runs; ``database`` is a host and its port."""
    settings = _SETTINGS | {
        "CORE__DAGS_FOLDER": str(PROJECT / "airflow" / "dags"),
        "CORE__PLUGINS_FOLDER": str(home / "plugins"),
        "CORE__FERNET_KEY": secrets.fernet_key,
        "WEBSERVER__SECRET_KEY": secrets.web_key,
        "DATABASE__SQL_ALCHEMY_CONN": "postgresql+psycopg2://airflow:"
        f"{secrets.database_password}@{database}/airflow",
        "LOGGING__BASE_LOG_FOLDER": str(layout.task_logs),
        "LOGGING__DAG_PROCESSOR_MANAGER_LOG_LOCATION": str(layout.log("dags")),
        "SCHEDULER__CHILD_PROCESS_LOG_DIRECTORY": str(layout.task_logs / "scheduler"),
        # How the package orderlake_airflow learns which lake is meant.
        "ORDERLAKE__DATA": str(layout.data),
    }
    # A lake in a directory is in none that somebody's own environment names.
    store = layout.store.variables() if layout.store else {"AIRFLOW__ORDERLAKE__LAKE": ""}
    return {
        "AIRFLOW_HOME": str(home),
        "PYTHONPATH": str(PROJECT / "airflow" / "src"),
        "PYTHONUNBUFFERED": "1",
        # macOS refuses to fork a process that has used its frameworks unless told otherwise.
        "OBJC_DISABLE_INITIALIZE_FORK_SAFETY": "YES",
        **{f"AIRFLOW__{key}": value for key, value in settings.items()},
        **store,
    }


def _belongs(variable: str) -> bool:
    return not variable.startswith("AIRFLOW_") or variable.startswith(_SETTABLE)
