"""The passwords of Gold's database, in a volume of their own: who serves sees none of Airflow's."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from orderlake_airflow.container.secret_files import unreadable, unwritable
from orderlake_airflow.local.secrets_file import write_secret

if TYPE_CHECKING:
    from pathlib import Path

OWNER = "orderlake"
READER = "orderlake_reader"
ROLES = (OWNER, READER)


@dataclass(frozen=True)
class ServedSecrets:
    """For each role a file that only the user of the containers may read."""

    directory: Path

    def make(self) -> None:
        """Makes what is not there yet. Killed in between it is made good by the next call."""
        for role in ROLES:
            if not self.file(role).exists():
                self.renew(role)

    def renew(self, role: str) -> None:
        """Another password, which the database has to be given, too."""
        try:
            write_secret(self.file(role), secrets.token_urlsafe(24))
        except OSError as e:
            raise unwritable(self.directory, e) from e

    def password(self, role: str) -> str:
        try:
            return self.file(role).read_text(encoding="utf-8")
        except OSError as e:
            raise unreadable(self.directory, e) from e

    def file(self, role: str) -> Path:
        return self.directory / f"{role}.password"
