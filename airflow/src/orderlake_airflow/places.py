"""Where lakes lie: in a directory, or in a bucket."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from orderlake_airflow.lake import DirectoryFiles, LakeFiles
from orderlake_airflow.protocol import RunRequests, TriggerDirectory, TriggerObjects

if TYPE_CHECKING:
    from orderlake_airflow.s3 import S3Objects

_ON_S3 = re.compile("s3a?://")


class MissingProviderError(RuntimeError):
    """What is needed to reach the lake is not installed; the message says what."""


def is_on_s3(location: str) -> bool:
    return _ON_S3.match(location) is not None


def lake_files(location: str) -> LakeFiles:
    """The files of the lake that lies there.

    :param location: a directory, absolute, or ``s3://CONNECTION@BUCKET/PREFIX``
    :raises ValueError: when it is a URL that cannot be understood
    :raises MissingProviderError: when it is a bucket and Airflow's provider for AWS is not there
    """
    return _s3(location) if is_on_s3(location) else DirectoryFiles(Path(location))


def run_requests(location: str) -> RunRequests:
    """The requests of the lake that lies there; parameter and errors as of :func:`lake_files`."""
    if is_on_s3(location):
        return TriggerObjects(_s3(location))
    return TriggerDirectory(Path(location))


def _s3(location: str) -> S3Objects:
    try:
        from orderlake_airflow.s3 import S3Objects
    except ModuleNotFoundError as e:
        raise MissingProviderError(
            f"{location} is reached through Airflow's provider for AWS: install"
            " apache-airflow-providers-amazon, or this package with its extra `s3`"
        ) from e
    return S3Objects(location)
