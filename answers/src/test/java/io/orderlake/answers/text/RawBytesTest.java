package io.orderlake.answers.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RawBytesTest {
  private static final byte[] NO_TEXT = {0, -1, (byte) 0xc3, 0x28};

  @Test
  void text_is_shown_as_it_is() {
    assertThat(RawBytes.shown("{\"city\":\"São Paulo 東京 🚀\"}".getBytes(UTF_8)))
        .isEqualTo("{\"city\":\"São Paulo 東京 🚀\"}");
  }

  @Test
  void bytes_that_are_no_text_are_shown_in_hexadecimal() {
    assertThat(RawBytes.shown(NO_TEXT)).isEqualTo("0x00ffc328");
    assertThat(RawBytes.text(NO_TEXT)).isNull();
    assertThat(RawBytes.hex(NO_TEXT)).isEqualTo("00ffc328");
  }

  @Test
  void nothing_is_told_from_no_bytes_at_all() {
    assertThat(RawBytes.shown(null)).isEqualTo("none");
    assertThat(RawBytes.shown(new byte[0])).isEmpty();
  }

  @Test
  void what_could_steer_a_terminal_or_turn_a_line_around_is_taken_out() {
    assertThat(RawBytes.shown("a\u001b[2J\r\n\u009b5m\u202eb\u2028c".getBytes(UTF_8)))
        .isEqualTo("a·[2J···5m·b·c");
  }

  @Test
  void what_is_very_long_is_cut_with_a_hint_at_the_whole() {
    assertThat(RawBytes.shown("x".repeat(5_000).getBytes(UTF_8)))
        .startsWith("xxx")
        .endsWith("x… (5,000 bytes; --json shows them all)")
        .hasSizeLessThan(4_100);
  }
}
