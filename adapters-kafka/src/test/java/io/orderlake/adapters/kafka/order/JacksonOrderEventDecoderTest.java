package io.orderlake.adapters.kafka.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.OrderEventDecoderContract;
import io.orderlake.application.twin.PlainOrderEventDecoder;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RecordedOrder;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JacksonOrderEventDecoderTest implements OrderEventDecoderContract {
  private static final List<String> SEEDLINGS =
      List.of(
          "{\"schema_version\":2,\"event_id\":\"e-1\",\"quantity\":2,\"unit_price\":\"899.99\"}",
          "{\"price\":10.50,\"city\":\"Zürich"
              + " 😀\",\"x\":{\"a\":[1,2.5e-3,{\"b\":null}],\"c\":\"\\u00fc\"}}",
          "{\"a\":true,\"b\":false,\"c\":null,\"d\":\"\\uD83D\\uDE00\\n"
              + "\",\"e\":-0.0E+10,\"f\":[[],{}]}");

  private static final String[] FRAGMENTS = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud83d",
    "0",
    "-",
    "1e9",
    ".",
    "null",
    "true",
    " ",
    "\n",
    "\u0000",
    "\u007f",
    "/**/",
    "//",
    "NaN",
    "\"a\":1,",
    "\u00e9",
    "\uFEFF",
    "\u2028"
  };

  @Override
  public OrderEventDecoder decoder() {
    return new JacksonOrderEventDecoder();
  }

  @Test
  void it_says_the_same_of_mutated_bytes_as_the_plain_reader() {
    long seed = 20_261_123;
    Random random = new Random(seed);
    OrderEventDecoder plain = new PlainOrderEventDecoder();
    int taken = 0;
    int withId = 0;
    for (int i = 0; i < 200_000; i++) {
      byte[] value = mutated(SEEDLINGS.get(random.nextInt(SEEDLINGS.size())), random);
      Either<String, RecordedOrder> expected = plain.decode(value);
      Either<String, RecordedOrder> actual = decoder().decode(value);
      String sample = "seed " + seed + ", round " + i + ": " + new String(value, UTF_8);
      assertThat(actual.isRight())
          .as("%s -> %s / %s", sample, actual, expected)
          .isEqualTo(expected.isRight());
      assertTold(actual, value, sample);
      if (expected.isRight()) {
        taken++;
        assertThat(List.copyOf(actual.get().fields().entrySet()))
            .as(sample)
            .isEqualTo(List.copyOf(expected.get().fields().entrySet()));
      }
      String id = plain.eventIdOf(value);
      String found = decoder().eventIdOf(value);
      if (id != null) {
        withId++;
        assertThat(found).as(sample).isEqualTo(id);
      }
    }
    assertThat(taken).as("mutations that stay events").isBetween(10_000, 190_000);
    assertThat(withId).as("mutations that keep an event id").isGreaterThan(10_000);
  }

  /** A fault is found exactly where there is one, and told in words of ours. */
  private static void assertTold(
      Either<String, RecordedOrder> decoded, byte[] value, String sample) {
    if (decoded.isRight()) {
      new JsonReading(new String(value, UTF_8), false).only();
    } else {
      assertThat(decoded.getLeft())
          .as(sample)
          .matches("(?s)(the value|the field|a number|a string) .*")
          .matches("(?s).*\\(line \\d+, column \\d+\\).*|.*empty.*|.*byte order mark.*")
          .doesNotContainPattern("\\p{Cntrl}|`[A-Z]|CTRL|Unexpected|[Tt]oken|Json|Exception");
    }
  }

  private static byte[] mutated(String event, Random random) {
    byte[] bytes = event.getBytes(UTF_8);
    int times = random.nextInt(3) + 1;
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(bytes.length + 1);
      bytes =
          switch (random.nextInt(4)) {
            case 0 -> spliced(bytes, at, at, new byte[] {(byte) random.nextInt(256)});
            case 1 ->
                spliced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(4)), new byte[0]);
            case 2 -> spliced(bytes, at, Math.min(bytes.length, at + 1), fragment(random));
            default -> spliced(bytes, at, at, fragment(random));
          };
    }
    return bytes;
  }

  private static byte[] fragment(Random random) {
    return FRAGMENTS[random.nextInt(FRAGMENTS.length)].getBytes(UTF_8);
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] insert) {
    byte[] out = Arrays.copyOf(bytes, from + insert.length + bytes.length - to);
    System.arraycopy(insert, 0, out, from, insert.length);
    System.arraycopy(bytes, to, out, from + insert.length, bytes.length - to);
    return out;
  }
}
