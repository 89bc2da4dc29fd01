"""The sensor that waits for new data."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from orderlake_airflow import settings
from orderlake_airflow.compat import AirflowSkipException, BaseSensorOperator, PokeReturnValue
from orderlake_airflow.lake import LakeProgress
from orderlake_airflow.metadata import manual_run_waits
from orderlake_airflow.triggers import BronzeTrigger

if TYPE_CHECKING:
    from orderlake_airflow.compat import Context

_LOOKS_PER_QUESTION = 8


class BronzeHasNewData(BaseSensorOperator):
    """Waits until Bronze has a version that published Silver has not read, or Gold is behind
    Silver; its XCom says how far each had got.

    It ends as skipped, and the run with it, when there was nothing for ``idle_timeout`` or when a
    run that was started by hand waits for this one to end.

    :param wait: false to go on at once; templated, so that a run started by hand can choose
    :param idle_timeout: how long one run waits
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
        poke_interval: float = 0.25,
        deferrable: bool | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(
            poke_interval=poke_interval,
            timeout=idle_timeout.total_seconds() + 3600,
            mode="poke",
            **kwargs,
        )
        self.wait = wait
        self.idle_timeout = idle_timeout
        self.deferrable = settings.deferrable() if deferrable is None else deferrable
        self._lake: LakeProgress | None = None
        self._deadline = datetime.max.replace(tzinfo=timezone.utc)
        self._looks = 0

    def execute(self, context: Context) -> Any:
        if str(self.wait).lower() == "false":
            self.log.info("asked not to wait")
            return None
        lake = settings.lake()
        self._deadline = datetime.now(timezone.utc) + self.idle_timeout
        self._lake = LakeProgress(lake)
        self.log.info("waiting for new data in %s", lake)
        progress = self._lake.look()
        if self.deferrable and not progress.has_news:
            self.defer(
                trigger=BronzeTrigger(
                    str(lake), self._deadline.isoformat(), self.poke_interval, self.dag_id
                ),
                method_name="resume",
            )
        return super().execute(context)

    def poke(self, context: Context) -> bool | PokeReturnValue:
        assert self._lake is not None, "execute comes before poke"  # noqa: S101
        progress = self._lake.look()
        if progress.has_news:
            self.log.info(progress.sentence())
            return PokeReturnValue(is_done=True, xcom_value=progress.as_json())
        if datetime.now(timezone.utc) >= self._deadline:
            raise AirflowSkipException(f"nothing new: {progress.sentence()}")
        if self._looks % _LOOKS_PER_QUESTION == 0 and manual_run_waits(self.dag_id):
            raise AirflowSkipException("a run started by hand waits")
        self._looks += 1
        return False

    def resume(self, context: Context, event: dict[str, Any]) -> dict[str, Any]:
        """Goes on after the triggerer has seen something."""
        if "skip" in event:
            raise AirflowSkipException(event["skip"])
        self.log.info(event["sentence"])
        progress: dict[str, Any] = event["progress"]
        return progress
