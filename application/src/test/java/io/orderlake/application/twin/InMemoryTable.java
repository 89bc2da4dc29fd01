package io.orderlake.application.twin;

import io.orderlake.domain.lake.Compacted;
import io.orderlake.domain.lake.DataFile;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.SmallFiles;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

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
   * @param rows added
   * @param carried counts
   * @param position the upstream version read
   */
  record Commit<R, C>(List<R> rows, C carried, long position) {}

  synchronized long version() {
    return commits.size() - 1L;
  }

  synchronized long position() {
    return commits.isEmpty() ? TableState.NOTHING_READ : commits.get(commits.size() - 1).position();
  }

  synchronized List<Commit<R, C>> after(long version, long upTo) {
    return List.copyOf(commits.subList((int) version + 1, (int) upTo + 1));
  }

  synchronized List<R> rows() {
    return files.rows();
  }

  synchronized List<DataFile> files() {
    return files.list();
  }

  synchronized void append(List<R> rows, C carried, long position) {
    commits.add(new Commit<>(List.copyOf(rows), carried, position));
    files.add(rows, version());
  }

  /** Joins small files; the commit adds no rows and moves no position. */
  synchronized Compacted compact(long readUpTo, SmallFiles rule) {
    Compacted done = files.rewrite(readUpTo, rule);
    if (!done.isNothing()) {
      commits.add(new Commit<>(List.of(), nothing, position()));
    }
    return done;
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

  /** The next commits for projections at these positions; brings those together that lie apart. */
  VersionRange unread(long newest, List<Long> positions, long maxRecords) {
    long behind = Collections.min(positions);
    OptionalLong next = positions.stream().mapToLong(p -> p).filter(p -> p > behind).min();
    long records = 0;
    long upTo = behind;
    for (Commit<R, C> commit : after(behind, next.orElse(newest))) {
      records += commit.rows().size();
      upTo++;
      if (next.isEmpty() && records >= maxRecords) {
        break;
      }
    }
    return new VersionRange(behind, upTo, records);
  }
}
