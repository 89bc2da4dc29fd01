"""Makes airflow/.venv hold exactly what the locks name; ``airflow/environment`` calls it.

Needs the standard library alone. A stamp in the environment says which locks it was made of, so
that making it again costs nothing; two that start at once make it once.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import os
import subprocess
import sys
import time
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE.parent / ".venv"
STAMP = VENV / "made-of"
UV = HERE / "uv.txt"
RUN = HERE / "airflow.txt"
DEV = HERE / "dev.txt"


def digest(locks: list[Path]) -> str:
    """Names what the locks ask for, and the Python that it is for."""
    content = hashlib.sha256(sys.version.encode())
    for lock in locks:
        content.update(lock.read_bytes())
    return content.hexdigest()


def is_made(locks: list[Path]) -> bool:
    """Whether all of that is there; the tests' packages besides do no harm."""
    stamped = STAMP.read_text(encoding="ascii") if STAMP.exists() else ""
    return stamped in (digest(locks), digest([UV, RUN, DEV]))


def make(locks: list[Path]) -> None:
    """Makes it anew, but where only the tests' packages lack adds them: Airflow may be running."""
    python = VENV / "bin" / "python"
    if not is_made([UV, RUN]):
        STAMP.unlink(missing_ok=True)
        venv.create(VENV, clear=True, with_pip=True)
        pip = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
        subprocess.run([*pip, "--require-hashes", "--requirement", UV], check=True)
    uv = [python, "-m", "uv", "--quiet", "pip", "sync", "--python", python]
    subprocess.run(
        [*uv, "--require-hashes", "--compile-bytecode", *locks],
        check=True,
        env=os.environ | cache(),
    )
    STAMP.write_text(digest(locks), encoding="ascii")


def cache() -> dict[str, str]:
    """Where there is no home to keep fetched packages in, they are not kept."""
    home = os.environ.get("HOME", "")
    return {} if home and os.access(home, os.W_OK) else {"UV_NO_CACHE": "1"}


def main() -> int:
    parser = argparse.ArgumentParser(prog="airflow/environment", description=__doc__)
    parser.add_argument("--dev", action="store_true", help="with what the tests need")
    locks = [UV, RUN, DEV] if parser.parse_args().dev else [UV, RUN]
    with (HERE.parent / ".venv.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_made(locks):
            return 0
        started = time.monotonic()
        sys.stderr.write("Making the Python environment of Airflow…\n")
        try:
            make(locks)
        except (OSError, subprocess.CalledProcessError) as e:
            sys.stderr.write(
                f"orderlake: {VENV} could not be made: {e}\nIt needs the network once, to install"
                f" what {RUN} names; start again to try again.\n"
            )
            return 69
        sys.stderr.write(f"Made the Python environment in {time.monotonic() - started:.0f} s.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
