"""Where things lie: the project's directory and, below the lake's, all that Airflow keeps."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from orderlake_airflow.local.trouble import STORE, Trouble

if TYPE_CHECKING:
    from orderlake_airflow.local.configuration import StoredLake

PROJECT = Path(__file__).resolve().parents[4]

# One of these is in every lake: its register, or what a lake before it had one began with.
_TRACES = ("lake.json", "bronze", "triggers")


@dataclass(frozen=True)
class Layout:
    """The paths of one lake.

    :param data: absolute
    :param store: where the lake lies when it is not in ``data``
    """

    data: Path
    store: StoredLake | None = None

    @property
    def lake(self) -> str:
        """Where the lake lies, for people."""
        return self.store.root if self.store else str(self.data)

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
        if self.store is None and not any((self.data / name).exists() for name in _TRACES):
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


def lock_digest() -> str:
    """Names the set of packages that Airflow runs with."""
    lock = PROJECT / "airflow" / "requirements" / "airflow.txt"
    return hashlib.sha256(lock.read_bytes()).hexdigest()
