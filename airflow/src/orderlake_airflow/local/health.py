"""Whether Airflow works, as its web server tells."""

from __future__ import annotations

import json
import urllib.error
import urllib.request

from orderlake_airflow.local.ports import LOOPBACK

_PARTS = ("metadatabase", "scheduler", "triggerer")


def is_healthy(port: int) -> bool:
    """Database, scheduler and triggerer all show a sign of life."""
    try:
        with urllib.request.urlopen(f"http://{LOOPBACK}:{port}/health", timeout=5) as answer:
            told = json.load(answer)
    except (OSError, ValueError, urllib.error.URLError):
        return False
    return all(told.get(part, {}).get("status") == "healthy" for part in _PARTS)
