from __future__ import annotations

from pathlib import Path

import pytest

from orderlake_airflow.container.secret_files import SecretFiles
from orderlake_airflow.local.trouble import STORE, Trouble


def contents(directory: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in directory.iterdir()}


def test_secrets_are_made_once_and_only_their_owner_may_read_them(tmp_path: Path) -> None:
    files = SecretFiles(tmp_path)
    files.make("")
    made = contents(tmp_path)
    files.make("")

    assert contents(tmp_path) == made
    assert {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {0o600}
    assert made[files.database_password.name].decode() == files.read().database_password
    assert len(files.password()) >= 20


def test_the_admins_password_can_be_chosen_at_the_first_start_only(tmp_path: Path) -> None:
    files = SecretFiles(tmp_path)
    files.make("chosen")
    files.make("another")
    assert files.password() == "chosen"


@pytest.mark.parametrize("lost", ["admin-password", "database-password"])
def test_what_a_killed_start_did_not_make_is_made_and_the_rest_stays(
    tmp_path: Path, lost: str
) -> None:
    files = SecretFiles(tmp_path)
    files.make("chosen")
    made = contents(tmp_path)
    (tmp_path / lost).unlink()
    files.make("chosen")
    assert contents(tmp_path) == made


def test_services_that_only_read_make_no_secrets_and_say_who_does(tmp_path: Path) -> None:
    files = SecretFiles(tmp_path)
    for read in (files.read, files.password):
        with pytest.raises(Trouble, match="the service secrets makes them") as trouble:
            read()
        assert trouble.value.code == STORE
    assert contents(tmp_path) == {}


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    with pytest.raises(Trouble, match=f"cannot write to {missing}.*LAKE_USER") as trouble:
        SecretFiles(missing).make("")
    assert trouble.value.code == STORE
