"""A run's result for people, as a table in the task log, and for programs, as JSON in XCom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from orderlake_airflow.protocol import Counts, GoldDelays, Lineage, Result, Versions
from orderlake_airflow.text import one_line

_Row = tuple[str, str]


def as_json(result: Result) -> dict[str, Any]:
    """What goes to XCom; the names are the protocol's, ``seconds`` is how long the job took."""
    counts, failure = result.counts, result.failure
    return {
        "run_id": result.run_id,
        "job": result.job,
        "state": result.state.value,
        "attempt": result.attempt,
        "epoch": result.epoch,
        "started_at": result.started_at.isoformat(),
        "finished_at": result.finished_at.isoformat(),
        "seconds": result.seconds,
        "lake_version": result.lake_version,
        "counts": {
            "read": counts.read,
            **({"lines": counts.lines} if counts.lines != counts.read else {}),
            "refined": counts.refined,
            "quarantined": counts.quarantined,
            "duplicates": counts.duplicates,
            "quarantined_by_reason": dict(counts.quarantined_by_reason),
            "warnings": dict(counts.warnings),
            "events_folded": counts.events_folded,
            "cells_changed": dict(counts.cells_changed),
            **({"upkeep": dict(counts.upkeep)} if counts.upkeep else {}),
            **(
                {"judged_by_rule_set": dict(counts.judged_by_rule_set)}
                if counts.judged_by_rule_set
                else {}
            ),
        },
        "tables": {
            path: {"version": state.version, "position": state.position}
            for path, state in result.tables.items()
        },
        **({"lineage": _lineage_json(result.lineage)} if result.lineage else {}),
        **({"gold_delays": _delays_json(result.gold_delays)} if result.gold_delays else {}),
        "failure": failure
        and {
            "category": failure.category,
            "message": failure.message,
            "retryable": failure.retryable,
            **({"differences": dict(failure.differences)} if failure.differences else {}),
        },
    }


def _lineage_json(lineage: Lineage) -> dict[str, Any]:
    return {
        "inputs": {path: _versions_json(versions) for path, versions in lineage.inputs.items()},
        "outputs": {path: _versions_json(versions) for path, versions in lineage.outputs.items()},
        "rule_sets": list(lineage.rule_sets),
    }


def _delays_json(delays: GoldDelays) -> dict[str, Any]:
    return {
        "up_to_millis": {str(bound): records for bound, records in delays.up_to_millis.items()},
        "longer": delays.longer,
        "millis": delays.millis,
    }


def _versions_json(versions: Versions) -> dict[str, Any]:
    offsets = {
        topic: {
            partition: {"from": offsets.start, "until": offsets.until}
            for partition, offsets in partitions.items()
        }
        for topic, partitions in versions.offsets.items()
    }
    return {
        "after": versions.after,
        "up_to": versions.up_to,
        **({"offsets": offsets} if offsets else {}),
    }


def as_table(result: Result) -> str:
    """What goes to the task log."""
    rows = [(one_line(name), one_line(value)) for name, value in _rows(result)]
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:<{width}}  {value}".rstrip() for name, value in rows)


def _rows(result: Result) -> Iterator[_Row]:
    yield "run", result.run_id
    yield "job", result.job or "?"
    again = f", begun {result.attempt} times" if result.attempt > 1 else ""
    yield "state", f"{result.state.value}{again}"
    yield "took", f"{result.seconds:.3f} s"
    if result.failure is not None:
        yield "category", result.failure.category
        yield "failure", result.failure.message
        return
    yield "lake version", str(result.lake_version)
    yield from _counts(result.counts, is_silver=result.job == "silver")
    if result.lineage is not None:
        yield from _lineage(result.lineage)
    for path, state in sorted(result.tables.items()):
        read = f", has read up to {state.position}" if state.position >= 0 else ""
        yield path, f"version {state.version}{read}"


def _lineage(lineage: Lineage) -> Iterator[_Row]:
    for path, versions in sorted(lineage.inputs.items()):
        yield f"read {path}", f"versions {versions.after + 1} to {versions.up_to}"
        for topic, partitions in sorted(versions.offsets.items()):
            for partition, offsets in sorted(partitions.items(), key=lambda item: int(item[0])):
                since = "the first" if offsets.start is None else offsets.start
                yield f"  from {topic}-{partition}", f"offsets {since} to {offsets.until - 1}"
    if lineage.rule_sets:
        yield "rule set", ", ".join(lineage.rule_sets)


def _counts(counts: Counts, *, is_silver: bool) -> Iterator[_Row]:
    if counts.read or is_silver:
        yield "read", f"{counts.read:,}"
    if counts.lines != counts.read:
        yield "lines", f"{counts.lines:,}"
    if counts.read:
        yield "  refined", f"{counts.refined:,}"
        yield "  quarantined", f"{counts.quarantined:,}"
        yield from _by_name("    ", counts.quarantined_by_reason)
        yield "  duplicates", f"{counts.duplicates:,}"
    yield from _by_name("warning ", counts.warnings)
    if counts.events_folded:
        yield "events folded", f"{counts.events_folded:,}"
    yield from _by_name("cells of ", counts.cells_changed)
    for done, count in sorted(counts.upkeep.items()):
        yield done.replace("_", " "), f"{count:,}"


def _by_name(prefix: str, counts: Mapping[str, int]) -> Iterator[_Row]:
    for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{prefix}{name}", f"{count:,}"
