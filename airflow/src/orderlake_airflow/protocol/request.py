"""Requests: what is asked of the runner."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from orderlake_airflow.protocol.run_id import is_run_id
from orderlake_airflow.protocol.strict_json import StrictObject, parse_object

PROTOCOL = 1
MOST_BYTES = 64 * 1024

Param = str | int | bool
"""What a parameter's value may be; the runner takes it as its text."""


class BadRequestError(ValueError):
    """What is asked cannot be written as a request; the message says why."""


@dataclass(frozen=True)
class Request:
    """One run that is asked for.

    :param run_id: the idempotence key; asking again under it is the same request
    :param job: what to run; the runner refuses jobs that it does not know
    :param requested_by: for people
    :param requested_at: with its zone; orders the requests that wait
    :param params: the job's own
    :raises BadRequestError: when the protocol does not allow a value
    """

    run_id: str
    job: str
    requested_by: str
    requested_at: datetime
    params: Mapping[str, Param] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not is_run_id(self.run_id):
            raise BadRequestError(f"'{self.run_id}' is not a run id: [A-Za-z0-9._-]{{1,200}}")
        for name, text in (("job", self.job), ("requested_by", self.requested_by)):
            if not re.search(r"\S", text) or len(text) > 200:
                raise BadRequestError(f"{name} must have 1 to 200 characters, not '{text}'")
        if self.requested_at.tzinfo is None:
            raise BadRequestError("requested_at must have a zone")
        for name, value in self.params.items():
            if not isinstance(value, Param):
                raise BadRequestError(
                    f"the parameter {name} must be text, a whole number or a truth value,"
                    f" not {value!r}"
                )
        if len(self.to_json()) > MOST_BYTES:
            raise BadRequestError(f"the request is larger than {MOST_BYTES} bytes")

    def to_json(self) -> bytes:
        """The file's content."""
        fields = {
            "protocol": PROTOCOL,
            "run_id": self.run_id,
            "job": self.job,
            "requested_by": self.requested_by,
            "requested_at": self.requested_at.isoformat(timespec="milliseconds"),
            "params": dict(self.params),
        }
        return json.dumps(fields, ensure_ascii=False, indent=2).encode()

    @staticmethod
    def parse(text: str | bytes) -> Request:
        """Reads what :meth:`to_json` wrote.

        :raises MalformedError: when a field is missing, unknown or of the wrong type
        :raises BadRequestError: when a value is not allowed
        """
        fields = parse_object(text)
        if fields.whole("protocol", 1) != PROTOCOL:
            raise BadRequestError(f"it does not speak protocol {PROTOCOL}")
        return Request.read(fields)

    @staticmethod
    def read(fields: StrictObject) -> Request:
        """The request in an object that holds nothing else.

        :raises MalformedError: when a field is missing, unknown or of the wrong type
        :raises BadRequestError: when a value is not allowed
        """
        request = Request(
            fields.text("run_id"),
            fields.text("job"),
            fields.text("requested_by"),
            fields.instant("requested_at"),
            fields.nested("params").each(StrictObject.scalar),
        )
        fields.nothing_else()
        return request
