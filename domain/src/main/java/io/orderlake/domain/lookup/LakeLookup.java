package io.orderlake.domain.lookup;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.TimeSpan;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.RefinedOrder;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.util.function.BiPredicate;

/**
 * Finds few rows of large tables, as these were at one version, without reading what cannot hold
 * them. Every method gives exactly the rows that were sought, each once, in parts that may be read
 * by several threads at the same time; parts and rows come in no particular order, and a part may
 * be empty.
 *
 * <p>Versions are table versions, of a published lake version or later. Every method, and every
 * part, throws {@link io.orderlake.domain.lake.LakeFailure} when the table cannot be read at that
 * version.
 */
public interface LakeLookup {
  /** The cells of a Gold table in one partition, e.g. of one date. */
  Seq<TablePart<GoldCell>> cells(GoldProjection projection, long goldVersion, String partition);

  /** The rows of Silver whose events happened in the span. */
  Seq<TablePart<PlacedSale>> sales(long silverVersion, TimeSpan span);

  /**
   * The rows of Silver with these event ids; Orderlake stores no more than one for each, and one
   * that takes it back.
   */
  Seq<TablePart<RefinedOrder>> rowsOf(long silverVersion, Set<String> eventIds);

  /** The rows of Silver that belong to these orders. */
  Seq<TablePart<RefinedOrder>> rowsOfOrders(long silverVersion, Set<String> orderIds);

  /** The rows of Silver whose quantity is below 0: refunds, and what takes back sales. */
  Seq<TablePart<RefinedOrder>> rowsBelowZero(long silverVersion);

  /** The rows of Silver that these records, or their lines, became. */
  Seq<TablePart<RefinedOrder>> rowsFrom(long silverVersion, Set<SourcePosition> sources);

  /** What the quarantine has of these records and their lines, released or not. */
  Seq<TablePart<QuarantinedRecord>> quarantined(
      long quarantineVersion, Set<SourcePosition> sources);

  /** The places of those of these records, and of their lines, that the quarantine has released. */
  Seq<TablePart<BronzeOrder>> released(long quarantineVersion, Set<SourcePosition> sources);

  /** Bronze's records at these addresses. */
  Seq<TablePart<BronzeRecord>> records(long bronzeVersion, Set<SourcePosition> sources);

  /**
   * Bronze's records whose value the test accepts; those without a value are not asked about.
   *
   * @param sought shown the topic and the bytes of each value; called by whoever reads the part
   */
  Seq<TablePart<BronzeRecord>> records(long bronzeVersion, BiPredicate<String, byte[]> sought);
}
