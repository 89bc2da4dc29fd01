package io.orderlake.application.twin;

import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.lake.Compacted;
import io.orderlake.domain.lake.DataFile;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.SmallFiles;
import io.orderlake.domain.lake.TableRetention;
import io.orderlake.domain.lake.Vacuumed;
import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table's files: a commit adds one for each partition that its rows fall into, and a row takes a
 * byte. Files that were replaced stay until a vacuum.
 *
 * @param <R> a row
 */
final class InMemoryFiles<R> {
  private static final long NEVER = Long.MAX_VALUE;

  private final Function<R, String> partitionOf;
  private final List<File<R>> stored = new ArrayList<>();
  private final Map<String, Long> leftBehind = new LinkedHashMap<>();
  private long made;

  InMemoryFiles(Function<R, String> partitionOf) {
    this.partitionOf = partitionOf;
  }

  /**
   * A file.
   *
   * @param read version of the last commit that any of its rows came with
   * @param from the first version that names it
   * @param to the first version that no longer does
   */
  private record File<R>(DataFile file, List<R> rows, long read, long from, long to) {
    boolean isLive() {
      return to == NEVER;
    }

    File<R> until(long version) {
      return new File<>(file, rows, read, from, version);
    }

    boolean isLiveAt(long version) {
      return from <= version && version < to;
    }
  }

  void add(List<R> rows, long version) {
    rows.stream()
        .collect(Collectors.groupingBy(partitionOf, LinkedHashMap::new, Collectors.toList()))
        .forEach((partition, part) -> stored.add(file(partition, part, version, version)));
  }

  private File<R> file(String partition, List<R> rows, long read, long version) {
    DataFile file = new DataFile("file-" + made++, partition, rows.size());
    return new File<>(file, List.copyOf(rows), read, version, NEVER);
  }

  /** From that version on nothing names the files there are. */
  void giveUpAll(long version) {
    stored.replaceAll(file -> file.isLive() ? file.until(version) : file);
  }

  /** A file that no commit will name, written after that version. */
  void leaveBehind(long version) {
    leftBehind.put("left-" + made++, version);
  }

  List<R> rows() {
    return live().stream().flatMap(file -> file.rows().stream()).toList();
  }

  /** The rows of a version. */
  List<R> rowsAt(long version) {
    return stored.stream()
        .filter(file -> file.isLiveAt(version))
        .flatMap(file -> file.rows().stream())
        .toList();
  }

  /** The rows that one commit came with, out of the files that it came with. */
  List<R> rowsOf(long version, int rows) {
    List<R> found =
        stored.stream()
            .filter(file -> file.from() == version && file.read() == version)
            .flatMap(file -> file.rows().stream())
            .toList();
    if (found.size() != rows) {
      throw LakeFailure.lasting("files that commit " + version + " added were removed");
    }
    return found;
  }

  List<DataFile> list() {
    return live().stream().map(File::file).toList();
  }

  long count() {
    return (long) stored.size() + leftBehind.size();
  }

  private List<File<R>> live() {
    return stored.stream().filter(File::isLive).toList();
  }

  /**
   * Joins small files.
   *
   * @param version the version that names the new ones
   */
  Compacted rewrite(long readUpTo, SmallFiles rule, long version) {
    Compacted sum = Compacted.NOTHING;
    List<DataFile> candidates =
        live().stream().filter(file -> file.read() <= readUpTo).map(File::file).toList();
    for (Seq<DataFile> run : rule.runs(candidates)) {
      sum = sum.plus(join(run, version));
    }
    return sum;
  }

  private Compacted join(Seq<DataFile> run, long version) {
    Map<String, File<R>> byPath = new LinkedHashMap<>();
    live().forEach(file -> byPath.put(file.file().path(), file));
    List<File<R>> old = run.map(file -> byPath.get(file.path())).asJava();
    List<R> rows = old.stream().flatMap(file -> file.rows().stream()).toList();
    long read = old.stream().mapToLong(File::read).max().orElseThrow();
    stored.add(stored.indexOf(old.get(0)), file(run.head().partition(), rows, read, version));
    stored.replaceAll(file -> old.contains(file) ? file.until(version) : file);
    return new Compacted(old.size(), 1, rows.size(), rows.size(), rows.size());
  }

  /** What would go. */
  Vacuumed unneeded(TableRetention stays) {
    if (!stays.agedBefore(stays.before()).isAfter(Sent.NOON)) {
      return Vacuumed.NOTHING;
    }
    List<File<R>> old = stored.stream().filter(file -> file.to() <= stays.since()).toList();
    long left = leftBehind.values().stream().filter(version -> version < stays.since()).count();
    return new Vacuumed(
        old.size() + left, left + old.stream().mapToLong(file -> file.file().bytes()).sum(), 0);
  }

  Vacuumed vacuum(TableRetention stays) {
    Vacuumed gone = unneeded(stays);
    if (gone.files() > 0) {
      stored.removeIf(file -> file.to() <= stays.since());
      leftBehind.values().removeIf(version -> version < stays.since());
    }
    return gone;
  }
}
