"""Alerts, received by a real HTTP server and a real SMTP dialogue on loopback."""

from __future__ import annotations

import email
import http.server
import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, ClassVar

import pytest
from airflow.models.taskinstance import TaskInstance
from airflow.utils.state import TaskInstanceState

from helpers.runner import ScriptedRunner, failed
from helpers.tasks import a_dag, a_task_instance, run
from orderlake_airflow import alerts
from orderlake_airflow.alerts import Alert
from orderlake_airflow.operators import RunLakehouseJob

ALERT = Alert("error", "silver failed: why", "a_dag", "a_run", "silver", "http://127.0.0.1/log")


class Webhook(http.server.BaseHTTPRequestHandler):
    """Keeps what is posted."""

    posted: ClassVar[list[dict[str, Any]]] = []
    status = 200

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.posted.append(json.loads(body))
        self.send_response(self.status)
        self.end_headers()

    def log_message(self, *unused: object) -> None:
        pass


class Mailbox(socketserver.StreamRequestHandler):
    """Speaks as much SMTP as a client needs to leave one mail."""

    mails: ClassVar[list[str]] = []

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline():
            if line.upper().startswith(b"DATA"):
                self.wfile.write(b"354 go on\r\n")
                lines = iter(self.rfile.readline, b".\r\n")
                self.mails.append(b"".join(lines).decode())
            self.wfile.write(b"250 ok\r\n")


@contextmanager
def serving(handler: Any) -> Iterator[int]:
    """A server on a free port of the loopback address."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def webhook(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Webhook]]:
    class OwnWebhook(Webhook):
        posted: ClassVar[list[dict[str, Any]]] = []

    with serving(OwnWebhook) as port:
        url = f"http://127.0.0.1:{port}/hook?token=geheim"
        monkeypatch.setenv("AIRFLOW__ORDERLAKE__ALERT_WEBHOOK", url)
        yield OwnWebhook


def test_the_webhook_gets_the_alert_as_json(webhook: type[Webhook]) -> None:
    alerts.send(ALERT)
    assert webhook.posted == [
        {
            "severity": "error",
            "text": "silver failed: why",
            "dag_id": "a_dag",
            "run_id": "a_run",
            "task_id": "silver",
            "log_url": "http://127.0.0.1/log",
        }
    ]


def test_mail_goes_to_everybody_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Mailbox) as port:
        for name, value in (("HOST", "127.0.0.1"), ("PORT", str(port)), ("STARTTLS", "False")):
            monkeypatch.setenv(f"AIRFLOW__SMTP__SMTP_{name}", value)
        monkeypatch.setenv("AIRFLOW__ORDERLAKE__ALERT_EMAIL", "a@example.org, b@example.org")
        alerts.send(ALERT)
    assert len(Mailbox.mails) == 1
    assert "[Orderlake] error: a_dag.silver" in Mailbox.mails[0]
    assert "To: a@example.org, b@example.org" in Mailbox.mails[0]


def test_what_an_event_holds_is_no_part_of_the_mail_s_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with serving(Mailbox) as port:
        for name, value in (("HOST", "127.0.0.1"), ("PORT", str(port)), ("STARTTLS", "False")):
            monkeypatch.setenv(f"AIRFLOW__SMTP__SMTP_{name}", value)
        monkeypatch.setenv("AIRFLOW__ORDERLAKE__ALERT_EMAIL", "a@example.org")
        alerts.send(replace(ALERT, text="city <img src=x> is wrong"))
    mail = email.message_from_string(Mailbox.mails[-1])
    page = next(part for part in mail.walk() if part.get_content_type() == "text/html")
    assert b"<p>city &lt;img src=x&gt; is wrong</p>" in page.get_payload(decode=True)


def test_what_cannot_be_sent_fails_nothing_and_shows_no_secret(
    webhook: type[Webhook], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "status", 500)
    alerts.send(ALERT)
    assert "could not be sent by webhook: HTTPError" in caplog.text
    monkeypatch.setenv("AIRFLOW__ORDERLAKE__ALERT_WEBHOOK", "file:///etc/passwd?geheim")
    alerts.send(ALERT)
    assert "could not be sent by webhook: SettingError" in caplog.text
    assert "geheim" not in caplog.text


@pytest.mark.usefixtures("metadata", "lake")
def test_a_task_that_failed_for_good_is_told_with_what_the_runner_said(
    request: pytest.FixtureRequest, webhook: type[Webhook], runner: ScriptedRunner
) -> None:
    runner.answers("silver", failed("failed-retryable"), failed("failed-for-good"))
    ti = a_silver_instance(request.node.name)
    assert run(ti).state == TaskInstanceState.UP_FOR_RETRY
    assert webhook.posted == []
    assert run(ti).state == TaskInstanceState.FAILED
    assert len(webhook.posted) == 1
    assert webhook.posted[0]["text"].startswith(
        "a_dag.silver failed: silver failed (conservation): read 1000 records but"
    )
    assert webhook.posted[0]["task_id"] == "silver"


def a_silver_instance(test: str) -> TaskInstance:
    with a_dag():
        task = RunLakehouseJob(
            task_id="silver",
            job="silver",
            poll_interval=0.02,
            deferrable=False,
            on_failure_callback=alerts.task_failed,
        )
    return a_task_instance(task, test)
