"""One lakehouse for the whole module: its start takes longer than the tests."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from system.lakehouse import Lakehouse


@pytest.fixture(scope="module")
def lakehouse() -> Iterator[Lakehouse]:
    # Not pytest's own directory: PostgreSQL's user could not pass through it where root tests.
    folder = Path(tempfile.mkdtemp(prefix="orderlake-system-"))
    folder.chmod(0o755)
    running = Lakehouse(folder, {"ORDERLAKE_RULES_SEVERITY_CURRENCY_UNSUPPORTED": "FAIL"})
    try:
        running.start()
        yield running
    finally:
        running.stop()
        shutil.rmtree(folder)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Shows the ends of the logs with a test that failed."""
    report = yield
    running = getattr(item, "funcargs", {}).get("lakehouse")
    if report.failed and call.when == "call" and running is not None:
        report.sections.append(("logs", running.tails()))
    return report
