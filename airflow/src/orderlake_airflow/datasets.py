"""What other DAGs can follow: a dataset for each Gold table of the lake."""

from __future__ import annotations

import logging
import os
import threading
import weakref

from orderlake_airflow import settings
from orderlake_airflow.compat import Dataset
from orderlake_airflow.lake import LakeProgress
from orderlake_airflow.places import lake_files

BUILT_IN = ("gold/revenue_by_city_hour", "gold/revenue_by_product_day")
"""The tables that every lake has, also before its first run."""

_PATIENCE = 15.0
_log = logging.getLogger(__name__)
_looks: weakref.WeakSet[threading.Thread] = weakref.WeakSet()


def _end_looks() -> None:
    """Before a fork: what a thread has locked, an import say, stays locked for ever in the child.

    A look ends by itself, since the store's client waits for no answer for ever.
    """
    for look in list(_looks):
        if look is not threading.current_thread():
            look.join()


os.register_at_fork(before=_end_looks)


def gold_datasets() -> list[Dataset]:
    """The built-in tables' and those of the newest published lake version, which has those of the
    configuration from their first run on. Where the lake cannot be read, the built-in ones: a store
    that does not answer must not take the DAG away.
    """
    return [Dataset(f"orderlake://{table}") for table in sorted({*BUILT_IN, *_published()})]


def _published() -> tuple[str, ...]:
    """Asked on a thread of its own: Airflow gives up a DAG file that takes longer than 30 s."""
    found: list[tuple[str, ...]] = []
    looking = threading.Thread(target=lambda: found.append(_look()), daemon=True)
    looking.start()
    _looks.add(looking)
    looking.join(_PATIENCE)
    if not found:
        _log.warning(
            "the lake's Gold tables are not known after %.0f s, those built in are announced",
            _PATIENCE,
        )
    return found[0] if found else ()


def _look() -> tuple[str, ...]:
    try:
        return LakeProgress(lake_files(settings.lake())).gold_tables()
    except Exception as e:  # each kind of store has errors of its own
        _log.warning("the lake's Gold tables are not known, those built in are announced: %s", e)
        return ()
