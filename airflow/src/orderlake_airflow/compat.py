"""What is imported from Airflow, under the names of 2.9; Airflow 3 has them elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from airflow.configuration import conf

if TYPE_CHECKING:
    from airflow import DAG, Dataset
    from airflow.exceptions import (
        AirflowException,
        AirflowFailException,
        AirflowSkipException,
    )
    from airflow.models.baseoperator import BaseOperator
    from airflow.models.param import Param
    from airflow.sensors.base import BaseSensorOperator, PokeReturnValue
    from airflow.triggers.base import BaseTrigger, TriggerEvent
    from airflow.utils.context import Context
else:
    from airflow.exceptions import AirflowException, AirflowFailException, AirflowSkipException
    from airflow.triggers.base import BaseTrigger, TriggerEvent

    try:
        from airflow.sdk import (
            DAG,
            BaseOperator,
            BaseSensorOperator,
            Context,
            Param,
            PokeReturnValue,
        )
        from airflow.sdk import Asset as Dataset
    except ImportError:
        from airflow import DAG, Dataset
        from airflow.models.baseoperator import BaseOperator
        from airflow.models.param import Param
        from airflow.sensors.base import BaseSensorOperator, PokeReturnValue
        from airflow.utils.context import Context

__all__ = [
    "DAG",
    "AirflowException",
    "AirflowFailException",
    "AirflowSkipException",
    "BaseOperator",
    "BaseSensorOperator",
    "BaseTrigger",
    "Context",
    "Dataset",
    "Param",
    "PokeReturnValue",
    "TriggerEvent",
    "conf",
]
