"""Results: how runs ended, as the runner says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from orderlake_airflow.protocol.gold_delays import GoldDelays
from orderlake_airflow.protocol.lineage import Lineage
from orderlake_airflow.protocol.request import PROTOCOL
from orderlake_airflow.protocol.run_id import is_run_id
from orderlake_airflow.protocol.strict_json import MalformedError, StrictObject, parse_object
from orderlake_airflow.protocol.tables import table_count, table_fields

_RETRYABLE = {
    "infrastructure": True,
    "corruption": False,
    "conservation": False,
    "rule": False,
    "request": False,
    "internal": False,
}


class State(Enum):
    """How a run ended."""

    SUCCEEDED = "succeeded"
    """Done, and visible to readers."""
    FAILED = "failed"
    """Begun; nothing was published."""
    REJECTED = "rejected"
    """Never begun."""


@dataclass(frozen=True)
class Failure:
    """Why a run did not succeed.

    :param category: a word of the protocol, e.g. ``corruption``
    :param message: what was attempted, what went wrong, what to do
    :param retryable: the same work may succeed later, under a new run id
    :param differences: of an audit, how much of a table differs, by the tables of which some does
    """

    category: str
    message: str
    retryable: bool
    differences: Mapping[str, int] = field(default_factory=dict)

    @staticmethod
    def read(fields: StrictObject) -> Failure:
        failure = Failure(
            fields.text("category"),
            fields.text("message"),
            fields.truth("retryable"),
            fields.nested("differences").each(table_count) if fields.has("differences") else {},
        )
        fields.nothing_else()
        if failure.category not in _RETRYABLE:
            raise MalformedError(f"unknown failure category '{failure.category}'")
        if failure.retryable != _RETRYABLE[failure.category]:
            raise MalformedError(f"retryable does not go with the category {failure.category}")
        return failure


@dataclass(frozen=True)
class Counts:
    """What a run did; all zero unless it succeeded.

    ``lines = refined + quarantined + duplicates``. A line with two reasons counts under both.

    :param read: records read from Bronze
    :param lines: of these records, as many as there are records unless some were taken apart
    :param upkeep: files and bytes that maintenance replaced, wrote or removed; empty otherwise
    :param judged_by_rule_set: records read, by the version of the rules; empty when none were
    """

    read: int
    lines: int
    refined: int
    quarantined: int
    duplicates: int
    quarantined_by_reason: Mapping[str, int]
    warnings: Mapping[str, int]
    events_folded: int
    cells_changed: Mapping[str, int]
    upkeep: Mapping[str, int]
    judged_by_rule_set: Mapping[str, int]

    @staticmethod
    def parse(fields: StrictObject) -> Counts:
        def count(of: StrictObject, name: str) -> int:
            return of.whole(name, 0)

        read = count(fields, "read")
        counts = Counts(
            read,
            fields.whole("lines", read) if fields.has("lines") else read,
            count(fields, "refined"),
            count(fields, "quarantined"),
            count(fields, "duplicates"),
            fields.nested("quarantined_by_reason").each(count),
            fields.nested("warnings").each(count),
            count(fields, "events_folded"),
            fields.nested("cells_changed").each(count),
            fields.nested("upkeep").each(count) if fields.has("upkeep") else {},
            fields.nested("judged_by_rule_set").each(count)
            if fields.has("judged_by_rule_set")
            else {},
        )
        fields.nothing_else()
        return counts


@dataclass(frozen=True)
class TableState:
    """Where a table stands.

    :param version: its Delta version
    :param position: how far it has read the table before it; -1 for nothing
    """

    version: int
    position: int

    @staticmethod
    def read(tables: StrictObject, path: str) -> TableState:
        fields = table_fields(tables, path)
        state = TableState(fields.whole("version", 0), fields.whole("position", -1))
        fields.nothing_else()
        return state


@dataclass(frozen=True)
class Result:
    """How one run ended.

    :param attempt: how often runners began it; 0 when rejected
    :param tables: by path, as readers see them after the run; empty unless it succeeded
    :param lake_version: what readers see after the run; none unless it succeeded
    :param failure: none if it succeeded
    :param lineage: what it read and wrote; none when it published nothing
    :param gold_delays: how long records had waited for it; none when Gold counts none since
    """

    run_id: str
    job: str | None
    state: State
    attempt: int
    epoch: int
    started_at: datetime
    finished_at: datetime
    counts: Counts
    tables: Mapping[str, TableState]
    lake_version: int | None
    failure: Failure | None
    lineage: Lineage | None = None
    gold_delays: GoldDelays | None = None

    @property
    def seconds(self) -> float:
        """How long the job took, by the runner's clock."""
        return (self.finished_at - self.started_at).total_seconds()

    @staticmethod
    def parse(text: str | bytes) -> Result:
        """The result in a result file.

        :raises MalformedError: when the text is not what the protocol says
        """
        fields = parse_object(text)
        if fields.whole("protocol", 1) != PROTOCOL:
            raise MalformedError(f"it does not speak protocol {PROTOCOL}")
        failure = fields.nested_or_none("failure")
        result = Result(
            fields.text("run_id"),
            fields.text_or_none("job"),
            _state(fields.text("state")),
            fields.whole("attempt", 0),
            fields.whole("epoch", 1),
            fields.instant("started_at"),
            fields.instant("finished_at"),
            Counts.parse(fields.nested("counts")),
            fields.nested("tables").each(TableState.read),
            fields.whole_or_none("lake_version", 0),
            Failure.read(failure) if failure else None,
            Lineage.read(fields.nested("lineage")) if fields.has("lineage") else None,
            GoldDelays.read(fields.nested("gold_delays")) if fields.has("gold_delays") else None,
        )
        fields.nothing_else()
        return _coherent(result)


def _state(text: str) -> State:
    try:
        return State(text)
    except ValueError:
        raise MalformedError(f"state must be succeeded, failed or rejected, not '{text}'") from None


def _coherent(result: Result) -> Result:
    if not is_run_id(result.run_id):
        raise MalformedError(f"'{result.run_id}' is not a run id")
    succeeded = result.state is State.SUCCEEDED
    if succeeded != (result.failure is None) or succeeded != (result.lake_version is not None):
        raise MalformedError(
            "a succeeded run has a lake_version and no failure, any other a failure alone"
        )
    if (result.lineage is not None or result.gold_delays is not None) and not succeeded:
        raise MalformedError("only a succeeded run has a lineage, or gold_delays")
    return result
