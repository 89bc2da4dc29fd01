"""The account that PostgreSQL runs under: it refuses to run as root."""

from __future__ import annotations

import os
import pwd
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from orderlake_airflow.local.trouble import Trouble

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "postgres"


class Switch(TypedDict, total=False):
    """Arguments of ``subprocess.Popen`` that start a program under another account."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Account:
    """``entry`` is None for the caller's own account."""

    entry: pwd.struct_passwd | None

    @classmethod
    def for_postgres(cls) -> Account:
        if os.geteuid() != 0:
            _require_a_name(os.geteuid())
            return cls(None)
        try:
            return cls(pwd.getpwnam(_NAME))
        except KeyError as e:
            raise Trouble(
                f"PostgreSQL does not run as root, and there is no user {_NAME} to run it as;"
                " start Orderlake as another user, or make that one:"
                f" useradd --system --no-create-home {_NAME}"
            ) from e

    def switch(self) -> Switch:
        if self.entry is None:
            return {}
        return {"user": self.entry.pw_uid, "group": self.entry.pw_gid, "extra_groups": []}

    def own(self, *paths: Path) -> None:
        if self.entry is not None:
            for path in paths:
                os.chown(path, self.entry.pw_uid, self.entry.pw_gid)

    def check_reaches(self, directory: Path) -> None:
        """Raises Trouble that names the directory on the way which does not let it through."""
        for step in [*reversed(directory.parents), directory]:
            passes = subprocess.run(
                ["/bin/test", "-x", str(step)], check=False, cwd="/", **self.switch()
            )
            if passes.returncode != 0:
                raise Trouble(
                    f"PostgreSQL runs as user {_NAME}, because it does not run as root, and that"
                    f" user may not pass through {step}; allow it with chmod o+x {step}, choose"
                    " another directory with --data DIR, or start Orderlake as another user"
                )


def _require_a_name(uid: int) -> None:
    """Raises Trouble where the system has no name for the user: initdb would not say what to do."""
    try:
        pwd.getpwuid(uid)
    except KeyError as e:
        raise Trouble(
            f"PostgreSQL does not run as user id {uid}, which has no name on this machine; start"
            " Orderlake as a user that has one, or run Airflow in containers"
            " (docker/README.md)"
        ) from e
