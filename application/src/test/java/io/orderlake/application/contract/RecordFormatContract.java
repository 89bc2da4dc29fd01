package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.source.Node;
import io.orderlake.domain.source.RecordFormat;
import io.vavr.control.Either;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every {@link RecordFormat} promises, whatever it is written in. */
public interface RecordFormatContract {
  /** An order, as all formats have to read it. */
  Node ORDER =
      object(
          "orderId",
          new FieldValue.Number("1017"),
          "customer",
          object("city", new FieldValue.Text("Zürich 😀")),
          "paid",
          new FieldValue.Flag(true),
          "lines",
          new Node.ArrayNode(List.of(line("Cup", "2", "19.99"), line("Pot", "1", "4.5"))));

  RecordFormat format();

  /** The bytes of {@link #ORDER}. */
  byte[] order();

  private static Node line(String sku, String qty, String price) {
    return object(
        "sku",
        new FieldValue.Text(sku),
        "qty",
        new FieldValue.Number(qty),
        "price",
        new FieldValue.Number(price));
  }

  private static Node object(Object... members) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      Object member = members[i + 1];
      nodes.put(
          (String) members[i],
          member instanceof Node node ? node : new Node.ValueNode((FieldValue) member));
    }
    return new Node.ObjectNode(nodes);
  }

  @Test
  default void an_order_is_a_tree_whatever_it_is_written_in() {
    Node read = format().read(order()).getOrElseThrow(why -> new AssertionError(why));

    assertThat(read).isEqualTo(ORDER);
    assertThat(read.value().json()).isEqualTo(ORDER.value().json());
  }

  @Test
  default void no_bytes_make_it_fail() {
    byte[] record = order();
    long seed = Long.getLong("orderlake.test.seed", 17);
    SplittableRandom random = new SplittableRandom(seed);
    int refused = 0;
    for (int at = 0; at < record.length; at++) {
      refused += refusals(Arrays.copyOf(record, at), seed);
      for (int i = 0; i < 40; i++) {
        byte[] damaged = record.clone();
        for (int more = random.nextInt(3); more >= 0; more--) {
          damaged[i == 0 ? at : random.nextInt(record.length)] = (byte) random.nextInt(256);
        }
        refused += refusals(damaged, seed);
      }
    }
    assertThat(refused).as("seed %d", seed).isPositive();
  }

  private int refusals(byte[] value, long seed) {
    byte[] before = value.clone();
    Either<String, Node> outcome = format().read(value);
    assertThat(value).as("seed %d", seed).isEqualTo(before);
    assertThat(outcome.isRight() || !outcome.getLeft().isBlank()).as("seed %d", seed).isTrue();
    assertThat(format().read(value)).as("seed %d", seed).isEqualTo(outcome);
    return outcome.isLeft() ? 1 : 0;
  }

  @Test
  default void bytes_of_chance_are_no_record_or_a_small_one() {
    long seed = Long.getLong("orderlake.test.seed", 23);
    SplittableRandom random = new SplittableRandom(seed);
    byte[] begun = order();
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] value = new byte[random.nextInt(200)];
      random.nextBytes(value);
      System.arraycopy(begun, 0, value, 0, Math.min(value.length, random.nextInt(8)));
      refused += refusals(value, seed);
    }
    assertThat(refused).as("seed %d", seed).isGreaterThan(500);
  }

  @Test
  default void it_travels() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(List.of(format()));
    }
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    RecordFormat copy = (RecordFormat) ((List<?>) in.readObject()).get(0);
    assertThat(copy.read(order())).isEqualTo(format().read(order()));
    assertThat(copy.name()).isEqualTo(format().name()).isNotBlank();
    assertThat(copy.identity()).isEqualTo(format().identity()).isNotEmpty();
    assertThat(copy.identity().get(0)).isEqualTo("format " + format().name());
  }
}
