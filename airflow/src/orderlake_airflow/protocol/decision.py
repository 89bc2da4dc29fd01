"""What was decided of a request on an object store."""

from __future__ import annotations

import json
from enum import Enum

from orderlake_airflow.protocol.request import Request
from orderlake_airflow.protocol.strict_json import MalformedError, parse_object


class Decision(Enum):
    """Who was first."""

    CLAIMED = "claimed"
    """The runner: the request runs, and is not withdrawn any more."""
    WITHDRAWN = "withdrawn"
    """The requester: nothing ever runs under this id."""

    @staticmethod
    def parse(content: bytes) -> Decision:
        """Reads ``decided/<run_id>.json``.

        :raises MalformedError: when a field is missing, unknown or of the wrong type
        """
        fields = parse_object(content)
        word = fields.text("decision")
        try:
            decision = Decision(word)
        except ValueError:
            raise MalformedError(f"unknown decision '{word}'") from None
        if decision is Decision.CLAIMED:
            fields.whole("epoch", 0)
            Request.read(fields.nested("request"))
        fields.nothing_else()
        return decision


WITHDRAWAL = json.dumps({"decision": Decision.WITHDRAWN.value}).encode()
"""The content of a withdrawal."""
