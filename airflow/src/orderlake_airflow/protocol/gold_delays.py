"""How long records had waited until Gold counted them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from orderlake_airflow.protocol.strict_json import MalformedError, StrictObject

_BOUND = re.compile(r"[1-9][0-9]{0,14}")


@dataclass(frozen=True)
class GoldDelays:
    """From Kafka timestamps to the publication of a lake version.

    :param up_to_millis: how many had waited up to so long, and longer than the next smaller bound
    :param longer: how many had waited longer than any bound
    :param millis: how long they had waited together
    """

    up_to_millis: Mapping[int, int]
    longer: int
    millis: int

    @staticmethod
    def read(fields: StrictObject) -> GoldDelays:
        up_to = fields.nested("up_to_millis").each(_records)
        delays = GoldDelays(
            {int(bound): records for bound, records in up_to.items()},
            fields.whole("longer", 0),
            fields.whole("millis", 0),
        )
        fields.nothing_else()
        return delays


def _records(bounds: StrictObject, bound: str) -> int:
    if _BOUND.fullmatch(bound) is None:
        raise MalformedError(f"'{bound}' is no number of milliseconds")
    return bounds.whole(bound, 0)
