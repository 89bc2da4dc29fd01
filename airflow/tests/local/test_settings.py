from __future__ import annotations

from pathlib import Path

import pytest

from orderlake_airflow.local.layout import Layout
from orderlake_airflow.local.secrets_file import Secrets
from orderlake_airflow.local.settings import airflow_environment

SECRETS = Secrets("database-password", "fernet-key", "web-key")


def test_another_airflows_settings_do_not_reach_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIRFLOW_HOME", "/elsewhere")
    monkeypatch.setenv("AIRFLOW__CORE__EXECUTOR", "CeleryExecutor")
    monkeypatch.setenv("AIRFLOW__CORE__SQL_ALCHEMY_CONN_CMD", "cat /elsewhere")
    monkeypatch.setenv("AIRFLOW__ORDERLAKE__DATA", "/elsewhere")
    monkeypatch.setenv("PATH", "/its/own")

    environment = airflow_environment(Layout(Path("/lake")), SECRETS, 5555)

    assert "/elsewhere" not in " ".join(environment.values())
    assert environment["AIRFLOW_HOME"] == "/lake/airflow/home"
    assert environment["AIRFLOW__CORE__EXECUTOR"] == "LocalExecutor"
    assert environment["AIRFLOW__ORDERLAKE__DATA"] == "/lake"
    assert environment["PATH"] == "/its/own"


def test_the_settings_that_are_for_people_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIRFLOW__ORDERLAKE__ALERT_WEBHOOK", "http://127.0.0.1:1/alert")
    environment = airflow_environment(Layout(Path("/lake")), SECRETS, 5555)
    assert environment["AIRFLOW__ORDERLAKE__ALERT_WEBHOOK"] == "http://127.0.0.1:1/alert"
