"""PostgreSQL's programs and the private cluster that keeps Airflow's metadata."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import psycopg2

from orderlake_airflow.local.ports import LOOPBACK
from orderlake_airflow.local.trouble import STORE, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orderlake_airflow.local.account import Account

OLDEST = 15
_ROLE = "airflow"
_DIRECTORIES = (
    "/usr/lib/postgresql/*/bin",  # Debian, Ubuntu
    "/usr/pgsql-*/bin",  # Red Hat
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
)


@dataclass(frozen=True)
class Programs:
    """A directory with ``postgres`` and ``initdb`` of one major version."""

    directory: Path
    version: int

    @classmethod
    def find(cls, wanted: int | None) -> Programs:
        """Those of the cluster's version; for a new cluster (None) the newest there are."""
        found = [p for d in _candidates() if (p := cls._in(d)) is not None]
        fitting = [p for p in found if p.version == wanted or (not wanted and p.version >= OLDEST)]
        if fitting:
            return max(fitting, key=lambda programs: programs.version)
        seen = ", ".join(f"{p.version} in {p.directory}" for p in found) or "none"
        need = f"PostgreSQL {wanted}" if wanted else f"PostgreSQL {OLDEST} or newer"
        raise Trouble(
            f"Airflow needs {need}, its server programs postgres and initdb; found: {seen}."
            f" Debian, Ubuntu: apt-get install postgresql{f'-{wanted}' if wanted else ''};"
            " macOS: brew install postgresql@15. Or put their directory on the PATH"
        )

    @classmethod
    def _in(cls, directory: Path) -> Programs | None:
        if not os.access(directory / "initdb", os.X_OK):
            return None
        try:
            said = subprocess.run(
                [directory / "postgres", "--version"], capture_output=True, text=True, check=True
            ).stdout
        except (OSError, subprocess.CalledProcessError):
            return None
        version = re.search(r"\) (\d+)", said)
        return cls(directory, int(version[1])) if version else None


def _candidates() -> Iterator[Path]:
    on_path = shutil.which("postgres")
    if on_path:
        yield Path(on_path).resolve().parent
    pg_config = shutil.which("pg_config")
    if pg_config:
        said = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=False)
        if said.returncode == 0:
            yield Path(said.stdout.strip())
    for pattern in _DIRECTORIES:
        yield from Path("/").glob(pattern.lstrip("/"))


@dataclass(frozen=True)
class Cluster:
    """A cluster below the lake's directory, reached over loopback with a password."""

    directory: Path
    password: str
    port: int
    account: Account

    def prepare(self) -> Programs:
        """Makes the cluster unless it is there; the programs to run it with."""
        version = self.directory / "PG_VERSION"
        if self.directory.exists():
            self.account.check_reaches(self.directory)
        if version.exists():
            return Programs.find(int(version.read_text(encoding="ascii")))
        if self.directory.exists():
            raise Trouble(
                f"{self.directory} is no PostgreSQL cluster: it has no PG_VERSION; restore it, or"
                f" remove {self.directory.parent} to begin anew: Airflow's history goes, the lake"
                " stays",
                STORE,
            )
        programs = Programs.find(None)
        self._make(programs)
        return programs

    def _make(self, programs: Programs) -> None:
        """Under another name first: what has the name is whole."""
        new = self.directory.with_name(self.directory.name + ".new")
        password = self.directory.with_name("postgres.password")
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        password.unlink(missing_ok=True)
        password.touch(mode=0o600)
        password.write_text(self.password, encoding="ascii")
        self.account.own(new, password)
        self.account.check_reaches(new)
        try:
            self._initdb(programs, new, password)
        finally:
            password.unlink()
        new.rename(self.directory)

    def _initdb(self, programs: Programs, new: Path, password: Path) -> None:
        made = subprocess.run(
            [
                str(programs.directory / "initdb"),
                f"--pgdata={new}",
                f"--username={_ROLE}",
                f"--pwfile={password}",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
            ],
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            **self.account.switch(),
        )
        if made.returncode != 0:
            raise Trouble(f"initdb could not make {new}: {made.stderr.strip()}", STORE)

    def command(self, programs: Programs) -> list[str]:
        options = {
            "listen_addresses": LOOPBACK,
            "port": str(self.port),
            # A socket's path may have some 100 characters, fewer than a data directory's.
            "unix_socket_directories": "",
            "log_timezone": "UTC",
            "timezone": "UTC",
        }
        flags = [flag for name, value in options.items() for flag in ("-c", f"{name}={value}")]
        return [str(programs.directory / "postgres"), "-D", str(self.directory), *flags]

    def remove_stale_pid_file(self) -> None:
        """Where a killed server's process id is another program's by now, it would not start."""
        file = self.directory / "postmaster.pid"
        try:
            pid = int(file.read_text(encoding="utf-8").split("\n", 1)[0])
            name = psutil.Process(pid).name()
        except (OSError, ValueError, psutil.NoSuchProcess):
            return
        if name not in ("postgres", "postmaster"):
            file.unlink(missing_ok=True)

    def is_ready(self) -> bool:
        try:
            with self.cursor("postgres"):
                return True
        except psycopg2.OperationalError:
            return False

    @contextmanager
    def cursor(self, database: str) -> Iterator[psycopg2.extensions.cursor]:
        """A connection to one of its databases; every statement commits by itself."""
        connection = psycopg2.connect(
            host=LOOPBACK,
            port=self.port,
            user=_ROLE,
            password=self.password,
            dbname=database,
            connect_timeout=5,
        )
        connection.autocommit = True
        with closing(connection), connection.cursor() as cursor:
            yield cursor


def port_in_use(directory: Path) -> int | None:
    """The port of the server that runs on the directory, as it wrote it down, if it does."""
    try:
        lines = (directory / "postmaster.pid").read_text(encoding="utf-8").split("\n")
        return int(lines[3])
    except (OSError, ValueError, IndexError):
        return None
