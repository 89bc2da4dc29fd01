"""How far a lake has got, on a local disk and on an object store."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from airflow.io.store import attach
from fsspec.implementations.memory import MemoryFileSystem

from helpers.lakes import commit, publish
from orderlake_airflow.compat import ObjectStoragePath
from orderlake_airflow.lake import DamagedLakeError, LakeProgress


@pytest.fixture(params=["file", "memory"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> ObjectStoragePath:
    if request.param == "memory":
        attach("memory", fs=MemoryFileSystem())
        return ObjectStoragePath(f"memory://{uuid4()}/lake")
    return ObjectStoragePath(tmp_path.as_uri())


def test_a_lake_that_is_not_there_yet_has_nothing(root: Any) -> None:
    progress = LakeProgress(root).look()
    assert (progress.lake_version, progress.bronze, progress.silver_read) == (0, -1, -1)
    assert not progress.has_news


def test_the_first_commit_of_bronze_is_news(root: Any) -> None:
    commit(root, 0)
    assert LakeProgress(root).look().has_news


def test_what_silver_has_read_is_no_news(root: Any) -> None:
    for version in range(4):
        commit(root, version)
    publish(root, 1, bronze_orders=(3, -1), silver_orders=(2, 3))
    progress = LakeProgress(root).look()
    assert not progress.has_news
    assert progress.sentence() == "Silver has read Bronze up to version 3, its newest"


def test_a_look_sees_what_has_come_since_the_last(root: Any) -> None:
    lake = LakeProgress(root)
    commit(root, 0)
    publish(root, 1, silver_orders=(1, 0))
    assert not lake.look().has_news
    commit(root, 1)
    progress = lake.look()
    assert progress.has_news
    assert progress.sentence() == "Bronze has version 1, Silver has read 0"
    publish(root, 2, silver_orders=(2, 1))
    publish(root, 3, silver_orders=(2, 1), gold_revenue=(1, 2))
    assert lake.look().lake_version == 3
    assert not lake.look().has_news


def test_gold_that_is_behind_silver_is_news(root: Any) -> None:
    commit(root, 0)
    publish(root, 1, silver_orders=(5, 0), gold_one=(9, 4), gold_two=(9, 5))
    progress = LakeProgress(root).look()
    assert progress.gold_behind == ("gold/one",)
    assert progress.has_news
    assert progress.sentence() == "behind the newest Silver: gold/one"


def test_the_newest_commit_is_found_however_many_there_are(
    root: Any, chance: random.Random
) -> None:
    publish(root, 1, silver_orders=(1, 0))
    committed = 0
    commit(root, 0)
    for _ in range(30):
        for _ in range(chance.randint(1, 20)):
            committed += 1
            commit(root, committed)
        assert LakeProgress(root).look().bronze == committed


def test_where_old_commits_are_cleaned_up_the_checkpoint_tells(root: Any) -> None:
    publish(root, 1, silver_orders=(1, 3))
    for version in (10, 11, 12):
        commit(root, version)
    log = root / "bronze" / "orders" / "_delta_log"
    (log / "_last_checkpoint").write_text('{"version":10,"size":12}')
    assert LakeProgress(root).look().bronze == 12


def test_a_damaged_lake_version_is_named(root: Any) -> None:
    publish(root, 1, silver_orders=(1, 0))
    file = root / "runs" / "lake-versions" / f"{1:020}.json"
    file.write_text(file.read_text()[:30])
    with pytest.raises(DamagedLakeError, match=r"0001\.json is damaged: it is not JSON"):
        LakeProgress(root).look()


def test_a_lake_version_under_another_name_is_named(root: Any) -> None:
    publish(root, 1, silver_orders=(1, 0))
    folder = root / "runs" / "lake-versions"
    (folder / f"{2:020}.json").write_text((folder / f"{1:020}.json").read_text())
    with pytest.raises(DamagedLakeError, match="another version than its name says"):
        LakeProgress(root).look()
