"""Airflow on one machine: a private PostgreSQL, the scheduler, the triggerer and the web server.

``python -m orderlake_airflow.local`` starts them on a lake's directory, starts again what dies and
stops them all in order. Everything listens on 127.0.0.1 and lives below the data directory. Nothing
here is imported by DAGs, and nothing here knows the trigger protocol.
"""
