package io.orderlake.adapters.delta.gold;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.delta.lake.KernelFile;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.domain.digest.Sha256;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldPartitions;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.TableId;
import io.vavr.collection.Map;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gold's partitions by the files that a version of a table names. What it has found of a table's
 * last version is kept, since whoever asks what is there reads some of it next. Safe for use by
 * several threads.
 */
public final class KernelGoldPartitions implements GoldPartitions {
  private static final int SHOWN_BYTES = 16;

  private final KernelLake lake;
  private final java.util.Map<String, Found> found = new HashMap<>();

  public KernelGoldPartitions(KernelLake lake) {
    this.lake = lake;
  }

  /** The files of one version by their partition; made of no other version's. */
  private record Found(
      GoldProjection projection, long version, Map<String, Vector<KernelFile>> files) {}

  @Override
  public SortedMap<String, String> contents(GoldProjection projection, long version) {
    return TreeMap.ofEntries(files(projection, version).mapValues(KernelGoldPartitions::told));
  }

  @Override
  public void forEach(
      GoldProjection projection,
      long version,
      Set<String> partitions,
      Consumer<GoldCell> consumer) {
    files(projection, version)
        .filterKeys(partitions::contains)
        .values()
        .flatMap(files -> files)
        .forEach(
            file -> file.forEachRow(row -> consumer.accept(KernelGoldView.cell(projection, row))));
  }

  private synchronized Map<String, Vector<KernelFile>> files(
      GoldProjection projection, long version) {
    @Nullable Found last = found.get(projection.table());
    if (last == null || last.version() != version || !last.projection().equals(projection)) {
      last = new Found(projection, version, read(projection, version));
      found.put(projection.table(), last);
    }
    return last.files();
  }

  private Map<String, Vector<KernelFile>> read(GoldProjection projection, long version) {
    return lake.table(TableId.gold(projection.table()))
        .files(version, KernelGoldView.columns(projection))
        .groupBy(file -> file.partition(projection.partitionColumn()).getOrElse(""));
  }

  /** Files are never written anew under a name that there was. */
  private static String told(Vector<KernelFile> files) {
    String names = files.map(KernelFile::name).sorted().mkString("\n");
    return HexFormat.of().formatHex(Sha256.of(names.getBytes(UTF_8)), 0, SHOWN_BYTES);
  }
}
