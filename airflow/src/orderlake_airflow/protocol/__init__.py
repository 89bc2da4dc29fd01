"""The trigger protocol, version 1: its two files, and where they pass, a directory or a bucket.

``docs/protocol.md`` is the text, ``contracts/trigger-protocol`` the schemas with samples. Nothing
in this package knows Airflow.
"""

from orderlake_airflow.protocol.directory import TriggerDirectory
from orderlake_airflow.protocol.gold_delays import GoldDelays
from orderlake_airflow.protocol.heartbeat import Heartbeat
from orderlake_airflow.protocol.lineage import Lineage, OffsetRange, Versions
from orderlake_airflow.protocol.objects import TriggerObjects
from orderlake_airflow.protocol.request import BadRequestError, Request
from orderlake_airflow.protocol.result import Counts, Failure, Result, State, TableState
from orderlake_airflow.protocol.run_id import RunIdentity
from orderlake_airflow.protocol.run_requests import RunRequests, Stage
from orderlake_airflow.protocol.strict_json import MalformedError

__all__ = [
    "BadRequestError",
    "Counts",
    "Failure",
    "GoldDelays",
    "Heartbeat",
    "Lineage",
    "MalformedError",
    "OffsetRange",
    "Request",
    "Result",
    "RunIdentity",
    "RunRequests",
    "Stage",
    "State",
    "TableState",
    "TriggerDirectory",
    "TriggerObjects",
    "Versions",
]
