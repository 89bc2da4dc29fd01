"""The secrets of one installation, as files of a volume that its containers share."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from orderlake_airflow.local.secrets_file import Secrets, write_secret
from orderlake_airflow.local.trouble import STORE, UNAVAILABLE, Trouble

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class SecretFiles:
    """What Airflow's containers keep from others; only the user they run as may read it."""

    directory: Path

    @property
    def admin_password(self) -> Path:
        return self.directory / "admin-password"

    @property
    def database_password(self) -> Path:
        """For PostgreSQL's container, which knows nothing of the other file."""
        return self.directory / "database-password"

    @property
    def _all(self) -> Path:
        return self.directory / "airflow.json"

    def make(self, admin_password: str) -> None:
        """Makes what is not there yet; an empty password for the admin: any.

        Killed in between it is made good by the next call.
        """
        try:
            made = Secrets.of(self._all)
            write_secret(self.database_password, made.database_password)
            if not self.admin_password.exists():
                self.keep_password(admin_password or secrets.token_urlsafe(15))
        except OSError as e:
            raise unwritable(self.directory, e) from e

    def check_writable(self) -> None:
        """Raises Trouble in the services that may only read them."""
        if not os.access(self.directory, os.W_OK):
            raise Trouble(
                f"{self.directory} cannot be written from here; the service airflow-init may:"
                " docker compose -f docker/compose.yaml run --rm airflow-init password --reset",
                UNAVAILABLE,
            )

    def keep_password(self, admin_password: str) -> None:
        write_secret(self.admin_password, admin_password)

    def password(self) -> str:
        """The admin's, as it was made or last reset."""
        try:
            return self.admin_password.read_text(encoding="utf-8")
        except OSError as e:
            raise unreadable(self.directory, e) from e

    def read(self) -> Secrets:
        try:
            return Secrets.read(self._all)
        except FileNotFoundError as e:
            raise unreadable(self.directory, e) from e


def unwritable(directory: Path, error: OSError) -> Trouble:
    return Trouble(f"cannot write to {directory} ({type(error).__name__}); {_OTHER_USER}", STORE)


def unreadable(directory: Path, error: OSError) -> Trouble:
    return Trouble(
        f"cannot read the secrets in {directory} ({type(error).__name__}); the service secrets"
        f" makes them, and {_OTHER_USER}",
        STORE,
    )


_OTHER_USER = "all services must run as the user of the first start (LAKE_USER)"
