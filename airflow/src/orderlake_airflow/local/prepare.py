"""Brings the metadata database to this Airflow's version and sees that there is an admin.

``python -m orderlake_airflow.local.prepare`` runs in Airflow's environment, in a process of its
own: Airflow's models take seconds to import and memory that the supervisor need not hold. The
admin's password comes on standard input; with ``--reset`` an admin that exists gets it too. The
last line on standard output tells whether the password was taken.
"""

from __future__ import annotations

import sys

from airflow.providers.fab.auth_manager.cli_commands.utils import get_application_builder
from airflow.utils import db

from orderlake_airflow.local.answers import ADMIN, KEPT, TAKEN


def main() -> None:
    password = sys.stdin.read()
    db.upgradedb()
    taken = _admin(password, reset="--reset" in sys.argv)
    sys.stdout.write(f"\n{TAKEN if taken else KEPT}\n")


def _admin(password: str, *, reset: bool) -> bool:
    with get_application_builder() as builder:
        security = builder.sm
        user = security.find_user(ADMIN)
        if user is None:
            role = security.find_role("Admin")
            if not security.add_user(
                ADMIN, "Orderlake", "Admin", "admin@localhost", role, password
            ):
                raise SystemExit(f"Airflow did not take the user {ADMIN}; its log says why")
            return True
        if reset:
            security.reset_password(user.id, password)
        return reset


if __name__ == "__main__":
    main()
