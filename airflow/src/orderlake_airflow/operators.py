"""The operator that has the runner do a job."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, NoReturn

from orderlake_airflow import report, settings
from orderlake_airflow.compat import AirflowException, AirflowFailException, BaseOperator
from orderlake_airflow.places import run_requests
from orderlake_airflow.protocol import (
    BadRequestError,
    MalformedError,
    Request,
    Result,
    RunIdentity,
    RunRequests,
    State,
)
from orderlake_airflow.text import one_line
from orderlake_airflow.triggers import LakehouseRunTrigger
from orderlake_airflow.watch import GaveUp, RunWatch

if TYPE_CHECKING:
    from orderlake_airflow.compat import Context

_XCOM_RETURN = "return_value"
_LONGEST_NAME = 200


class RunLakehouseJob(BaseOperator):
    """Asks the runner for a job and ends as the runner says.

    Green when the run succeeded, red with the runner's own message when it did not.

    The request's run id comes from DAG, run, task and the number of runs that did not succeed so
    far, or whose requests were withdrawn for good. So a task that is tried again after its worker
    was lost finds the request under way, or its result; only a run that failed is asked for anew,
    and a task that is cleared after it succeeded finds that it has.

    The result is pushed to XCom as JSON (:func:`orderlake_airflow.report.as_json`), on failure too.

    :param job: what to run, e.g. ``silver``
    :param job_params: the job's parameters, text, whole numbers or truth values; templated, and a
        template that renders to the text of a JSON object is taken for that object
    :param run_timeout: how long one try waits for the result; a request that no runner has claimed
        by then is withdrawn
    :param poll_interval: seconds between two looks; by default what costs little: 0.25 for a lake
        in a directory, 1 for one on an object store
    :param deferrable: leave the waiting to the triggerer; by default as
        :func:`orderlake_airflow.settings.deferrable` says
    """

    template_fields = ("job_params",)
    ui_color = "#d7e8f7"

    def __init__(
        self,
        *,
        job: str,
        job_params: Mapping[str, Any] | str | None = None,
        run_timeout: timedelta = timedelta(hours=1),
        poll_interval: float | None = None,
        deferrable: bool | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.job = job
        self.job_params = job_params
        self.run_timeout = run_timeout
        self.poll_interval = poll_interval
        self.deferrable = settings.deferrable() if deferrable is None else deferrable
        self._asked: str | None = None

    def execute(self, context: Context) -> dict[str, Any]:
        requests = run_requests(settings.lake())
        run_id, ended = self._current_run(requests, _identity(context))
        if ended is not None:
            self.log.info("the run %s has succeeded before this try; nothing to ask", run_id)
            return self._conclude(ended, context)
        request = self._request(run_id, context)
        self._asked = run_id
        if requests.submit(request):
            self.log.info("asked for %s as run %s", self.job, run_id)
        else:
            self.log.info("found the request %s of an earlier try", run_id)
        deadline = datetime.now(timezone.utc) + self.run_timeout
        interval = self.poll_interval or requests.look_interval
        if self.deferrable:
            self.defer(
                trigger=LakehouseRunTrigger(
                    requests.lake,
                    request.to_json().decode(),
                    deadline.isoformat(),
                    interval,
                ),
                method_name="resume",
            )
        return self._wait(RunWatch(requests, request, deadline, self.log), interval, context)

    def resume(self, context: Context, event: dict[str, Any]) -> dict[str, Any]:
        """Goes on after the triggerer has seen the end."""
        if event["gave_up"] is not None:
            self._fail(GaveUp(event["gave_up"], event["retryable"]))
        result = run_requests(settings.lake()).result(event["run_id"])
        if result is None:
            raise AirflowException(f"the result of {event['run_id']} was there and is gone")
        return self._conclude(result, context)

    def on_kill(self) -> None:
        """Takes the request back if no runner has claimed it."""
        if self._asked is None:
            return
        try:
            if run_requests(settings.lake()).withdraw(self._asked):
                self.log.info("withdrew the request %s: it will not run", self._asked)
            else:
                self.log.info("the run %s is claimed or over, and cannot be withdrawn", self._asked)
        except (OSError, MalformedError) as e:  # an error here would keep the task from ending
            self.log.warning("the request %s is not withdrawn: %s", self._asked, e)

    def _current_run(
        self, requests: RunRequests, identity: RunIdentity
    ) -> tuple[str, Result | None]:
        """The id to ask under, and its result if it has succeeded already."""
        attempt = 1
        try:
            while True:
                result = requests.result(identity.run_id(attempt))
                if result is not None and result.state is State.SUCCEEDED:
                    return result.run_id, result
                if result is None and not requests.is_used_up(identity.run_id(attempt)):
                    break
                attempt += 1
        except MalformedError as e:
            raise AirflowFailException(str(e)) from e
        return identity.run_id(attempt), None

    def _request(self, run_id: str, context: Context) -> Request:
        try:
            return Request(
                run_id,
                self.job,
                f"airflow: {context['ti'].dag_id}"[:_LONGEST_NAME],
                datetime.now(timezone.utc),
                self._params(),
            )
        except BadRequestError as e:
            raise AirflowFailException(f"the job {self.job} cannot be asked for: {e}") from e

    def _params(self) -> Mapping[str, Any]:
        params = self.job_params
        if isinstance(params, str):
            try:
                params = json.loads(params or "{}")
            except json.JSONDecodeError as e:
                raise BadRequestError(f"job_params is not JSON: {params!r} ({e})") from e
        if params is None:
            return {}
        if not isinstance(params, Mapping):
            raise BadRequestError(f"job_params must be an object, not {params!r}")
        return params

    def _wait(self, watch: RunWatch, interval: float, context: Context) -> dict[str, Any]:
        while (seen := watch.look(datetime.now(timezone.utc))) is None:
            time.sleep(interval)
        self._asked = None
        if isinstance(seen, GaveUp):
            self._fail(seen)
        return self._conclude(seen, context)

    def _conclude(self, result: Result, context: Context) -> dict[str, Any]:
        self.log.info("the runner says:\n%s", report.as_table(result))
        if result.failure is None:
            return report.as_json(result)
        context["ti"].xcom_push(key=_XCOM_RETURN, value=report.as_json(result))
        raise _ending(result.failure.retryable)(
            f"{self.job} {result.state.value} ({result.failure.category}):"
            f" {one_line(result.failure.message)} [run {result.run_id}]"
        )

    def _fail(self, gave_up: GaveUp) -> NoReturn:
        raise _ending(gave_up.retryable)(gave_up.reason)


def _ending(retryable: bool) -> type[AirflowException]:  # noqa: FBT001
    return AirflowException if retryable else AirflowFailException


def _identity(context: Context) -> RunIdentity:
    ti = context["ti"]
    return RunIdentity(ti.dag_id, ti.run_id, ti.task_id, ti.map_index)
