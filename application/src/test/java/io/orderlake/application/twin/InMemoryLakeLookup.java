package io.orderlake.application.twin;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.gold.TimeSpan;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.lookup.PlacedSale;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.SilverView;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds rows by reading all of them.
 *
 * @param bronze the views of the tables that are looked through
 */
public record InMemoryLakeLookup(
    BronzeView bronze, SilverView silver, QuarantineView quarantine, GoldView gold)
    implements LakeLookup {

  @Override
  public Seq<TablePart<GoldCell>> cells(
      GoldProjection projection, long goldVersion, String partition) {
    return Vector.of(
        consumer ->
            gold.forEach(
                projection,
                goldVersion,
                cell -> {
                  if (cell.key().partition().equals(partition)) {
                    consumer.accept(cell);
                  }
                }));
  }

  @Override
  public Seq<TablePart<PlacedSale>> sales(long silverVersion, TimeSpan span) {
    return found(
        silver.parts(silverVersion),
        row -> span.holds(row.eventTime()),
        row -> new PlacedSale(row.provenance().order(), Sale.of(row)));
  }

  @Override
  public Seq<TablePart<RefinedOrder>> rowsOf(long silverVersion, Set<String> eventIds) {
    return found(
        silver.parts(silverVersion), row -> eventIds.contains(row.eventId()), Function.identity());
  }

  @Override
  public Seq<TablePart<RefinedOrder>> rowsOfOrders(long silverVersion, Set<String> orderIds) {
    return found(
        silver.parts(silverVersion), row -> orderIds.contains(row.orderId()), Function.identity());
  }

  @Override
  public Seq<TablePart<RefinedOrder>> rowsBelowZero(long silverVersion) {
    return found(silver.parts(silverVersion), row -> row.quantity() < 0, Function.identity());
  }

  @Override
  public Seq<TablePart<RefinedOrder>> rowsFrom(long silverVersion, Set<SourcePosition> sources) {
    return found(
        silver.parts(silverVersion),
        row -> sources.contains(row.provenance().order().source()),
        Function.identity());
  }

  @Override
  public Seq<TablePart<QuarantinedRecord>> quarantined(
      long quarantineVersion, Set<SourcePosition> sources) {
    TablePart<QuarantinedRecord> held =
        consumer -> quarantine.forEach(quarantineVersion, consumer::accept);
    TablePart<QuarantinedRecord> released =
        consumer ->
            quarantine.forEachReleased(quarantineVersion, row -> consumer.accept(row.record()));
    return found(
        Vector.of(held, released),
        row -> sources.contains(row.record().source()),
        Function.identity());
  }

  @Override
  public Seq<TablePart<BronzeOrder>> released(long quarantineVersion, Set<SourcePosition> sources) {
    TablePart<BronzeOrder> released =
        consumer ->
            quarantine.forEachReleased(
                quarantineVersion, row -> consumer.accept(row.record().order()));
    return found(
        Vector.of(released), place -> sources.contains(place.source()), Function.identity());
  }

  @Override
  public Seq<TablePart<BronzeRecord>> records(long bronzeVersion, Set<SourcePosition> sources) {
    return found(
        bronze.parts(bronzeVersion),
        record -> sources.contains(record.source()),
        Function.identity());
  }

  @Override
  public Seq<TablePart<BronzeRecord>> records(
      long bronzeVersion, BiPredicate<String, byte[]> sought) {
    return found(
        bronze.parts(bronzeVersion),
        record -> {
          byte[] value = record.content().value();
          return value != null && sought.test(record.source().topic(), value);
        },
        Function.identity());
  }

  private static <R, T> Seq<TablePart<T>> found(
      Seq<TablePart<R>> parts, Predicate<R> sought, Function<R, T> made) {
    return parts.map(
        part ->
            consumer ->
                part.forEach(
                    row -> {
                      if (sought.test(row)) {
                        consumer.accept(made.apply(row));
                      }
                    }));
  }
}
