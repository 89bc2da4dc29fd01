package io.orderlake.adapters.spark.silver.redrive;

import io.orderlake.adapters.kafka.order.JacksonOrderEventDecoder;
import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.application.contract.LakeLab;
import io.orderlake.application.contract.QuarantineRedriveContract;
import io.orderlake.domain.order.OrderEventDecoder;

class SparkRedriveTest extends QuarantineRedriveContract {
  @Override
  protected LakeLab newLab() {
    return new SparkLake();
  }

  @Override
  protected OrderEventDecoder decoder() {
    return new JacksonOrderEventDecoder();
  }
}
