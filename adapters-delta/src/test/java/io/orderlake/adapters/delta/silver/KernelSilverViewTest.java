package io.orderlake.adapters.delta.silver;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.delta.kernel.expressions.Literal;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import io.orderlake.adapters.delta.lake.DeltaTableWriter;
import io.orderlake.adapters.delta.lake.KernelColumns;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.Micros;
import io.orderlake.adapters.delta.lookup.KernelLakeLookup;
import io.orderlake.application.contract.SilverViewContract;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.TimeSpan;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OptionalValues;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.SilverView;
import io.orderlake.domain.table.SilverColumns;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class KernelSilverViewTest extends SilverViewContract {
  private static final int EVENT_DAY = 20_779;
  private static final StructType FIRST_COLUMNS =
      new StructType()
          .add("event_id", StringType.STRING)
          .add("order_id", StringType.STRING)
          .add("product", StringType.STRING)
          .add("city", StringType.STRING)
          .add("quantity", LongType.LONG)
          .add("unit_price", new DecimalType(18, 4))
          .add("total_amount", new DecimalType(24, 4))
          .add("currency", StringType.STRING)
          .add("event_time", TimestampType.TIMESTAMP)
          .add("schema_version", IntegerType.INTEGER)
          .add("rule_set_version", StringType.STRING)
          .add("warnings", new ArrayType(StringType.STRING, true))
          .add("unknown_fields", StringType.STRING)
          .add("source_topic", StringType.STRING)
          .add("source_partition", IntegerType.INTEGER)
          .add("source_offset", LongType.LONG)
          .add("ingest_sequence", LongType.LONG)
          .add("content_hash", BinaryType.BINARY);
  private static final StructType FIRST_LAYOUT = FIRST_COLUMNS.add("event_date", DateType.DATE);
  private static final StructType SCHEMA = KernelColumns.of(SilverColumns.SCHEMA.all());

  @TempDir private Path root;

  @Override
  protected SilverView view() {
    return new KernelSilverView(KernelLake.at(root));
  }

  @Override
  protected long append(List<RefinedOrder> rows) {
    return appendRows(rows.stream().map(KernelSilverViewTest::row).toList());
  }

  private long appendRows(List<Map<Integer, Object>> rows) {
    return append(root, SCHEMA, Map.of(EVENT_DAY, rows));
  }

  /** Appends to the Silver of a lake, each row to the date of its event. */
  public static long append(Path lake, List<RefinedOrder> rows) {
    return append(
        lake,
        SCHEMA,
        rows.stream()
            .collect(
                groupingBy(
                    row -> (int) Math.floorDiv(row.eventTime().getEpochSecond(), 86_400L),
                    mapping(KernelSilverViewTest::row, toList()))));
  }

  private long append(StructType schema, List<Map<Integer, Object>> rows) {
    return append(root, schema, Map.of(EVENT_DAY, rows));
  }

  private static long append(
      Path lake, StructType schema, Map<Integer, List<Map<Integer, Object>>> rowsByDay) {
    Map<Literal, List<Map<Integer, Object>>> rows = new HashMap<>();
    rowsByDay.forEach(
        (day, added) -> {
          if (!added.isEmpty()) {
            rows.put(Literal.ofDate(day), added);
          }
        });
    return table(lake, schema).commit(Set.of(), rows, Map.of());
  }

  private static DeltaTableWriter table(Path lake, StructType schema) {
    return new DeltaTableWriter(lake.resolve("silver/orders"), schema, "event_date");
  }

  private static Map<Integer, Object> row(RefinedOrder order) {
    SourcePosition source = order.provenance().order().source();
    Map<Integer, Object> row = new HashMap<>();
    for (Object value :
        Arrays.asList(
            order.eventId(),
            order.orderId(),
            order.product(),
            order.city(),
            order.quantity(),
            order.unitPrice().value(),
            order.total().value(),
            order.currency(),
            Micros.of(order.eventTime()),
            order.provenance().schemaVersion(),
            order.provenance().ruleSet(),
            order.provenance().warnings(),
            order.provenance().unknownFields(),
            source.topic(),
            source.partition(),
            source.offset(),
            order.provenance().order().ingestSequence(),
            order.contentHash().bytes())) {
      row.put(row.size(), value);
    }
    for (OptionalField field : OptionalField.ALL) {
      row.put(row.size(), optional(order.optional(), field));
    }
    int line = order.provenance().order().line();
    row.put(row.size(), line == BronzeOrder.WHOLE_RECORD ? null : line);
    row.put(row.size(), order.converted() == null ? null : order.converted().value());
    row.put(row.size(), EVENT_DAY);
    row.computeIfPresent(
        SCHEMA.indexOf("unknown_fields"), (i, json) -> json.equals("") ? null : json);
    return row;
  }

  private static @Nullable Object optional(OptionalValues values, OptionalField field) {
    return switch (field.form()) {
      case TEXT -> values.text(field);
      case AMOUNT -> {
        Amount amount = values.amount(field);
        yield amount == null ? null : amount.value();
      }
    };
  }

  private void failsNaming(Map<Integer, Object> row, String... parts) {
    long version = appendRows(List.of(row));

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> view().parts(version).forEach(part -> part.forEach(order -> {})))
        .satisfies(failure -> assertThat(failure.getMessage()).contains(parts))
        .matches(failure -> !failure.retryable());
  }

  @Test
  void rows_of_the_first_layout_have_no_discount_and_no_customer_in_any_version() {
    Map<Integer, Object> old = row(row(1));
    old.put(FIRST_LAYOUT.indexOf("event_date"), EVENT_DAY);
    long first = append(FIRST_LAYOUT, List.of(old));
    long grown = table(root, SCHEMA).evolve(Map.of(LayoutVersion.PROPERTY, "2"));
    long last = append(List.of(discounted(row(2))));

    assertThat(rows(first)).containsExactly(row(1));
    assertThat(rows(grown)).containsExactly(row(1));
    assertThat(rows(last)).containsExactlyInAnyOrder(row(1), discounted(row(2)));
    assertThat(customers(last)).as("looked up by column").containsExactlyInAnyOrder("", "c-7");
  }

  private List<String> customers(long version) {
    Instant day = Instant.EPOCH.plus(EVENT_DAY, ChronoUnit.DAYS);
    List<String> customers = new ArrayList<>();
    new KernelLakeLookup(KernelLake.at(root))
        .sales(version, new TimeSpan(day, day.plus(1, ChronoUnit.DAYS)))
        .forEach(part -> part.forEach(sale -> customers.add(sale.sale().customerId())));
    return customers;
  }

  private static RefinedOrder discounted(RefinedOrder row) {
    return new RefinedOrder(
        row.eventId(),
        row.orderId(),
        row.product(),
        row.city(),
        row.quantity(),
        row.unitPrice(),
        Amount.of("1699.98"),
        row.currency(),
        null,
        row.eventTime(),
        OptionalValues.NONE
            .with(OptionalField.DISCOUNT, Amount.of("100"))
            .with(OptionalField.CUSTOMER_ID, "c-7"),
        row.provenance(),
        row.contentHash());
  }

  private List<RefinedOrder> rows(long version) {
    List<RefinedOrder> rows = new ArrayList<>();
    view().parts(version).forEach(part -> part.forEach(rows::add));
    return rows;
  }

  @Test
  void a_content_hash_of_another_length_is_named() {
    Map<Integer, Object> row = row(row(1));
    row.put(SCHEMA.indexOf("content_hash"), new byte[] {1, 2, 3});

    failsNaming(row, ".parquet", "content_hash", "3 bytes");
  }

  @Test
  void a_row_without_a_city_is_named() {
    Map<Integer, Object> row = row(row(1));
    row.remove(SCHEMA.indexOf("city"));

    failsNaming(row, ".parquet", "without city");
  }
}
