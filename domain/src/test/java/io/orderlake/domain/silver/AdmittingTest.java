package io.orderlake.domain.silver;

import static io.orderlake.domain.silver.Admission.CONFLICT;
import static io.orderlake.domain.silver.Admission.DUPLICATE;
import static io.orderlake.domain.silver.Admission.FIRST;
import static io.orderlake.domain.silver.Admission.WAITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.orderlake.domain.order.ContentHash;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmittingTest {
  private static final ContentHash X = ContentHash.of("x");
  private static final ContentHash Y = ContentHash.of("y");

  private final Map<String, Admission> decided = new LinkedHashMap<>();
  private final Admitting<String> admitting =
      new Admitting<>(
          (line, admission) -> assertThat(decided.put(line, admission)).as(line).isNull());

  @Test
  void orders_are_decided_in_their_turn() {
    admitting.holds("e-2", Y);

    admitting.order("e-1", X, "a");
    admitting.order("e-1", X, "b");
    admitting.order("e-1", Y, "c");
    admitting.order("e-2", X, "d");

    assertThat(decided)
        .containsExactly(
            entry("a", FIRST), entry("b", DUPLICATE), entry("c", CONFLICT), entry("d", CONFLICT));
  }

  @Test
  void an_event_is_withdrawn_once_however_often_it_is_cancelled() {
    admitting.holds("e-2", X);
    admitting.hasWithdrawn("e-2");

    admitting.order("e-1", X, "a");
    admitting.cancellation("e-1", "b");
    admitting.cancellation("e-1", "c");
    admitting.order("e-1", X, "d");
    admitting.order("e-1", Y, "e");
    admitting.cancellation("e-2", "f");

    assertThat(decided)
        .containsExactly(
            entry("a", FIRST),
            entry("b", FIRST),
            entry("c", DUPLICATE),
            entry("d", DUPLICATE),
            entry("e", CONFLICT),
            entry("f", DUPLICATE));
  }

  @Test
  void a_cancellation_that_comes_first_is_decided_with_its_event_or_waits() {
    admitting.cancellation("e-1", "a");
    admitting.cancellation("e-2", "b");
    admitting.cancellation("e-1", "c");
    assertThat(decided).isEmpty();

    admitting.order("e-1", X, "d");
    admitting.cancellation("e-1", "e");
    admitting.end();

    assertThat(decided)
        .containsExactly(
            entry("d", FIRST),
            entry("a", FIRST),
            entry("c", DUPLICATE),
            entry("e", DUPLICATE),
            entry("b", WAITS));
  }
}
