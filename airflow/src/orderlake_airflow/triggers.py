"""What the triggerer waits for when tasks defer.

Both triggers hold nothing but what they serialise, so a triggerer that dies loses nothing: the next
one starts them again and they look again.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timezone
from typing import Any

from orderlake_airflow.bronze_watch import BronzeWatch, NothingToDo
from orderlake_airflow.compat import BaseTrigger, TriggerEvent
from orderlake_airflow.lake import LakeProgress
from orderlake_airflow.metadata import task_still_waits_for
from orderlake_airflow.places import lake_files, run_requests
from orderlake_airflow.protocol import Request, RunRequests
from orderlake_airflow.watch import GaveUp, RunWatch


class LakehouseRunTrigger(BaseTrigger):
    """Fires when a run has ended, or when the time for it is over.

    The event is ``{"run_id", "gave_up", "retryable"}``; ``gave_up`` is none when there is a result.

    :param lake: where the lake lies, see :func:`orderlake_airflow.settings.lake`
    :param request: the request's JSON; it is asked again if it vanishes
    :param deadline: ISO 8601 with offset
    :param poll_interval: seconds
    """

    def __init__(self, lake: str, request: str, deadline: str, poll_interval: float) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.lake = lake
        self.request = request
        self.deadline = deadline
        self.poll_interval = poll_interval

    def serialize(self) -> tuple[str, dict[str, Any]]:
        return _serialized(self, "lake", "request", "deadline", "poll_interval")

    async def run(self) -> AsyncIterator[TriggerEvent]:
        # The first one in a process imports the store's client.
        requests = await asyncio.to_thread(run_requests, self.lake)
        request = Request.parse(self.request)
        deadline = datetime.fromisoformat(self.deadline)
        watch = RunWatch(requests, request, deadline, self.log)
        try:
            while (seen := await asyncio.to_thread(watch.look, _now())) is None:
                await asyncio.sleep(self.poll_interval)
        except asyncio.CancelledError:
            await asyncio.shield(asyncio.to_thread(self._cancelled, requests, request.run_id))
            raise
        gave_up = seen if isinstance(seen, GaveUp) else None
        yield TriggerEvent(
            {
                "run_id": request.run_id,
                "gave_up": gave_up and gave_up.reason,
                "retryable": gave_up and gave_up.retryable,
            }
        )

    def _cancelled(self, requests: RunRequests, run_id: str) -> None:
        """Withdraws the request of a task that was failed or cleared.

        Not that of a triggerer that stops: the next one goes on waiting.
        """
        if not task_still_waits_for(self) and requests.withdraw(run_id):
            self.log.info("withdrew the request %s: it will not run", run_id)


class BronzeTrigger(BaseTrigger):
    """Fires when the lake has something to do, or when nothing more is waited for.

    The event is ``{"progress": {…}, "sentence"}`` when there is something to do, otherwise
    ``{"skip": reason}``.

    :param lake: where the lake lies, see :func:`orderlake_airflow.settings.lake`
    :param dag_id: whose runs started by hand are given way
    :param not_before: ISO 8601 with offset, see :class:`BronzeWatch`; so is the deadline
    :param poll_interval: seconds
    """

    def __init__(
        self, lake: str, dag_id: str, not_before: str, deadline: str, poll_interval: float
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.lake = lake
        self.dag_id = dag_id
        self.not_before = not_before
        self.deadline = deadline
        self.poll_interval = poll_interval

    def serialize(self) -> tuple[str, dict[str, Any]]:
        return _serialized(self, "lake", "dag_id", "not_before", "deadline", "poll_interval")

    async def run(self) -> AsyncIterator[TriggerEvent]:
        files = await asyncio.to_thread(lake_files, self.lake)
        watch = BronzeWatch(
            LakeProgress(files),
            self.dag_id,
            datetime.fromisoformat(self.not_before),
            datetime.fromisoformat(self.deadline),
        )
        while (seen := await asyncio.to_thread(watch.look, _now())) is None:
            await asyncio.sleep(self.poll_interval)
        if isinstance(seen, NothingToDo):
            yield TriggerEvent({"skip": seen.reason})
        else:
            yield TriggerEvent({"progress": seen.as_json(), "sentence": seen.sentence()})


def _serialized(trigger: BaseTrigger, *fields: str) -> tuple[str, dict[str, Any]]:
    cls = type(trigger)
    return f"{cls.__module__}.{cls.__qualname__}", {name: getattr(trigger, name) for name in fields}


def _now() -> datetime:
    return datetime.now(timezone.utc)
