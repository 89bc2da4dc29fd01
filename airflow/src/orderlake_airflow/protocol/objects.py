"""The objects through which requests and results of a lake on an object store pass."""

from __future__ import annotations

from typing import Protocol

from orderlake_airflow.protocol.decision import WITHDRAWAL, Decision
from orderlake_airflow.protocol.heartbeat import Heartbeat
from orderlake_airflow.protocol.request import BadRequestError, Request
from orderlake_airflow.protocol.result import Result
from orderlake_airflow.protocol.run_id import checked_run_id
from orderlake_airflow.protocol.run_requests import Stage, parse_result
from orderlake_airflow.protocol.strict_json import MalformedError


class ObjectStore(Protocol):
    """A lake's objects, by their paths in it; one request for each call.

    :raises OSError: from every method, when the store fails
    """

    @property
    def location(self) -> str:
        """The lake's URL."""

    def shown(self, path: str) -> str:
        """The object's URL, for people."""

    def read(self, path: str) -> bytes | None:
        """The object's content; none when there is no such object."""

    def exists(self, path: str) -> bool:
        """Whether there is such an object."""

    def put(self, path: str, content: bytes) -> None:
        """Puts it, in the place of one that may be there."""

    def put_new(self, path: str, content: bytes) -> bool:
        """Puts it unless there is one.

        :return: false when another's is there
        """

    def delete(self, path: str) -> None:
        """Removes it, if it is there."""


class TriggerObjects:
    """Requests as objects below ``triggers/`` of a lake; a :class:`RunRequests`.

    The other side is the runner's ``ObjectTriggerInbox``; who claims and who withdraws decide it by
    putting one new object, ``decided/<run_id>.json``.
    """

    look_interval = 1.0
    looks_per_stage = 10

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    @property
    def lake(self) -> str:
        return self._store.location

    def submit(self, request: Request) -> bool:
        run_id = request.run_id
        if self.stage(run_id) is not Stage.GONE or self._store.exists(_path("results", run_id)):
            return False
        self._store.put(_path("pending", run_id), request.to_json())
        return True

    def withdraw(self, run_id: str) -> bool:
        """Takes the request away before it decides, so that what lies there under an id that was
        withdrawn was put there again.
        """
        pending = _path("pending", run_id)
        if not self._store.exists(pending) or self._decision(run_id) is Decision.CLAIMED:
            return False
        self._store.delete(pending)
        return self._store.put_new(_path("decided", run_id), WITHDRAWAL) or self.is_used_up(run_id)

    def is_used_up(self, run_id: str) -> bool:
        return self._decision(run_id) is Decision.WITHDRAWN

    def _decision(self, run_id: str) -> Decision | None:
        """What was decided of the request; none while it is open."""
        path = _path("decided", run_id)
        content = self._store.read(path)
        if content is None:
            return None
        try:
            return Decision.parse(content)
        except (MalformedError, BadRequestError) as e:
            raise MalformedError(f"the decision {self._store.shown(path)} is damaged: {e}") from e

    def stage(self, run_id: str) -> Stage:
        # A claim is put before the request is taken out of pending: in this order none is missed.
        for stage in (Stage.PENDING, Stage.CLAIMED):
            if self._store.exists(_path(stage.value, run_id)):
                return stage
        return Stage.GONE

    def result(self, run_id: str) -> Result | None:
        path = _path("results", run_id)
        content = self._store.read(path)
        return None if content is None else parse_result(content, run_id, self._store.shown(path))

    def runner(self) -> Heartbeat | None:
        content = self._store.read("triggers/runner.json")
        try:
            return None if content is None else Heartbeat.parse(content)
        except MalformedError:
            return None


def _path(folder: str, run_id: str) -> str:
    return f"triggers/{folder}/{checked_run_id(run_id)}.json"
