package io.orderlake.bootstrap.config;

import static io.orderlake.bootstrap.config.SourcesStage.shop;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.lake.Wishes;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.RecordedOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is configured of refunds and currencies. */
class MoneySettingsTest {
  @TempDir Path home;

  private SourcesStage stage() {
    return new SourcesStage(home);
  }

  @ParameterizedTest
  @CsvSource({
    "'quantity: {at: qty, negative: refund}', '{\"qty\":-2,\"price\":\"3.50\"}'",
    "'unit_price: {at: price, negative: refund}', '{\"qty\":2,\"price\":\"-3.50\"}'",
    "'total_amount: {at: total, negative: refund}', '{\"qty\":2,\"price\":\"3.50\",\"total\":-7}'"
  })
  void a_number_below_0_is_read_as_a_refund_where_that_is_said(String setting, String json)
      throws IOException {
    RecordedOrder line = stage().lines(shop(setting), json).head();

    assertThat(line.get("kind")).isEqualTo(new FieldValue.Text("refund"));
    assertThat(line.get("quantity")).isEqualTo(new FieldValue.Number("2"));
    assertThat(line.get("unit_price")).isEqualTo(new FieldValue.Text("3.5"));
    assertThat(stage().lines(shop(), "{\"qty\":-2}").head().get("kind")).isEqualTo(FieldValue.NULL);
  }

  @ParameterizedTest
  @CsvSource({
    "'quantity: {at: qty, negative: return}', \"'return' is nothing that a number below 0 can mean;"
        + " expected refund\"",
    "'city: {at: city, negative: refund}', negative is nothing that can be said of city",
    "'discount: {at: d, negative: refund}', negative is nothing that can be said of discount",
    "'quantity: {constant: 1, negative: refund}', negative does nothing beside a constant"
  })
  void what_cannot_be_said_of_numbers_below_0_is_named(String setting, String problem)
      throws IOException {
    assertThat(stage().problems(shop(setting)))
        .singleElement()
        .asString()
        .contains("line 2", "sources.shop.")
        .contains(problem.replace("\"", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "'', USD, false",
    "'rules.currencies: [EUR, USD]', EUR USD, false",
    "'rules.currency: USD\nrules.currencies: [EUR]', USD EUR, true",
    "'rules.currency: EUR\nrules.currencies: [EUR]', EUR, true"
  })
  void the_first_currency_is_a_new_lake_s_own_where_none_is_said(
      String yaml, String currencies, boolean isSaid) throws IOException {
    LakehouseConfig config = stage().read("data: lake\n" + yaml + "\n").get();
    Wishes wishes = config.wishes();

    assertThat(config.rules().currencies().all().mkString(" ")).isEqualTo(currencies);
    assertThat(wishes.currency().value()).isEqualTo(config.rules().currency());
    assertThat(wishes.currency().isSaid()).isEqualTo(isSaid);
    assertThat(config.gold())
        .isNotEmpty()
        .allSatisfy(
            table -> assertThat(table.lake().currency()).isEqualTo(config.rules().currency()));
  }

  @Test
  void a_lake_that_is_there_keeps_its_own_and_takes_all_that_are_listed() throws IOException {
    LakehouseConfig config =
        stage()
            .read("rules.currencies: [EUR, GBP]\n")
            .get()
            .in(new LakeProperties(ZoneOffset.UTC, "USD"), "lake.json");

    assertThat(config.rules().currencies().all()).containsExactly("USD", "EUR", "GBP");
    assertThat(config.gold())
        .isNotEmpty()
        .allSatisfy(table -> assertThat(table.lake().currency()).isEqualTo("USD"));
  }

  @Test
  void a_code_that_is_none_is_told_with_its_line() throws IOException {
    assertThat(stage().problems("data: lake\nrules.currencies: [EUR, Pound]\n"))
        .singleElement()
        .asString()
        .contains("line 2", "rules.currencies", "ISO 4217", "'Pound'");
  }
}
