package io.orderlake.adapters.spark.silver.dedup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdKeyTest {
  private final Random random = new Random(11);

  @Test
  void a_uuid_is_seventeen_bytes_and_told_again() {
    for (String id : uuids(1_000)) {
      byte[] key = IdKey.of(bytes(id));

      assertThat(key).hasSize(17);
      assertThat(IdKey.id(key)).isEqualTo(bytes(id));
      assertThat(IdKey.of(key)).isEqualTo(key);
      assertThat(IdKey.bytes(IdKey.text(key))).isEqualTo(key);
      assertThat(IdKey.text(id)).isEqualTo(IdKey.text(key));
    }
  }

  @Test
  void uuids_come_in_the_order_of_their_texts() {
    List<String> sorted = uuids(1_000).stream().sorted().toList();
    Comparator<String> byKey =
        (a, b) -> Arrays.compareUnsigned(IdKey.of(bytes(a)), IdKey.of(bytes(b)));

    assertThat(sorted.stream().sorted(byKey)).containsExactlyElementsOf(sorted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0190B0A0-7C11-7D5E-8A55-0123456789AB",
        "0190b0a0-7c11-7d5e-8a55-0123456789aB",
        "0190b0a0-7c11-7d5e-8a55_0123456789ab",
        "0190b0a0-7c11-7d5e-8a550-123456789ab",
        "0190b0a07c117d5e8a550123456789ab",
        "g190b0a0-7c11-7d5e-8a55-0123456789ab",
        "0190b0a0-7c11-7d5e-8a55-0123456789a",
        "{190b0a0-7c11-7d5e-8a55-0123456789a}",
        "order-4711",
        "",
        "Zürich"
      })
  void what_is_no_uuid_in_its_usual_form_is_its_own_key(String id) {
    assertThat(IdKey.of(bytes(id))).isEqualTo(bytes(id));
    assertThat(IdKey.id(bytes(id))).isEqualTo(bytes(id));
  }

  @Test
  void different_ids_have_different_keys_and_so_have_their_withdrawals() {
    List<String> ids =
        Stream.of(
                uuids(200).stream(),
                uuids(200).stream().map(id -> id.toUpperCase(Locale.ROOT)),
                uuids(200).stream().map(id -> id.replace("-", "")),
                Stream.of("x".repeat(64), "x".repeat(65), "x".repeat(66), "x", ""))
            .flatMap(some -> some)
            .distinct()
            .toList();
    Set<String> keys = new HashSet<>();
    for (String id : ids) {
      keys.add(IdKey.text(IdKey.of(bytes(id))));
      keys.add(IdKey.text(IdKey.ofWithdrawal(bytes(id))));
      assertThat(IdKey.ofWithdrawal(IdKey.of(bytes(id)))).isEqualTo(IdKey.ofWithdrawal(bytes(id)));
    }

    assertThat(keys).hasSize(2 * ids.size());
  }

  @Test
  void an_id_that_is_too_long_is_not_told_again() {
    assertThat(IdKey.id(IdKey.of(bytes("x".repeat(65))))).isNull();
    assertThat(IdKey.id(IdKey.of(bytes("x".repeat(64))))).isEqualTo(bytes("x".repeat(64)));
  }

  private List<String> uuids(int count) {
    return Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()).toString())
        .limit(count)
        .toList();
  }

  private static byte[] bytes(String id) {
    return id.getBytes(UTF_8);
  }
}
