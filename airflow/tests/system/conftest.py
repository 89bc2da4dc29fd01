"""One lakehouse for the whole module: its start takes longer than the tests."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from helpers.stores import BUCKET, S3Server
from system.lakehouse import Lakehouse


@pytest.fixture(scope="module")
def lakehouse() -> Iterator[Lakehouse]:
    with folder_for_all() as folder:
        settings = {"ORDERLAKE_RULES_SEVERITY_CURRENCY_UNSUPPORTED": "FAIL"}
        with running(Lakehouse(folder, settings)) as lakehouse:
            yield lakehouse


@pytest.fixture(scope="module")
def stored_lakehouse(s3: S3Server) -> Iterator[Lakehouse]:
    """One whose lake lies in a bucket."""
    with folder_for_all() as folder:
        configuration = folder / "cloud.yaml"
        configuration.write_text(s3.configuration(f"s3a://{BUCKET}/eu"), encoding="utf-8")
        with running(Lakehouse(folder, {"ORDERLAKE_CONFIG": str(configuration)})) as lakehouse:
            yield lakehouse


@contextmanager
def folder_for_all() -> Iterator[Path]:
    # Not pytest's own directory: PostgreSQL's user could not pass through it where root tests.
    folder = Path(tempfile.mkdtemp(prefix="orderlake-system-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def running(lakehouse: Lakehouse) -> Iterator[Lakehouse]:
    try:
        lakehouse.start()
        yield lakehouse
    finally:
        lakehouse.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Shows the ends of the logs with a test that failed."""
    report = yield
    fixtures = getattr(item, "funcargs", {})
    shown = fixtures.get("lakehouse") or fixtures.get("stored_lakehouse")
    if report.failed and call.when == "call" and shown is not None:
        report.sections.append(("logs", shown.tails()))
    return report
