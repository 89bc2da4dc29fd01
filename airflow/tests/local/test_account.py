from __future__ import annotations

import os
import pwd

import pytest

from orderlake_airflow.local.account import Account
from orderlake_airflow.local.trouble import Trouble


def _nameless(uid: int) -> pwd.struct_passwd:
    raise KeyError(uid)


def test_a_user_id_without_a_name_is_refused_before_initdb_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 34567)
    monkeypatch.setattr(pwd, "getpwuid", _nameless)
    with pytest.raises(Trouble, match=r"34567.*no name.*containers"):
        Account.for_postgres()
