package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.kafka.order.JacksonOrderEventDecoder;
import io.orderlake.adapters.kafka.order.JsonRecordFormat;
import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.application.contract.LakeLab;
import io.orderlake.application.contract.SourcesContract;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.source.RecordFormat;

class SparkSourcesTest extends SourcesContract {
  @Override
  protected LakeLab newLab() {
    return new SparkLake();
  }

  @Override
  protected OrderEventDecoder decoder() {
    return new JacksonOrderEventDecoder();
  }

  @Override
  protected RecordFormat format() {
    return new JsonRecordFormat();
  }

  @Override
  protected int histories() {
    return 1;
  }
}
