"""Asking, looking and withdrawing, on real files and on an S3 server."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import Any

import jsonschema
import pytest

from helpers import contracts
from helpers.lakes import Lake
from helpers.runner import heartbeat, succeeded
from orderlake_airflow.places import run_requests
from orderlake_airflow.protocol import (
    MalformedError,
    Request,
    RunRequests,
    Stage,
)


@pytest.fixture
def requests(any_lake: Lake) -> RunRequests:
    return run_requests(any_lake.location)


def request(run_id: str = "a.run") -> Request:
    return Request(run_id, "silver", "me", datetime.now(timezone.utc))


def publish(any_lake: Lake, result: dict[str, Any], run_id: str = "a.run") -> None:
    any_lake.put(f"triggers/results/{run_id}.json", json.dumps(result).encode())


def test_a_request_is_where_the_runner_looks(requests: RunRequests, any_lake: Lake) -> None:
    assert requests.submit(request())
    content = any_lake.read("triggers/pending/a.run.json")
    assert content is not None
    jsonschema.validate(json.loads(content), contracts.schema("request"))
    assert requests.stage("a.run") is Stage.PENDING


def test_asking_again_is_the_same_request(requests: RunRequests, any_lake: Lake) -> None:
    requests.submit(request())
    before = any_lake.read("triggers/pending/a.run.json")
    assert not requests.submit(request())
    assert any_lake.read("triggers/pending/a.run.json") == before


def test_what_has_been_claimed_or_has_ended_is_not_asked_again(
    requests: RunRequests, any_lake: Lake
) -> None:
    requests.submit(request())
    any_lake.put("triggers/claimed/a.run.json", request().to_json())
    any_lake.delete("triggers/pending/a.run.json")
    assert requests.stage("a.run") is Stage.CLAIMED
    assert not requests.submit(request())
    assert not requests.withdraw("a.run")
    publish(any_lake, succeeded(request()))
    any_lake.delete("triggers/claimed/a.run.json")
    assert not requests.submit(request())
    assert requests.stage("a.run") is Stage.GONE


def test_a_withdrawn_request_is_gone(requests: RunRequests) -> None:
    requests.submit(request())
    assert requests.withdraw("a.run")
    assert requests.stage("a.run") is Stage.GONE
    assert not requests.withdraw("a.run")


def test_there_is_no_result_before_it_is_published(requests: RunRequests, any_lake: Lake) -> None:
    assert requests.result("a.run") is None
    publish(any_lake, succeeded(request()))
    result = requests.result("a.run")
    assert result is not None
    assert result.run_id == "a.run"


def test_a_damaged_result_is_named(requests: RunRequests, any_lake: Lake) -> None:
    publish(any_lake, succeeded(request("another.run")))
    with pytest.raises(MalformedError, match=r"results/a\.run\.json is damaged: it is of the run"):
        requests.result("a.run")


def test_a_heartbeat_that_cannot_be_read_is_none(requests: RunRequests, any_lake: Lake) -> None:
    assert requests.runner() is None
    any_lake.put("triggers/runner.json", json.dumps(heartbeat(busy_with="a.run")).encode())
    runner = requests.runner()
    assert runner is not None
    assert runner.busy_with == "a.run"
    any_lake.put("triggers/runner.json", b"{")
    assert requests.runner() is None


def test_no_id_leads_out_of_the_lake(requests: RunRequests) -> None:
    with pytest.raises(ValueError, match="not a run id"):
        requests.stage("../../etc/passwd")
