"""Reads a lake's progress from an S3 server on loopback, and fails where it is not what was stored.

Called by ``verify`` beside it.
"""

from __future__ import annotations

import json
import os
import sys

import boto3
from moto.server import ThreadedMotoServer

KEYS = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
REGION = "us-east-1"
BUCKET = "bucket"


def start() -> tuple[ThreadedMotoServer, str]:
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    return server, f"http://127.0.0.1:{server._server.server_port}"


def check(url: str) -> None:
    extra = {"endpoint_url": url, "region_name": REGION}
    os.environ["AIRFLOW_CONN_LAKE"] = json.dumps(
        {"conn_type": "aws", "login": "test", "password": "test", "extra": extra}
    )
    from orderlake_airflow.compat import ObjectStoragePath
    from orderlake_airflow.lake import LakeProgress

    s3 = boto3.client("s3", endpoint_url=url, region_name=REGION, **KEYS)
    s3.create_bucket(Bucket=BUCKET)
    root = ObjectStoragePath(f"s3://lake@{BUCKET}/orders")
    lake = LakeProgress(root)

    def commit(version: int) -> None:
        s3.put_object(
            Bucket=BUCKET, Key=f"orders/bronze/orders/_delta_log/{version:020}.json", Body=b"{}"
        )

    def publish(number: int, silver_read: int) -> None:
        tables = {"silver/orders": {"version": number, "position": silver_read}}
        s3.put_object(
            Bucket=BUCKET,
            Key=f"orders/runs/lake-versions/{number:020}.json",
            Body=json.dumps({"number": number, "tables": tables}).encode(),
        )

    def expect(lake_version: int, bronze: int, silver_read: int) -> None:
        seen = lake.look()
        if (seen.lake_version, seen.bronze, seen.silver_read) != (
            lake_version,
            bronze,
            silver_read,
        ):
            sys.exit(f"saw {seen}, stored {(lake_version, bronze, silver_read)}")

    expect(0, -1, -1)
    commit(0)
    expect(0, 0, -1)
    publish(1, 0)
    expect(1, 0, 0)
    for version in range(1, 40):
        commit(version)
    expect(1, 39, 0)
    # Begins with a listing that is not empty, which the file system keeps.
    lake = LakeProgress(root)
    expect(1, 39, 0)
    publish(2, 39)
    expect(2, 39, 39)


def main() -> None:
    server, url = start()
    try:
        check(url)
    finally:
        server.stop()
    print("s3: every commit and lake version seen")


if __name__ == "__main__":
    main()
