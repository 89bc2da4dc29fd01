"""Where things lie: the project's directory and, below the lake's, all that Airflow keeps."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from orderlake_airflow.local.trouble import CONFIG, STORE, Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

PROJECT = Path(__file__).resolve().parents[4]

# One of these is in every lake: its register, or what a lake before it had one began with.
_TRACES = ("lake.json", "bronze", "triggers")


@dataclass(frozen=True)
class Layout:
    """The paths of one lake. ``data`` is absolute."""

    data: Path

    @property
    def root(self) -> Path:
        return self.data / "airflow"

    @property
    def home(self) -> Path:
        """Airflow's own home: its configuration file, process ids."""
        return self.root / "home"

    @property
    def cluster(self) -> Path:
        """PostgreSQL's data directory."""
        return self.root / "postgres"

    @property
    def secrets(self) -> Path:
        return self.root / "secrets.json"

    @property
    def lock(self) -> Path:
        return self.root / "lock"

    @property
    def processes(self) -> Path:
        """Which processes run, for whoever has to end those of a supervisor that was killed."""
        return self.root / "processes.json"

    @property
    def task_logs(self) -> Path:
        return self.data / "logs" / "airflow-tasks"

    def log(self, part: str) -> Path:
        return self.data / "logs" / f"airflow-{part}.log"

    def check(self) -> None:
        """Refuses a directory that is no lake's, before anything is made in it."""
        if not any((self.data / name).exists() for name in _TRACES):
            raise Trouble(
                f"there is no lake in {self.data}; start one with `orderlake up`, or name another"
                " directory with --data DIR"
            )

    def make(self) -> None:
        """Makes the directories; others may pass through, as PostgreSQL's own user must."""
        try:
            for directory in (self.root, self.home, self.task_logs):
                directory.mkdir(parents=True, exist_ok=True)
            self.root.chmod(0o711)
            self.home.chmod(0o700)
        except OSError as e:
            raise Trouble(
                f"cannot write to {self.root} ({e}); make the directory writable, or choose"
                " another with --data DIR",
                STORE,
            ) from e


def find_data(option: str | None, environment: Mapping[str, str]) -> Path:
    """The lake's directory, found as the other roles find it.

    ``--data`` starts at the working directory; ``ORDERLAKE_DATA`` and the setting ``data`` start
    at the project's.
    """
    if option is not None:
        return _from_home(option).absolute()
    named = environment.get("ORDERLAKE_DATA") or _configured(environment) or "data"
    return Path(os.path.normpath(PROJECT / _from_home(named)))


def _from_home(path: str) -> Path:
    """A shell leaves the ~ of ``--data=~/lake`` as it is, and nobody reads that of a file."""
    return Path(path).expanduser() if path == "~" or path.startswith("~/") else Path(path)


def _configured(environment: Mapping[str, str]) -> str | None:
    named = environment.get("ORDERLAKE_CONFIG")
    file = Path(named) if named else PROJECT / "orderlake.yaml"
    if not named and not file.exists():
        return None
    try:
        settings = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
        value = settings.get("data")
    except (OSError, AttributeError, yaml.YAMLError) as e:
        # Not the error's text: it quotes the file, which may hold a secret.
        raise Trouble(
            f"cannot read the configuration file {file} ({type(e).__name__}); correct it, or name"
            " the lake's directory with --data DIR",
            CONFIG,
        ) from e
    return None if value is None else str(value)


def lock_digest() -> str:
    """Names the set of packages that Airflow runs with."""
    lock = PROJECT / "airflow" / "requirements" / "airflow.txt"
    return hashlib.sha256(lock.read_bytes()).hexdigest()
