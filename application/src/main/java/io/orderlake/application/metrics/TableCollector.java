package io.orderlake.application.metrics;

import static io.orderlake.domain.metric.MetricFamily.gauge;

import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableSizes;
import io.orderlake.domain.lake.TableSizes.Size;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.metric.Sample;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;

/** What each table takes. */
final class TableCollector implements Collector {
  private static final MetricFamily FILES =
      gauge("orderlake_table_files", "", "Data files of the table's newest version", "table");

  private static final MetricFamily BYTES =
      gauge("orderlake_table_bytes", "bytes", "Bytes of these files", "table");

  private static final MetricFamily SMALL =
      gauge(
          "orderlake_table_small_files",
          "",
          "How many of them are less than half of what compaction aims at",
          "table");

  private static final MetricFamily VERSION =
      gauge(
          "orderlake_table_delta_version",
          "",
          "The table's Delta version; -1 while there is no table",
          "table");

  private static final Size NONE = new Size(-1, 0, 0, 0);

  private final TableSizes sizes;
  private final Seq<TableId> tables;
  private final Seldom<Instant, Seq<Tuple2<TableId, Size>>> read;

  TableCollector(TableSizes sizes, Seq<TableId> tables, InstantSource clock) {
    this.sizes = sizes;
    this.tables = tables;
    this.read = new Seldom<>(clock);
  }

  @Override
  public String name() {
    return "tables";
  }

  @Override
  public Seq<MetricFamily> families() {
    return List.of(FILES, BYTES, SMALL, VERSION);
  }

  @Override
  public Seq<Metric> collect(Look look) {
    Seq<Tuple2<TableId, Size>> now = read.get(look.at(), this::sizes).value();
    return List.of(
        metric(FILES, now, Size::files),
        metric(BYTES, now, Size::bytes),
        metric(SMALL, now, Size::smallFiles),
        metric(VERSION, now, Size::version));
  }

  @Override
  public void renew(Look look) {
    read.renew(look.at(), this::sizes);
  }

  private Seq<Tuple2<TableId, Size>> sizes() {
    return tables.map(table -> Tuple.of(table, sizes.now(table).getOrElse(NONE)));
  }

  private static Metric metric(
      MetricFamily family, Seq<Tuple2<TableId, Size>> sizes, ToDoubleFunction<Size> value) {
    return new Metric(
        family, sizes.map(size -> Sample.of(value.applyAsDouble(size._2), size._1.path())));
  }
}
