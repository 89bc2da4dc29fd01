"""The role as a process: what it says when it cannot do what was asked."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from helpers.stores import SECRET, S3Server
from orderlake_airflow.local.layout import PROJECT, Layout

LAUNCHER = PROJECT / "orderlake"
ENVIRONMENT = PROJECT / "airflow" / "environment"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(LAUNCHER), "airflow", *arguments], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--port", "0"], "a port is from 1 to 65535"), (["--no-such"], "unrecognized arguments")],
)
def test_a_wrong_command_line_is_refused(arguments: list[str], said: str) -> None:
    ran = run(*arguments)
    assert ran.returncode == 64
    assert said in ran.stderr


def test_where_there_is_no_lake_nothing_is_made(tmp_path: Path) -> None:
    ran = run("--data", str(tmp_path / "typo"))
    assert ran.returncode == 69
    assert f"there is no lake in {tmp_path / 'typo'}" in ran.stderr
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("secret", "said"),
    [
        (SECRET, "there is no s3://orders/typo/lake.json"),
        ("mistaken", "cannot look for s3://orders/typo/lake.json: it answers 403"),
    ],
)
def test_where_no_lake_can_be_seen_in_a_bucket_nothing_is_made(
    tmp_path: Path, s3: S3Server, secret: str, said: str
) -> None:
    file = tmp_path / "cloud.yaml"
    configuration = s3.configuration("s3a://orders/typo").replace(SECRET, secret)
    file.write_text(configuration, encoding="utf-8")
    ran = run("--data", str(tmp_path / "typo"), "--config", str(file))
    assert ran.returncode == 69
    assert f"no lake can be seen in s3a://orders/typo: {said}" in ran.stderr
    assert list(tmp_path.iterdir()) == [file]


def test_airflows_own_command_line_needs_a_running_airflow(layout: Layout) -> None:
    ran = run("--data", str(layout.data), "cli", "dags", "list")
    assert ran.returncode == 69
    assert f"does not run on {layout.data}" in ran.stderr


def test_a_port_that_was_asked_for_and_is_taken_is_named(layout: Layout) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ran = run("--data", str(layout.data), "--port", port)
    assert ran.returncode == 69
    assert f"port {port}" in ran.stderr


@pytest.mark.parametrize("version", [None, "3.9.2", "3.13.0"])
def test_a_missing_or_unfit_python_is_told_with_what_to_install(
    tmp_path: Path, version: str | None
) -> None:
    for tool in ("bash", "dirname", "head"):
        found = shutil.which(tool)
        assert found
        (tmp_path / tool).symlink_to(found)
    if version is not None:
        python = tmp_path / "python3"
        python.write_text(
            f'#!/bin/sh\n[ "$1" = --version ] && echo "Python {version}"\nexit 1\n',
            encoding="utf-8",
        )
        python.chmod(0o755)
    ran = subprocess.run(
        [str(ENVIRONMENT)],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": str(tmp_path), "HOME": os.environ.get("HOME", "/")},
    )
    assert ran.returncode == 69
    assert "needs Python 3.10, 3.11 or 3.12" in ran.stderr
    assert "python3-venv" in ran.stderr
    assert version is None or version in ran.stderr
