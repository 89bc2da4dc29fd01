"""Judging how much of what Silver read was set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orderlake_airflow import alerts, settings
from orderlake_airflow.compat import AirflowFailException, BaseOperator

if TYPE_CHECKING:
    from orderlake_airflow.compat import Context


class JudgeQuarantine(BaseOperator):
    """Warns, or fails, when a run of Silver quarantined too large a share of what it read.

    The limits are settings (:mod:`orderlake_airflow.settings`). What is in Silver and in the
    quarantine stays, and Gold goes on: a red task says that somebody should look at the source.

    :param silver_task_id: the task whose result is judged
    """

    ui_color = "#e6e0f0"

    def __init__(self, *, silver_task_id: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.silver_task_id = silver_task_id

    def execute(self, context: Context) -> float | None:
        """Judges.

        :return: the share, 0 to 1; none when the run read too little to be judged
        """
        counts = context["ti"].xcom_pull(task_ids=self.silver_task_id)["counts"]
        read, quarantined = counts["read"], counts["quarantined"]
        if read < max(1, settings.quarantine_min_records()):
            self.log.info("%d records read: too few to judge", read)
            return None
        share = float(quarantined / read)
        sentence = (
            f"{quarantined:,} of {read:,} records ({share:.1%}) went to the quarantine;"
            f" reasons: {_most(counts['quarantined_by_reason'])}"
        )
        fail, warn = settings.quarantine_fail_share(), settings.quarantine_warn_share()
        if fail is not None and share > fail:
            raise AirflowFailException(f"{sentence}. More than {fail:.1%} is too much")
        if warn is not None and share > warn:
            alerts.send(
                alerts.alert_of(context, "warning", f"{sentence}. That is more than {warn:.1%}")
            )
        else:
            self.log.info(sentence)
        return share


def _most(reasons: dict[str, int]) -> str:
    most = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))[:5]
    return ", ".join(f"{code} {count:,}" for code, count in most) or "none"
