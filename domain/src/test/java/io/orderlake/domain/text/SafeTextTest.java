package io.orderlake.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Berlin",
        "Zürich",
        "São Paulo",
        "naïve",
        "nai\u0308ve",
        "東京",
        "葛\uDB40\uDD00城市",
        "القاهرة",
        "תֵּל־אָבִיב",
        "می\u200Cخواهم",
        "क्\u200Dष",
        "ཧཱུྂ",
        "Đà Nẵng",
        "Ћуприја",
        "👨\u200D👩\u200D👧\u200D👦 family",
        "🏳\uFE0F\u200D🌈",
        "1\uFE0F\u20E3",
        "👍🏽",
        "❤\uFE0F",
        "🫠",
        "½ £ € — …",
        "\u0600١٢"
      })
  void names_stay_readable(String name) {
    assertThat(SafeText.line(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "001b, ESC",
    "0000, NUL",
    "0007, BEL",
    "0008, backspace",
    "0009, TAB",
    "000a, LF",
    "000d, CR",
    "007f, DEL",
    "0085, NEL",
    "009b, CSI",
    "009d, OSC",
    "00ad, soft hyphen",
    "034f, combining grapheme joiner",
    "061c, Arabic letter mark",
    "115f, Hangul filler",
    "180e, Mongolian vowel separator",
    "200b, zero width space",
    "200c, zero width non-joiner between Latin letters",
    "200d, zero width joiner between Latin letters",
    "200e, left-to-right mark",
    "200f, right-to-left mark",
    "2028, line separator",
    "2029, paragraph separator",
    "202a, LRE",
    "202e, RLO",
    "2060, word joiner",
    "2066, LRI",
    "2069, PDI",
    "2800, Braille blank",
    "3164, Hangul filler",
    "d800, half of a surrogate pair",
    "dfff, half of a surrogate pair",
    "e000, private use",
    "fe0f, variation selector without an emoji",
    "feff, zero width no-break space",
    "fff9, interlinear annotation",
    "ffff, no character",
    "0378, not assigned",
    "1d173, musical format",
    "e0001, language tag",
    "e0041, tag letter",
    "e0100, variation selector of nothing",
    "f0000, private use",
    "10ffff, no character"
  })
  void what_steers_or_hides_is_a_dot(String codePoint, String name) {
    String text = "a" + Character.toString(Integer.parseInt(codePoint, 16)) + "b";

    assertThat(SafeText.line(text)).as(name).isEqualTo("a·b");
  }

  @Test
  void a_surrogate_that_ends_the_text_is_a_dot() {
    assertThat(SafeText.line("a\ud83d")).isEqualTo("a·");
    assertThat(SafeText.line("\ude00\ud83d")).isEqualTo("··");
  }

  @Test
  void joiners_hide_nothing_where_nothing_joins() {
    assertThat(SafeText.line("👨\u200D")).isEqualTo("👨·");
    assertThat(SafeText.line("👨\u200D\u200D👩")).isEqualTo("👨··👩");
    assertThat(SafeText.line("می\u200C\u200Cخ")).isEqualTo("می··خ");
    assertThat(SafeText.line("❤\uFE0F\uFE0F\uFE0F")).isEqualTo("❤\uFE0F··");
    assertThat(SafeText.line("\uFE0F")).isEqualTo("·");
  }

  @Test
  void marks_do_not_pile_up() {
    assertThat(SafeText.line("e" + "\u0301".repeat(6))).isEqualTo("e" + "\u0301".repeat(6));
    assertThat(SafeText.line("e" + "\u0301".repeat(500) + "f\u0301"))
        .isEqualTo("e" + "\u0301".repeat(6) + "·f\u0301");
  }

  @Test
  void what_is_long_is_cut_between_characters() {
    assertThat(SafeText.line("Graz", 4)).isEqualTo("Graz");
    assertThat(SafeText.line("Salzburg", 4)).isEqualTo("Salz… (8 characters)");
    assertThat(SafeText.line("😀😀😀", 2)).isEqualTo("😀😀… (3 characters)");
    assertThat(SafeText.line("\u001b[2J\u001b[H", 3)).isEqualTo("·[2… (7 characters)");
    assertThat(SafeText.cut("😀😀😀", 3)).isEqualTo("😀😀😀");
  }

  /** Whatever is shown can be shown again: no dot makes another character invisible. */
  @Test
  void showing_twice_is_showing_once() {
    long seed = 20_261_128;
    java.util.Random random = new java.util.Random(seed);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.appendCodePoint(
            random.nextInt(3) == 0
                ? "\u200d\u200c\ufe0f\u0301😀م8क❤".codePointAt(random.nextInt(8))
                : random.nextInt(Character.MAX_CODE_POINT + 1));
      }
      String shown = SafeText.line(text.toString());
      assertThat(SafeText.line(shown)).as("seed " + seed + ", round " + round).isEqualTo(shown);
      assertThat(shown.codePoints().filter(c -> Character.getType(c) == Character.CONTROL))
          .as("seed " + seed + ", round " + round)
          .isEmpty();
    }
  }
}
