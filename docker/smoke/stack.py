"""The stack under test: a Compose project of its own on a lake of its own."""

from __future__ import annotations

import contextlib
import itertools
import os
import random
import re
import secrets
import shutil
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from smoke.commands import PATIENCE, PROJECT, StackError, output

if TYPE_CHECKING:
    from types import TracebackType

    from smoke.engine import Engine

# Whom the lake belongs to where root runs the test: the containers should not run as root.
_NOBODY_SPECIAL = (1000, 1000)
_SECONDS = f"{PATIENCE:.0f}"


class Stack:
    """Everything is removed at the end, also when the test fails."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.project = f"orderlake-smoke-{secrets.token_hex(3)}"
        self.lake = Path(tempfile.mkdtemp(prefix=f"{self.project}-"))
        self.owner = _NOBODY_SPECIAL if os.getuid() == 0 else (os.getuid(), os.getgid())
        os.chown(self.lake, *self.owner)
        (
            self.kafka_port,
            self.airflow_port,
            self.metrics_port,
            self.console_port,
            self.postgres_port,
            controller_port,
            store_port,
            spark_port,
            spark_ui_port,
        ) = _free_ports(9)
        self._environment = os.environ | {
            "COMPOSE_PROJECT_NAME": self.project,
            "COMPOSE_PROFILES": "",
            "LAKE_DATA": str(self.lake),
            "LAKE_USER": f"{self.owner[0]}:{self.owner[1]}",
            "KAFKA_PORT": str(self.kafka_port),
            "KAFKA_CONTROLLER_PORT": str(controller_port),
            "POSTGRES_PORT": str(self.postgres_port),
            "AIRFLOW_PORT": str(self.airflow_port),
            "METRICS_PORT": str(self.metrics_port),
            "CONSOLE_PORT": str(self.console_port),
            "STORE_PORT": str(store_port),
            "SPARK_PORT": str(spark_port),
            "SPARK_UI_PORT": str(spark_ui_port),
        }
        self.files = [PROJECT / "docker" / "compose.yaml"]
        if engine.local:
            self.files.append(PROJECT / "docker" / "compose.local.yaml")

    def compose(self, *arguments: str) -> str:
        files = [part for file in self.files for part in ("--file", str(file))]
        # The settings of whoever runs the test are not what is tested.
        command = [*self._engine.compose, *files, "--env-file", os.devnull, *arguments]
        return output(*command, env=self._environment)

    @staticmethod
    def undocumented() -> list[str]:
        """Variables of compose.yaml that .env.example does not have with the same default."""
        folder = PROJECT / "docker"
        used = re.findall(
            r"\$\{([A-Z_]+):-([^}]*)\}", (folder / "compose.yaml").read_text(encoding="utf-8")
        )
        told = (folder / ".env.example").read_text(encoding="utf-8").splitlines()
        return sorted(
            {f"{name}={default}" for name, default in used if f"#{name}={default}" not in told}
        )

    def up(self, *profiles: str) -> None:
        """Starts what does not run, and returns when all of it is healthy."""
        chosen = [part for profile in profiles for part in ("--profile", profile)]
        try:
            self.compose(*chosen, "up", "--detach", "--wait", "--wait-timeout", _SECONDS)
        except StackError as e:
            raise StackError(f"{e}\n{self.logs()}") from e

    def stop(self) -> None:
        self.compose("--profile", "*", "stop")

    def down(self, *options: str) -> None:
        self.compose("--profile", "*", "down", *options)

    def in_container(self, service: str, *command: str) -> str:
        return self.compose("exec", "--no-TTY", service, *command)

    def container(self, service: str) -> str:
        (one,) = self.containers(service)
        return one

    def containers(self, service: str) -> list[str]:
        return self.compose("ps", "--all", "--quiet", service).split()

    def restarts(self, service: str) -> int:
        """How often the daemon has started the container again by itself."""
        return int(output("docker", "inspect", "-f", "{{.RestartCount}}", self.container(service)))

    def is_healthy(self, service: str) -> bool:
        state = "{{.State.Health.Status}}"
        return (
            output("docker", "inspect", "-f", state, self.container(service)).strip() == "healthy"
        )

    def images(self) -> dict[str, int]:
        """Of the images that were built here, the bytes."""
        names = {
            name
            for name in self.compose("--profile", "full", "config", "--images").split()
            if name.startswith("orderlake")
        }
        sizes = {n: output("docker", "image", "inspect", "-f", "{{.Size}}", n) for n in names}
        return {name: int(size) for name, size in sorted(sizes.items())}

    def has_store(self) -> bool:
        """Whether the profile ``cluster`` has a store to run on."""
        return self._engine.has_store()

    def open_to_others(self) -> list[str]:
        """Addresses other than the host's loopback on which the stack listens."""
        pids = set()
        published = []
        for container in self.compose("ps", "--quiet").split():
            ports = (
                "{{range $p, $b := .NetworkSettings.Ports}}{{range $b}}{{.HostIp}} {{end}}{{end}}"
            )
            published += output("docker", "inspect", "-f", ports, container).split()
            listed = output("docker", "top", container, "-eo", "pid").split()[1:]
            pids |= {f"pid={pid}," for pid in listed}
        if self._engine.local:
            for line in output("ss", "-Hltnp").splitlines():
                if any(pid in line for pid in pids):
                    published.append(line.split()[3].rpartition(":")[0].strip("[]"))
        return [a for a in published if not a.startswith(("127.", "::1", "::ffff:127."))]

    def strangers(self) -> list[str]:
        """Files of the lake that do not belong to its owner."""
        return [
            f"{path} belongs to {path.lstat().st_uid}:{path.lstat().st_gid}"
            for path in (self.lake, *self.lake.rglob("*"))
            if (path.lstat().st_uid, path.lstat().st_gid) != self.owner
        ]

    def logs(self) -> str:
        """The last lines of every container."""
        with contextlib.suppress(StackError):
            return self.compose("--profile", "*", "logs", "--tail", "15")
        return ""

    def __enter__(self) -> Stack:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.down("--volumes", "--timeout", "5")
        shutil.rmtree(self.lake)


def _free_ports(count: int) -> list[int]:
    """Below those that the system gives out by itself: they stay free until they are used."""
    free = (port for port in random.sample(range(10_000, 32_000), 1000) if _is_free(port))
    return list(itertools.islice(free, count))


def _is_free(port: int) -> bool:
    with socket.socket() as tried:
        try:
            tried.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
