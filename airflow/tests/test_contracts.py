"""Requests and results against the schemas and samples that the runner is tested with too."""

from __future__ import annotations

import json
import random
from datetime import datetime, timezone
from pathlib import Path

import jsonschema
import pytest

from helpers import contracts
from orderlake_airflow.protocol import (
    BadRequestError,
    MalformedError,
    Request,
    Result,
    RunIdentity,
    State,
)
from orderlake_airflow.protocol.decision import WITHDRAWAL, Decision
from orderlake_airflow.protocol.request import Param


def named(file: Path) -> str:
    return file.stem


@pytest.mark.parametrize("file", contracts.valid("request"), ids=named)
def test_a_request_is_written_as_it_was_read(file: Path) -> None:
    text = file.read_text()
    request = Request.parse(text)
    written = json.loads(request.to_json())
    jsonschema.validate(written, contracts.schema("request"))
    assert Request.parse(request.to_json()) == request
    for name in ("protocol", "run_id", "job", "requested_by", "params"):
        assert written[name] == json.loads(text)[name]


@pytest.mark.parametrize("file", contracts.invalid("request"), ids=named)
def test_a_request_that_the_runner_refuses_is_refused_here(file: Path) -> None:
    with pytest.raises((MalformedError, BadRequestError)):
        Request.parse(file.read_bytes())


def test_a_run_ends_in_the_states_that_the_schema_lists() -> None:
    listed = contracts.schema("result")["properties"]["state"]["enum"]
    assert [state.value for state in State] == listed


@pytest.mark.parametrize("file", contracts.valid("result"), ids=named)
def test_a_result_keeps_what_the_runner_said(file: Path) -> None:
    said = json.loads(file.read_text())
    result = Result.parse(file.read_bytes())
    assert result.run_id == said["run_id"]
    assert result.state.value == said["state"]
    assert result.lake_version == said["lake_version"]
    assert result.counts.read == said["counts"]["read"]
    assert dict(result.counts.quarantined_by_reason) == said["counts"]["quarantined_by_reason"]
    assert {path: vars(state) for path, state in result.tables.items()} == said["tables"]
    assert (result.failure and vars(result.failure)) == (
        said["failure"] and {"differences": {}, **said["failure"]}
    )


@pytest.mark.parametrize("file", contracts.invalid("result"), ids=named)
def test_a_result_that_nobody_may_publish_is_refused(file: Path) -> None:
    with pytest.raises(MalformedError):
        Result.parse(file.read_bytes())


@pytest.mark.parametrize("file", contracts.valid("decision"), ids=named)
def test_a_decision_is_what_its_word_says(file: Path) -> None:
    assert Decision.parse(file.read_bytes()).value == json.loads(file.read_bytes())["decision"]


@pytest.mark.parametrize("file", contracts.invalid("decision"), ids=named)
def test_a_decision_that_nobody_may_put_is_refused(file: Path) -> None:
    with pytest.raises((MalformedError, BadRequestError)):
        Decision.parse(file.read_bytes())


def test_a_withdrawal_keeps_the_schema() -> None:
    jsonschema.validate(json.loads(WITHDRAWAL), contracts.schema("decision"))


def test_whatever_identity_asks_the_request_keeps_the_schema(chance: random.Random) -> None:
    alphabet = "aZ09._-:+/ äß\n\0😀"

    def word() -> str:
        return "".join(chance.choices(alphabet, k=chance.randint(1, 250)))

    for _ in range(300):
        identity = RunIdentity(word(), word(), word(), chance.randint(-1, 5))
        values: list[Param] = [word(), 10**20, True]
        request = Request(
            identity.run_id(chance.randint(1, 10**6)),
            "silver",
            "airflow",
            datetime.now(timezone.utc),
            {word(): chance.choice(values)},
        )
        jsonschema.validate(json.loads(request.to_json()), contracts.schema("request"))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"run_id": "a/b"}, "not a run id"),
        ({"run_id": ".."}, "not a run id"),
        ({"job": " "}, "job must have 1 to 200"),
        ({"requested_at": datetime(2026, 1, 1)}, "must have a zone"),  # noqa: DTZ001
        ({"params": {"share": 0.5}}, "the parameter share must be text"),
        ({"params": {"all": "x" * 70_000}}, "larger than 65536 bytes"),
    ],
)
def test_what_cannot_be_asked_is_said_before_it_is_written(
    changes: dict[str, object], why: str
) -> None:
    fields: dict[str, object] = {
        "run_id": "a",
        "job": "silver",
        "requested_by": "me",
        "requested_at": datetime.now(timezone.utc),
        "params": {},
    }
    with pytest.raises(BadRequestError, match=why):
        Request(**{**fields, **changes})  # type: ignore[arg-type]
