"""The shared samples of the trigger protocol."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CONTRACTS = Path(__file__).parents[3] / "contracts" / "trigger-protocol"


def schema(kind: str) -> dict[str, Any]:
    """The schema of ``request``, ``result`` or ``decision``."""
    parsed: dict[str, Any] = json.loads((CONTRACTS / f"{kind}.schema.json").read_text())
    return parsed


def jobs() -> set[str]:
    """The words of all jobs that a request can ask for."""
    return set(json.loads((CONTRACTS / "jobs.json").read_text()))


def valid(kind: str) -> list[Path]:
    return _files(CONTRACTS / "samples" / kind / "valid")


def invalid(kind: str) -> list[Path]:
    """Those that the index lists; the index lists every file."""
    folder = CONTRACTS / "samples" / kind / "invalid"
    files = [file for file in _files(folder) if file.name != "index.json"]
    assert {file.name for file in files} == set(json.loads((folder / "index.json").read_text()))
    return files


def sample(kind: str, name: str) -> bytes:
    """The content of a valid one."""
    return (CONTRACTS / "samples" / kind / "valid" / f"{name}.json").read_bytes()


def _files(folder: Path) -> list[Path]:
    files = sorted(folder.glob("*.json"))
    assert files, f"no samples in {folder}"
    return files


def result_sample(name: str, **changes: Any) -> dict[str, Any]:
    """A valid result, with some fields changed."""
    return {**json.loads(sample("result", name)), **changes}
