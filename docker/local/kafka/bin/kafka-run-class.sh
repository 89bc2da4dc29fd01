#!/usr/bin/env bash
# Runs a class of Kafka's: the broker logs to its output, a tool to its error output.
set -euo pipefail
case ${1:-} in kafka.Kafka) logging=/opt/kafka/config/log4j2.yaml ;; *) logging=/etc/kafka/docker/tools-log4j2.yaml ;; esac
# shellcheck disable=SC2086
exec java ${KAFKA_HEAP_OPTS:--Xmx256m} -XX:+UseSerialGC -XX:-UsePerfData ${KAFKA_OPTS:-} \
  "-Dlog4j2.configurationFile=$logging" -cp "/opt/kafka/libs/*" "$@"
