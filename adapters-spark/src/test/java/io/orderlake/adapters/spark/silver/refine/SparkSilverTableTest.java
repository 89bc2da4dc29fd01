package io.orderlake.adapters.spark.silver.refine;

import io.orderlake.adapters.kafka.order.JacksonOrderEventDecoder;
import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.application.contract.LakeLab;
import io.orderlake.application.contract.SilverTableContract;
import io.orderlake.domain.order.OrderEventDecoder;

class SparkSilverTableTest extends SilverTableContract {
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
    return 2;
  }
}
