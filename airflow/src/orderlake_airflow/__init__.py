"""Airflow decides when the lake's jobs run; Orderlake's runner does them.

All that passes between the two are the files of the trigger protocol, version 1
(``docs/protocol.md``): nothing here needs Java, Spark or a Kafka client.
"""
