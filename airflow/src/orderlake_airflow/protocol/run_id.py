"""Run ids: the idempotence keys of requests."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

_FITS = re.compile(r"[A-Za-z0-9._-]{1,200}")
_REST = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_READABLE = 170


def is_run_id(text: str) -> bool:
    """True for what may name a run, and so a file."""
    return _FITS.fullmatch(text) is not None and text not in (".", "..")


def checked_run_id(text: str) -> str:
    """The text.

    :raises ValueError: when it is no run id
    """
    if not is_run_id(text):
        raise ValueError(f"'{text}' is not a run id")
    return text


@dataclass(frozen=True)
class RunIdentity:
    """Who asks: a task of a DAG run. It outlives workers and Airflow's own tries."""

    dag_id: str
    dag_run_id: str
    task_id: str
    map_index: int = -1

    def run_id(self, attempt: int) -> str:
        """The id of the attempt's request.

        People can read it; a digest of the whole identity keeps ids of different tasks apart where
        characters had to be replaced or cut off.

        :param attempt: from 1; the runs of this identity that did not succeed and the requests that
            were withdrawn for good, and one
        """
        parts = [self.dag_id, self.dag_run_id, self.task_id]
        if self.map_index >= 0:
            parts.append(str(self.map_index))
        digest = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]
        readable = _REST.sub("-", ".".join(parts))[:_LONGEST_READABLE]
        return f"{readable}.{digest}.{attempt}"
