"""The active runner's heartbeat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from orderlake_airflow.protocol.strict_json import parse_object

STALE = timedelta(seconds=10)
"""The age from which on a heartbeat says that its runner is gone."""


@dataclass(frozen=True)
class Heartbeat:
    """What the active runner shows of itself every second. Advice to people, nothing more.

    :param who: process and host
    :param shown_at: by the runner's clock
    :param busy_with: the id of the run under way
    """

    who: str
    shown_at: datetime
    busy_with: str | None

    def is_fresh(self, now: datetime) -> bool:
        return now - self.shown_at < STALE

    @staticmethod
    def parse(text: str | bytes) -> Heartbeat:
        """Reads ``runner.json``.

        :raises MalformedError: when it is damaged
        """
        fields = parse_object(text)
        return Heartbeat(
            fields.text("who"), fields.instant("shown_at"), fields.text_or_none("busy_with")
        )
