"""Whether there is a lake in the bucket that is meant.

Airflow's own client looks, in a process of its own (``python -m orderlake_airflow.local.reach``):
what it imports takes seconds and memory that the supervisor need not hold. Where there is none, or
it cannot be told, the last line on that process's standard output says so.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

from orderlake_airflow.local.settings import inherited
from orderlake_airflow.local.trouble import Trouble

if TYPE_CHECKING:
    from orderlake_airflow.local.configuration import StoredLake


def require(lake: StoredLake) -> None:
    """Returns where there is a lake; nothing is made on this machine.

    :raises Trouble: where there is none, or the store does not answer
    """
    with tempfile.TemporaryDirectory(prefix="orderlake-airflow-") as home:
        looked = subprocess.run(
            [sys.executable, "-m", __name__],
            env=inherited() | lake.variables() | {"AIRFLOW_HOME": home},
            capture_output=True,
            text=True,
            check=False,
        )
    if looked.returncode != 0:
        said = (looked.stdout.strip() or looked.stderr.strip()).splitlines()
        raise Trouble(
            f"no lake can be seen in {lake.root}: {said[-1] if said else 'why was not said'};"
            " start one with"
            " `orderlake up`, or correct `lake` and what `spark.conf` says of the store"
        )


def main() -> int:
    from orderlake_airflow import settings
    from orderlake_airflow.places import lake_files

    try:
        lake = lake_files(settings.lake())
        is_there = lake.exists("lake.json")
    except Exception as e:  # of the client's own kinds, too: what is configured may be no address
        sys.stdout.write(f"{e}\n")
        return 1
    if not is_there:
        sys.stdout.write(f"there is no {lake.shown('lake.json')}\n")
    return 0 if is_there else 1


if __name__ == "__main__":
    sys.exit(main())
