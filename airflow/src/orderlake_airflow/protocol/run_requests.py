"""What a requester can do, wherever requests and results pass."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from orderlake_airflow.protocol.heartbeat import Heartbeat
from orderlake_airflow.protocol.request import Request
from orderlake_airflow.protocol.result import Result
from orderlake_airflow.protocol.strict_json import MalformedError


class Stage(Enum):
    """Where the runner has a request."""

    PENDING = "pending"
    CLAIMED = "claimed"
    GONE = "gone"
    """In neither place: ended, withdrawn, or never asked."""


class RunRequests(Protocol):
    """The requests of a lake, seen by who asks. Every call may be repeated.

    :raises OSError: from every method, when the store fails
    """

    @property
    def lake(self) -> str:
        """Where the lake lies: a directory, or a URL."""

    @property
    def look_interval(self) -> float:
        """Seconds between two looks for a result that cost little there."""

    @property
    def looks_per_stage(self) -> int:
        """How many looks for a result go by before a request's stage is looked at, too."""

    def submit(self, request: Request) -> bool:
        """Asks, unless it was asked already; durable when it returns.

        :return: false when the request waits, is being served or has its result
        """

    def withdraw(self, run_id: str) -> bool:
        """Takes a request back.

        :return: true when it will never run; false when a runner has it, or had it
        """

    def is_used_up(self, run_id: str) -> bool:
        """Whether that id was withdrawn for good, so that asking under it is refused."""

    def stage(self, run_id: str) -> Stage:
        """Where the request is; look for its result after this, not before."""

    def result(self, run_id: str) -> Result | None:
        """How the run ended, none as long as it has not.

        :raises MalformedError: when the result is damaged; the message names it
        """

    def runner(self) -> Heartbeat | None:
        """The heartbeat of the runner that is or was active; none when there is no readable one."""


def parse_result(content: bytes, run_id: str, where: str) -> Result:
    """The result of that run.

    :param where: what it was read from, for people
    :raises MalformedError: when it is damaged, or another run's
    """
    try:
        result = Result.parse(content)
        if result.run_id != run_id:
            raise MalformedError(f"it is of the run {result.run_id}")
    except MalformedError as e:
        raise MalformedError(
            f"the result {where} is damaged: {e}. Delete it and clear the task: the runner"
            " publishes it again from its journal"
        ) from e
    return result
