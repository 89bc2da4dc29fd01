package io.orderlake.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardisingTest {
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
    assertThat(Standardising.city(recorded)).isEqualTo(city);
    assertThat(Standardising.city(city)).as("again").isEqualTo(city);
  }

  @Test
  void a_product_keeps_its_case() {
    assertThat(Standardising.product(" usb  CABLE ")).isEqualTo("usb CABLE");
  }

  @Test
  void letters_with_combining_marks_become_one() {
    assertThat(Standardising.city("Ko\u0308ln")).isEqualTo("K\u00f6ln");
    assertThat(Standardising.product("Cafe\u0301")).isEqualTo("Caf\u00e9");
  }
}
