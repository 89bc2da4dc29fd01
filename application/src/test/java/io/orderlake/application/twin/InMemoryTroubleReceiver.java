package io.orderlake.application.twin;

import io.orderlake.domain.alert.Trouble;
import io.orderlake.domain.alert.TroubleReceiver;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** Remembers what it was told; takes nothing while it is away. */
public final class InMemoryTroubleReceiver implements TroubleReceiver {
  private Seq<String> received = List.empty();
  private boolean isAway;

  @Override
  public synchronized boolean tell(Trouble trouble) {
    if (!isAway) {
      received =
          received.append(
              (trouble.until().isEmpty() ? "firing " : "resolved ") + trouble.alert().title());
    }
    return !isAway;
  }

  public synchronized void isAway(boolean away) {
    isAway = away;
  }

  /** Beginnings as {@code firing ALERT}, ends as {@code resolved ALERT}. */
  public synchronized Seq<String> received() {
    return received;
  }
}
