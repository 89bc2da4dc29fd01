"""Looking for new data until there is some, in a task or in the triggerer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from orderlake_airflow import metadata
from orderlake_airflow.lake import LakeProgress, Progress

_LOOKS_PER_QUESTION = 8
_FIRST_PAUSE = timedelta(seconds=10)
_LONGEST_PAUSE = timedelta(minutes=10)
_GRACE = timedelta(seconds=10)


@dataclass(frozen=True)
class NothingToDo:
    """The run ends without having done anything.

    :param reason: a sentence
    """

    reason: str


class BronzeWatch:
    """Looks whether the lake has something to do, on behalf of one run of a DAG.

    :param not_before: with its zone; until then only runs started by hand are looked for
    :param deadline: with its zone; from then on nothing is waited for
    """

    def __init__(
        self, lake: LakeProgress, dag_id: str, not_before: datetime, deadline: datetime
    ) -> None:
        self._lake = lake
        self._dag_id = dag_id
        self._not_before = not_before
        self._deadline = deadline
        self._looks = 0
        self._silent_since: datetime | None = None

    def look(self, now: datetime) -> Progress | NothingToDo | None:
        """One look; none as long as there is something to wait for.

        :raises DamagedLakeError: when a published lake version cannot be understood
        :raises OSError: when the store has not answered for a while
        """
        by_hand = self._looks % _LOOKS_PER_QUESTION == 0 and metadata.manual_run_waits(self._dag_id)
        self._looks += 1
        if by_hand:
            return NothingToDo("a run started by hand waits")
        if now < self._not_before:
            return None
        try:
            progress = self._lake.look()
        except OSError:
            self._silent_since = self._silent_since or now
            if now >= self._silent_since + _GRACE:
                raise
            return None
        self._silent_since = None
        if progress.has_news:
            return progress
        if now >= self._deadline:
            return NothingToDo(f"nothing new: {progress.sentence()}")
        return None


def pause_after(failed_runs: int) -> timedelta:
    """How long to leave the lake alone after so many runs in a row that failed.

    It doubles, so that what stays broken is neither tried all the time nor given up.
    """
    if failed_runs < 1:
        return timedelta(0)
    doubled = _FIRST_PAUSE * (1 << min(failed_runs - 1, 10))
    return min(doubled, _LONGEST_PAUSE)
