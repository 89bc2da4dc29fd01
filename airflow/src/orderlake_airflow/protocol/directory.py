"""The directory through which requests and results pass."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from orderlake_airflow.protocol.heartbeat import Heartbeat
from orderlake_airflow.protocol.request import Request
from orderlake_airflow.protocol.result import Result
from orderlake_airflow.protocol.run_id import checked_run_id
from orderlake_airflow.protocol.run_requests import Stage, parse_result
from orderlake_airflow.protocol.strict_json import MalformedError


class TriggerDirectory:
    """Requests as files in ``triggers/`` of a lake's directory; a :class:`RunRequests`.

    :param lake: the lake's directory
    """

    look_interval = 0.25
    looks_per_stage = 1

    def __init__(self, lake: Path) -> None:
        self._lake = lake
        self._path = lake / "triggers"

    @property
    def lake(self) -> str:
        return str(self._lake)

    @property
    def path(self) -> Path:
        """The trigger directory."""
        return self._path

    def submit(self, request: Request) -> bool:
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
        try:
            self._file(Stage.PENDING, run_id).unlink()
        except FileNotFoundError:
            return False
        return True

    def is_used_up(self, run_id: str) -> bool:
        return False  # what was withdrawn is as if it had never been asked

    def stage(self, run_id: str) -> Stage:
        for stage in (Stage.PENDING, Stage.CLAIMED):
            if self._file(stage, run_id).exists():
                return stage
        return Stage.GONE

    def result(self, run_id: str) -> Result | None:
        file = self.result_file(run_id)
        try:
            return parse_result(file.read_bytes(), run_id, str(file))
        except FileNotFoundError:
            return None

    def result_file(self, run_id: str) -> Path:
        return self._inside("results", run_id)

    def runner(self) -> Heartbeat | None:
        try:
            return Heartbeat.parse((self._path / "runner.json").read_bytes())
        except (FileNotFoundError, MalformedError):
            return None

    def _file(self, stage: Stage, run_id: str) -> Path:
        return self._inside(stage.value, run_id)

    def _inside(self, folder: str, run_id: str) -> Path:
        return self._path / folder / f"{checked_run_id(run_id)}.json"


def _flush_directory(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
