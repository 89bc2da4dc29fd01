package io.orderlake.application.twin;

import io.orderlake.application.contract.TroubleReceiverContract;
import io.orderlake.domain.alert.TroubleReceiver;
import io.vavr.collection.Seq;

class InMemoryTroubleReceiverTest extends TroubleReceiverContract {
  private final InMemoryTroubleReceiver receiver = new InMemoryTroubleReceiver();

  @Override
  protected TroubleReceiver open() {
    return receiver;
  }

  @Override
  protected void isAway(boolean away) {
    receiver.isAway(away);
  }

  @Override
  protected Seq<String> received() {
    return receiver.received();
  }
}
