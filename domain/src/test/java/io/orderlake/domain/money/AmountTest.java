package io.orderlake.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
  @Test
  void cents_add_up_where_doubles_do_not() {
    Amount sum = Amount.ZERO;
    for (int i = 0; i < 1000; i++) {
      sum = sum.plus(Amount.of("0.1"));
    }
    assertThat(sum).isEqualTo(Amount.of("100"));
  }

  @Test
  void equality_is_by_value() {
    assertThat(Amount.of("2.5")).isEqualTo(Amount.of("2.50")).hasSameHashCodeAs(Amount.of("2.50"));
    assertThat(Amount.of("2.5")).isNotEqualTo(Amount.of("2.5001"));
  }

  @Test
  void money_is_shown_with_two_decimals_or_as_many_as_it_needs() {
    assertThat(Amount.of("7").plain()).isEqualTo("7.00");
    assertThat(Amount.of("7.1250").plain()).isEqualTo("7.125");
    assertThat(Amount.of("1000000").plain()).isEqualTo("1000000.00");
  }

  @Test
  void money_of_any_size_is_shown_as_a_decimal_of_its_value() {
    Random random = new Random(12);
    for (int i = 0; i < 100_000; i++) {
      BigInteger unscaled = new BigInteger(1 + random.nextInt(90), random);
      BigDecimal value =
          new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), random.nextInt(5));
      BigDecimal least = value.setScale(Math.max(value.scale(), 2));
      while (least.scale() > 2 && least.toPlainString().endsWith("0")) {
        least = least.setScale(least.scale() - 1);
      }

      assertThat(Amount.of(value).plain()).isEqualTo(least.toPlainString());
    }
    assertThat(Amount.of(BigDecimal.valueOf(Long.MIN_VALUE, Amount.SCALE)).plain())
        .isEqualTo("-922337203685477.5808");
  }

  @Test
  void a_fifth_decimal_is_refused_unless_it_is_zero() {
    assertThat(Amount.isTooFine(new BigDecimal("1.00001"))).isTrue();
    assertThat(Amount.isTooFine(new BigDecimal("1.10000000"))).isFalse();
    assertThatThrownBy(() -> Amount.of("0.00001")).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void decimals_are_plain_and_json_numbers_may_have_an_exponent() {
    assertThat(Amount.parseDecimal("12.30")).contains(new BigDecimal("12.30"));
    for (String text : new String[] {"", "+1", "1.", ".5", "1e2", " 1", "0x1", "1_0", "٣"}) {
      assertThat(Amount.parseDecimal(text).isLeft()).as(text).isTrue();
    }
    assertThat(Amount.parseJsonNumber("1.5E2").get()).isEqualByComparingTo("150");
    assertThat(Amount.parseDecimal("9".repeat(65))).contains(new BigDecimal("9".repeat(65)));
    assertThat(Amount.parseJsonNumber("1e").isLeft()).isTrue();
  }

  @Test
  void a_number_that_no_amount_is_near_is_compared_as_what_it_is_and_costs_nothing() {
    BigDecimal limit = new BigDecimal("1000000");
    for (String vast : new String[] {"1e999999999", "9".repeat(1_000_000), "0.1E+2147483648"}) {
      assertThat(Amount.parseJsonNumber(vast).get()).isGreaterThan(limit.pow(100));
      BigDecimal below = Amount.parseJsonNumber("-" + vast).get();
      assertThat(below).isLessThan(limit.negate());
      assertThat(below.multiply(limit).subtract(limit).precision()).isLessThan(5_000);
    }
    for (String tiny :
        new String[] {"1e-999999999", "1." + "0".repeat(2_000) + "1", "5E-99999999999"}) {
      BigDecimal value = Amount.parseJsonNumber(tiny).get();
      assertThat(value).isPositive();
      assertThat(Amount.isTooFine(value)).as(tiny).isTrue();
    }
    String padded = "0".repeat(100_000) + "12.5" + "0".repeat(100_000);
    assertThat(Amount.parseDecimal(padded).get()).isEqualByComparingTo("12.5");
    assertThat(Amount.parseJsonNumber("0e999999999").get()).isEqualByComparingTo("0");
    assertThat(Amount.parseJsonNumber("25e-000000000000000000002").get())
        .isEqualByComparingTo("0.25");
  }

  @Test
  void a_number_of_any_size_is_the_one_that_big_decimal_reads() {
    long seed = 23;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder digits = new StringBuilder(random.nextBoolean() ? "-" : "");
      int length = 1 + random.nextInt(60);
      int point = random.nextInt(80);
      for (int j = 0; j < length; j++) {
        digits.append(j > 0 && j == point ? "." : "").append(random.nextInt(3) * 4);
      }
      String text = digits + (random.nextBoolean() ? "" : "e" + (random.nextInt(3_000) - 1_500));
      assertThat(Amount.parseJsonNumber(text).get())
          .as("seed %d: %s", seed, text)
          .isEqualByComparingTo(new BigDecimal(text));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.00, 0.00005, 0.0000",
    "1.00, 0.00015, 0.0002",
    "-1.00, 0.00005, 0.0000",
    "-1.00, 0.00015, -0.0002",
    "1.00, 0.000050000000000001, 0.0001",
    "10000000000000000000.0000, 1000000000, 10000000000000000000000000000.0000"
  })
  void a_converted_amount_is_rounded_half_to_even(String amount, String rate, String converted) {
    assertThat(Amount.of(amount).convertedAt(new BigDecimal(rate)).value())
        .isEqualTo(new BigDecimal(converted));
  }

  @Test
  void a_decimal_is_the_one_that_big_decimal_reads() {
    long seed = 18;
    Random random = new Random(seed);
    int decimals = 0;
    for (int i = 0; i < 100_000; i++) {
      String text = "";
      int length = random.nextInt(22);
      for (int j = 0; j < length; j++) {
        int symbol = random.nextInt(30);
        text += symbol < 26 ? Integer.toString(symbol % 10) : ".-+e".charAt(symbol - 26);
      }
      boolean decimal = text.matches("-?[0-9]+(\\.[0-9]+)?");
      decimals += decimal ? 1 : 0;
      Either<String, BigDecimal> read = Amount.parseDecimal(text);
      assertThat(read.isRight()).as("seed %d: %s", seed, text).isEqualTo(decimal);
      if (decimal) {
        assertThat(read.get()).as("seed %d: %s", seed, text).isEqualTo(new BigDecimal(text));
      }
    }
    assertThat(decimals).isBetween(10_000, 90_000);
  }
}
