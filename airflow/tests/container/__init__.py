"""Tests of Airflow in containers, as far as they need none."""
