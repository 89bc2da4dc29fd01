"""Settings: what is missing or wrong is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from orderlake_airflow import settings
from orderlake_airflow.settings import SettingError


def test_triggers_and_tables_lie_in_the_data_directory(lake: Path) -> None:
    assert settings.triggers() == lake / "triggers"
    assert str(settings.lake()) == lake.as_uri()


def test_tables_may_lie_elsewhere(
    lake: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("AIRFLOW__ORDERLAKE__LAKE", f"file://{tmp_path}/elsewhere")
    assert str(settings.lake()).endswith("/elsewhere")
    assert settings.triggers() == lake / "triggers"


@pytest.mark.parametrize("data", ["", "data"])
def test_a_directory_that_depends_on_where_airflow_was_started_is_none(
    monkeypatch: pytest.MonkeyPatch, data: str
) -> None:
    monkeypatch.setenv("AIRFLOW__ORDERLAKE__DATA", data)
    with pytest.raises(SettingError, match=r"\[orderlake\] data"):
        settings.triggers()


def test_a_number_of_records_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIRFLOW__ORDERLAKE__QUARANTINE_MIN_RECORDS", "some")
    with pytest.raises(SettingError, match="quarantine_min_records must be a whole number"):
        settings.quarantine_min_records()


def test_waiting_happens_in_the_task_unless_configured_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not settings.deferrable()
    monkeypatch.setenv("AIRFLOW__ORDERLAKE__DEFERRABLE", "True")
    assert settings.deferrable()
