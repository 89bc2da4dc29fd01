"""TCP ports of the loopback address."""

from __future__ import annotations

import random
import socket

from orderlake_airflow.local.trouble import Trouble

LOOPBACK = "127.0.0.1"
DEFAULT_WEB_PORT = 8080
_NOT_GIVEN_OUT = range(10_000, 32_000)


def free_port() -> int:
    """One that stays free until it is used.

    Those that the system gives out by itself may be a connection's by then: this is below them.
    """
    for port in random.sample(_NOT_GIVEN_OUT, 100):
        if is_free(port):
            return port
    with socket.socket() as s:
        s.bind((LOOPBACK, 0))
        given: int = s.getsockname()[1]
        return given


def is_free(port: int) -> bool:
    with socket.socket() as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            s.bind((LOOPBACK, port))
        except OSError:
            return False
        return True


def web_port(asked: int | None) -> int:
    """The port asked for; else the usual one; else, where that is taken, any free one."""
    if asked is None:
        return DEFAULT_WEB_PORT if is_free(DEFAULT_WEB_PORT) else free_port()
    if not is_free(asked):
        raise Trouble(f"port {asked} of {LOOPBACK} is taken; choose another with --port N")
    return asked
