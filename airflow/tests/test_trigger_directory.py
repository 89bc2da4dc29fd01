"""Asking, looking and withdrawing, on real files."""

from __future__ import annotations

import json
import stat
from datetime import datetime, timezone
from pathlib import Path

import jsonschema
import pytest

from helpers import contracts
from helpers.runner import publish, show_runner, succeeded
from orderlake_airflow.protocol import MalformedError, Request, TriggerDirectory
from orderlake_airflow.protocol.directory import Stage


def request(run_id: str = "a.run") -> Request:
    return Request(run_id, "silver", "me", datetime.now(timezone.utc))


def test_a_request_appears_whole_where_the_runner_looks(directory: TriggerDirectory) -> None:
    assert directory.submit(request())
    file = directory.path / "pending" / "a.run.json"
    jsonschema.validate(json.loads(file.read_text()), contracts.schema("request"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o644, "the runner may be another user"
    assert list((directory.path / "tmp").iterdir()) == []


def test_asking_again_is_the_same_request(directory: TriggerDirectory) -> None:
    directory.submit(request())
    before = (directory.path / "pending" / "a.run.json").read_bytes()
    assert not directory.submit(request())
    assert (directory.path / "pending" / "a.run.json").read_bytes() == before


def test_what_has_been_claimed_or_has_ended_is_not_asked_again(directory: TriggerDirectory) -> None:
    directory.submit(request())
    (directory.path / "claimed").mkdir()
    pending = directory.path / "pending" / "a.run.json"
    claim = pending.rename(directory.path / "claimed" / "a.run.json")
    assert directory.stage("a.run") is Stage.CLAIMED
    assert not directory.submit(request())
    publish(directory.path, succeeded(request()))
    claim.unlink()
    assert not directory.submit(request())
    assert not pending.exists()


def test_a_withdrawn_request_is_gone_and_a_claimed_one_cannot_be(
    directory: TriggerDirectory,
) -> None:
    directory.submit(request())
    assert directory.withdraw("a.run")
    assert directory.stage("a.run") is Stage.GONE
    assert not directory.withdraw("a.run")


def test_there_is_no_result_before_it_is_published(directory: TriggerDirectory) -> None:
    assert directory.result("a.run") is None
    publish(directory.path, succeeded(request()))
    result = directory.result("a.run")
    assert result is not None
    assert result.run_id == "a.run"


def test_a_damaged_result_is_named(directory: TriggerDirectory) -> None:
    publish(directory.path, succeeded(request("another.run")))
    file = directory.path / "results" / "another.run.json"
    file.rename(directory.path / "results" / "a.run.json")
    with pytest.raises(MalformedError, match=r"results/a\.run\.json is damaged: it is of the run"):
        directory.result("a.run")


def test_a_heartbeat_that_cannot_be_read_is_none(directory: TriggerDirectory, lake: Path) -> None:
    assert directory.runner() is None
    show_runner(directory.path, busy_with="a.run")
    heartbeat = directory.runner()
    assert heartbeat is not None
    assert heartbeat.busy_with == "a.run"
    (lake / "triggers" / "runner.json").write_text("{")
    assert directory.runner() is None


def test_no_id_leads_out_of_the_directory(directory: TriggerDirectory) -> None:
    with pytest.raises(ValueError, match="not a run id"):
        directory.stage("../../etc/passwd")
