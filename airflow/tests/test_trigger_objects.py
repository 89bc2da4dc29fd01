"""What only requests on an object store have to see to: who claims and who withdraws, once."""

from __future__ import annotations

import json
import logging
from datetime import datetime, timedelta, timezone

import pytest

from helpers import contracts
from orderlake_airflow.protocol import (
    MalformedError,
    Request,
    Result,
    Stage,
    State,
    TriggerObjects,
)
from orderlake_airflow.s3 import S3Objects
from orderlake_airflow.watch import GaveUp, RunWatch

REQUEST = Request("a.run", "silver", "me", datetime.now(timezone.utc))
DECIDED = "triggers/decided/a.run.json"
CLAIMED = contracts.sample("decision", "claimed")


@pytest.fixture
def store(stored_lake: str) -> S3Objects:
    return S3Objects(stored_lake)


@pytest.fixture
def requests(store: S3Objects) -> TriggerObjects:
    return TriggerObjects(store)


def test_what_was_withdrawn_stays_so(requests: TriggerObjects, store: S3Objects) -> None:
    requests.submit(REQUEST)
    assert not requests.is_used_up("a.run")
    assert requests.withdraw("a.run")
    assert requests.is_used_up("a.run")
    assert store.read(DECIDED) == b'{"decision": "withdrawn"}'


def test_a_request_that_a_runner_has_decided_to_serve_cannot_be_withdrawn(
    requests: TriggerObjects, store: S3Objects
) -> None:
    requests.submit(REQUEST)
    store.put(DECIDED, CLAIMED)
    assert not requests.withdraw("a.run")
    assert not requests.is_used_up("a.run")
    assert store.exists("triggers/pending/a.run.json"), "the next runner claims it there"


def test_of_a_claim_and_a_withdrawal_the_first_is_heard(
    requests: TriggerObjects, store: S3Objects, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The runner decides after the requester has looked and before it decides."""
    requests.submit(REQUEST)
    delete = store.delete

    def and_then_the_runner_claims(path: str) -> None:
        delete(path)
        assert store.put_new(DECIDED, CLAIMED)

    monkeypatch.setattr(store, "delete", and_then_the_runner_claims)
    assert not requests.withdraw("a.run")
    assert store.read(DECIDED) == CLAIMED


def test_a_damaged_decision_is_named(requests: TriggerObjects, store: S3Objects) -> None:
    store.put(DECIDED, b"{")
    with pytest.raises(MalformedError, match=r"decided/a\.run\.json is damaged: it is not JSON"):
        requests.is_used_up("a.run")


NOW = datetime(2026, 11, 30, 17, 0, tzinfo=timezone.utc)


@pytest.fixture
def watch(requests: TriggerObjects, monkeypatch: pytest.MonkeyPatch) -> RunWatch:
    monkeypatch.setattr(TriggerObjects, "looks_per_stage", 1)
    requests.submit(REQUEST)
    return RunWatch(requests, REQUEST, NOW + timedelta(hours=1), logging.getLogger("watch"))


def test_what_another_try_has_withdrawn_is_left_to_the_next_one(
    requests: TriggerObjects, watch: RunWatch
) -> None:
    requests.withdraw("a.run")
    assert watch.look(NOW) is None, "it may be on its way"
    seen = watch.look(NOW)
    assert isinstance(seen, GaveUp)
    assert "was withdrawn by somebody else; the next try asks under another id" in seen.reason
    assert seen.retryable
    assert requests.stage("a.run") is Stage.GONE


def test_what_was_asked_again_after_a_withdrawal_and_rejected_is_left_to_the_next_one(
    requests: TriggerObjects, store: S3Objects, watch: RunWatch
) -> None:
    requests.withdraw("a.run")
    rejected = contracts.result_sample("rejected", run_id="a.run")
    store.put("triggers/results/a.run.json", json.dumps(rejected).encode())
    seen = watch.look(NOW)
    assert isinstance(seen, GaveUp)
    assert seen.retryable


def test_what_the_runner_rejects_for_what_it_asks_is_its_result(
    store: S3Objects, watch: RunWatch
) -> None:
    rejected = contracts.result_sample("rejected", run_id="a.run")
    store.put("triggers/results/a.run.json", json.dumps(rejected).encode())
    seen = watch.look(NOW)
    assert isinstance(seen, Result)
    assert seen.state is State.REJECTED
