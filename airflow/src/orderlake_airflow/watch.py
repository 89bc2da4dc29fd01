"""Looking after one request until it has ended, in a task or in the triggerer."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from orderlake_airflow.protocol import Heartbeat, MalformedError, Request, Result, TriggerDirectory
from orderlake_airflow.protocol.directory import Stage
from orderlake_airflow.text import one_line

_GRACE = timedelta(seconds=10)
_LOOKS_BEFORE_ASKING_AGAIN = 2


@dataclass(frozen=True)
class GaveUp:
    """Nothing more is waited for.

    :param reason: what was waited for, why it is not there, what to do
    :param retryable: false when a later try would meet the same
    """

    reason: str
    retryable: bool


class RunWatch:
    """Looks after one request. What people should know of the waiting goes to the log, once."""

    def __init__(
        self,
        directory: TriggerDirectory,
        request: Request,
        deadline: datetime,
        log: logging.Logger,
    ) -> None:
        self._directory = directory
        self._request = request
        self._deadline = deadline
        self._log = log
        self._told: str | None = None
        self._looks_without_file = 0
        self._unreadable_since: datetime | None = None

    def look(self, now: datetime) -> Result | GaveUp | None:
        """One look; none as long as there is something to wait for.

        :param now: with its zone
        """
        try:
            # The runner publishes the result before it deletes the claim: in this order none of
            # the files can be missed.
            stage = self._directory.stage(self._request.run_id)
            result = self._directory.result(self._request.run_id)
        except (MalformedError, OSError) as e:
            return self._unreadable(e, now)
        self._unreadable_since = None
        if result is not None:
            return result
        if now >= self._deadline:
            return self._give_up(stage, now)
        if stage is Stage.GONE:
            self._ask_again()
        else:
            self._looks_without_file = 0
            self._tell(stage, now)
        return None

    def _unreadable(self, error: Exception, now: datetime) -> GaveUp | None:
        """A shared file system may show a file before all of its bytes: that passes."""
        self._unreadable_since = self._unreadable_since or now
        if now < min(self._unreadable_since + _GRACE, self._deadline):
            return None
        return GaveUp(str(error), retryable=isinstance(error, OSError))

    def _ask_again(self) -> None:
        self._looks_without_file += 1
        if self._looks_without_file >= _LOOKS_BEFORE_ASKING_AGAIN:
            self._log.warning(
                "the request %s has vanished without a result; asking again", self._request.run_id
            )
            self._directory.submit(self._request)
            self._looks_without_file = 0

    def _tell(self, stage: Stage, now: datetime) -> None:
        runner = self._directory.runner()
        if runner is None or not runner.is_fresh(now):
            self._tell_once(
                logging.WARNING,
                f"no runner is active on this lake ({_last_heartbeat(runner)}); the request waits."
                " Start one with `orderlake runner` or `orderlake up`",
            )
        elif stage is Stage.CLAIMED:
            self._tell_once(logging.INFO, f"the runner {runner.who} is at it")
        else:
            busy = f"is busy with {runner.busy_with}" if runner.busy_with else "is free"
            self._tell_once(logging.INFO, f"the request waits; the runner {runner.who} {busy}")

    def _tell_once(self, level: int, sentence: str) -> None:
        if sentence != self._told:
            self._log.log(level, one_line(sentence))
            self._told = sentence

    def _give_up(self, stage: Stage, now: datetime) -> GaveUp:
        run_id, runner = self._request.run_id, self._directory.runner()
        if stage is Stage.GONE:
            return GaveUp(
                f"the request {run_id} was gone without a result when the time for it was over;"
                " the next try asks again",
                retryable=True,
            )
        if not self._directory.withdraw(run_id):
            return GaveUp(
                f"the run {run_id} was still under way when the time for it was over; it goes on,"
                " and the next try finds its result",
                retryable=True,
            )
        if runner is None or not runner.is_fresh(now):
            why = f"no runner was active on {self._directory.path} ({_last_heartbeat(runner)})"
        else:
            why = f"the runner {runner.who} did not come to it"
        return GaveUp(
            f"the request {run_id} was not served in time and is withdrawn: {why}", retryable=True
        )


def _last_heartbeat(runner: Heartbeat | None) -> str:
    if runner is None:
        return "there is no heartbeat of one"
    return f"the last heartbeat is of {runner.who} at {runner.shown_at:%Y-%m-%d %H:%M:%S %Z}"
