package io.orderlake.application.twin;

import io.orderlake.domain.lake.Compacted;
import io.orderlake.domain.lake.DataFile;
import io.orderlake.domain.lake.SmallFiles;
import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table's live files: a commit adds one for each partition that its rows fall into, and a row
 * takes a byte.
 *
 * @param <R> a row
 */
final class InMemoryFiles<R> {
  private final Function<R, String> partitionOf;
  private final List<File<R>> live = new ArrayList<>();
  private long made;

  InMemoryFiles(Function<R, String> partitionOf) {
    this.partitionOf = partitionOf;
  }

  /**
   * A file.
   *
   * @param version of the last commit that any of its rows came with
   */
  private record File<R>(DataFile file, List<R> rows, long version) {}

  void add(List<R> rows, long version) {
    rows.stream()
        .collect(Collectors.groupingBy(partitionOf, LinkedHashMap::new, Collectors.toList()))
        .forEach((partition, part) -> live.add(file(partition, part, version)));
  }

  private File<R> file(String partition, List<R> rows, long version) {
    return new File<>(
        new DataFile("file-" + made++, partition, rows.size()), List.copyOf(rows), version);
  }

  List<R> rows() {
    return live.stream().flatMap(file -> file.rows().stream()).toList();
  }

  List<DataFile> list() {
    return live.stream().map(File::file).toList();
  }

  Compacted rewrite(long readUpTo, SmallFiles rule) {
    Compacted sum = Compacted.NOTHING;
    List<DataFile> candidates =
        live.stream().filter(file -> file.version() <= readUpTo).map(File::file).toList();
    for (Seq<DataFile> run : rule.runs(candidates)) {
      sum = sum.plus(join(run));
    }
    return sum;
  }

  private Compacted join(Seq<DataFile> run) {
    Map<String, File<R>> byPath = new LinkedHashMap<>();
    live.forEach(file -> byPath.put(file.file().path(), file));
    List<File<R>> old = run.map(file -> byPath.get(file.path())).asJava();
    List<R> rows = old.stream().flatMap(file -> file.rows().stream()).toList();
    long version = old.stream().mapToLong(File::version).max().orElseThrow();
    live.set(live.indexOf(old.get(0)), file(run.head().partition(), rows, version));
    live.removeAll(old);
    return new Compacted(old.size(), 1, rows.size(), rows.size(), rows.size());
  }
}
