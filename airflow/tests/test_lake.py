"""How far a lake has got, on a local disk and on an object store."""

from __future__ import annotations

import random
from typing import Any

import pytest
from botocore.awsrequest import AWSPreparedRequest

from helpers.lakes import Lake, commit, publish, version_file
from orderlake_airflow.lake import DamagedLakeError, LakeProgress
from orderlake_airflow.places import lake_files
from orderlake_airflow.s3 import S3Objects


def followed(lake: Lake) -> LakeProgress:
    return LakeProgress(lake_files(lake.location))


def test_a_lake_that_is_not_there_yet_has_nothing(any_lake: Lake) -> None:
    progress = followed(any_lake).look()
    assert (progress.lake_version, progress.bronze, progress.silver_read) == (0, -1, -1)
    assert not progress.has_news


def test_the_first_commit_of_bronze_is_news(any_lake: Lake) -> None:
    commit(any_lake, 0)
    assert followed(any_lake).look().has_news


def test_what_silver_has_read_is_no_news(any_lake: Lake) -> None:
    for version in range(4):
        commit(any_lake, version)
    publish(any_lake, 1, bronze_orders=(3, -1), silver_orders=(2, 3))
    progress = followed(any_lake).look()
    assert not progress.has_news
    assert progress.sentence() == "Silver has read Bronze up to version 3, its newest"


def test_a_look_sees_what_has_come_since_the_last(any_lake: Lake) -> None:
    lake = followed(any_lake)
    commit(any_lake, 0)
    publish(any_lake, 1, silver_orders=(1, 0))
    assert not lake.look().has_news
    commit(any_lake, 1)
    progress = lake.look()
    assert progress.has_news
    assert progress.sentence() == "Bronze has version 1, Silver has read 0"
    publish(any_lake, 2, silver_orders=(2, 1))
    publish(any_lake, 3, silver_orders=(2, 1), gold_revenue=(1, 2))
    assert lake.look().lake_version == 3
    assert not lake.look().has_news


def test_gold_that_is_behind_silver_is_news(any_lake: Lake) -> None:
    commit(any_lake, 0)
    publish(any_lake, 1, silver_orders=(5, 0), gold_one=(9, 4), gold_two=(9, 5))
    progress = followed(any_lake).look()
    assert progress.gold_behind == ("gold/one",)
    assert progress.has_news
    assert progress.sentence() == "behind the newest Silver: gold/one"


def test_the_newest_commit_is_found_however_many_there_are(
    any_lake: Lake, chance: random.Random
) -> None:
    publish(any_lake, 1, silver_orders=(1, 0))
    committed = 0
    commit(any_lake, 0)
    for _ in range(30):
        for _ in range(chance.randint(1, 20)):
            committed += 1
            commit(any_lake, committed)
        assert followed(any_lake).look().bronze == committed


def test_where_old_commits_are_cleaned_up_the_checkpoint_tells(any_lake: Lake) -> None:
    publish(any_lake, 1, silver_orders=(1, 3))
    for version in (10, 11, 12):
        commit(any_lake, version)
    checkpoint = b'{"version":10,"size":12}'
    any_lake.put("bronze/orders/_delta_log/_last_checkpoint", checkpoint)
    assert followed(any_lake).look().bronze == 12


def test_a_damaged_lake_version_is_named(any_lake: Lake) -> None:
    publish(any_lake, 1, silver_orders=(1, 0))
    any_lake.put(version_file(1), (any_lake.read(version_file(1)) or b"")[:30])
    with pytest.raises(DamagedLakeError, match=r"0001\.json is damaged: it is not JSON"):
        followed(any_lake).look()


def test_a_lake_version_under_another_name_is_named(any_lake: Lake) -> None:
    publish(any_lake, 1, silver_orders=(1, 0))
    any_lake.put(version_file(2), any_lake.read(version_file(1)) or b"")
    with pytest.raises(DamagedLakeError, match="another version than its name says"):
        followed(any_lake).look()


@pytest.mark.parametrize("hint", [b"16\n", b"12", b"", b"sixteen", b"4711", b"9" * 25])
def test_a_hint_that_is_wrong_costs_nothing_but_looks(any_lake: Lake, hint: bytes) -> None:
    for number in range(1, 20):
        publish(any_lake, number, silver_orders=(number, number))
    any_lake.put("runs/lake-versions/_latest", hint)
    assert followed(any_lake).look().lake_version == 19


def test_with_a_hint_nobody_lists_what_was_ever_published(
    stored_lake: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lake = S3Objects(stored_lake)
    for number in range(1, 18):
        publish(lake, number, silver_orders=(number, number))
    lake.put("runs/lake-versions/_latest", b"16\n")
    monkeypatch.delattr(S3Objects, "names")
    assert followed(lake).look().lake_version == 17


def test_a_look_at_a_lake_with_no_news_is_two_requests(stored_lake: str) -> None:
    lake = S3Objects(stored_lake)
    commit(lake, 0)
    publish(lake, 1, silver_orders=(1, 0))
    progress = LakeProgress(lake)
    assert not progress.look().has_news
    sent: list[str] = []

    def count(request: AWSPreparedRequest, **_: Any) -> None:
        sent.append(f"{request.method} {request.url.rpartition('/')[2]}")

    lake._client.meta.events.register("before-send.s3", count)
    assert not progress.look().has_news

    assert sent == [f"HEAD {2:020}.json", f"HEAD {1:020}.json"]
