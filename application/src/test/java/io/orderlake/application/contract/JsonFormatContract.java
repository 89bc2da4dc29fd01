package io.orderlake.application.contract;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.source.Node;
import io.orderlake.domain.source.RecordFormat;
import io.vavr.control.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link RecordFormat} of JSON promises beside what each one does. */
public interface JsonFormatContract extends RecordFormatContract {
  @Override
  default byte[] order() {
    return ORDER.value().json().getBytes(UTF_8);
  }

  private Node read(String json) {
    return format()
        .read(json.getBytes(UTF_8))
        .getOrElseThrow(problem -> new AssertionError(json + ": " + problem));
  }

  private static Node value(FieldValue value) {
    return new Node.ValueNode(value);
  }

  @Test
  default void objects_and_arrays_become_a_tree() {
    Node record =
        read(" {\"orderId\":7,\"lines\":[{\"sku\":\"Zürich 😀\",\"paid\":true},{},null,[1.50]]}\n");

    assertThat(record.child("orderId")).isEqualTo(value(new FieldValue.Number("7")));
    Node lines = record.child("lines");
    assertThat(lines).isNotNull();
    assertThat(((Node.ArrayNode) lines).items()).hasSize(4);
    assertThat(lines.child("0").child("sku")).isEqualTo(value(new FieldValue.Text("Zürich 😀")));
    assertThat(lines.child("0").child("paid")).isEqualTo(value(new FieldValue.Flag(true)));
    assertThat(lines.child("1").child("sku")).isNull();
    assertThat(lines.child("2")).isEqualTo(value(FieldValue.NULL));
    assertThat(lines.child("3").child("0")).isEqualTo(value(new FieldValue.Number("1.50")));
    assertThat(record.value().json())
        .isEqualTo(
            "{\"orderId\":7,\"lines\":[{\"sku\":\"Zürich 😀\",\"paid\":true},{},null,[1.50]]}");
  }

  @Test
  default void an_array_is_a_record_too() {
    assertThat(read("[{\"a\":1},{\"a\":2}]").child("1").child("a"))
        .isEqualTo(value(new FieldValue.Number("2")));
    assertThat(((Node.ArrayNode) read("[]")).items()).isEmpty();
  }

  @Test
  default void a_record_is_nested_as_deeply_as_an_event_may_be() {
    String deepest = "[".repeat(64) + "]".repeat(64);
    assertThat(read(deepest)).isInstanceOf(Node.ArrayNode.class);
    assertRefused(("[" + deepest + "]").getBytes(UTF_8));
    assertRefused(("{\"a\":" + "1".repeat(1001) + "}").getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "null",
        "1",
        "\"text\"",
        "{",
        "[",
        "[1,]",
        "[1 2]",
        "{\"a\":1,\"a\":2}",
        "{\"x\":{\"a\":1,\"a\":2}}",
        "[{\"a\":1}",
        "[1]]",
        "[1]{}",
        "{}{}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{\"a\":\"\\ud83d\"}"
      })
  default void what_is_no_object_and_no_array_is_refused(String text) {
    assertRefused(text.getBytes(UTF_8));
  }

  @Test
  default void bytes_that_are_no_text_are_refused() {
    assertRefused(new byte[] {'[', (byte) 0xff, ']'});
    assertRefused("[1]".getBytes(UTF_16));
  }

  private void assertRefused(byte[] value) {
    Either<String, Node> outcome = format().read(value);
    assertThat(outcome.isLeft()).as("%s", outcome).isTrue();
    assertThat(outcome.getLeft()).isNotBlank();
  }
}
