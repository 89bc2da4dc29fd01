from __future__ import annotations

from pathlib import Path

import pytest

from orderlake_airflow.container.served_secrets import OWNER, READER, ROLES, ServedSecrets
from orderlake_airflow.local.trouble import STORE, Trouble


def test_each_role_has_a_password_that_only_its_owner_may_read(tmp_path: Path) -> None:
    passwords = ServedSecrets(tmp_path)
    passwords.make()
    made = {role: passwords.password(role) for role in ROLES}
    passwords.make()

    assert {role: passwords.password(role) for role in ROLES} == made
    assert len(set(made.values())) == 2
    assert min(len(password) for password in made.values()) >= 32
    assert {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {0o600}


def test_a_lost_one_is_made_anew_and_the_other_stays(tmp_path: Path) -> None:
    passwords = ServedSecrets(tmp_path)
    passwords.make()
    kept, lost = passwords.password(OWNER), passwords.password(READER)
    passwords.file(READER).unlink()
    passwords.make()
    assert passwords.password(OWNER) == kept
    assert passwords.password(READER) not in ("", lost)


def test_who_only_reads_makes_none_and_says_who_does(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="the service secrets makes them") as trouble:
        ServedSecrets(tmp_path).password(READER)
    assert trouble.value.code == STORE
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    with pytest.raises(Trouble, match=f"cannot write to {missing}.*LAKE_USER") as trouble:
        ServedSecrets(missing).make()
    assert trouble.value.code == STORE
