"""The story: what has to hold, one line each."""

from __future__ import annotations

import contextlib
import sys
import time
from typing import TYPE_CHECKING

from smoke.commands import StackError, output, wait_for
from smoke.engine import Engine, MissingError
from smoke.lakehouse import Airflow, BucketLake, Lake, console, metrics, publish
from smoke.served import Served, is_postgres
from smoke.stack import Stack

if TYPE_CHECKING:
    from collections.abc import Callable

_BURST = 60_000


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


class Story:
    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._lake = Lake(stack.lake)
        self._served = Served(stack)
        self._password = ""

    def tell(self) -> None:
        for step in (
            self.compose_files_are_valid,
            self.images_are_built,
            self.everything_starts,
            self.nothing_listens_beyond_loopback,
            self.nothing_is_published_unasked,
            self.orders_become_gold,
            self.metrics_say_what_the_lake_is,
            self.gold_is_served_to_who_asks_databases,
            self.airflow_shows_runs_that_succeeded,
            self.the_console_shows_the_lake_to_who_has_its_token,
            self.a_killed_runner_comes_back_in_the_middle_of_a_run,
            self.a_crashed_ingest_is_started_again,
            self.stopped_and_started_it_goes_on,
            self.taken_down_and_brought_up_nothing_is_lost,
            self.without_airflow_the_watcher_asks,
            self.every_file_belongs_to_the_caller,
            self.on_a_lake_in_a_bucket_a_spark_cluster_does_the_work,
        ):
            _told(step)

    def compose_files_are_valid(self) -> str:
        for profile in ("pipeline", "full", "cluster"):
            self._stack.compose("--profile", profile, "config", "--quiet")
            self._stack.compose("--profile", profile, "--profile", "synthetic", "config", "--quiet")
        _expect(self._stack.undocumented(), [])
        return "every profile, every variable in .env.example"

    def images_are_built(self) -> str:
        self._stack.compose("--profile", "full", "build")
        sizes = self._stack.images().items()
        return ", ".join(f"{name} {size / 1e6:.0f} MB" for name, size in sizes)

    def everything_starts(self) -> str:
        self._stack.up("full")
        self._password = self._stack.in_container("airflow-webserver", *_PASSWORD).strip()
        return f"{len(self._stack.compose('ps', '--quiet').split())} containers, all healthy"

    def nothing_listens_beyond_loopback(self) -> str:
        _expect(self._stack.open_to_others(), [])
        return ""

    def nothing_is_published_unasked(self) -> str:
        _expect([] if self._lake.stored() == 0 else ["events in Bronze that nobody asked for"], [])
        self._stack.up("full", "synthetic")
        return "synthetic orders from here on"

    def orders_become_gold(self) -> str:
        wait_for("orders in Gold", lambda: min(self._lake.gold_events()) > 0)
        return f"lake version {self._lake.version()}, read from the host"

    def metrics_say_what_the_lake_is(self) -> str:
        def told(sample: str) -> float:
            return metrics(self._stack.metrics_port).get(f"orderlake_{sample}", -1)

        version = self._lake.version()
        wait_for("its version in the metrics", lambda: told("lake_version") >= version)
        wait_for("Kafka in the metrics", lambda: told('scrape_failed{collector="kafka"}') == 0)
        _expect(
            [] if told("conservation_gap_records") == 0 else ["records are unaccounted for"], []
        )
        return f"{len(metrics(self._stack.metrics_port))} samples"

    def gold_is_served_to_who_asks_databases(self) -> str:
        open_doors = [
            f"{role} gets into Airflow's database"
            for role in ("orderlake", "orderlake_reader")
            if self._served.gets_into(role, "airflow")
        ]
        _expect(open_doors, [])
        answers = is_postgres(self._stack.postgres_port)
        _expect([] if answers else ["PostgreSQL does not answer on the host's port"], [])
        return self._proven()

    def airflow_shows_runs_that_succeeded(self) -> str:
        airflow = self._airflow()
        _expect(airflow.import_errors(), [])
        wait_for("a run of the DAG that succeeded", lambda: airflow.succeeded() > 0)
        return f"{airflow.succeeded()} runs"

    def the_console_shows_the_lake_to_who_has_its_token(self) -> str:
        port = self._stack.console_port
        token = self._stack.in_container("console", "cat", "/data/runs/console-token").strip()
        shown = console(port, token)
        _expect([] if shown["lake"]["version"] > 0 else ["the console shows an empty lake"], [])
        return f"lake version {shown['lake']['version']}, {shown['fresh']}"

    def a_killed_runner_comes_back_in_the_middle_of_a_run(self) -> str:
        run = self._kill_in_the_middle_of_a_run()
        wait_for(f"a result of run {run}", lambda: self._lake.has_result(run))
        return f"run {run} has its result; {self._settled()}"

    def _kill_in_the_middle_of_a_run(self) -> str:
        for attempt in range(5):
            publish(self._stack.kafka_port, _BURST << attempt)
            run = self._lake.catch_a_run("silver")
            output("docker", "kill", self._stack.container("runner"))
            over = self._lake.has_result(run)
            # Docker's restart policy leaves alone what somebody has killed through Docker.
            self._stack.up("full", "synthetic")
            if not over:
                return run
        raise StackError("five times the run was over before the runner was dead")

    def a_crashed_ingest_is_started_again(self) -> str:
        before = self._stack.restarts("ingest")
        # All processes of the container but the first one, which then ends it: this shell, too.
        with contextlib.suppress(StackError):
            self._stack.in_container("ingest", "bash", "-c", "kill -9 -1")
        wait_for("a restart", lambda: self._stack.restarts("ingest") > before)
        wait_for("a healthy ingest", lambda: self._stack.is_healthy("ingest"))
        publish(self._stack.kafka_port, 1_000)
        return self._settled()

    def stopped_and_started_it_goes_on(self) -> str:
        self._stack.stop()
        before = self._lake.version()
        self._stack.up("full", "synthetic")
        publish(self._stack.kafka_port, 1_000)
        return f"lake version {before} when stopped; {self._settled()}; {self._proven()}"

    def taken_down_and_brought_up_nothing_is_lost(self) -> str:
        runs = self._airflow().succeeded()
        self._stack.down()
        lake = self._lake.version()
        self._stack.up("full", "synthetic")
        wait_for("Airflow with its history", lambda: self._airflow().succeeded() >= runs)
        publish(self._stack.kafka_port, 1_000)
        before = f"lake version {lake} and {runs} runs when taken down"
        return f"{before}; {self._settled()}; {self._proven()}"

    def without_airflow_the_watcher_asks(self) -> str:
        self._stack.down()
        self._stack.up("pipeline", "synthetic")
        publish(self._stack.kafka_port, 1_000)
        return self._settled()

    def every_file_belongs_to_the_caller(self) -> str:
        self._stack.down()
        _expect(self._stack.strangers()[:5], [])
        return f"user {self._stack.owner[0]}, group {self._stack.owner[1]}"

    def on_a_lake_in_a_bucket_a_spark_cluster_does_the_work(self) -> str:
        if not self._stack.has_store():
            return "left out, since without Go there is no S3 server"
        # Kafka is the one of before, with all that is in it.
        self._stack.up("cluster")
        self.nothing_listens_beyond_loopback()
        bucket = BucketLake(self._stack)
        there = self._lake.stored()
        wait_for("Kafka's orders in Bronze", lambda: bucket.stored() >= there)
        wait_for("them in Gold", bucket.is_all_in_gold)
        _expect(bucket.failures(), [])
        output("docker", "kill", *self._stack.containers("spark-worker"))
        there = bucket.stored()
        publish(self._stack.kafka_port, 1_000)
        wait_for("a thousand more", lambda: bucket.stored() >= there + 1_000)
        wait_for("the runner to miss the workers", lambda: bucket.has_said("has had no executor"))
        _expect(["without workers they are in Gold"] if bucket.is_all_in_gold() else [], [])
        self._stack.up("cluster")
        wait_for("them in Gold", bucket.is_all_in_gold)
        self._stack.in_container("bucket-runner", "orderlake", "audit")
        return f"{bucket.stored():,} events read, both workers killed meanwhile, the audit holds"

    def _airflow(self) -> Airflow:
        return Airflow(self._stack.airflow_port, self._password)

    def _settled(self) -> str:
        """Waits until what Bronze holds now is in Gold; then every figure has to be right."""
        stored = self._lake.stored()
        wait_for(f"Silver to read {stored} events", lambda: self._lake.read() >= stored)
        refined = self._lake.refined()
        wait_for("Gold to hold them", lambda: min(self._lake.gold_events()) >= refined)
        self._stack.in_container("runner", "orderlake", "audit")
        return f"{stored:,} events read, the audit holds"

    def _proven(self) -> str:
        """Waits until tools find what is published now; it has to be just what Gold is."""
        published = self._lake.version()
        wait_for(
            f"lake version {published} in PostgreSQL", lambda: self._served.version() >= published
        )
        self._stack.in_container("serve", "orderlake", "audit", "--serve")
        version, seen = self._served.revenue()
        wanted = self._lake.revenue(version)
        _expect([] if seen == wanted else [f"{seen} is served, {wanted} is Gold"], [])
        return f"lake version {version} is served, {seen[0]} of revenue"


_PASSWORD = ("orderlake-airflow", "password")


def _told(step: Callable[[], str]) -> None:
    started = time.monotonic()
    name = step.__name__.replace("_", " ")
    try:
        seen = step()
    except StackError:
        say(f"  ✗ {name}")
        raise
    say(f"  ✓ {name}{': ' if seen else ''}{seen}  {time.monotonic() - started:.0f} s")


def _expect(seen: list[str], wanted: list[str]) -> None:
    if seen != wanted:
        raise StackError("\n".join(seen))


def main() -> int:
    started = time.monotonic()
    try:
        engine = Engine.find()
    except MissingError as e:
        say(f"SKIPPED: the stack in containers: {e}")
        return 0
    with Stack(engine) as stack:
        say(f"The stack in containers, project {stack.project}, lake in {stack.lake}")
        try:
            Story(stack).tell()
        except StackError as e:
            sys.stderr.write(f"docker/smoke-test: {e}\n\n{stack.logs()}\n")
            return 1
    say(f"PASSED: the stack in containers, in {time.monotonic() - started:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
