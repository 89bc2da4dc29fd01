from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from orderlake_airflow.local.layout import Layout


@pytest.fixture
def layout() -> Iterator[Layout]:
    """Made, and where PostgreSQL's user may pass through, unlike pytest's own directory."""
    data = Path(tempfile.mkdtemp(prefix="orderlake-local-"))
    data.chmod(0o755)
    (data / "lake.json").touch()
    made = Layout(data)
    made.make()
    yield made
    shutil.rmtree(data)
