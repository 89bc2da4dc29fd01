package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.delta.layout.Micros;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OptionalValues;
import io.orderlake.domain.order.OrderKind;
import io.orderlake.domain.silver.RefinedOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Reads and writes Spark's rows as refined orders. */
public final class SilverRows {
  private SilverRows() {}

  /** The order in a row whose first columns are those of {@link SilverLayout#ROW}. */
  public static RefinedOrder order(InternalRow row) {
    return new RefinedOrder(
        row.getString(SilverLayout.EVENT_ID),
        row.getString(SilverLayout.ORDER_ID),
        row.getString(SilverLayout.PRODUCT),
        row.getString(SilverLayout.CITY),
        row.getLong(SilverLayout.QUANTITY),
        amount(row, SilverLayout.UNIT_PRICE, SilverLayout.UNIT_PRICE_TYPE),
        amount(row, SilverLayout.TOTAL_AMOUNT, SilverLayout.TOTAL_TYPE),
        row.getString(SilverLayout.CURRENCY),
        amountOrNull(row, SilverLayout.CONVERTED_AMOUNT, SilverLayout.CONVERTED_TYPE),
        Micros.instant(row.getLong(SilverLayout.EVENT_TIME)),
        OptionalValues.of(
            field -> amountOrNull(row, SilverLayout.ordinal(field), SilverLayout.TOTAL_TYPE),
            field -> textOrNull(row, SilverLayout.ordinal(field))),
        new RefinedOrder.Provenance(
            new BronzeOrder(
                row.getLong(SilverLayout.INGEST_SEQUENCE),
                new SourcePosition(
                    row.getString(SilverLayout.SOURCE_TOPIC),
                    row.getInt(SilverLayout.SOURCE_PARTITION),
                    row.getLong(SilverLayout.SOURCE_OFFSET)),
                line(row, SilverLayout.SOURCE_LINE)),
            row.getInt(SilverLayout.SCHEMA_VERSION),
            row.getString(SilverLayout.RULE_SET_VERSION),
            warnings(row.getArray(SilverLayout.WARNINGS)),
            Objects.requireNonNullElse(textOrNull(row, SilverLayout.UNKNOWN_FIELDS), "")),
        ContentHash.ofBytes(row.getBinary(SilverLayout.CONTENT_HASH)));
  }

  private static final UTF8String CANCELLATION =
      UTF8String.fromString(OrderKind.CANCELLATION.word());

  /** Whether a row withdraws an event, by its optional field {@code kind}. */
  public static boolean isWithdrawal(InternalRow row, int kind) {
    return !row.isNullAt(kind) && row.getUTF8String(kind).equals(CANCELLATION);
  }

  /** The order's row, with the columns of {@link SilverLayout#ROW}. */
  static InternalRow row(RefinedOrder order) {
    RefinedOrder.Provenance provenance = order.provenance();
    SourcePosition source = provenance.order().source();
    Object[] values = new Object[SilverLayout.ROW.size()];
    values[SilverLayout.EVENT_ID] = UTF8String.fromString(order.eventId());
    values[SilverLayout.ORDER_ID] = UTF8String.fromString(order.orderId());
    values[SilverLayout.PRODUCT] = UTF8String.fromString(order.product());
    values[SilverLayout.CITY] = UTF8String.fromString(order.city());
    values[SilverLayout.QUANTITY] = order.quantity();
    values[SilverLayout.UNIT_PRICE] = decimal(order.unitPrice(), SilverLayout.UNIT_PRICE_TYPE);
    values[SilverLayout.TOTAL_AMOUNT] = decimal(order.total(), SilverLayout.TOTAL_TYPE);
    values[SilverLayout.CURRENCY] = UTF8String.fromString(order.currency());
    values[SilverLayout.EVENT_TIME] = Micros.of(order.eventTime());
    values[SilverLayout.SCHEMA_VERSION] = provenance.schemaVersion();
    values[SilverLayout.RULE_SET_VERSION] = UTF8String.fromString(provenance.ruleSet());
    values[SilverLayout.WARNINGS] = texts(provenance.warnings());
    values[SilverLayout.UNKNOWN_FIELDS] =
        provenance.unknownFields().isEmpty()
            ? null
            : UTF8String.fromString(provenance.unknownFields());
    values[SilverLayout.SOURCE_TOPIC] = UTF8String.fromString(source.topic());
    values[SilverLayout.SOURCE_PARTITION] = source.partition();
    values[SilverLayout.SOURCE_OFFSET] = source.offset();
    values[SilverLayout.SOURCE_LINE] = storedLine(provenance.order().line());
    values[SilverLayout.INGEST_SEQUENCE] = provenance.order().ingestSequence();
    values[SilverLayout.CONTENT_HASH] = order.contentHash().bytes();
    Amount converted = order.converted();
    values[SilverLayout.CONVERTED_AMOUNT] =
        converted == null ? null : decimal(converted, SilverLayout.CONVERTED_TYPE);
    for (OptionalField field : OptionalField.ALL) {
      values[SilverLayout.ordinal(field)] = optional(order.optional(), field);
    }
    return new GenericInternalRow(values);
  }

  /** The line in that column of a row. */
  public static int line(InternalRow row, int ordinal) {
    return row.isNullAt(ordinal) ? BronzeOrder.WHOLE_RECORD : row.getInt(ordinal);
  }

  /** What stands in a row for a line. */
  static @Nullable Integer storedLine(int line) {
    return line == BronzeOrder.WHOLE_RECORD ? null : (Integer) line;
  }

  private static @Nullable Object optional(OptionalValues values, OptionalField field) {
    return switch (field.form()) {
      case TEXT -> UTF8String.fromString(values.text(field));
      case AMOUNT -> {
        Amount amount = values.amount(field);
        yield amount == null ? null : decimal(amount, SilverLayout.TOTAL_TYPE);
      }
    };
  }

  private static @Nullable Amount amountOrNull(InternalRow row, int ordinal, DecimalType type) {
    return row.isNullAt(ordinal) ? null : amount(row, ordinal, type);
  }

  private static ArrayData texts(List<String> texts) {
    Object[] values = new Object[texts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = UTF8String.fromString(texts.get(i));
    }
    return new GenericArrayData(values);
  }

  private static Decimal decimal(Amount amount, DecimalType type) {
    return Decimal.apply(amount.value(), type.precision(), type.scale());
  }

  private static Amount amount(InternalRow row, int ordinal, DecimalType type) {
    return Amount.of(row.getDecimal(ordinal, type.precision(), type.scale()).toJavaBigDecimal());
  }

  private static @Nullable String textOrNull(InternalRow row, int ordinal) {
    return row.isNullAt(ordinal) ? null : row.getString(ordinal);
  }

  private static List<String> warnings(ArrayData codes) {
    List<String> warnings = new ArrayList<>(codes.numElements());
    for (int i = 0; i < codes.numElements(); i++) {
      warnings.add(codes.getUTF8String(i).toString());
    }
    return warnings;
  }
}
