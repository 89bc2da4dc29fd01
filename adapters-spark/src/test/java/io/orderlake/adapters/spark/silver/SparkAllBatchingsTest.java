package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.kafka.order.JacksonOrderEventDecoder;
import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.application.contract.AllBatchingsContract;
import io.orderlake.application.contract.LakeLab;
import io.orderlake.domain.order.OrderEventDecoder;

class SparkAllBatchingsTest extends AllBatchingsContract {
  @Override
  protected LakeLab newLab() {
    return new SparkLake();
  }

  @Override
  protected OrderEventDecoder decoder() {
    return new JacksonOrderEventDecoder();
  }

  @Override
  protected int histories() {
    return 1;
  }
}
