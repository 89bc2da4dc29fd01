#!/usr/bin/env python3
"""How long Airflow takes from a Bronze commit to Silver's request, and on to Gold's.

Publishes a few orders, waits until a Gold run has taken them in, and again; every time is read from
the lake itself: Bronze's commit from its log file's time, requests and ends from the run journal.

Start the lake first, in another terminal:  ./orderlake up --airflow --rate 0 --data DIR
Then:                                       benchmarks/airflow_latency.py --data DIR --rounds 5
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
PATIENCE_SECONDS = 120


def events(data: Path) -> Iterator[dict[str, Any]]:
    """The journal's events, oldest first; a last line that is not whole is left out."""
    for segment in sorted((data / "runs" / "journal").glob("*.jsonl")):
        for line in segment.read_text().splitlines(keepends=True):
            if line.endswith("\n"):
                yield json.loads(line)["event"]


def seconds(instant: str) -> float:
    whole, _, fraction = instant.rstrip("Z").partition(".")
    parsed = datetime.fromisoformat(f"{whole}+00:00").timestamp()
    return parsed + float(f"0.{fraction or 0}")


def bronze_commits(data: Path) -> dict[int, float]:
    log = data / "bronze" / "orders" / "_delta_log"
    return {int(file.stem): file.stat().st_mtime for file in log.glob("[0-9]*.json")}


def ended(data: Path, job: str) -> list[dict[str, Any]]:
    """Runs of the job that succeeded, each with the times of its request and its end."""
    requests: dict[str, dict[str, Any]] = {}
    runs = []
    for event in events(data):
        if event["type"] == "run_requested":
            requests[event["request"]["run_id"]] = event["request"]
        elif event["type"] == "run_succeeded":
            request = requests[event["run_id"]]
            if request["job"] == job:
                asked, done = seconds(request["requested_at"]), seconds(event["at"])
                runs.append({**event, "asked": asked, "done": done})
    return runs


def round_trip(data: Path, orders: int) -> tuple[float, float, float]:
    """Publishes orders; says the seconds to Silver's request, to Gold's, and to Gold's end."""
    before, known = len(ended(data, "gold")), max(bronze_commits(data), default=-1)
    subprocess.run(
        [PROJECT / "orderlake", "produce", "--count", str(orders), "--data", data],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        gold = [run for run in ended(data, "gold")[before:] if run["counts"]["events_folded"]]
        if gold:
            break
        if time.monotonic() > deadline:
            raise SystemExit(f"no Gold run took the orders in within {PATIENCE_SECONDS} s")
        time.sleep(0.5)
    committed = bronze_commits(data)[known + 1]
    silver = next(run for run in ended(data, "silver") if run["asked"] >= committed)
    gold_run = next(run for run in ended(data, "gold") if run["asked"] >= silver["done"])
    return (
        silver["asked"] - committed,
        gold_run["asked"] - silver["done"],
        gold_run["done"] - committed,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the lake's data directory")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--orders", type=int, default=50, help="orders a round")
    parser.add_argument("--pause", type=float, default=10, help="seconds between two rounds")
    options = parser.parse_args()
    times = []
    for number in range(1, options.rounds + 1):
        time.sleep(options.pause)
        times.append(round_trip(options.data.resolve(), options.orders))
        print(f"round {number}: " + " ".join(f"{value:6.2f} s" for value in times[-1]))
    names = ("Bronze to Silver's request", "Silver to Gold's request", "Bronze to Gold")
    for name, values in zip(names, zip(*times, strict=True), strict=True):
        print(
            f"{name}: median {statistics.median(values):.2f} s,"
            f" {min(values):.2f} to {max(values):.2f} s"
        )


if __name__ == "__main__":
    main()
