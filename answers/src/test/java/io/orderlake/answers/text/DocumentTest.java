package io.orderlake.answers.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DocumentTest {
  private final JsonMapper mapper = new JsonMapper();

  @Test
  void names_stay_as_they_are() {
    assertThat(Document.json("{\n \"city\" : \"Zürich 東京 😀\"\n}").lines())
        .containsExactly("{", " \"city\" : \"Zürich 東京 😀\"", "}");
  }

  @Test
  void what_is_invisible_is_escaped() {
    assertThat(Document.escaped("\u007f\u009b\u2028\u202e\ufeff\udb40\udc41\u200d"))
        .isEqualTo("\\u007f\\u009b\\u2028\\u202e\\ufeff\\udb40\\udc41\\u200d");
  }

  @Test
  void half_of_a_surrogate_pair_is_replaced() {
    assertThat(Document.escaped("a\ud83d")).isEqualTo("a\\ufffd");
  }

  /** Readers get the text that was meant, and the bytes are UTF-8. */
  @Test
  void any_text_is_read_back() throws Exception {
    long seed = 20_261_128;
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(20); i >= 0; i--) {
        int c = random.nextInt(random.nextBoolean() ? 0x300 : Character.MAX_CODE_POINT + 1);
        text.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 'x' : c);
      }
      String written = mapper.writeValueAsString(Map.of("a", text.toString()));
      String json = Document.json(written).lines().mkString("\n");
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      assertThat(mapper.readTree(bytes).get("a").asText())
          .as("seed " + seed + ", round " + round)
          .isEqualTo(text.toString());
      assertThat(json.chars().filter(c -> c < ' ' || c == 0x7f))
          .as("seed " + seed + ", round " + round)
          .isEmpty();
    }
  }
}
