package io.orderlake.application.serve;

import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldPartitions;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.serve.GoldSink;
import io.orderlake.domain.serve.LakeOrigin;
import io.orderlake.domain.serve.Served;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a sink shows against the lake, cell by cell, at the version that the sink claims:
 * reads where the tools read, and no more than a partition at a time.
 */
public final class AuditServed {
  private final LakeVersions versions;
  private final GoldPartitions partitions;
  private final Seq<GoldProjection> projections;
  private final GoldSink sink;

  public AuditServed(
      LakeVersions versions,
      GoldPartitions partitions,
      Seq<GoldProjection> projections,
      GoldSink sink) {
    this.versions = versions;
    this.partitions = partitions;
    this.projections = projections;
    this.sink = sink;
  }

  /**
   * The verdict, or the sentence that says why there is none: nothing is served, or a version that
   * this lake cannot be read at.
   *
   * @param progress told how many cells of the lake were read
   * @throws LakeFailure when the lake or the sink cannot be read
   */
  public Either<String, ServedVerdict> audit(LongConsumer progress) {
    Option<GoldSink.Reading> opened = sink.open();
    if (opened.isEmpty()) {
      return Either.left("nothing is served yet: start `orderlake serve`");
    }
    try (GoldSink.Reading reading = opened.get()) {
      return claimed(reading.served()).map(lake -> audit(reading, lake, progress));
    }
  }

  private Either<String, LakeVersion> claimed(Served served) {
    Option<LakeOrigin> own = versions.version(1).map(LakeOrigin::of);
    if (!own.contains(served.origin())) {
      return Either.left("another lake is served: " + served.origin());
    }
    if (served.version() < versions.oldestKept()) {
      return Either.left(
          "lake version %s is served, whose files may be gone: versions before %s were given up; start `orderlake serve`, which catches up"
              .formatted(served.version(), versions.oldestKept()));
    }
    return versions
        .version(served.version())
        .filter(lake -> served.is(served.origin(), lake))
        .toEither(
            () ->
                "lake version %s of run %s is served, which this lake does not have"
                    .formatted(served.version(), served.publishedBy()));
  }

  private ServedVerdict audit(GoldSink.Reading reading, LakeVersion lake, LongConsumer progress) {
    SortedSet<String> shown = reading.tables();
    Seq<GoldProjection> there =
        projections.filter(table -> lake.table(TableId.gold(table.table())).isDefined());
    Seq<GoldProjection> compared = there.filter(table -> shown.contains(table.table()));
    Comparison comparison = new Comparison(progress);
    compared.forEach(table -> comparison.compare(reading, lake, table));
    return new ServedVerdict(
        reading.served(),
        lake,
        versions.latest().number(),
        compared.map(GoldProjection::table),
        comparison.cells,
        comparison.differences,
        Option.of(comparison.smallest),
        there.map(GoldProjection::table).removeAll(shown));
  }

  /** What was found so far; partitions are taken in their order, so the first difference stays. */
  private final class Comparison {
    private final LongConsumer progress;
    private long cells;
    private long differences;
    private @Nullable ServedDifference smallest;

    Comparison(LongConsumer progress) {
      this.progress = progress;
    }

    void compare(GoldSink.Reading reading, LakeVersion lake, GoldProjection table) {
      long version = lake.table(TableId.gold(table.table())).get().version();
      SortedSet<String> all =
          TreeSet.ofAll(partitions.contents(table, version).keySet())
              .addAll(reading.partitions(table));
      for (String partition : all) {
        compare(reading, table, version, partition);
        progress.accept(cells);
      }
    }

    private void compare(
        GoldSink.Reading reading, GoldProjection table, long version, String partition) {
      Map<GoldKey, GoldCell> expected = new HashMap<>();
      partitions.forEach(
          table,
          version,
          Set.of(partition),
          cell -> {
            GoldCell shown = reading.shown(cell);
            expected.put(shown.key(), shown);
          });
      cells += expected.size();
      List<ServedDifference> found = new ArrayList<>();
      Set<GoldKey> seen = new HashSet<>();
      reading.forEach(table, partition, cell -> take(table, expected, seen, found, cell));
      expected
          .values()
          .forEach(
              cell -> found.add(new ServedDifference(table, Option.some(cell), Option.none())));
      differences += found.size();
      if (smallest == null) {
        found.stream()
            .min((a, b) -> a.cell().key().compareTo(b.cell().key()))
            .ifPresent(first -> smallest = first);
      }
    }

    private void take(
        GoldProjection table,
        Map<GoldKey, GoldCell> expected,
        Set<GoldKey> seen,
        List<ServedDifference> found,
        GoldCell cell) {
      Option<GoldCell> own = Option.of(expected.remove(cell.key()));
      // One that is shown twice is one too many, whatever it says.
      boolean isNew = seen.add(cell.key());
      if (!own.contains(cell)) {
        found.add(new ServedDifference(table, isNew ? own : Option.none(), Option.some(cell)));
      }
    }
  }
}
