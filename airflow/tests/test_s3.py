"""Objects in a bucket, on an S3 server."""

from __future__ import annotations

import json
import socket
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from botocore.config import Config

from helpers.stores import BUCKET, S3Server
from orderlake_airflow import s3 as s3_module
from orderlake_airflow.s3 import S3Objects, S3Url, StoreError


@pytest.fixture
def store(stored_lake: str) -> S3Objects:
    return S3Objects(stored_lake)


def test_what_was_put_is_read_and_what_was_deleted_is_gone(store: S3Objects) -> None:
    assert store.read("a/b.json") is None
    assert not store.exists("a/b.json")
    store.put("a/b.json", b"one")
    store.put("a/b.json", b"two")
    assert store.read("a/b.json") == b"two"
    assert store.exists("a/b.json")
    store.delete("a/b.json")
    store.delete("a/b.json")
    assert store.read("a/b.json") is None


def test_a_folder_has_what_lies_in_it_itself(store: S3Objects) -> None:
    assert store.names("runs") == []
    for path in ("runs/1.json", "runs/2.json", "runs/old/0.json", "runs2/3.json"):
        store.put(path, b"")
    assert sorted(store.names("runs")) == ["1.json", "2.json"]


def test_of_many_who_put_one_new_object_one_wins(store: S3Objects) -> None:
    at_once = threading.Barrier(16)

    def put(number: int) -> bool:
        mine = S3Objects(store.location)
        mine.exists("warm")
        at_once.wait()
        return mine.put_new("decided.json", str(number).encode())

    with ThreadPoolExecutor(16) as pool:
        won = list(pool.map(put, range(16)))

    assert sum(won) == 1
    assert store.read("decided.json") == str(won.index(True)).encode()


def test_a_store_may_answer_with_names_in_capitals(
    store: S3Objects, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put_new("decided.json", b"mine")
    client = store._client
    head = client.head_object

    def in_capitals(**key: str) -> dict[str, dict[str, str]]:
        return {"Metadata": {name.upper(): text for name, text in head(**key)["Metadata"].items()}}

    monkeypatch.setattr(client, "head_object", in_capitals)
    assert list(store._metadata("decided.json") or {}) == ["orderlake-put-id"]


@pytest.mark.parametrize("answers", [1, 3])
def test_a_put_whose_answer_is_lost_was_made_all_the_same(
    s3: S3Server, stored_lake: str, monkeypatch: pytest.MonkeyPatch, answers: int
) -> None:
    with s3.losing_answers() as proxy:
        monkeypatch.setenv("AIRFLOW_CONN_LAKE_STORE", s3.connection(proxy.port))
        store = S3Objects(stored_lake)
        proxy.lose(answers)
        assert store.put_new("decided.json", b"mine")
        assert proxy.lost == answers
        assert not store.put_new("decided.json", b"another's")
        assert store.read("decided.json") == b"mine"


def test_a_store_that_refuses_is_told_with_what_was_asked_and_no_secret(
    s3: S3Server, stored_lake: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = s3.connection().replace("test-secret", "mistaken-secret")
    monkeypatch.setenv("AIRFLOW_CONN_LAKE_STORE", wrong)
    with pytest.raises(StoreError) as refused:
        S3Objects(stored_lake).read("lake.json")
    said = str(refused.value)
    assert said.startswith("cannot get s3://orders/")
    assert said.endswith("lake.json: it answers SignatureDoesNotMatch")
    assert "mistaken-secret" not in said


def test_a_store_that_keeps_silent_is_given_up(
    s3: S3Server, stored_lake: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(s3_module, "PATIENCE", s3_module.PATIENCE.merge(Config(read_timeout=0.1)))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("AIRFLOW_CONN_LAKE_STORE", s3.connection(silent.getsockname()[1]))
        with pytest.raises(StoreError, match="ReadTimeoutError"):
            S3Objects(stored_lake).read("lake.json")


def test_what_the_connection_says_of_the_client_counts(
    s3: S3Server, stored_lake: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = json.loads(s3.connection())
    connection["extra"]["config_kwargs"] = {"read_timeout": 77, "s3": {"addressing_style": "path"}}
    monkeypatch.setenv("AIRFLOW_CONN_LAKE_STORE", json.dumps(connection))
    config = S3Objects(stored_lake)._client.meta.config
    assert (config.read_timeout, config.connect_timeout) == (77, 4)
    assert config.s3["addressing_style"] == "path"


def test_a_bucket_that_is_not_there_is_no_empty_lake(stored_lake: str) -> None:
    elsewhere = stored_lake.replace(f"@{BUCKET}/", "@not-there/")
    with pytest.raises(StoreError, match="NoSuchBucket"):
        S3Objects(elsewhere).read("lake.json")


def test_a_url_names_connection_bucket_and_prefix() -> None:
    assert S3Url.parse("s3://my_aws@orders/eu/2026/") == S3Url("my_aws", "orders", "eu/2026/")
    assert S3Url.parse("s3a://orders") == S3Url(None, "orders", "")


@pytest.mark.parametrize("url", ["s3://", "s3://a@b@c/d", "gs://orders/eu", "orders"])
def test_what_is_no_such_url_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="is not s3://CONNECTION@BUCKET/PREFIX"):
        S3Url.parse(url)
