"""What only requests in a directory have to see to."""

from __future__ import annotations

import stat
from datetime import datetime, timezone

from orderlake_airflow.protocol import Request, TriggerDirectory


def test_a_request_appears_whole_and_whoever_runs_may_read_it(directory: TriggerDirectory) -> None:
    assert directory.submit(Request("a.run", "silver", "me", datetime.now(timezone.utc)))
    file = directory.path / "pending" / "a.run.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o644, "the runner may be another user"
    assert list((directory.path / "tmp").iterdir()) == []


def test_what_was_withdrawn_may_be_asked_for_again(directory: TriggerDirectory) -> None:
    request = Request("a.run", "silver", "me", datetime.now(timezone.utc))
    directory.submit(request)
    directory.withdraw("a.run")
    assert not directory.is_used_up("a.run")
    assert directory.submit(request)
