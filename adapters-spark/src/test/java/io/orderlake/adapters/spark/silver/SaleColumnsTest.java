package io.orderlake.adapters.spark.silver;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.file.DataFileWriters;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OptionalValues;
import io.orderlake.domain.order.OrderKind;
import io.orderlake.domain.silver.RefinedOrder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.internal.SQLConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Gold reads of Silver's files is what was written there. */
class SaleColumnsTest {
  private static final SaleColumns ALL = new SaleColumns(true, true);

  @TempDir Path lake;

  private final Random random = new Random(20261201);

  /** A dictionary is given up in the middle of the file: the customers are too many for one. */
  @Test
  void the_sales_in_a_file_are_those_of_its_orders() throws Exception {
    List<RefinedOrder> orders = new ArrayList<>();
    for (int i = 0; i < 120_000; i++) {
      orders.add(order(i));
    }

    assertThat(stored(TestSpark.session(), ALL, orders)).isEqualTo(sales(orders));
  }

  @Test
  void what_is_not_looked_at_is_left_out() throws Exception {
    RefinedOrder order = order(0).withConverted(Amount.of("7"));
    Sale all = Sale.of(order);

    assertThat(stored(TestSpark.session(), new SaleColumns(false, false), List.of(order)))
        .containsExactly(
            new Sale(
                all.product(),
                all.city(),
                all.customerId(),
                all.currency(),
                all.quantity(),
                all.total(),
                null,
                all.eventTime(),
                all.isWithdrawal(),
                ""));
  }

  @ParameterizedTest
  @CsvSource({
    "spark.sql.parquet.enableVectorizedReader, false",
    "spark.sql.codegen.wholeStage, false",
    "spark.sql.codegen.maxFields, 3"
  })
  void it_is_read_so_whatever_the_session_has(String setting, String value) throws Exception {
    SparkSession session = TestSpark.session().newSession();
    session.conf().set(SQLConf.PARQUET_VECTORIZED_READER_ENABLED().key(), "true");
    session.conf().set(setting, value);
    List<RefinedOrder> orders = List.of(order(0), order(1), order(2));

    assertThat(stored(session, ALL, orders)).isEqualTo(sales(orders));
    assertThat(session.conf().get(setting)).isEqualTo(value);
  }

  private static List<Sale> sales(List<RefinedOrder> orders) {
    return orders.stream().map(Sale::of).toList();
  }

  /** Written to one file and read from it. */
  private List<Sale> stored(SparkSession spark, SaleColumns columns, List<RefinedOrder> orders)
      throws Exception {
    LakeTable silver = LakeTable.open(spark, lake.toUri().getPath(), SilverLayout.LAYOUT);
    DataFileWriters.Writer writer = silver.writers().open();
    orders.forEach(order -> writer.write("2026-11-22", SilverRows.row(order)));
    List<DataFile> files = writer.close();
    assertThat(files).hasSize(1);
    List<Sale> sales = new ArrayList<>();
    silver
        .storedBatches(columns.columns())
        .of(files.get(0))
        .forEachRemaining(batch -> columns.forEach(batch, sales::add));
    return sales;
  }

  private RefinedOrder order(int number) {
    OptionalValues optional = OptionalValues.NONE;
    if (random.nextBoolean()) {
      optional =
          optional.with(OptionalField.CUSTOMER_ID, new UUID(number, random.nextLong()).toString());
    }
    OrderKind kind =
        List.of(OrderKind.SALE, OrderKind.REFUND, OrderKind.CANCELLATION).get(random.nextInt(3));
    if (kind != OrderKind.SALE) {
      optional = optional.with(OptionalField.KIND, kind.word());
    }
    return new RefinedOrder(
        "e-" + number,
        "o-" + random.nextInt(1_000),
        "Läufer " + random.nextInt(3_000),
        random.nextInt(100) == 0 ? "北京 " + number : "City " + random.nextInt(40),
        random.nextLong(),
        Amount.of("1"),
        amount(60),
        random.nextInt(3) == 0 ? "USD" : "EUR",
        random.nextInt(3) == 0 ? null : amount(110),
        Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 250_000_000_000L), number * 1_000L),
        optional,
        new RefinedOrder.Provenance(
            new BronzeOrder(1, new SourcePosition("orders", 0, number)), 3, "rules", List.of(), ""),
        ContentHash.of("content"));
  }

  /** Of any length up to that many bits, above or below 0. */
  private Amount amount(int bits) {
    BigInteger unscaled = new BigInteger(1 + random.nextInt(bits), random);
    return Amount.of(
        new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), Amount.SCALE));
  }
}
