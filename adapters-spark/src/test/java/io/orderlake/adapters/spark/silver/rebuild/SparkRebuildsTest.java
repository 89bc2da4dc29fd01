package io.orderlake.adapters.spark.silver.rebuild;

import io.orderlake.adapters.kafka.order.JacksonOrderEventDecoder;
import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.application.contract.LakeLab;
import io.orderlake.application.contract.SilverRebuildsContract;
import io.orderlake.domain.order.OrderEventDecoder;

class SparkRebuildsTest extends SilverRebuildsContract {
  @Override
  protected LakeLab newLab() {
    return new SparkLake();
  }

  @Override
  protected OrderEventDecoder decoder() {
    return new JacksonOrderEventDecoder();
  }
}
