package io.orderlake.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointerTest {
  private static final Node LEAF = new Node.ObjectNode(Map.of());
  private static final Node ITEMS =
      new Node.ArrayNode(List.of(LEAF, new Node.ArrayNode(List.of())));

  @ParameterizedTest
  @CsvSource({
    "/a/b, /a/b",
    "./a/b, ./a/b",
    "Price Each, ./Price Each",
    "Price/Unit, ./Price~1Unit",
    "/a~1b/m~0n, /a~1b/m~0n",
    "/, /",
  })
  void a_pointer_is_written_as_it_is_read(String text, String written) {
    Pointer pointer = Pointer.parse(text).get();
    assertThat(pointer).hasToString(written);
    assertThat(Pointer.parse(written).get()).isEqualTo(pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "/a~2", "/a~"})
  void what_is_no_pointer_is_refused(String text) {
    assertThat(Pointer.parse(text).isLeft()).isTrue();
  }

  @Test
  void items_are_named_by_their_numbers() {
    Node record = new Node.ObjectNode(Map.of("a", ITEMS));
    assertThat(Pointer.parse("/a/0").get().in(record, LEAF)).isSameAs(LEAF);
    for (String none : List.of("/a/2", "/a/-", "/a/00", "/a/01", "/a/0/b", "/a/9999999999", "/b")) {
      assertThat(Pointer.parse(none).get().in(record, LEAF)).as(none).isNull();
    }
  }

  @Test
  void a_name_alone_is_a_member_of_the_line() {
    Node line = new Node.ObjectNode(Map.of("a/b", ITEMS));
    assertThat(Pointer.parse("a/b").get().in(LEAF, line)).isSameAs(ITEMS);
    assertThat(Pointer.parse("./a/b").get().in(LEAF, line)).isNull();
  }
}
