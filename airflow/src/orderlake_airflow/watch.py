"""Looking after one request until it has ended, in a task or in the triggerer."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from orderlake_airflow.protocol import (
    Heartbeat,
    MalformedError,
    Request,
    Result,
    RunRequests,
    Stage,
    State,
)
from orderlake_airflow.text import one_line

_GRACE = timedelta(seconds=10)
_STAGES_BEFORE_ASKING_AGAIN = 2


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
        requests: RunRequests,
        request: Request,
        deadline: datetime,
        log: logging.Logger,
    ) -> None:
        self._requests = requests
        self._request = request
        self._deadline = deadline
        self._log = log
        self._told: str | None = None
        self._looks = 0
        self._stages_gone = 0
        self._unreadable_since: datetime | None = None

    def look(self, now: datetime) -> Result | GaveUp | None:
        """One look; none as long as there is something to wait for.

        :param now: with its zone
        """
        try:
            seen = self._seen(now)
        except (MalformedError, OSError) as e:
            return self._unreadable(e, now)
        self._unreadable_since = None
        return seen

    def _seen(self, now: datetime) -> Result | GaveUp | None:
        is_over = now >= self._deadline
        looks_at_stage = is_over or self._looks % self._requests.looks_per_stage == 0
        self._looks += 1
        # The runner publishes the result before it deletes the claim: in this order nothing can be
        # missed.
        stage = self._requests.stage(self._request.run_id) if looks_at_stage else None
        result = self._requests.result(self._request.run_id)
        if result is not None:
            return self._withdrawn(result) or result
        if stage is None:
            return None
        if is_over:
            return self._give_up(stage, now)
        if stage is Stage.GONE:
            return self._ask_again()
        self._stages_gone = 0
        self._tell(stage, now)
        return None

    def _unreadable(self, error: Exception, now: datetime) -> GaveUp | None:
        """A shared file system may show a file before all of its bytes: that passes."""
        self._unreadable_since = self._unreadable_since or now
        if now < min(self._unreadable_since + _GRACE, self._deadline):
            return None
        return GaveUp(str(error), retryable=isinstance(error, OSError))

    def _ask_again(self) -> GaveUp | None:
        self._stages_gone += 1
        if self._stages_gone < _STAGES_BEFORE_ASKING_AGAIN:
            return None
        withdrawn = self._withdrawn()
        if withdrawn is None:
            self._log.warning(
                "the request %s has vanished without a result; asking again", self._request.run_id
            )
            self._requests.submit(self._request)
            self._stages_gone = 0
        return withdrawn

    def _withdrawn(self, result: Result | None = None) -> GaveUp | None:
        """Whether somebody has taken the request back for good, e.g. an earlier try that was
        cleared; it is rejected then if it was put there once more.
        """
        if result is not None and result.state is not State.REJECTED:
            return None
        if not self._requests.is_used_up(self._request.run_id):
            return None
        return GaveUp(
            f"the request {self._request.run_id} was withdrawn by somebody else;"
            " the next try asks under another id",
            retryable=True,
        )

    def _tell(self, stage: Stage, now: datetime) -> None:
        runner = self._requests.runner()
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
        run_id, runner = self._request.run_id, self._requests.runner()
        if stage is Stage.GONE:
            return GaveUp(
                f"the request {run_id} was gone without a result when the time for it was over;"
                " the next try asks again",
                retryable=True,
            )
        if not self._requests.withdraw(run_id):
            return GaveUp(
                f"the run {run_id} was still under way when the time for it was over; it goes on,"
                " and the next try finds its result",
                retryable=True,
            )
        if runner is None or not runner.is_fresh(now):
            why = f"no runner was active on {self._requests.lake} ({_last_heartbeat(runner)})"
        else:
            why = f"the runner {runner.who} did not come to it"
        return GaveUp(
            f"the request {run_id} was not served in time and is withdrawn: {why}", retryable=True
        )


def _last_heartbeat(runner: Heartbeat | None) -> str:
    if runner is None:
        return "there is no heartbeat of one"
    return f"the last heartbeat is of {runner.who} at {runner.shown_at:%Y-%m-%d %H:%M:%S %Z}"
