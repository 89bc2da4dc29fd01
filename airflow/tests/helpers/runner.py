"""The other side of the protocol, without a lake: claims requests and answers as it was told."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from helpers.contracts import result_sample
from orderlake_airflow.protocol import Request, TriggerDirectory
from system.waiting import wait_for

Answer = Callable[[Request], dict[str, Any]]


def succeeded(request: Request) -> dict[str, Any]:
    """The answer of a run that went well."""
    name = "gold-succeeded" if request.job == "gold" else "silver-succeeded"
    return result_sample(name, run_id=request.run_id, job=request.job)


def failed(name: str = "failed-for-good") -> Answer:
    """The answer of a run that did not."""
    return lambda request: result_sample(name, run_id=request.run_id, job=request.job)


class ScriptedRunner:
    """Serves requests on a thread of its own, by rename, in the order of the protocol's steps."""

    def __init__(self, directory: TriggerDirectory) -> None:
        self._path = directory.path
        self._answers: dict[str, list[Answer]] = {}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self.served: list[Request] = []

    def answers(self, job: str, *answers: Answer) -> None:
        """What to answer to this job, one request after the other; then, that it succeeded."""
        self._answers[job] = list(answers)

    def __enter__(self) -> ScriptedRunner:
        for folder in ("pending", "claimed", "results", "tmp"):
            (self._path / folder).mkdir(parents=True, exist_ok=True)
        self._thread.start()
        return self

    def __exit__(self, *unused: object) -> None:
        self._stop.set()
        self._thread.join()

    def _serve(self) -> None:
        while not self._stop.wait(0.02):
            show_runner(self._path)
            for file in sorted((self._path / "pending").glob("*.json")):
                self._run(file)

    def _run(self, file: Path) -> None:
        claim = self._path / "claimed" / file.name
        try:
            file.rename(claim)
        except FileNotFoundError:
            return
        request = Request.parse(claim.read_bytes())
        self.served.append(request)
        script = self._answers.get(request.job, [])
        publish(self._path, (script.pop(0) if script else succeeded)(request))
        claim.unlink()


def heartbeat(busy_with: str | None = None, shown_at: str | None = None) -> dict[str, Any]:
    """What an active runner shows of itself."""
    now = datetime.now(timezone.utc).isoformat()
    return {
        "epoch": 3,
        "who": "4711@here",
        "since": now,
        "shown_at": shown_at or now,
        "busy_with": busy_with,
    }


def show_runner(triggers: Path, busy_with: str | None = None, shown_at: str | None = None) -> None:
    """Renews the runner's heartbeat."""
    _rename_into(triggers, triggers / "runner.json", json.dumps(heartbeat(busy_with, shown_at)))


def publish(triggers: Path, result: dict[str, Any]) -> None:
    """Publishes a result whole."""
    (triggers / "results").mkdir(parents=True, exist_ok=True)
    _rename_into(triggers, triggers / "results" / f"{result['run_id']}.json", json.dumps(result))


def _rename_into(triggers: Path, file: Path, text: str) -> None:
    written = triggers / "tmp" / f"{file.name}.{os.getpid()}.{threading.get_ident()}"
    written.parent.mkdir(parents=True, exist_ok=True)
    written.write_text(text)
    written.rename(file)


def until(condition: Callable[[], bool], what: str) -> None:
    """Waits for something that will happen on another thread.

    :raises AssertionError: when it never happens
    """
    wait_for(what, condition, pause=0.02)
