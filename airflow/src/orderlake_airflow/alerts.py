"""Telling people: the log always, a webhook and mail where they are configured."""

from __future__ import annotations

import json
import logging
import urllib.request
from dataclasses import asdict, dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from orderlake_airflow import settings
from orderlake_airflow.text import one_line

if TYPE_CHECKING:
    from orderlake_airflow.compat import Context

_LOG = logging.getLogger(__name__)
_WEBHOOK_SECONDS = 10


@dataclass(frozen=True)
class Alert:
    """What people are to know; the webhook gets it as a JSON object with these fields.

    :param severity: ``error`` or ``warning``
    :param text: what happened, in a sentence; also what chat tools show
    :param log_url: where more is to be read
    """

    severity: str
    text: str
    dag_id: str
    run_id: str
    task_id: str
    log_url: str


def task_failed(context: Context) -> None:
    """Tells that a task has failed for good; a callback for ``on_failure_callback``."""
    ti = context["ti"]
    why = context.get("exception") or "it ended without a word"
    send(alert_of(context, "error", f"{ti.dag_id}.{ti.task_id} failed: {why}"))


def alert_of(context: Context, severity: str, text: str) -> Alert:
    """An alert about the task that is running."""
    ti = context["ti"]
    return Alert(severity, one_line(text), ti.dag_id, ti.run_id, ti.task_id, ti.log_url)


def send(alert: Alert) -> None:
    """Sends it everywhere. What cannot be sent is logged, and fails nothing."""
    _LOG.log(
        logging.ERROR if alert.severity == "error" else logging.WARNING,
        "ALERT (%s) %s",
        alert.severity,
        alert.text,
    )
    for address, channel in (
        (settings.alert_webhook(), _post),
        (settings.alert_email(), _mail),
    ):
        if address is None:
            continue
        try:
            channel(address, alert)
        except Exception as e:
            # Neither the address nor the error's own text: both may hold the webhook's secret.
            _LOG.error("the alert could not be sent by %s: %s", channel.__doc__, type(e).__name__)


def _post(url: str, alert: Alert) -> None:
    """webhook"""
    if urlsplit(url).scheme not in ("http", "https"):
        raise settings.SettingError("[orderlake] alert_webhook must be an http or https URL")
    request = urllib.request.Request(  # noqa: S310 - the scheme is checked above
        url,
        json.dumps(asdict(alert)).encode(),
        {"Content-Type": "application/json", "User-Agent": "orderlake"},
    )
    with urllib.request.urlopen(request, timeout=_WEBHOOK_SECONDS):  # noqa: S310
        pass


def _mail(to: str, alert: Alert) -> None:
    """mail"""
    from airflow.utils.email import send_email

    subject = f"[Orderlake] {alert.severity}: {alert.dag_id}.{alert.task_id}"
    send_email(
        [address.strip() for address in to.split(",")],
        subject,
        f"<p>{escape(alert.text)}</p>"
        f"<p>Run {escape(alert.run_id)}: <a href='{escape(alert.log_url)}'>log</a></p>",
    )
