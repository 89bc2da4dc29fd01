from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from orderlake_airflow.local.secrets_file import Secrets
from orderlake_airflow.local.trouble import STORE, Trouble


def test_secrets_are_made_once_and_only_their_owner_may_read_them(tmp_path: Path) -> None:
    file = tmp_path / "secrets.json"
    made = Secrets.of(file)

    assert Secrets.of(file) == made
    assert file.stat().st_mode & 0o777 == 0o600
    assert Secrets.of(tmp_path / "others.json") != made


def test_the_fernet_key_is_one(tmp_path: Path) -> None:
    box = Fernet(Secrets.of(tmp_path / "secrets.json").fernet_key)
    assert box.decrypt(box.encrypt(b"kept")) == b"kept"


@pytest.mark.parametrize("damaged", ["", "{}", "[]", '{"fernet_key": "x"'])
def test_a_damaged_file_is_named_and_never_replaced(tmp_path: Path, damaged: str) -> None:
    file = tmp_path / "secrets.json"
    file.write_text(damaged, encoding="utf-8")
    with pytest.raises(Trouble, match=str(file)) as trouble:
        Secrets.of(file)
    assert trouble.value.code == STORE
    assert file.read_text(encoding="utf-8") == damaged
