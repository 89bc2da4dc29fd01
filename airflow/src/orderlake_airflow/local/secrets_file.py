"""The secrets of one installation, made at its first start and readable by its owner alone."""

from __future__ import annotations

import base64
import json
import os
import secrets
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from orderlake_airflow.local.trouble import STORE, Trouble

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Secrets:
    """``fernet_key`` encrypts what Airflow stores, ``web_key`` signs its sessions."""

    database_password: str
    fernet_key: str
    web_key: str

    @classmethod
    def of(cls, file: Path) -> Secrets:
        """Those in the file; new ones, written there, when there is none."""
        try:
            return cls.read(file)
        except FileNotFoundError:
            made = cls(
                database_password=secrets.token_urlsafe(32),
                fernet_key=base64.urlsafe_b64encode(secrets.token_bytes(32)).decode("ascii"),
                web_key=secrets.token_urlsafe(32),
            )
            write_secret(file, json.dumps(asdict(made)))
            return made

    @classmethod
    def read(cls, file: Path) -> Secrets:
        """Those in the file, which is there."""
        try:
            return cls(**json.loads(file.read_text(encoding="utf-8")))
        except FileNotFoundError:
            raise
        except (OSError, ValueError, TypeError) as e:
            raise Trouble(
                f"cannot read Airflow's secrets in {file} ({type(e).__name__}); restore the file,"
                f" or remove {file.parent} to begin anew: Airflow's history goes, the lake stays",
                STORE,
            ) from e


def write_secret(file: Path, text: str) -> None:
    """Writes the file whole or not at all; its owner alone may read it."""
    temporary = file.with_name(file.name + ".new")
    temporary.unlink(missing_ok=True)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    temporary.replace(file)
