package io.orderlake.adapters.spark.silver;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.orderlake.adapters.spark.Micros;
import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A judged record on its way to de-duplication: the Bronze record, then either the refined order or
 * the reasons against it. Rows with one event id meet in one task, in Bronze order.
 */
final class StagedRow {
  static final int RECORD_COLUMNS = BronzeLayout.RECORD.size();
  static final int INGEST_DATE = RECORD_COLUMNS;

  /**
   * The event id of an accepted order; the source position of a rejected record, to spread them.
   */
  static final int KEY = RECORD_COLUMNS + 1;

  /** A Silver row, or null for a rejected record. */
  static final int ORDER = RECORD_COLUMNS + 2;

  static final int REASONS = RECORD_COLUMNS + 3;
  static final int HALTS = RECORD_COLUMNS + 4;

  static final StructType SCHEMA =
      BronzeLayout.RECORD
          .add(BronzeLayout.INGEST_DATE, DateType, false)
          .add("dedup_key", StringType, false)
          .add("order", SilverLayout.ROW)
          .add("reasons", DataTypes.createArrayType(QuarantineLayout.REASON))
          .add("halts", BooleanType, false);

  private StagedRow() {}

  /**
   * The row for one judged record.
   *
   * @param source a Bronze row with its ingest date; may be reused by the caller afterwards only
   *     once this row was copied
   */
  static InternalRow of(InternalRow source, Verdict verdict) {
    Object[] values = new Object[SCHEMA.size()];
    for (int i = 0; i <= INGEST_DATE; i++) {
      values[i] = source.isNullAt(i) ? null : source.get(i, SCHEMA.apply(i).dataType());
    }
    if (verdict instanceof Verdict.Accepted accepted) {
      values[KEY] = UTF8String.fromString(accepted.order().eventId());
      values[ORDER] = silverRow(accepted.order());
      values[HALTS] = false;
    } else if (verdict instanceof Verdict.Rejected rejected) {
      values[KEY] =
          UTF8String.fromString(
              source.getInt(BronzeLayout.PARTITION) + "@" + source.getLong(BronzeLayout.OFFSET));
      values[REASONS] = reasons(rejected.reasons());
      values[HALTS] = rejected.halts();
    }
    return new GenericInternalRow(values);
  }

  private static InternalRow silverRow(RefinedOrder order) {
    RefinedOrder.Provenance provenance = order.provenance();
    Object[] values = new Object[SilverLayout.ROW.size()];
    values[SilverLayout.EVENT_ID] = UTF8String.fromString(order.eventId());
    values[SilverLayout.ORDER_ID] = UTF8String.fromString(order.orderId());
    values[SilverLayout.PRODUCT] = UTF8String.fromString(order.product());
    values[SilverLayout.CITY] = UTF8String.fromString(order.city());
    values[SilverLayout.QUANTITY] = order.quantity();
    values[SilverLayout.UNIT_PRICE] =
        decimal(order.unitPrice().value(), SilverLayout.UNIT_PRICE_TYPE);
    values[SilverLayout.TOTAL_AMOUNT] = decimal(order.total().value(), SilverLayout.TOTAL_TYPE);
    values[SilverLayout.CURRENCY] = UTF8String.fromString(order.currency());
    values[SilverLayout.EVENT_TIME] = Micros.of(order.eventTime());
    values[SilverLayout.SCHEMA_VERSION] = provenance.schemaVersion();
    values[SilverLayout.RULE_SET_VERSION] = UTF8String.fromString(provenance.ruleSet());
    values[SilverLayout.WARNINGS] =
        new GenericArrayData(provenance.warnings().stream().map(UTF8String::fromString).toArray());
    values[SilverLayout.UNKNOWN_FIELDS] =
        provenance.unknownFields().isEmpty()
            ? null
            : UTF8String.fromString(provenance.unknownFields());
    values[SilverLayout.SOURCE_TOPIC] = UTF8String.fromString(provenance.order().source().topic());
    values[SilverLayout.SOURCE_PARTITION] = provenance.order().source().partition();
    values[SilverLayout.SOURCE_OFFSET] = provenance.order().source().offset();
    values[SilverLayout.INGEST_SEQUENCE] = provenance.order().ingestSequence();
    values[SilverLayout.CONTENT_HASH] = order.contentHash().bytes();
    return new GenericInternalRow(values);
  }

  private static Decimal decimal(java.math.BigDecimal value, DecimalType type) {
    return Decimal.apply(value, type.precision(), type.scale());
  }

  static ArrayData reasons(List<QuarantineReason> reasons) {
    return new GenericArrayData(
        reasons.stream()
            .map(
                reason ->
                    new GenericInternalRow(
                        new Object[] {
                          UTF8String.fromString(reason.code()),
                          UTF8String.fromString(reason.field()),
                          UTF8String.fromString(reason.sentence())
                        }))
            .toArray());
  }

  /** A quarantine row: the staged record with these reasons. */
  static InternalRow quarantineRow(InternalRow staged, ArrayData reasons, UTF8String ruleSet) {
    Object[] values = new Object[RECORD_COLUMNS + 2];
    for (int i = 0; i < RECORD_COLUMNS; i++) {
      values[i] = staged.isNullAt(i) ? null : staged.get(i, SCHEMA.apply(i).dataType());
    }
    values[RECORD_COLUMNS] = reasons;
    values[RECORD_COLUMNS + 1] = ruleSet;
    return new GenericInternalRow(values);
  }
}
