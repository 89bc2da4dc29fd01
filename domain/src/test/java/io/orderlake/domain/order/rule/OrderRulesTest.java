package io.orderlake.domain.order.rule;

import static io.orderlake.domain.order.Orders.v2;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.FieldValue.Flag;
import io.orderlake.domain.order.FieldValue.Nested;
import io.orderlake.domain.order.FieldValue.Number;
import io.orderlake.domain.order.FieldValue.Text;
import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderRule;
import io.orderlake.domain.order.Orders;
import io.orderlake.domain.order.RecordedOrder;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderRulesTest {
  @Test
  void a_valid_event_keeps_every_rule() {
    assertThat(OrderRules.ALL)
        .isNotEmpty()
        .allSatisfy(rule -> assertThat(check(rule, v2())).as(rule.code()).isEmpty());
  }

  @Test
  void codes_are_unique_and_in_snake_case() {
    assertThat(OrderRules.ALL.map(OrderRule::code).appendAll(OrderRules.STRUCTURAL))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z]+(_[a-z]+)*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event_id",
        "order_id",
        "product",
        "quantity",
        "unit_price",
        "currency",
        "city",
        "event_time"
      })
  void a_required_field_that_is_missing_or_null_is_named_once(String field) {
    for (RecordedOrder event :
        List.of(Orders.without(v2(), field), v2().with(field, FieldValue.NULL))) {
      assertThat(brokenBy(event)).containsExactly("field_missing " + field);
    }
  }

  static Stream<Arguments> wrongTypes() {
    return Stream.of(
        Arguments.of("event_id", new Number("7"), "is a number, not a string: 7"),
        Arguments.of("product", new Nested("[1]"), "is an array, not a string: [1]"),
        Arguments.of("city", new Flag(true), "is a boolean, not a string: true"),
        Arguments.of("quantity", new Text("2"), "is a string, not a number: \"2\""),
        Arguments.of(
            "unit_price",
            new Number("9.99"),
            "is a number, not a decimal number in a string: 9.99"),
        Arguments.of("unit_price", new Text("ERROR"), "is not a decimal number: \"ERROR\""),
        Arguments.of("unit_price", new Text("1e3"), "is not a decimal number: \"1e3\""),
        Arguments.of("unit_price", new Text("1,5"), "is not a decimal number: \"1,5\""),
        Arguments.of("event_time", new Number("1700000000"), "is a number, not a string"),
        Arguments.of("total_amount", new Flag(false), "is a boolean, not a decimal number"));
  }

  @ParameterizedTest
  @MethodSource("wrongTypes")
  void a_field_of_the_wrong_type_is_named_with_its_value(
      String field, FieldValue value, String sentence) {
    RecordedOrder event = v2().with(field, value);

    assertThat(brokenBy(event)).containsExactly("field_type " + field);
    assertThat(check(rule("field_type"), event).get(0).sentence())
        .startsWith(field + " " + sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u00a0\u2003"})
  void ids_and_names_must_be_more_than_white_space(String blank) {
    for (String field : List.of("event_id", "order_id", "product", "city")) {
      assertThat(brokenBy(v2().with(field, new Text(blank))))
          .containsExactly("text_blank " + field);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1000000", "2.0", "1E2"})
  void a_whole_quantity_within_bounds_passes(String digits) {
    assertThat(brokenBy(v2().with("quantity", new Number(digits)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "1000001", "1E100", "0.9999999"})
  void a_quantity_that_is_not_whole_or_out_of_bounds_is_named(String digits) {
    assertThat(brokenBy(v2().with("quantity", new Number(digits))))
        .containsExactly("quantity_out_of_range quantity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0001", "1000000", "1000000.0000", "5.10000000"})
  void a_price_within_bounds_passes(String price) {
    assertThat(brokenBy(v2().with("unit_price", new Text(price)))).isEmpty();
  }

  static Stream<Arguments> prices() {
    return Stream.of(
        Arguments.of("0", "price_not_positive"),
        Arguments.of("0.0000", "price_not_positive"),
        Arguments.of("-3", "price_not_positive"),
        Arguments.of("1000000.0001", "price_too_high"),
        Arguments.of("0.00001", "price_too_fine"));
  }

  @ParameterizedTest
  @MethodSource("prices")
  void a_price_out_of_bounds_is_named(String price, String code) {
    assertThat(brokenBy(v2().with("unit_price", new Text(price))))
        .containsExactly(code + " unit_price");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "UNKNOWN", "2026-02-30", "2026-11-22T25:00:00Z", "22.11.2026", "99999-01-01"})
  void a_time_that_is_none_is_named(String text) {
    assertThat(brokenBy(v2().with("event_time", new Text(text))))
        .containsExactly("event_time_unparsable event_time");
  }

  @Test
  void orders_from_the_future_are_quarantined() {
    String withinTolerance = Orders.RECEIVED.plusSeconds(300).toString();
    String beyond = Orders.RECEIVED.plusSeconds(300).plusNanos(1000).toString();

    assertThat(brokenBy(v2().with("event_time", new Text(withinTolerance)))).isEmpty();
    assertThat(brokenBy(v2().with("event_time", new Text(beyond))))
        .containsExactly("event_time_in_future event_time");
  }

  @Test
  void a_total_must_equal_quantity_times_price_to_the_last_digit() {
    assertThat(brokenBy(v2().with("total_amount", new Text("1799.980")))).isEmpty();
    assertThat(brokenBy(v2().with("total_amount", new Text("1799.9801"))))
        .containsExactly("total_mismatch total_amount");
  }

  @Test
  void a_currency_that_is_not_the_lakes_is_named() {
    assertThat(brokenBy(v2().with("currency", new Text("usd"))))
        .containsExactly("currency_unsupported currency");
  }

  private static List<String> brokenBy(RecordedOrder event) {
    return OrderRules.ALL.toJavaList().stream()
        .flatMap(rule -> check(rule, event).stream().map(v -> rule.code() + " " + v.field()))
        .toList();
  }

  private static OrderRule rule(String code) {
    return OrderRules.ALL.find(rule -> rule.code().equals(code)).get();
  }

  private static List<Violation> check(OrderRule rule, RecordedOrder event) {
    return rule.check(OrderFacts.of(Orders.record(), event), RuleSettings.DEFAULTS);
  }
}
