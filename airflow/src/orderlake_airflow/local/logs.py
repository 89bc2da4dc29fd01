"""What the parts say, in one bounded file for each."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from threading import Thread
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES = 20 * 1024 * 1024
_OLD_FILES = 5


def keep(stream: IO[bytes], file: Path) -> Thread:
    """Appends the stream's lines to the file until it ends, on a thread; rolled at 20 MB."""
    thread = Thread(target=_copy, args=(stream, file), name=f"log {file.name}", daemon=True)
    thread.start()
    return thread


def _copy(stream: IO[bytes], file: Path) -> None:
    handler = RotatingFileHandler(
        file, maxBytes=_MOST_BYTES, backupCount=_OLD_FILES, encoding="utf-8", delay=True
    )
    try:
        for line in stream:
            text = line.decode("utf-8", errors="replace").rstrip("\n")
            handler.emit(logging.makeLogRecord({"msg": text}))
    finally:
        handler.close()


def tail(file: Path, lines: int) -> str:
    """The last lines of a log; empty when there is none."""
    try:
        return "\n".join(file.read_text(encoding="utf-8").splitlines()[-lines:])
    except OSError:
        return ""
