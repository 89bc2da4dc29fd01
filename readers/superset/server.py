"""A Superset on the loopback address, with SQLite for what it keeps of its own."""

from __future__ import annotations

import secrets
import sys
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from processes import Process, free_port, run, wait_for

USER = "admin"
_PROGRAMS = Path(sys.executable).parent


class Server:
    """One Superset below ``folder``, and its only user."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.password = secrets.token_urlsafe(24)
        self._settings = {
            "SUPERSET_HOME": str(folder),
            "SUPERSET_SECRET_KEY": secrets.token_urlsafe(42),
            "FLASK_APP": "superset",
        }
        self._superset("db", "upgrade")
        self._superset(
            *("fab", "create-admin", "--username", USER, "--email", "admin@example.org"),
            *("--firstname", "Ada", "--lastname", "Admin"),
            answers=f"{self.password}\n{self.password}\n",
        )
        self._superset("init")
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self._process = Process(
            [
                *(str(_PROGRAMS / "gunicorn"), "--bind", f"127.0.0.1:{port}"),
                *("--threads", "8", "--timeout", "600", "superset.app:create_app()"),
            ],
            folder / "superset.log",
            self._settings,
        )

    def _superset(self, *arguments: str, answers: str = "") -> None:
        run([str(_PROGRAMS / "superset"), *arguments], self._settings, answers)

    def wait(self) -> None:
        wait_for("Superset", self._is_there)

    def _is_there(self) -> bool:
        self._process.said()
        try:
            with urlopen(f"{self.url}/health") as answer:
                return bool(answer.status == 200)
        except URLError:
            return False

    def stop(self) -> None:
        self._process.stop()
