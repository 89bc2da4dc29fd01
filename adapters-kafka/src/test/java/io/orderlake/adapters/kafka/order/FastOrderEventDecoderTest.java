package io.orderlake.adapters.kafka.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.kafka.order.OrderContract.Sample;
import io.orderlake.application.contract.OrderEventDecoderContract;
import io.orderlake.application.generate.GeneratorSettings;
import io.orderlake.application.generate.OrderGenerator;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RecordedOrder;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FastOrderEventDecoderTest implements OrderEventDecoderContract {
  private static final OrderEventDecoder JACKSON = new JacksonOrderEventDecoder();

  @Override
  public OrderEventDecoder decoder() {
    return new FastOrderEventDecoder();
  }

  static Stream<Sample> samples() {
    return Stream.of("valid", "invalid").flatMap(kind -> OrderContract.samples(kind).stream());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void it_says_of_every_sample_what_jackson_says(Sample sample) {
    assertSame(sample.bytes(), sample.toString());
  }

  @Test
  void it_says_of_mutated_events_what_jackson_says() {
    long seed = 20_261_124;
    Random random = new Random(seed);
    OrderGenerator generator = new OrderGenerator(GeneratorSettings.seeded(seed).withVersion(3));
    Mutations mutations = new Mutations(random);
    int read = 0;
    int handedOver = 0;
    int refused = 0;
    for (int i = 0; i < 150_000; i++) {
      byte[] sent = generator.next(Instant.parse("2026-11-22T12:00:00Z").plusMillis(i)).value();
      byte[] value = mutations.of(sent);
      boolean event = assertSame(value, "seed " + seed + ", round " + i);
      boolean flat = FlatObject.read(value) != null;
      read += flat ? 1 : 0;
      handedOver += event && !flat ? 1 : 0;
      refused += event ? 0 : 1;
    }
    assertThat(read).as("read in one pass").isGreaterThan(10_000);
    assertThat(handedOver).as("events of another shape").isGreaterThan(3_000);
    assertThat(refused).as("no events").isGreaterThan(20_000);
  }

  @Test
  void it_says_what_jackson_says_whichever_byte_stands_at_whichever_place() {
    byte[] event = "{\"a\":\"é\\n\", \"b\" :-1.5e3,\"c\":null} ".getBytes(UTF_8);
    for (int at = 0; at < event.length; at++) {
      for (int b = 0; b < 256; b++) {
        byte[] changed = event.clone();
        changed[at] = (byte) b;
        assertSame(changed, "byte " + b + " at " + at);
      }
    }
  }

  /** True when both take it for an event. */
  private boolean assertSame(byte[] value, String what) {
    Either<String, RecordedOrder> expected = JACKSON.decode(value);
    Either<String, RecordedOrder> actual = decoder().decode(value);
    String id = decoder().eventIdOf(value);
    if (!actual.equals(expected) || !inOrder(actual).equals(inOrder(expected))) {
      throw new AssertionError(
          what + ": " + new String(value, UTF_8) + "\n -> " + actual + "\n and not " + expected);
    }
    String expectedId = JACKSON.eventIdOf(value);
    if (expectedId != null) {
      assertThat(id).as(what).isEqualTo(expectedId);
    }
    return expected.isRight();
  }

  private static List<Object> inOrder(Either<String, RecordedOrder> decoded) {
    return decoded.fold(List::of, event -> List.copyOf(event.fields().entrySet()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"schema_version\":2,\"event_id\":\"e-1\",\"total_amount\":null,\"x\":true,\"y\":false}",
        " { \"quantity\" : -1.50E+3 ,\n\t\"city\" : \"Zürich 東京 😀\" }\r\n",
        "{\"schema_version\":3,\"discount\":\"100.00\",\"unit_price\":\"1\",\"customer_id\":\"c-7\"}",
        "{\"product\":\"Monitor 27\\\" \\\\ \\/ \\b\\f\\n\\r\\t \u007f\",\"price\":0}"
      })
  void the_usual_shape_is_read_in_one_pass(String json) {
    assertThat(FlatObject.read(json.getBytes(UTF_8))).isNotNull();
  }

  @Test
  void more_fields_than_usual_are_read_all_the_same() {
    StringBuilder json = new StringBuilder("{\"event_id\":\"e-1\"");
    for (int i = 1; i < 60; i++) {
      json.append(",\"f").append(i).append("\":").append(i);
      byte[] value = (json + "}").getBytes(UTF_8);
      assertSame(value, json.toString());
      assertThat(decoder().decode(value).get().fields()).hasSize(i + 1);
    }
  }
}
