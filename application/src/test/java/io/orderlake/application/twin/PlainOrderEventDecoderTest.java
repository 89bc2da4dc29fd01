package io.orderlake.application.twin;

import io.orderlake.application.contract.OrderEventDecoderContract;
import io.orderlake.domain.order.OrderEventDecoder;

class PlainOrderEventDecoderTest implements OrderEventDecoderContract {
  @Override
  public OrderEventDecoder decoder() {
    return new PlainOrderEventDecoder();
  }
}
