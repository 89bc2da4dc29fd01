package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.alert.Alert;
import io.orderlake.domain.alert.Trouble;
import io.orderlake.domain.alert.TroubleReceiver;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** What everybody keeps who is told of troubles. */
public abstract class TroubleReceiverContract {
  protected static final Trouble LOST =
      new Trouble(
          Alert.RECORDS_LOST,
          TreeMap.of("topic", "orders", "partition", "0"),
          "Kafka removed 3 offsets",
          Runs.NOON,
          Option.none());

  /** The same receiver at every call within one test. */
  protected abstract TroubleReceiver open();

  /** It takes nothing from now on, or again. */
  protected abstract void isAway(boolean away);

  /** What has arrived, {@code firing ALERT} or {@code resolved ALERT}. */
  protected abstract Seq<String> received();

  @Test
  void a_beginning_is_told_from_an_end() {
    assertThat(open().tell(LOST)).isTrue();
    assertThat(open().tell(LOST.over(Runs.NOON.plusSeconds(60)))).isTrue();

    assertThat(received())
        .containsExactly("firing OrderlakeRecordsLost", "resolved OrderlakeRecordsLost");
  }

  @Test
  void what_was_not_taken_is_known_not_to_be_and_can_be_told_later() {
    isAway(true);
    assertThat(open().tell(LOST)).isFalse();
    assertThat(received()).isEmpty();

    isAway(false);
    assertThat(open().tell(LOST)).isTrue();
    assertThat(received()).containsExactly("firing OrderlakeRecordsLost");
  }
}
