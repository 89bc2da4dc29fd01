"""Settings: what is missing or wrong is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from orderlake_airflow import settings
from orderlake_airflow.settings import SettingError


def test_the_lake_lies_in_the_data_directory(lake: Path) -> None:
    assert settings.lake() == str(lake)


def test_a_lake_on_an_object_store_needs_no_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIRFLOW__ORDERLAKE__LAKE", "s3://my_aws@orders/eu")
    assert settings.lake() == "s3://my_aws@orders/eu"


@pytest.mark.parametrize("lake", ["/srv/lake", "gs://orders/eu", "file:///srv/lake"])
def test_a_lake_where_none_can_be_is_named(monkeypatch: pytest.MonkeyPatch, lake: str) -> None:
    monkeypatch.setenv("AIRFLOW__ORDERLAKE__LAKE", lake)
    with pytest.raises(SettingError, match=f"lake is s3://CONNECTION@BUCKET/PREFIX, not '{lake}'"):
        settings.lake()


@pytest.mark.parametrize("data", ["", "data"])
def test_a_directory_that_depends_on_where_airflow_was_started_is_none(
    monkeypatch: pytest.MonkeyPatch, data: str
) -> None:
    monkeypatch.setenv("AIRFLOW__ORDERLAKE__DATA", data)
    with pytest.raises(SettingError, match=r"\[orderlake\] data"):
        settings.lake()


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
