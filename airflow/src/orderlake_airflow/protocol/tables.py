"""Names of the lake's tables, as fields of an object."""

from __future__ import annotations

import re

from orderlake_airflow.protocol.strict_json import MalformedError, StrictObject

_TABLE = re.compile(r"(bronze|silver|gold)/[a-z][a-z0-9_]*")


def table_fields(tables: StrictObject, path: str) -> StrictObject:
    """What is said of the table of that name.

    :raises MalformedError: when there can be no such table
    """
    return tables.nested(_named(path))


def table_count(tables: StrictObject, path: str) -> int:
    """How many of something the table of that name has.

    :raises MalformedError: when there can be no such table
    """
    return tables.whole(_named(path), 0)


def _named(path: str) -> str:
    if _TABLE.fullmatch(path) is None:
        raise MalformedError(f"not a table of the lake: '{path}'")
    return path
