"""Settings: the section ``[orderlake]`` of Airflow's configuration.

Each can be set in ``airflow.cfg`` or as an environment variable, ``AIRFLOW__ORDERLAKE__DATA``.
"""

from __future__ import annotations

from pathlib import Path

from orderlake_airflow.compat import conf
from orderlake_airflow.places import is_on_s3

SECTION = "orderlake"


class SettingError(ValueError):
    """A setting is missing or wrong; the message names it."""


def lake() -> str:
    """Where the lake lies.

    :return: the setting ``lake``, ``s3://CONNECTION@BUCKET/PREFIX``, where there is one, else the
        directory of the setting ``data``

    :raises SettingError: when neither is set, or what is set is not of that form
    """
    location = _text("lake")
    if location is None:
        return str(_data())
    if not is_on_s3(location):
        raise SettingError(
            f"[{SECTION}] lake is s3://CONNECTION@BUCKET/PREFIX, not '{location}'; a lake in a"
            f" directory is named by [{SECTION}] data"
        )
    return location


def deferrable() -> bool:
    """Whether waiting is left to the triggerer, setting ``deferrable``: slower by a second or two
    for each wait, but it holds no worker. False by default.
    """
    return conf.getboolean(SECTION, "deferrable", fallback=False)


def alert_webhook() -> str | None:
    """Where alerts are posted as JSON, setting ``alert_webhook``. May hold a secret."""
    return _text("alert_webhook")


def alert_email() -> str | None:
    """Who gets alerts by mail, commas between, setting ``alert_email``; needs ``[smtp]``."""
    return _text("alert_email")


def quarantine_warn_share() -> float | None:
    """The share of quarantined records, 0 to 1, above which a run of Silver is warned about,
    setting ``quarantine_warn_share``; 0.25 by default, empty for never.
    """
    return _share("quarantine_warn_share", "0.25")


def quarantine_fail_share() -> float | None:
    """Likewise, above which the task ``quarantine_share`` fails; never by default."""
    return _share("quarantine_fail_share", "")


def quarantine_min_records() -> int:
    """Runs that read fewer records are not judged, setting ``quarantine_min_records``; 100."""
    return _whole("quarantine_min_records", 100)


def keep_days() -> int:
    """How many days the local Airflow keeps runs and their logs, setting ``keep_days``; 3."""
    return _whole("keep_days", 3)


def _data() -> Path:
    text = _text("data")
    if text is None:
        raise SettingError(
            f"[{SECTION}] data is not set: give Airflow the lake's data directory, e.g. as"
            f" AIRFLOW__ORDERLAKE__DATA, or [{SECTION}] lake for one on an object store"
        )
    path = Path(text)
    if not path.is_absolute():
        raise SettingError(f"[{SECTION}] data must be an absolute path, not '{text}'")
    return path


def _share(name: str, default: str) -> float | None:
    text = conf.get(SECTION, name, fallback=default).strip()
    if not text:
        return None
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise SettingError(f"[{SECTION}] {name} must be a share from 0 to 1, not '{text}'")
    return share


def _whole(name: str, default: int) -> int:
    text = _text(name) or str(default)
    if not text.isdecimal():
        raise SettingError(f"[{SECTION}] {name} must be a whole number, not '{text}'")
    return int(text)


def _text(name: str) -> str | None:
    return conf.get(SECTION, name, fallback="").strip() or None
