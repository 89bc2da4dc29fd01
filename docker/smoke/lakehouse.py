"""The lake and Airflow, seen from the host as a user sees them."""

from __future__ import annotations

import base64
import http.client
import json
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

from smoke.commands import PATIENCE, PROJECT, StackError, output

if TYPE_CHECKING:
    from pathlib import Path

    from smoke.stack import Stack

_LAUNCHER = str(PROJECT / "orderlake")
_DAG = "order_events_lakehouse"


def publish(port: int, count: int) -> None:
    """Synthetic orders, from the host to the port that is published there."""
    output(_LAUNCHER, "produce", "--bootstrap", f"127.0.0.1:{port}", "--count", str(count))


def metrics(port: int) -> dict[str, float]:
    """What the lake's metrics say now, by sample; nothing while nobody answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=PATIENCE) as answer:
            lines = answer.read().decode().splitlines()
    except OSError:
        return {}
    samples = (line.rpartition(" ") for line in lines if not line.startswith("#"))
    return {name: float(value) for name, _, value in samples}


def console(port: int, token: str) -> dict[str, Any]:
    """What the console shows of the flow, to who has its token."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        headers = {"Accept": "application/json", "Cookie": f"orderlake-{port}={token}"}
        connection.request("GET", "/", headers=headers)
        shown: dict[str, Any] = json.load(connection.getresponse())
    finally:
        connection.close()
    return shown


class Lake:
    """A lake, read with the launcher on the host."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._answers: dict[tuple[str, ...], Any] = {}

    def _ask(self, *arguments: str) -> Any:
        return json.loads(output(_LAUNCHER, *arguments, "--json", "--data", str(self._data)))

    def _ask_newest(self, command: str) -> Any:
        """What is answered of the newest lake version; asked once of each: it takes a JVM."""
        versions = (self._data / "runs" / "lake-versions").glob("*.json")
        key = (command, max((file.name for file in versions), default=""))
        if key not in self._answers:
            self._answers[key] = self._ask(command)
        return self._answers[key]

    def version(self) -> int:
        published = self._ask_newest("status")["lake"]
        return int(published["version"]) if published else 0

    def refined(self) -> int:
        """Events in Silver since the beginning."""
        return int(self._ask_newest("status")["lake"]["totals"]["refined"])

    def read(self) -> int:
        """Events that Silver has read since the beginning."""
        published = self._ask_newest("status")["lake"]
        return int(published["totals"]["read"]) if published else 0

    def stored(self) -> int:
        """Events in Bronze."""
        return _stored(self._ask("status"))

    def gold_events(self) -> list[int]:
        """By Gold table, the events that it counts."""
        return [int(table["total"]["events"]) for table in self._ask_newest("gold")["tables"]]

    def revenue(self, version: int) -> list[str]:
        """By Gold table, the sum of all revenue at a lake version."""
        gold = self._ask("gold", "--as-of", str(version))
        return [str(table["total"]["revenue"]) for table in gold["tables"]]

    def claimed(self) -> list[str]:
        """Run ids that the runner is working on."""
        return [f.stem for f in (self._data / "triggers" / "claimed").glob("*.json")]

    def has_result(self, run_id: str) -> bool:
        return (self._data / "triggers" / "results" / f"{run_id}.json").exists()

    def catch_a_run(self, job: str, patience: float = PATIENCE) -> str:
        """Returns at once when a run of the job has been claimed and has no result yet."""
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            for run in self.claimed():
                if job in run and not self.has_result(run):
                    return run
            time.sleep(0.005)
        raise StackError(f"no run of {job} began within {patience:.0f} s")


class BucketLake:
    """The lake of the profile ``cluster``, read from within: nobody outside reaches its store."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack

    def _status(self) -> Any:
        # A run that failed and has not passed yet is no failure to tell how far the lake is.
        status = "orderlake status --json || test $? = 75"
        return json.loads(self._stack.in_container("bucket-runner", "bash", "-c", status))

    def stored(self) -> int:
        """Events in Bronze."""
        return _stored(self._status())

    def is_all_in_gold(self) -> bool:
        """Whether Silver has read all of Bronze, and Gold all of Silver."""
        status = self._status()
        published = status["lake"]
        return (
            published is not None
            and int(published["totals"]["read"]) >= _stored(status)
            and all(projection["behind"] == 0 for projection in status["projections"])
        )

    def failures(self) -> list[str]:
        """What the runner has said of runs that failed."""
        return [line for line in self._said() if " failed" in line or " broken off" in line]

    def has_said(self, words: str) -> bool:
        """Whether the runner has told people that."""
        return any(words in line for line in self._said())

    def _said(self) -> list[str]:
        return self._stack.compose("logs", "--no-log-prefix", "bucket-runner").splitlines()


def _stored(status: Any) -> int:
    bronze = status["bronze"]
    return sum(int(offset) for offset in bronze["next_offsets"].values()) if bronze else 0


class Airflow:
    """Airflow's REST API."""

    def __init__(self, port: int, password: str) -> None:
        self._url = f"http://127.0.0.1:{port}/api/v1"
        self._basic = base64.b64encode(f"admin:{password}".encode()).decode()

    def _get(self, path: str) -> Any:
        headers = {"Authorization": f"Basic {self._basic}"}
        request = urllib.request.Request(self._url + path, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)
        except (OSError, urllib.error.URLError) as e:
            raise StackError(f"Airflow does not answer {path}: {e}") from e

    def import_errors(self) -> list[str]:
        return [error["stack_trace"] for error in self._get("/importErrors")["import_errors"]]

    def succeeded(self) -> int:
        """Runs of the lake's DAG that ended well."""
        return int(self._get(f"/dags/{_DAG}/dagRuns?state=success&limit=1")["total_entries"])
