"""Objects of a lake in a bucket, through Airflow's own connections to AWS."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from airflow.providers.amazon.aws.hooks.s3 import S3Hook
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

_URL = re.compile(r"s3a?://(?:(?P<connection>[^/@]+)@)?(?P<bucket>[^/@]+)(?:/(?P<prefix>.*))?")
# A store that keeps silent is asked again soon by whoever waits.
PATIENCE = Config(connect_timeout=4, read_timeout=5, retries={"total_max_attempts": 3})
_ERRORS = (BotoCoreError, ClientError)
_PUT_ID = "orderlake-put-id"
_ATTEMPTS = 8
_MISSING = 404
_UNDECIDED = (409, 412)
_SERVER_ERROR = 500
_NOT_IMPLEMENTED = 501


class StoreError(OSError):
    """The store did not answer, or refused; the message says what was asked of it."""


@dataclass(frozen=True)
class S3Url:
    """Where a lake lies in a bucket.

    :param connection: the Airflow connection that says how to reach it; none for what the machine
        itself may: its role, or the environment's credentials
    :param prefix: of the lake's keys, with a slash at its end unless it is empty
    """

    connection: str | None
    bucket: str
    prefix: str

    @staticmethod
    def parse(url: str) -> S3Url:
        """Reads ``s3://CONNECTION@BUCKET/PREFIX``; ``s3a`` is the same.

        :raises ValueError: when it is none
        """
        found = _URL.fullmatch(url)
        if found is None:
            raise ValueError(f"'{url}' is not s3://CONNECTION@BUCKET/PREFIX")
        prefix = (found["prefix"] or "").strip("/")
        return S3Url(found["connection"], found["bucket"], f"{prefix}/" if prefix else "")


class S3Objects:
    """The objects of one lake; an :class:`~orderlake_airflow.protocol.objects.ObjectStore`.

    Nothing is asked before the first call.

    :param location: the lake's URL, see :meth:`S3Url.parse`
    """

    look_interval = 1.0

    def __init__(self, location: str) -> None:
        self._location = location
        self._url = S3Url.parse(location)
        self._connected: Any = None
        self._conditional: Any = None

    @property
    def location(self) -> str:
        return self._location

    def shown(self, path: str) -> str:
        return f"s3://{self._url.bucket}/{self._url.prefix}{path}"

    def read(self, path: str) -> bytes | None:
        with self._told("get", path):
            try:
                content: bytes = self._client.get_object(**self._key(path))["Body"].read()
            except ClientError as e:
                if _status(e) == _MISSING and _code(e) != "NoSuchBucket":
                    return None
                raise
        return content

    def exists(self, path: str) -> bool:
        return self._metadata(path) is not None

    def names(self, folder: str) -> list[str]:
        """What lies in the folder itself, a request for each thousand; nothing where none is."""
        prefix = f"{self._url.prefix}{folder}/"
        with self._told("list", folder):
            pages = self._client.get_paginator("list_objects_v2").paginate(
                Bucket=self._url.bucket, Prefix=prefix, Delimiter="/"
            )
            return [
                found["Key"].removeprefix(prefix)
                for page in pages
                for found in page.get("Contents", [])
            ]

    def put(self, path: str, content: bytes) -> None:
        with self._told("put", path):
            self._client.put_object(**self._key(path), Body=content)

    def put_new(self, path: str, content: bytes) -> bool:
        """Puts it unless there is one.

        A refusal may be the answer to a repetition of one's own put whose first answer got lost,
        and no answer says nothing: then whose object is there decides, which its metadata tell.

        :return: false when another's is there
        """
        put_id = str(uuid.uuid4())
        attempt = 1
        while (won := self._try_to_put(path, content, put_id, attempt)) is None:
            time.sleep(min(2.0, 0.025 * 2**attempt))
            attempt += 1
        return won

    def _try_to_put(self, path: str, content: bytes, put_id: str, attempt: int) -> bool | None:
        """One try; none when nothing is there and another try may put it."""
        with self._told("put", path):
            try:
                self._creator.put_object(
                    **self._key(path), Body=content, Metadata={_PUT_ID: put_id}
                )
            except _ERRORS as e:
                if not _is_undecided(e):
                    raise
                there = self._metadata(path)
                if there is None and attempt == _ATTEMPTS:
                    raise
                return None if there is None else there.get(_PUT_ID) == put_id
        return True

    def delete(self, path: str) -> None:
        with self._told("delete", path):
            self._client.delete_object(**self._key(path))

    def _metadata(self, path: str) -> dict[str, str] | None:
        """The object's own; none when there is no such object."""
        with self._told("look for", path):
            try:
                metadata = self._client.head_object(**self._key(path))["Metadata"]
            except ClientError as e:
                if _status(e) == _MISSING:
                    return None
                raise
        # Stores differ in the case that they answer with.
        return {name.lower(): value for name, value in metadata.items()}

    def _key(self, path: str) -> dict[str, str]:
        return {"Bucket": self._url.bucket, "Key": self._url.prefix + path}

    # Two threads that come first may each make a client, of which one is dropped.
    @property
    def _client(self) -> Any:
        if self._connected is None:
            self._connected = self._connect()
        return self._connected

    @property
    def _creator(self) -> Any:
        """Puts only where there is none; botocore before 1.35 has no parameter for that."""
        if self._conditional is None:
            client = self._connect()
            client.meta.events.register("before-call.s3.PutObject", _on_condition)
            self._conditional = client
        return self._conditional

    def _connect(self) -> Any:
        """A client; what the connection says of it wins over what is usual here."""
        connection = self._url.connection
        said = S3Hook(aws_conn_id=connection).conn_config.botocore_config
        config = PATIENCE.merge(said) if said else PATIENCE
        return S3Hook(aws_conn_id=connection, config=config).get_conn()

    @contextmanager
    def _told(self, verb: str, path: str) -> Iterator[None]:
        """What the client raises becomes a :class:`StoreError`, without what may hold a secret."""
        try:
            yield
        except _ERRORS as e:
            why = f"it answers {_code(e)}" if isinstance(e, ClientError) else type(e).__name__
            raise StoreError(f"cannot {verb} {self.shown(path)}: {why}") from e


def _on_condition(params: dict[str, Any], **_: Any) -> None:
    params["headers"]["If-None-Match"] = "*"


def _answer(error: Any) -> dict[str, Any]:
    """What the store answered; empty when it did not."""
    return getattr(error, "response", None) or {}


def _status(error: Any) -> int:
    return int(_answer(error).get("ResponseMetadata", {}).get("HTTPStatusCode", 0))


def _code(error: Any) -> str:
    return str(_answer(error).get("Error", {}).get("Code", ""))


def _is_undecided(error: Any) -> bool:
    """Whether an object may be there now, this one or another's."""
    status = _status(error)
    if not _answer(error):
        return True
    return status in _UNDECIDED or (status >= _SERVER_ERROR and status != _NOT_IMPLEMENTED)
