"""The directory through which requests and results pass."""

from __future__ import annotations

import os
import tempfile
from enum import Enum
from pathlib import Path

from orderlake_airflow.protocol.heartbeat import Heartbeat
from orderlake_airflow.protocol.request import Request
from orderlake_airflow.protocol.result import Result
from orderlake_airflow.protocol.run_id import is_run_id
from orderlake_airflow.protocol.strict_json import MalformedError


class Stage(Enum):
    """Where the runner has a request."""

    PENDING = "pending"
    CLAIMED = "claimed"
    GONE = "gone"
    """In neither place: ended, withdrawn, or never asked."""


class TriggerDirectory:
    """``triggers/`` of a lake, seen by who asks. Every call may be repeated.

    :raises OSError: from every method, when the file system fails
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def path(self) -> Path:
        return self._path

    def submit(self, request: Request) -> bool:
        """Asks, unless it was asked already; durable when it returns.

        :return: false when the request waits, is being served or has its result
        """
        run_id = request.run_id
        if self.stage(run_id) is not Stage.GONE or self.result_file(run_id).exists():
            return False
        for folder in ("tmp", "pending"):
            (self._path / folder).mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix="airflow-", dir=self._path / "tmp")
        with os.fdopen(descriptor, "wb") as file:
            os.fchmod(descriptor, 0o644)
            file.write(request.to_json())
            file.flush()
            os.fsync(descriptor)
        Path(name).rename(self._file(Stage.PENDING, run_id))
        _flush_directory(self._path / "pending")
        return True

    def withdraw(self, run_id: str) -> bool:
        """Takes a request back.

        :return: true when it will never run; false when a runner has it, or had it
        """
        try:
            self._file(Stage.PENDING, run_id).unlink()
        except FileNotFoundError:
            return False
        return True

    def stage(self, run_id: str) -> Stage:
        """Where the request is; look for its result after this, not before."""
        for stage in (Stage.PENDING, Stage.CLAIMED):
            if self._file(stage, run_id).exists():
                return stage
        return Stage.GONE

    def result(self, run_id: str) -> Result | None:
        """How the run ended, none as long as it has not.

        :raises MalformedError: when the result's file is damaged; the message names it
        """
        file = self.result_file(run_id)
        try:
            result = Result.parse(file.read_bytes())
            if result.run_id != run_id:
                raise MalformedError(f"it is of the run {result.run_id}")
        except FileNotFoundError:
            return None
        except MalformedError as e:
            raise MalformedError(
                f"the result {file} is damaged: {e}. Delete it and clear the task: the runner"
                " publishes it again from its journal"
            ) from e
        return result

    def result_file(self, run_id: str) -> Path:
        return self._inside("results", run_id)

    def runner(self) -> Heartbeat | None:
        """The heartbeat of the runner that is or was active; none when there is no readable one."""
        try:
            return Heartbeat.parse((self._path / "runner.json").read_bytes())
        except (FileNotFoundError, MalformedError):
            return None

    def _file(self, stage: Stage, run_id: str) -> Path:
        return self._inside(stage.value, run_id)

    def _inside(self, folder: str, run_id: str) -> Path:
        if not is_run_id(run_id):
            raise ValueError(f"'{run_id}' is not a run id")
        return self._path / folder / f"{run_id}.json"


def _flush_directory(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
