"""Which lake is meant, and how Airflow reaches it, as the other roles understand it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from orderlake_airflow.local.configuration import Configuration, StoredLake
from orderlake_airflow.local.layout import PROJECT
from orderlake_airflow.local.trouble import CONFIG, Trouble


def find_data(option: str | None, environment: dict[str, str]) -> Path:
    return Configuration.read(None, environment).data(option, None)


def stored(file: Path, environment: dict[str, str] | None = None) -> StoredLake:
    lake = Configuration.read(str(file), environment or {}).lake(None)
    assert lake is not None
    return lake


def connection(lake: StoredLake) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(lake.variables()["AIRFLOW_CONN_ORDERLAKE_LAKE"])
    return said


def test_the_option_starts_at_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_data("lake", {"ORDERLAKE_DATA": "/other"}) == tmp_path / "lake"


def test_the_variable_starts_at_the_projects_directory_and_wins_over_the_file(
    tmp_path: Path,
) -> None:
    file = tmp_path / "orderlake.yaml"
    file.write_text("data: from-file\n", encoding="utf-8")
    environment = {"ORDERLAKE_CONFIG": str(file)}

    assert find_data(None, environment) == PROJECT / "from-file"
    assert find_data(None, environment | {"ORDERLAKE_DATA": "x/../y"}) == PROJECT / "y"


@pytest.mark.parametrize("content", ["kafka:\n  topic: t\n", "", "# nothing\n"])
def test_a_file_without_the_setting_leaves_the_default(tmp_path: Path, content: str) -> None:
    file = tmp_path / "orderlake.yaml"
    file.write_text(content, encoding="utf-8")
    assert find_data(None, {"ORDERLAKE_CONFIG": str(file)}) == PROJECT / "data"


@pytest.mark.parametrize("content", ["data: [s3cret", "- s3cret\n", None])
def test_a_file_that_cannot_be_read_is_named_and_not_quoted(
    tmp_path: Path, content: str | None
) -> None:
    file = tmp_path / "orderlake.yaml"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(Trouble, match=str(file)) as trouble:
        find_data(None, {"ORDERLAKE_CONFIG": str(file)})
    assert trouble.value.code == CONFIG
    assert "s3cret" not in str(trouble.value)


def test_the_home_directory_is_found_where_the_shell_left_its_sign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir("/")
    assert find_data("~/lake", {}) == tmp_path / "lake"
    assert find_data(None, {"ORDERLAKE_DATA": "~/lake"}) == tmp_path / "lake"
    assert find_data("~x", {}) == Path("/~x")


def test_a_lake_on_a_store_has_a_directory_of_its_own_unless_somebody_says_which() -> None:
    configuration = Configuration({"lake": "s3a://orders/eu/"}, {})
    lake = configuration.lake(None)
    assert lake is not None
    assert lake.root == "s3a://orders/eu"
    assert configuration.data(None, lake) == PROJECT / "data" / "eu-0f498df083fe"
    assert configuration.data("/here", lake) == Path("/here")
    said = Configuration({"lake": "s3a://orders/eu", "data": "there"}, {})
    assert said.data(None, said.lake(None)) == PROJECT / "there"


def test_the_option_wins_over_the_variable_and_that_over_the_file() -> None:
    configuration = Configuration({"lake": "s3a://a"}, {"ORDERLAKE_LAKE": "s3a://b"})
    assert [lake and lake.root for lake in map(configuration.lake, ("s3a://c", None, ""))] == [
        "s3a://c",
        "s3a://b",
        None,
    ]


@pytest.mark.parametrize(
    ("root", "shown"),
    [
        ("/srv/lake", "/srv/lake"),
        ("s3a://me:secret@orders", "s3a://…@orders"),
    ],
)
def test_what_is_no_store_is_refused(root: str, shown: str) -> None:
    with pytest.raises(Trouble, match=f"lake {shown} is not the root") as trouble:
        Configuration({"lake": root}, {}).lake(None)
    assert trouble.value.code == CONFIG


def test_a_store_that_airflow_does_not_reach_is_named() -> None:
    with pytest.raises(Trouble, match="not reach the lake gs://…@orders/eu: it asks") as trouble:
        Configuration({"lake": "gs://me:secret@orders/eu"}, {}).lake(None)
    assert trouble.value.code == CONFIG


def test_what_hadoop_is_told_of_the_store_airflow_is_told_too(tmp_path: Path) -> None:
    file = tmp_path / "cloud.yaml"
    file.write_text(
        """
lake: s3a://orders/eu
spark:
  conf:
    spark.hadoop.fs.s3a:
      endpoint: 127.0.0.1:7070
      endpoint.region: us-east-1
      path.style.access: True
      access.key: test-key
spark.conf:
  spark.hadoop.fs.s3a.connection.ssl.enabled: "false"
  spark.hadoop.fs.s3a.secret.key: 0123
  spark.hadoop.fs.s3a.bucket.orders.access.key: key-of-this-bucket
""",
        encoding="utf-8",
    )
    lake = stored(file, {"ORDERLAKE_SPARK_CONF_SPARK_HADOOP_FS_S3A_SESSION_TOKEN": "a token"})
    assert lake.variables()["AIRFLOW__ORDERLAKE__LAKE"] == "s3://orderlake_lake@orders/eu"
    assert connection(lake) == {
        "conn_type": "aws",
        "login": "key-of-this-bucket",
        "password": "0123",
        "extra": {
            "endpoint_url": "http://127.0.0.1:7070",
            "region_name": "us-east-1",
            "aws_session_token": "a token",
            "config_kwargs": {"s3": {"addressing_style": "path"}},
        },
    }


def test_what_hadoop_takes_from_the_environment_is_filled_in() -> None:
    s3a = "spark.conf.spark.hadoop.fs.s3a."
    said = {
        "lake": "s3a://orders",
        f"{s3a}access.key": "${env.KEY}",
        f"{s3a}secret.key": "${env.NOBODYS_SECRET}",
        f"{s3a}endpoint.region": "${env.NOBODYS_REGION:-eu-central-1}",
    }
    lake = Configuration(said, {"KEY": "the key"}).lake(None)
    assert lake is not None
    assert connection(lake) == {
        "conn_type": "aws",
        "login": "the key",
        "password": "${env.NOBODYS_SECRET}",
        "extra": {"region_name": "eu-central-1"},
    }


def test_encryption_that_airflow_does_not_do_is_refused() -> None:
    setting = "fs.s3a.encryption.algorithm"
    said = {"lake": "s3a://orders", f"spark.conf.spark.hadoop.{setting}": "SSE-KMS"}
    with pytest.raises(Trouble, match=setting) as trouble:
        Configuration(said, {}).lake(None)
    assert trouble.value.code == CONFIG


def test_without_keys_it_is_the_machines_role_that_counts() -> None:
    lake = Configuration({"lake": "s3a://orders"}, {}).lake(None)
    assert lake is not None
    assert connection(lake) == {"conn_type": "aws", "extra": {}}
