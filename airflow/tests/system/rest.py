"""Airflow's REST API, as a program outside would use it."""

from __future__ import annotations

import ast
import base64
import json
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import Any

from system.waiting import PATIENCE

DAG = "order_events_lakehouse"


@dataclass(frozen=True)
class AirflowApi:
    """Signed in with name and password on every call."""

    url: str
    user: str
    password: str

    def runs(self, state: str) -> list[str]:
        """The ids of the DAG's runs in that state, oldest first."""
        answer = self._json(f"dags/{DAG}/dagRuns?state={state}&order_by=start_date&limit=100")
        return [run["dag_run_id"] for run in answer["dag_runs"]]

    def task_states(self, run: str) -> dict[str, str]:
        answer = self._json(f"{_run(run)}/taskInstances")
        return {task["task_id"]: task["state"] for task in answer["task_instances"]}

    def result(self, run: str, task: str) -> dict[str, Any]:
        """What the task pushed to XCom; this API answers with Python's text of it."""
        entry = self._json(f"{_run(run)}/taskInstances/{task}/xcomEntries/return_value")
        value: dict[str, Any] = ast.literal_eval(entry["value"])
        return value

    def datasets_of(self, run: str) -> set[str]:
        """The datasets that this run has told others to be new."""
        answer = self._json(f"datasets/events?source_run_id={urllib.parse.quote(run)}")
        return {event["dataset_uri"] for event in answer["dataset_events"]}

    def log(self, run: str, task: str, attempt: int) -> str:
        path = f"{_run(run)}/taskInstances/{task}/logs/{attempt}?full_content=true"
        return self._get(path, "text/plain").decode()

    def _json(self, path: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self._get(path, "application/json"))
        return answer

    def _get(self, path: str, kind: str) -> bytes:
        token = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        request = urllib.request.Request(
            f"{self.url}/api/v1/{path}", headers={"Authorization": f"Basic {token}", "Accept": kind}
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            content: bytes = answer.read()
            return content


def _run(run: str) -> str:
    return f"dags/{DAG}/dagRuns/{urllib.parse.quote(run)}"
