package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.application.fixture.OptionalFixture;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.OptionalValues;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.SilverView;
import io.vavr.collection.TreeMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link SilverView} promises. */
public abstract class SilverViewContract {
  /** A view over the Silver that {@link #append} fills. */
  protected abstract SilverView view();

  /**
   * Appends to Silver, in one commit.
   *
   * @return the table version committed
   */
  protected abstract long append(List<RefinedOrder> rows);

  /** A row that came from that offset. */
  protected static RefinedOrder row(long offset) {
    return row(
        offset, Amount.of("899.99"), Amount.of("1799.98"), OptionalValues.NONE, List.of(), "");
  }

  private static RefinedOrder row(
      long offset,
      Amount price,
      Amount total,
      OptionalValues optional,
      List<String> warnings,
      String unknownFields) {
    return new RefinedOrder(
        "e-" + offset,
        "100045",
        "Laptop \"15\"",
        "São Paulo",
        2,
        price,
        total,
        "USD",
        null,
        Instant.parse("2026-11-22T10:15:30.123456Z"),
        optional,
        new RefinedOrder.Provenance(
            new BronzeOrder(offset / 10, new SourcePosition("orders", 3, offset)),
            2,
            "1-9f86d081",
            warnings,
            unknownFields),
        ContentHash.of("content", Long.toString(offset)));
  }

  private List<RefinedOrder> rows(long version) {
    List<RefinedOrder> rows = new ArrayList<>();
    for (TablePart<RefinedOrder> part : view().parts(version)) {
      part.forEach(rows::add);
    }
    return rows;
  }

  private static RefinedOrder in(String currency, RefinedOrder row) {
    return new RefinedOrder(
        row.eventId(),
        row.orderId(),
        row.product(),
        row.city(),
        row.quantity(),
        row.unitPrice(),
        row.total(),
        currency,
        null,
        row.eventTime(),
        row.optional(),
        row.provenance(),
        row.contentHash());
  }

  @Test
  void each_currency_is_known_with_the_newest_of_its_rows() {
    long first = append(List.of(in("EUR", row(99)), in("EUR", row(10))));
    long second = append(List.of(in("EUR", row(20)), in("USD", row(105))));

    assertThat(view().currencies(first)).isEqualTo(TreeMap.of("EUR", 9L));
    assertThat(view().currencies(second)).isEqualTo(TreeMap.of("EUR", 9L, "USD", 10L));
  }

  @Test
  protected void every_row_is_in_one_part() {
    append(List.of(row(1), row(2)));

    assertThat(rows(append(List.of(row(30))))).containsExactlyInAnyOrder(row(1), row(2), row(30));
  }

  @Test
  protected void lines_of_one_record_are_rows_of_their_own() {
    RefinedOrder first = line(row(1), 0);
    RefinedOrder second = line(row(2), 3);

    assertThat(rows(append(List.of(first, second)))).containsExactlyInAnyOrder(first, second);
  }

  private static RefinedOrder line(RefinedOrder row, int number) {
    RefinedOrder.Provenance was = row.provenance();
    return new RefinedOrder(
        row.eventId(),
        row.orderId(),
        row.product(),
        row.city(),
        row.quantity(),
        row.unitPrice(),
        row.total(),
        row.currency(),
        null,
        row.eventTime(),
        row.optional(),
        new RefinedOrder.Provenance(
            was.order().ofLine(number),
            was.schemaVersion(),
            was.ruleSet(),
            was.warnings(),
            was.unknownFields()),
        row.contentHash());
  }

  @Test
  protected void an_older_version_stays_what_it_was() {
    long first = append(List.of(row(1)));
    append(List.of(row(2)));

    assertThat(rows(first)).containsExactly(row(1));
  }

  @Test
  protected void amounts_warnings_optional_and_unknown_fields_come_back_as_they_went_in() {
    RefinedOrder full =
        row(
            7,
            Amount.of("99999999999999.9999"),
            Amount.of("99999999999999999999.9999"),
            OptionalFixture.FILLED,
            List.of("event_time_without_zone", "another"),
            "{\"coupon\":{\"code\":\"ü\"}}");
    RefinedOrder converted =
        full.withConverted(Amount.of("-9999999999999999999999999999999999.9999"));

    assertThat(rows(append(List.of(full, converted)))).containsExactlyInAnyOrder(full, converted);
  }

  @Test
  protected void a_version_without_rows_shows_none() {
    assertThat(rows(append(List.of()))).isEmpty();
  }

  @Test
  protected void a_version_that_is_not_there_is_named() {
    append(List.of(row(1)));

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> rows(73))
        .withMessageContaining("silver/orders")
        .withMessageContaining("73")
        .matches(failure -> !failure.retryable());
  }
}
