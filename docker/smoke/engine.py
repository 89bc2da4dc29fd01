"""Which Docker daemon there is, and what it can do."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass

from smoke.commands import PROJECT, StackError, output

_LOCAL = PROJECT / "docker" / "local" / "engine"
_LOCAL_STORE = "orderlake-local/versitygw:1.8.0"


class MissingError(Exception):
    """There is nothing to test on; the message says what is missing and how to get it."""


@dataclass(frozen=True)
class Engine:
    """``local`` is a daemon without a bridge network, on which images of this machine's own run."""

    compose: tuple[str, ...]
    local: bool

    def has_store(self) -> bool:
        """Whether there is an S3 server; one of this machine's own has to be built with Go."""
        if not self.local:
            return True
        found = subprocess.run(
            ["docker", "image", "inspect", _LOCAL_STORE], capture_output=True, check=False
        )
        return found.returncode == 0

    @classmethod
    def find(cls) -> Engine:
        try:
            networks = output("docker", "network", "ls", "--format", "{{.Driver}}", timeout=300)
        except (StackError, FileNotFoundError) as e:
            raise MissingError(
                "no Docker daemon answers; start one, or on Debian as root:"
                ' eval "$(docker/local/engine start)"'
            ) from e
        if "bridge" not in networks.split():
            try:
                compose = output(str(_LOCAL), "compose")
            except StackError as e:
                raise MissingError(f"no Compose v2: {str(e).splitlines()[-1]}") from e
            output(str(_LOCAL), "images")
            return cls(tuple(compose.split()), local=True)
        asked = subprocess.run(["docker", "compose", "version"], capture_output=True, check=False)
        if asked.returncode != 0:
            raise MissingError(
                "there is no Compose v2; install Docker's plug-in docker-compose-plugin"
            )
        return cls(("docker", "compose"), local=False)
