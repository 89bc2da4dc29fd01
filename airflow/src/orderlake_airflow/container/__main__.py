"""The program ``orderlake-airflow`` of Airflow's image."""

from __future__ import annotations

import argparse
import os
import sys
from typing import NoReturn

import psutil

from orderlake_airflow.container import metadata, served_database
from orderlake_airflow.container.prepare import prepare, reset_password
from orderlake_airflow.container.retention import remove_daily
from orderlake_airflow.container.served_secrets import READER
from orderlake_airflow.container.settings import (
    airflow_environment,
    secret_files,
    served_secrets,
)
from orderlake_airflow.local import health
from orderlake_airflow.local.answers import ADMIN
from orderlake_airflow.local.trouble import UNAVAILABLE, USAGE, Trouble

_AIRFLOW = {
    # Logs are read from the lake's directory; servers for them would listen on every address.
    "scheduler": ["scheduler", "--skip-serve-logs"],
    "triggerer": ["triggerer", "--skip-serve-logs"],
    "webserver": ["webserver"],
}
_CLI = "cli"
_WEB_PORT = "AIRFLOW__WEBSERVER__WEB_SERVER_PORT"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Trouble(f"{message}; `{self.prog} --help` says more", USAGE)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="orderlake-airflow", description="Airflow's parts in containers.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for part in _AIRFLOW:
        commands.add_parser(part, help=f"runs Airflow's {part}")
    commands.add_parser("secrets", help="makes the secrets that are not there yet")
    commands.add_parser("prepare", help="makes or migrates the database, and the admin")
    commands.add_parser("served-database", help="makes the database that Gold is served in")
    commands.add_parser("retention", help="removes old runs and their logs, every day")
    alive = commands.add_parser("alive", help="whether the part of this container works")
    alive.add_argument("part", choices=_AIRFLOW)
    password = commands.add_parser("password", help=f"shows the password of the user {ADMIN}")
    password.add_argument("--reset", action="store_true", help="makes a new one first")
    reader = commands.add_parser("reader-password", help=f"shows the password of {READER}")
    reader.add_argument("--reset", action="store_true", help="makes a new one first")
    commands.add_parser(_CLI, help="Airflow's own command line; takes what follows as it is")
    return parser


def _run(options: argparse.Namespace) -> int:
    given = os.environ
    match options.command:
        case "secrets":
            secret_files(given).make(given.get("AIRFLOW_ADMIN_PASSWORD", ""))
            served_secrets(given).make()
        case "prepare":
            prepare(given)
        case "served-database":
            with metadata.connected(airflow_environment(given)) as cursor:
                served_database.make(cursor, served_secrets(given))
        case "retention":
            remove_daily(airflow_environment(given))
        case "alive":
            return 0 if _is_alive(options.part) else UNAVAILABLE
        case "password":
            if options.reset:
                reset_password(given)
            sys.stdout.write(secret_files(given).password() + "\n")
        case "reader-password":
            passwords = served_secrets(given)
            if options.reset:
                passwords.renew(READER)
                with metadata.connected(airflow_environment(given)) as cursor:
                    served_database.set_password(cursor, READER, passwords)
            sys.stdout.write(passwords.password(READER) + "\n")
        case part:
            _become_airflow(_AIRFLOW[part])
    return 0


def _is_alive(part: str) -> bool:
    environment = airflow_environment(os.environ)
    if part in metadata.BEATING:
        # The kernel's clock of processes may be some seconds off.
        began = psutil.Process(1).create_time() - 5
        return metadata.beats(part, environment, began)
    return health.is_healthy(int(environment.get(_WEB_PORT, "8080")), [health.DATABASE])


def _become_airflow(arguments: list[str]) -> NoReturn:
    command = [sys.executable, "-m", "airflow", *arguments]
    os.execve(sys.executable, command, airflow_environment(os.environ))  # noqa: S606 - no shell


def main() -> int:
    try:
        if sys.argv[1:2] == [_CLI]:
            _become_airflow(sys.argv[2:])
        return _run(_parser().parse_args())
    except Trouble as trouble:
        sys.stderr.write(f"orderlake: {trouble}\n")
        return trouble.code


if __name__ == "__main__":
    sys.exit(main())
