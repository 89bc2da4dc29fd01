"""The role ``airflow`` of the launcher."""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
from typing import NoReturn

from orderlake_airflow.local import database, reach, seat
from orderlake_airflow.local.account import Account
from orderlake_airflow.local.configuration import Configuration
from orderlake_airflow.local.layout import Layout
from orderlake_airflow.local.postgres import Cluster, port_in_use
from orderlake_airflow.local.seat import Seat
from orderlake_airflow.local.secrets_file import Secrets
from orderlake_airflow.local.settings import airflow_environment
from orderlake_airflow.local.stop import Stop
from orderlake_airflow.local.supervisor import Supervisor
from orderlake_airflow.local.trouble import USAGE, Trouble

_HIGHEST_PORT = 65535


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Trouble(f"{message}; `orderlake airflow --help` says more", USAGE)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="orderlake airflow",
        description="Runs Airflow on a lake until it is stopped: a private PostgreSQL, scheduler,"
        " triggerer and web server, all on 127.0.0.1.",
        epilog="`orderlake airflow cli ARGUMENTS` runs Airflow's own command line on the same"
        " installation, e.g. `orderlake airflow cli dags list`.",
    )
    parser.add_argument("--data", metavar="DIR", help="the lake's directory (default: data)")
    parser.add_argument(
        "--lake",
        metavar="URI",
        help="the root of a lake on an object store, e.g. s3a://bucket/orders; --data is then what"
        " this machine keeps of it",
    )
    parser.add_argument(
        "--config",
        metavar="FILE",
        help="the configuration file (default: orderlake.yaml, if there is one)",
    )
    parser.add_argument(
        "--port",
        type=_port,
        metavar="N",
        help="port of the UI (default: 8080, or any free one where that is taken)",
    )
    parser.add_argument(
        "--reset-password", action="store_true", help="give the user admin a new password"
    )
    parser.add_argument("--with-parent", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("command", nargs="?", choices=["cli"], help=argparse.SUPPRESS)
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"a port is from 1 to {_HIGHEST_PORT}, not {text}")
    return int(text)


def _say(line: str) -> None:
    # Whoever listened may have been killed; that is no reason not to stop in good order.
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def _run(layout: Layout, options: argparse.Namespace) -> int:
    layout.check()
    if options.command == "cli":
        return _cli(layout, options.arguments)
    if options.reset_password and seat.holder(layout):
        return _reset_password(layout)
    stop = Stop(with_parent=options.with_parent)
    if layout.store:
        reach.require(layout.store)
    layout.make()
    with Seat.take(layout) as taken:
        stop.at_once(taken.leave_soon)
        Supervisor(layout, taken, stop, _say).run(
            options.port, reset_password=options.reset_password
        )
    _say("stopped")
    return 0


def _running(layout: Layout) -> tuple[Cluster, dict[str, str]]:
    port = port_in_use(layout.cluster) if seat.holder(layout) else None
    if port is None:
        raise Trouble(
            f"Airflow does not run on {layout.lake}; start it with `orderlake airflow` or"
            " `orderlake up --airflow`, or name another directory with --data DIR"
        )
    secrets = Secrets.of(layout.secrets)
    cluster = Cluster(layout.cluster, secrets.database_password, port, Account.for_postgres())
    return cluster, airflow_environment(layout, secrets, port)


def _cli(layout: Layout, arguments: list[str]) -> int:
    _, environment = _running(layout)
    command = [sys.executable, "-m", "airflow", *arguments]
    return subprocess.run(command, env=environment, check=False).returncode


def _reset_password(layout: Layout) -> int:
    cluster, environment = _running(layout)
    password = database.prepare(cluster, environment, layout.log("prepare"), reset_password=True)
    _say(database.shown_once(password))
    return 0


def main() -> int:
    try:
        options = _parser().parse_args()
        configuration = Configuration.read(options.config, os.environ)
        lake = configuration.lake(options.lake)
        return _run(Layout(configuration.data(options.data, lake), lake), options)
    except Trouble as trouble:
        sys.stderr.write(f"orderlake: {trouble}\n")
        return trouble.code


if __name__ == "__main__":
    sys.exit(main())
