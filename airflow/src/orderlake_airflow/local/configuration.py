"""What of Orderlake's configuration Airflow needs: which lake is meant, and how to reach it."""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from orderlake_airflow.local.layout import PROJECT
from orderlake_airflow.local.trouble import CONFIG, Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONNECTION = "orderlake_lake"
_HADOOP = "spark.conf.spark.hadoop."
_HADOOP_VARIABLE = "ORDERLAKE_SPARK_CONF_SPARK_HADOOP_"
_ENCRYPTIONS = ("encryption.algorithm", "server-side-encryption-algorithm")
_OF_ENVIRONMENT = re.compile(r"\$\{env\.(\w+)(?::?-([^}]*))?\}")
_IN_AN_ADDRESS = re.compile("//[^/]*@")
_STORE = re.compile(r"s3a://[^/@?#]+(?:/[^?#]*)?")


@dataclass(frozen=True)
class StoredLake:
    """A lake on an object store, and how it is reached.

    :param root: e.g. ``s3a://bucket/orders``, without a slash at its end
    :param hadoop: what Hadoop's ``s3a`` is told, under its own names; may hold secrets
    """

    root: str
    hadoop: Mapping[str, str]

    def variables(self) -> dict[str, str]:
        """The environment variables by which Airflow learns all that."""
        return {
            "AIRFLOW__ORDERLAKE__LAKE": self.root.replace("s3a://", f"s3://{_CONNECTION}@"),
            f"AIRFLOW_CONN_{_CONNECTION.upper()}": json.dumps(self._connection()),
        }

    def _connection(self) -> dict[str, Any]:
        """Without keys it is the machine's role, or the environment's credentials, that count."""
        extra: dict[str, Any] = {
            "endpoint_url": self._endpoint(),
            "region_name": self._of("endpoint.region"),
            "aws_session_token": self._of("session.token"),
        }
        if self._says("path.style.access", "true"):
            extra["config_kwargs"] = {"s3": {"addressing_style": "path"}}
        connection = {
            "conn_type": "aws",
            "login": self._of("access.key"),
            "password": self._of("secret.key"),
            "extra": {name: value for name, value in extra.items() if value is not None},
        }
        return {name: value for name, value in connection.items() if value is not None}

    def encryption(self) -> str | None:
        """The setting that has objects encrypted as they are put; none where the store decides."""
        return next((name for name in _ENCRYPTIONS if self._of(name)), None)

    def _endpoint(self) -> str | None:
        endpoint = self._of("endpoint")
        if endpoint is None or "://" in endpoint:
            return endpoint
        plain = self._says("connection.ssl.enabled", "false")
        return f"{'http' if plain else 'https'}://{endpoint}"

    def _says(self, name: str, word: str) -> bool:
        return (self._of(name) or "").strip().lower() == word

    def _of(self, name: str) -> str | None:
        """What is said for this bucket alone wins over what is said for all."""
        bucket = self.root.removeprefix("s3a://").partition("/")[0]
        of_bucket = f"fs.s3a.bucket.{bucket}.{name}"
        return self.hadoop.get(of_bucket) or self.hadoop.get(f"fs.s3a.{name}") or None


@dataclass(frozen=True)
class Configuration:
    """The settings of the configuration file and, before these, of the environment.

    :param file: those of the file, by dotted key
    """

    file: Mapping[str, str]
    environment: Mapping[str, str]

    @classmethod
    def read(cls, option: str | None, environment: Mapping[str, str]) -> Configuration:
        """Those in force.

        :param option: the file that the command line names
        :raises Trouble: when the file cannot be read
        """
        named = option or environment.get("ORDERLAKE_CONFIG")
        file = _from_home(named) if named else PROJECT / "orderlake.yaml"
        if not named and not file.exists():
            return cls({}, environment)
        try:
            text = file.read_text(encoding="utf-8")
            # Every value as it is written, as the other roles read it: no objects, no numbers.
            settings = _flat(yaml.load(text, Loader=yaml.BaseLoader) or {})  # noqa: S506
        except (OSError, AttributeError, UnicodeDecodeError, yaml.YAMLError) as e:
            # Not the error's text: it quotes the file, which may hold a secret.
            raise Trouble(
                f"cannot read the configuration file {file} ({type(e).__name__}); correct it, or"
                " name another one with --config FILE",
                CONFIG,
            ) from e
        return cls(settings, environment)

    def lake(self, option: str | None) -> StoredLake | None:
        """The lake on an object store that is meant; none where it is one in a directory.

        :raises Trouble: when that is no place for lakes
        """
        root = option if option is not None else self._of("lake")
        root = (root or "").strip().rstrip("/")
        if not root:
            return None
        shown = _IN_AN_ADDRESS.sub("//…@", root)
        if root.startswith("gs://"):
            raise Trouble(
                f"Airflow does not reach the lake {shown}: it asks stores with S3's interface only;"
                " have the built-in watcher ask",
                CONFIG,
            )
        if not _STORE.fullmatch(root):
            raise Trouble(
                f"lake {shown} is not the root of a lake on an object store; expected e.g."
                " s3a://bucket/orders",
                CONFIG,
            )
        lake = StoredLake(root, self._hadoop())
        encryption = lake.encryption()
        if encryption:
            raise Trouble(
                f"Airflow does not encrypt what it puts as fs.s3a.{encryption} says; have the"
                " bucket encrypt by default and leave the setting away, or have the built-in"
                " watcher ask",
                CONFIG,
            )
        return lake

    def data(self, option: str | None, lake: StoredLake | None) -> Path:
        """The lake's directory, found as the other roles find it; of a lake on an object store,
        what this machine keeps of it.

        ``--data`` starts at the working directory, the setting ``data`` at the project's.
        """
        if option is not None:
            return _from_home(option).absolute()
        named = self._of("data")
        if named is None and lake is not None:
            named = f"data/{_local_name(lake.root)}"
        return Path(os.path.normpath(PROJECT / _from_home(named or "data")))

    def _of(self, key: str) -> str | None:
        return self.environment.get(f"ORDERLAKE_{key.upper()}") or self.file.get(key) or None

    def _hadoop(self) -> dict[str, str]:
        of_file = {
            key.removeprefix(_HADOOP): value
            for key, value in self.file.items()
            if key.startswith(_HADOOP)
        }
        of_environment = {
            name.removeprefix(_HADOOP_VARIABLE).lower().replace("_", "."): value
            for name, value in self.environment.items()
            if name.startswith(_HADOOP_VARIABLE)
        }
        return {name: self._filled(value) for name, value in (of_file | of_environment).items()}

    def _filled(self, value: str) -> str:
        """As Hadoop fills in what is taken from the environment: what is unknown stays."""
        return _OF_ENVIRONMENT.sub(
            lambda named: self.environment.get(named[1]) or named[2] or named[0], value
        )


def _flat(settings: Mapping[str, Any], before: str = "") -> dict[str, str]:
    """Nested keys become dotted ones; what is no text is nothing that is asked for here."""
    flat: dict[str, str] = {}
    for key, value in settings.items():
        if isinstance(value, str):
            flat[before + key] = value
        elif isinstance(value, dict):
            flat |= _flat(value, f"{before}{key}.")
    return flat


def _local_name(root: str) -> str:
    """What a lake's directory among those of other lakes is called, by all roles."""
    digest = hashlib.sha256(root.encode()).hexdigest()
    return f"{root.rpartition('/')[2]}-{digest[:12]}"


def _from_home(path: str) -> Path:
    """A shell leaves the ~ of ``--data=~/lake`` as it is, and nobody reads that of a file."""
    return Path(path).expanduser() if path == "~" or path.startswith("~/") else Path(path)
