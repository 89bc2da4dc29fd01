"""A small Airflow of its own for the tests: its home, its database, one lake for each test."""

from __future__ import annotations

import os
import random
import sys
import tempfile
import uuid
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

from helpers.lakes import Lake, LakeDirectory  # noqa: E402
from helpers.runner import ScriptedRunner  # noqa: E402
from helpers.stores import BUCKET, S3Server, s3_server  # noqa: E402
from orderlake_airflow.protocol import TriggerDirectory  # noqa: E402
from orderlake_airflow.s3 import S3Objects  # noqa: E402


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
    return TriggerDirectory(lake)


@pytest.fixture(scope="session")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    with s3_server(tmp_path_factory.mktemp("s3")) as server:
        yield server


@pytest.fixture
def stored_lake(s3: S3Server, monkeypatch: pytest.MonkeyPatch) -> str:
    """The URL of an empty lake in a bucket that the settings name, by a connection of its own."""
    monkeypatch.setenv("AIRFLOW_CONN_LAKE_STORE", s3.connection())
    location = f"s3://lake_store@{BUCKET}/{uuid.uuid4()}"
    monkeypatch.setenv("AIRFLOW__ORDERLAKE__LAKE", location)
    return location


@pytest.fixture
def runner(directory: TriggerDirectory) -> Iterator[ScriptedRunner]:
    """A runner that keeps the protocol and answers as it was told."""
    with ScriptedRunner(directory) as scripted:
        yield scripted


@pytest.fixture(params=["directory", "objects"])
def any_lake(request: pytest.FixtureRequest) -> Lake:
    """An empty lake that the settings name, in each of the ways in which lakes are kept."""
    if request.param == "objects":
        return S3Objects(request.getfixturevalue("stored_lake"))
    return LakeDirectory(request.getfixturevalue("lake"))
