"""An S3 server on the loopback address, and lakes in a bucket of it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from orderlake_airflow.local.ports import LOOPBACK, free_port
from system.waiting import wait_for

KEY, SECRET, REGION = "test-key", "test-secret", "us-east-1"
_SERVER = Path(__file__).resolve().parents[3] / "adapters-objectstore" / "server"
_NO_GO = 69
BUCKET = "orders"


class S3Server:
    """versitygw, as the tests of the module ``adapters-objectstore`` run it."""

    def __init__(self, port: int) -> None:
        self._port = port

    @property
    def endpoint(self) -> str:
        return f"http://{LOOPBACK}:{self._port}"

    def connection(self, port: int | None = None) -> str:
        """An Airflow connection to it, as the value of its environment variable.

        :param port: that of a proxy before it
        """
        return json.dumps(
            {
                "conn_type": "aws",
                "login": KEY,
                "password": SECRET,
                "extra": {
                    "endpoint_url": f"http://{LOOPBACK}:{port or self._port}",
                    "region_name": REGION,
                },
            }
        )

    def configuration(self, lake: str) -> str:
        """Orderlake's, for a lake in a bucket of it."""
        s3a = {
            "endpoint": self.endpoint,
            "endpoint.region": REGION,
            "path.style.access": "true",
            "connection.ssl.enabled": "false",
            "access.key": KEY,
            "secret.key": SECRET,
        }
        conf = {f"spark.hadoop.fs.s3a.{name}": value for name, value in s3a.items()}
        return json.dumps({"lake": lake, "spark.conf": conf})

    def losing_answers(self) -> LosingAnswers:
        """A proxy before it."""
        return LosingAnswers(self._port)


@contextmanager
def s3_server(folder: Path) -> Iterator[S3Server]:
    """Runs one with an empty bucket; the test is skipped where there is no Go to build it with."""
    built = subprocess.run([_SERVER / "install"], capture_output=True, text=True, check=False)
    if built.returncode == _NO_GO:
        pytest.skip(built.stderr)
    assert built.returncode == 0, built.stderr
    (folder / "buckets" / BUCKET).mkdir(parents=True)
    port = free_port()
    with (folder / "server.log").open("ab") as log:
        server = subprocess.Popen(
            [
                *(_SERVER / ".bin" / "versitygw", "--quiet", "--port", f"{LOOPBACK}:{port}"),
                *("posix", folder / "buckets"),
            ],
            stdout=log,
            stderr=log,
            env=os.environ | {"ROOT_ACCESS_KEY": KEY, "ROOT_SECRET_KEY": SECRET},
        )
    try:
        wait_for("the S3 server", lambda: server.poll() is not None or _listens(port))
        assert server.poll() is None, (folder / "server.log").read_text()
        yield S3Server(port)
    finally:
        server.kill()
        server.wait()


def _listens(port: int) -> bool:
    try:
        socket.create_connection((LOOPBACK, port), 1).close()
    except OSError:
        return False
    return True


class LosingAnswers:
    """A proxy before a server that can keep the answers to puts to itself."""

    def __init__(self, server: int) -> None:
        self._server = server
        self._listening = socket.create_server((LOOPBACK, 0))
        self.port: int = self._listening.getsockname()[1]
        self._accepting = threading.Thread(target=self._accept)
        self._connections: list[_Connection] = []
        self._to_lose = 0
        self.lost = 0

    def lose(self, answers: int) -> None:
        """From now on the next so many answers to puts are lost; what they answer is done."""
        self._to_lose = answers

    def __enter__(self) -> LosingAnswers:
        self._accepting.start()
        return self

    def __exit__(self, *unused: object) -> None:
        _end(self._listening)
        self._accepting.join()
        for connection in self._connections:
            connection.end()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                server = socket.create_connection((LOOPBACK, self._server))
                self._connections.append(_Connection(client, server, self._loses))

    def _loses(self) -> bool:
        """Whether the answer that comes now is lost."""
        if self._to_lose == 0:
            return False
        self._to_lose -= 1
        self.lost += 1
        return True


class _Connection:
    """Relays one connection, on two threads, until an end of it is closed or an answer is lost."""

    def __init__(
        self, client: socket.socket, server: socket.socket, loses: Callable[[], bool]
    ) -> None:
        self._client = client
        self._server = server
        self._loses = loses
        self._is_put = False
        self._threads = [threading.Thread(target=run) for run in (self._ask, self._answer)]
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        _end(self._client)
        _end(self._server)
        for thread in self._threads:
            thread.join()

    def _ask(self) -> None:
        with suppress(OSError):
            while asked := self._client.recv(65536):
                self._is_put = self._is_put or asked.startswith(b"PUT ")
                self._server.sendall(asked)
        _end(self._server)

    def _answer(self) -> None:
        with suppress(OSError):
            while answer := self._server.recv(65536):
                if not answer.startswith(b"HTTP/1.1 100"):
                    if self._is_put and self._loses():
                        break
                    self._is_put = False
                self._client.sendall(answer)
        _end(self._client)
        _end(self._server)


def _end(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
