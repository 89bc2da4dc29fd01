package io.orderlake.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalisationTest {
  @ParameterizedTest
  @CsvSource({
    "new york,New York",
    "NEW YORK,New York",
    "baden-baden,Baden-Baden",
    "são paulo,São Paulo",
    "MÜNCHEN,München",
    "ERROR,Error",
    "New york,New york",
    "McAllen,McAllen",
    "aix-en-provence,Aix-En-Provence",
    "großenhain,Großenhain",
    "東京,東京",
    "'  Rio   de\tJaneiro ',Rio de Janeiro",
    "'\u00a0Oslo\u2003',Oslo",
  })
  void a_city_in_one_case_gets_capitals_and_a_mixed_one_is_meant(String recorded, String city) {
    assertThat(Normalisation.city(recorded)).isEqualTo(city);
    assertThat(Normalisation.city(city)).as("again").isEqualTo(city);
  }

  @Test
  void a_product_keeps_its_case() {
    assertThat(Normalisation.product(" usb  CABLE ")).isEqualTo("usb CABLE");
  }

  @Test
  void letters_with_combining_marks_become_one() {
    assertThat(Normalisation.city("Ko\u0308ln")).isEqualTo("K\u00f6ln");
    assertThat(Normalisation.product("Cafe\u0301")).isEqualTo("Caf\u00e9");
  }

  @Test
  void characters_below_the_first_combining_mark_and_ideographs_are_in_nfc_already() {
    for (char first = '!'; first < 0x300; first++) {
      for (char second = '!'; second < 0x300; second++) {
        assertIsNfc("x" + first + second + "x");
      }
    }
    for (char c = 0x4e00; c <= 0x9fff; c++) {
      assertIsNfc("\u00c5" + c + "A" + c + c);
    }
  }

  private static void assertIsNfc(String text) {
    if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
      throw new AssertionError("not in NFC: " + text);
    }
  }

  @Test
  void names_are_standardised_as_the_long_way_does_it() {
    long seed = 31;
    Random random = new Random(seed);
    String alphabet =
        "abzABZ  \t\u00a0\u2000-' \u0301\u0308\u00e4\u00c4\u00df\u0130\u0131\u01c6\u1e9e\u212b\u6771\ud83d\ude00";
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(7); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String recorded = text.toString();
      String product = product(recorded);
      assertThat(Normalisation.product(recorded)).as("seed %d", seed).isEqualTo(product);
      assertThat(Normalisation.isBlank(recorded)).as("seed %d", seed).isEqualTo(product.isEmpty());
      boolean meant =
          !product.equals(product.toLowerCase(Locale.ROOT))
              && !product.equals(product.toUpperCase(Locale.ROOT));
      assertThat(Normalisation.city(recorded))
          .as("seed %d: %s", seed, product)
          .isEqualTo(meant ? product : capitalised(product.toLowerCase(Locale.ROOT)));
    }
  }

  private static String capitalised(String lower) {
    int[] letters = lower.codePoints().toArray();
    for (int i = 0; i < letters.length; i++) {
      if (i == 0 || letters[i - 1] == ' ' || letters[i - 1] == '-') {
        letters[i] = Character.toTitleCase(letters[i]);
      }
    }
    return new String(letters, 0, letters.length);
  }

  private static String product(String recorded) {
    return Normalizer.normalize(recorded, Normalizer.Form.NFC)
        .codePoints()
        .mapToObj(
            c ->
                Character.isWhitespace(c) || Character.isSpaceChar(c) ? " " : Character.toString(c))
        .collect(Collectors.joining())
        .strip()
        .replaceAll(" +", " ");
  }
}
