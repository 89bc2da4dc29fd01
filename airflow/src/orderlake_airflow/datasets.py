"""What other DAGs can follow: a dataset for each Gold table of the lake."""

from __future__ import annotations

import logging

from orderlake_airflow import settings
from orderlake_airflow.compat import Dataset
from orderlake_airflow.lake import LakeProgress

BUILT_IN = ("gold/revenue_by_city_hour", "gold/revenue_by_product_day")
"""The tables that every lake has, also before its first run."""

_log = logging.getLogger(__name__)


def gold_datasets() -> list[Dataset]:
    """The built-in tables' and those of the newest published lake version, which has those of the
    configuration from their first run on. Where the lake cannot be read, the built-in ones: a store
    that does not answer must not take the DAG away.
    """
    return [Dataset(f"orderlake://{table}") for table in sorted({*BUILT_IN, *_published()})]


def _published() -> tuple[str, ...]:
    try:
        return LakeProgress(settings.lake()).gold_tables()
    except Exception as e:  # each kind of store has errors of its own
        _log.warning("the lake's Gold tables are not known, those built in are announced: %s", e)
        return ()
