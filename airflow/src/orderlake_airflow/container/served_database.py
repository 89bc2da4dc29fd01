"""Gold's database beside Airflow's in the same PostgreSQL, and who may log in there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from psycopg2 import sql
from psycopg2.extensions import encrypt_password

from orderlake_airflow.container.served_secrets import OWNER, READER, ROLES

if TYPE_CHECKING:
    from psycopg2.extensions import cursor as Cursor  # noqa: N812 - the class

    from orderlake_airflow.container.served_secrets import ServedSecrets

DATABASE = "orderlake"

_CREATE = {
    OWNER: "CREATE ROLE orderlake LOGIN",
    # What a question of somebody's may take: the disk and the memory are Airflow's, too.
    READER: "CREATE ROLE orderlake_reader LOGIN;"
    " ALTER ROLE orderlake_reader SET default_transaction_read_only = on;"
    " ALTER ROLE orderlake_reader SET statement_timeout = '60s';"
    " ALTER ROLE orderlake_reader SET idle_in_transaction_session_timeout = '10min';"
    " ALTER ROLE orderlake_reader SET temp_file_limit = '1GB';"
    " COMMENT ON ROLE orderlake_reader IS 'May read what Orderlake serves'",
}
# Airflow finds a free one of the server's 100 connections, however many tools ask.
_MOST_CONNECTIONS = 50


def make(cursor: Cursor, passwords: ServedSecrets) -> None:
    """Makes what is not there yet, in a cluster of any age; the passwords are those of the files.

    Killed in between it is made good by the next call.

    :param cursor: of a superuser, in any database; every statement commits by itself
    """
    for role in ROLES:
        if not _is_there(cursor, "pg_roles", "rolname", role):
            cursor.execute(_CREATE[role])
        set_password(cursor, role, passwords)
    if not _is_there(cursor, "pg_database", "datname", DATABASE):
        cursor.execute(
            f"CREATE DATABASE {DATABASE} OWNER {OWNER} CONNECTION LIMIT {_MOST_CONNECTIONS}"
        )
    cursor.execute("SELECT datname FROM pg_database WHERE datallowconn")
    for (name,) in cursor.fetchall():
        # PostgreSQL lets everybody into every database that nobody has closed.
        cursor.execute(
            sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name))
        )
    cursor.execute(f"GRANT CONNECT ON DATABASE {DATABASE} TO {READER}")


def set_password(cursor: Cursor, role: str, passwords: ServedSecrets) -> None:
    """Gives the role the password of its file. The server's log can only have its hash."""
    scrambled = encrypt_password(passwords.password(role), role, cursor.connection, "scram-sha-256")
    cursor.execute(
        sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(role), sql.Literal(scrambled))
    )


def _is_there(cursor: Cursor, catalog: str, column: str, name: str) -> bool:
    cursor.execute(
        sql.SQL("SELECT FROM {} WHERE {} = {}").format(
            sql.Identifier(catalog), sql.Identifier(column), sql.Literal(name)
        )
    )
    return cursor.rowcount > 0
