"""Airflow on one machine: its parts one by one, with real processes and a real PostgreSQL."""
