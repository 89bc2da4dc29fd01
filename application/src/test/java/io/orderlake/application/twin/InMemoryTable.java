package io.orderlake.application.twin;

import io.orderlake.domain.lake.Compacted;
import io.orderlake.domain.lake.DataFile;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.SmallFiles;
import io.orderlake.domain.lake.TableRetention;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.Vacuumed;
import io.orderlake.domain.lake.VersionRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A table as its commits: each adds rows, counts and a position in one step.
 *
 * @param <R> a row
 * @param <C> what a commit carries
 */
final class InMemoryTable<R, C> {
  private final List<Commit<R, C>> commits = new ArrayList<>();
  private final InMemoryFiles<R> files;
  private final C nothing;

  /**
   * An empty table.
   *
   * @param nothing what a commit carries that adds no rows
   */
  InMemoryTable(Function<R, String> partitionOf, C nothing) {
    this.files = new InMemoryFiles<>(partitionOf);
    this.nothing = nothing;
  }

  /**
   * One commit.
   *
   * @param version that it made
   * @param added the rows it came with; fails when their files were removed
   * @param carried counts
   * @param position the upstream version read
   * @param kind what it did to the rows there were
   */
  record Commit<R, C>(long version, Supplier<List<R>> added, C carried, long position, Kind kind) {
    List<R> rows() {
      return added.get();
    }
  }

  /** What a commit did to the rows there were. */
  private enum Kind {
    APPENDED,
    REARRANGED,
    REPLACED
  }

  synchronized long version() {
    return commits.size() - 1L;
  }

  synchronized long position() {
    return commits.isEmpty() ? TableState.NOTHING_READ : commits.get(commits.size() - 1).position();
  }

  /**
   * The commits after a version, from the last one on that replaced the rows there were. For
   * whoever begins with a table whose files were joined: one that holds the table as it was then.
   */
  synchronized List<Commit<R, C>> after(long version, long upTo) {
    long last = Math.max(version, replacedIn(version, upTo) - 1);
    List<Commit<R, C>> range =
        upTo <= last ? List.of() : List.copyOf(commits.subList((int) last + 1, (int) upTo + 1));
    return version == TableState.NOTHING_READ
            && range.stream().anyMatch(commit -> commit.kind() == Kind.REARRANGED)
        ? List.of(new Commit<>(upTo, () -> files.rowsAt(upTo), nothing, upTo, Kind.APPENDED))
        : range;
  }

  /** The last commit of the range that replaced the rows there were; -1 for none. */
  private long replacedIn(long after, long upTo) {
    long found = -1;
    for (long version = after + 1; version <= upTo; version++) {
      found = commits.get((int) version).kind() == Kind.REPLACED ? version : found;
    }
    return found;
  }

  /** True when the position or the rows are others than in that state. */
  synchronized boolean isChangedSince(TableState state) {
    return position() != state.position()
        || commits.subList((int) state.version() + 1, commits.size()).stream()
            .anyMatch(commit -> commit.kind() != Kind.REARRANGED);
  }

  /** True when the rows there were at that version have been replaced since. */
  synchronized boolean isReplacedAfter(long version, long upTo) {
    return replacedIn(version, upTo) >= 0;
  }

  synchronized List<R> rows() {
    return files.rows();
  }

  synchronized List<R> rowsAt(long version) {
    return files.rowsAt(version);
  }

  synchronized List<DataFile> files() {
    return files.list();
  }

  synchronized void append(List<R> rows, C carried, long position) {
    add(rows, carried, position, Kind.APPENDED);
  }

  /** These rows in place of all there were. */
  synchronized void replaceAll(List<R> rows, C carried, long position) {
    files.giveUpAll(commits.size());
    add(rows, carried, position, Kind.REPLACED);
  }

  private void add(List<R> rows, C carried, long position, Kind kind) {
    long version = commits.size();
    int count = rows.size();
    commits.add(new Commit<>(version, () -> files.rowsOf(version, count), carried, position, kind));
    files.add(rows, version);
  }

  /** Joins small files; the commit adds no rows and moves no position. */
  synchronized Compacted compact(long readUpTo, SmallFiles rule) {
    Compacted done = files.rewrite(readUpTo, rule, commits.size());
    if (!done.isNothing()) {
      commits.add(new Commit<>(commits.size(), List::of, nothing, position(), Kind.REARRANGED));
    }
    return done;
  }

  /** What a vacuum would remove. */
  synchronized Vacuumed unneeded(TableRetention stays) {
    return stays.since() > version() ? Vacuumed.NOTHING : files.unneeded(stays);
  }

  /** Removes files that only versions before those to stay name. */
  synchronized Vacuumed vacuum(TableRetention stays) {
    return stays.since() > version() ? Vacuumed.NOTHING : files.vacuum(stays);
  }

  /** A file that no commit will name. */
  synchronized void leaveBehind() {
    files.leaveBehind(version());
  }

  /** All files there are, live or not. */
  synchronized long filesStored() {
    return files.count();
  }

  /** Appends when the position is the expected one; leaves alone what holds the range already. */
  synchronized void appendRange(List<R> rows, C carried, VersionRange range) {
    if (position() >= range.upTo()) {
      return;
    }
    if (position() != range.after()) {
      throw LakeFailure.lasting(
          "position is " + position() + ", expected " + range.after() + "; nothing was added");
    }
    append(rows, carried, range.upTo());
  }

  /**
   * The next commits for projections at these positions; brings those together that lie apart,
   * unless the rows that they have read were replaced since.
   */
  VersionRange unread(long newest, List<Long> positions, long maxRecords) {
    long behind = Collections.min(positions);
    long replaced = replacedIn(behind, newest);
    OptionalLong next =
        positions.stream().mapToLong(p -> p).filter(p -> p > behind && p >= replaced).min();
    long records = 0;
    long upTo = behind;
    for (Commit<R, C> commit : after(behind, next.orElse(newest))) {
      records += commit.rows().size();
      upTo = commit.version();
      if (next.isEmpty() && records >= maxRecords) {
        break;
      }
    }
    return new VersionRange(behind, upTo, records);
  }
}
