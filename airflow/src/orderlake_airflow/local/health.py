"""Whether Airflow works, as its web server tells."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

from orderlake_airflow.local.ports import LOOPBACK

if TYPE_CHECKING:
    from collections.abc import Iterable

DATABASE = "metadatabase"
_PARTS = (DATABASE, "scheduler", "triggerer")


def is_healthy(port: int, parts: Iterable[str] = _PARTS) -> bool:
    """These parts all show a sign of life, and the web server that tells of them."""
    try:
        with urllib.request.urlopen(f"http://{LOOPBACK}:{port}/health", timeout=30) as answer:
            told = json.load(answer)
    except (OSError, ValueError, urllib.error.URLError):
        return False
    return all(told.get(part, {}).get("status") == "healthy" for part in parts)
