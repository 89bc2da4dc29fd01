"""The sensor that waits for new data."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from orderlake_airflow import metadata, settings
from orderlake_airflow.bronze_watch import BronzeWatch, NothingToDo, pause_after
from orderlake_airflow.compat import AirflowSkipException, BaseSensorOperator, PokeReturnValue
from orderlake_airflow.lake import DirectoryFiles, LakeProgress
from orderlake_airflow.places import lake_files
from orderlake_airflow.triggers import BronzeTrigger

if TYPE_CHECKING:
    from orderlake_airflow.compat import Context

_LONGER_THAN_ANY_PAUSE = 3600


class BronzeHasNewData(BaseSensorOperator):
    """Waits until Bronze has a version that published Silver has not read, or Gold is behind
    Silver; its XCom says how far each had got.

    It ends as skipped, and the run with it, when there was nothing for ``idle_timeout`` or when a
    run that was started by hand waits for this one to end. After runs that failed it leaves the
    lake alone for a while, longer from one to the next.

    :param wait: false to go on at once; templated, so that a run started by hand can choose
    :param idle_timeout: how long one run waits
    :param poke_interval: seconds between two looks; by default what costs little: 0.25 for a lake
        in a directory, 1 for one on an object store
    :param deferrable: leave the waiting to the triggerer; by default as
        :func:`orderlake_airflow.settings.deferrable` says
    """

    template_fields = ("wait",)
    ui_color = "#f3e3c3"

    def __init__(
        self,
        *,
        wait: bool | str = True,
        idle_timeout: timedelta = timedelta(hours=1),
        poke_interval: float | None = None,
        deferrable: bool | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(
            poke_interval=poke_interval or DirectoryFiles.look_interval,
            timeout=idle_timeout.total_seconds() + _LONGER_THAN_ANY_PAUSE,
            mode="poke",
            **kwargs,
        )
        self.wait = wait
        self.idle_timeout = idle_timeout
        self.deferrable = settings.deferrable() if deferrable is None else deferrable
        self._interval = poke_interval
        self._watch: BronzeWatch | None = None

    def execute(self, context: Context) -> Any:
        if str(self.wait).lower() == "false":
            self.log.info("asked not to wait")
            return None
        lake, now = lake_files(settings.lake()), datetime.now(timezone.utc)
        self.poke_interval = self._interval or lake.look_interval
        failed = metadata.failed_runs_in_a_row(self.dag_id)
        not_before = now + pause_after(failed)
        deadline = not_before + self.idle_timeout
        if failed:
            self.log.warning(
                "%d runs in a row have failed: looking for new data from %s on; a run started by"
                " hand begins at once",
                failed,
                f"{not_before:%H:%M:%S} UTC",
            )
        self.log.info("waiting for new data in %s", lake.location)
        self._watch = BronzeWatch(LakeProgress(lake), self.dag_id, not_before, deadline)
        if self.deferrable and self._watch.look(now) is None:
            self.defer(
                trigger=BronzeTrigger(
                    lake.location,
                    self.dag_id,
                    not_before.isoformat(),
                    deadline.isoformat(),
                    self.poke_interval,
                ),
                method_name="resume",
            )
        return super().execute(context)

    def poke(self, context: Context) -> bool | PokeReturnValue:
        assert self._watch is not None, "execute comes before poke"  # noqa: S101
        seen = self._watch.look(datetime.now(timezone.utc))
        if seen is None:
            return False
        if isinstance(seen, NothingToDo):
            raise AirflowSkipException(seen.reason)
        self.log.info(seen.sentence())
        return PokeReturnValue(is_done=True, xcom_value=seen.as_json())

    def resume(self, context: Context, event: dict[str, Any]) -> dict[str, Any]:
        """Goes on after the triggerer has seen something."""
        if "skip" in event:
            raise AirflowSkipException(event["skip"])
        self.log.info(event["sentence"])
        progress: dict[str, Any] = event["progress"]
        return progress
