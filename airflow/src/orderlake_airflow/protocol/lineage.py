"""What a run read and wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from orderlake_airflow.protocol.strict_json import MalformedError, StrictObject
from orderlake_airflow.protocol.tables import table_fields


@dataclass(frozen=True)
class OffsetRange:
    """Kafka offsets of one partition.

    :param start: the first; none when they begin with the first record that Bronze ever had
    :param until: the one after the last
    """

    start: int | None
    until: int

    @staticmethod
    def read(partitions: StrictObject, partition: str) -> OffsetRange:
        if not (partition.isascii() and partition.isdigit() and len(partition) < 10):
            raise MalformedError(f"not a partition: '{partition}'")
        fields = partitions.nested(partition)
        start = fields.whole_or_none("from", 0)
        offsets = OffsetRange(start, fields.whole("until", start or 0))
        fields.nothing_else()
        return offsets


@dataclass(frozen=True)
class Versions:
    """Commits of one table.

    :param after: the last version before them; -1 from the beginning
    :param up_to: the last of them
    :param offsets: by topic and partition, where Bronze's came from; empty for other tables
    """

    after: int
    up_to: int
    offsets: Mapping[str, Mapping[str, OffsetRange]]

    @staticmethod
    def read(tables: StrictObject, path: str) -> Versions:
        fields = table_fields(tables, path)
        after = fields.whole("after", -1)
        versions = Versions(
            after,
            fields.whole("up_to", max(0, after)),
            fields.nested("offsets").each(_partitions) if fields.has("offsets") else {},
        )
        fields.nothing_else()
        return versions


def _partitions(topics: StrictObject, topic: str) -> Mapping[str, OffsetRange]:
    return topics.nested(topic).each(OffsetRange.read)


@dataclass(frozen=True)
class Lineage:
    """What a run read and wrote.

    :param inputs: the commits that were read, by table
    :param outputs: the commits that were made, by table
    :param rule_sets: the versions of the rules that judged the records
    """

    inputs: Mapping[str, Versions]
    outputs: Mapping[str, Versions]
    rule_sets: tuple[str, ...]

    @staticmethod
    def read(fields: StrictObject) -> Lineage:
        lineage = Lineage(
            fields.nested("inputs").each(Versions.read),
            fields.nested("outputs").each(Versions.read),
            tuple(fields.texts("rule_sets")),
        )
        fields.nothing_else()
        return lineage
