package io.orderlake.application.metrics;

import static io.orderlake.domain.metric.MetricFamily.gauge;

import io.orderlake.domain.lake.LakeDisk;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** The room that is left. */
final class DiskCollector implements Collector {
  private static final MetricFamily FREE =
      gauge(
          "orderlake_disk_free_bytes",
          "bytes",
          "What may still be written on the file system of the lake's directory");

  private static final MetricFamily SIZE =
      gauge("orderlake_disk_size_bytes", "bytes", "The size of that file system");

  private final LakeDisk disk;

  DiskCollector(LakeDisk disk) {
    this.disk = disk;
  }

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public boolean looks() {
    return false;
  }

  @Override
  public Seq<MetricFamily> families() {
    return List.of(FREE, SIZE);
  }

  @Override
  public Seq<Metric> collect(Look look) {
    LakeDisk.Room room = disk.now();
    return List.of(Metric.of(FREE, room.free()), Metric.of(SIZE, room.size()));
  }
}
