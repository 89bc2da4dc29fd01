"""A small Airflow of its own for the tests: its home, its database, one lake for each test."""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_HOME = tempfile.TemporaryDirectory(prefix="orderlake-airflow-")
os.environ.update(  # before Airflow is imported: it reads them once
    AIRFLOW_HOME=_HOME.name,
    AIRFLOW__CORE__LOAD_EXAMPLES="False",
    AIRFLOW__CORE__UNIT_TEST_MODE="False",
    AIRFLOW__DATABASE__SQL_ALCHEMY_CONN=f"sqlite:///{_HOME.name}/airflow.db",
    AIRFLOW__LOGGING__LOGGING_LEVEL="INFO",
    AIRFLOW__USAGE_DATA_COLLECTION__ENABLED="False",
)

from helpers.runner import ScriptedRunner  # noqa: E402
from orderlake_airflow.protocol import TriggerDirectory  # noqa: E402


@pytest.fixture(scope="session")
def metadata() -> None:
    """Airflow's metadata tables, made once."""
    from airflow.utils import db

    db.initdb()


@pytest.fixture
def chance() -> random.Random:
    """Pytest shows its seed with a test that failed; the variable TEST_SEED plays it again."""
    seed = int(os.environ.get("TEST_SEED") or random.SystemRandom().randrange(2**32))
    sys.stdout.write(f"TEST_SEED={seed}\n")
    return random.Random(seed)  # noqa: S311


@pytest.fixture
def lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data directory of an empty lake that the settings name."""
    monkeypatch.setenv("AIRFLOW__ORDERLAKE__DATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def directory(lake: Path) -> TriggerDirectory:
    return TriggerDirectory(lake / "triggers")


@pytest.fixture
def runner(directory: TriggerDirectory) -> Iterator[ScriptedRunner]:
    """A runner that keeps the protocol and answers as it was told."""
    with ScriptedRunner(directory) as scripted:
        yield scripted
