"""Airflow's parts, each in a container of its own; the image's program ``orderlake-airflow``.

``docker/airflow/Dockerfile`` makes the image and ``docker/compose.yaml`` runs it. The settings are
those of ``orderlake_airflow.local``; variables that the container is given win over them. Gold's
database stands beside Airflow's in the same PostgreSQL, and is made here, too.
"""
