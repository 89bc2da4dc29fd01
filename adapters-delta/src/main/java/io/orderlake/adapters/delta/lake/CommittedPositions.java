package io.orderlake.adapters.delta.lake;

import io.delta.kernel.exceptions.TableNotFoundException;
import io.orderlake.adapters.delta.lake.PositionLog.Known;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.io.IOException;

/**
 * The positions (Delta's SetTransaction actions) that a table's commits carry, as of the newest
 * commit. The log is read once; after that, asking costs two look-ups by name and the reading of
 * the commits made since. Safe for use by several threads.
 */
public final class CommittedPositions {
  private final PositionLog log;
  private Option<Known> known = Option.none();

  CommittedPositions(PositionLog log) {
    this.log = log;
  }

  /**
   * A table's newest commit.
   *
   * @param version its Delta version
   * @param positions by application id, the newest version committed under it
   */
  public record Newest(long version, Map<String, Long> positions) {}

  /**
   * The newest commit, or none when there is no table.
   *
   * @throws LakeFailure when the log cannot be read, or the table has a newer layout than the known
   *     one
   */
  public synchronized Option<Newest> newest() {
    known = Failures.attempt("reading the log of " + log.table(), this::refresh);
    return known.map(k -> new Newest(k.version(), k.positions()));
  }

  private Option<Known> refresh() throws IOException {
    Option<Known> last = known.filter(log::holds);
    return last.isEmpty() ? load() : last.map(this::advance);
  }

  private Known advance(Known from) {
    Known at = from;
    for (Option<Known> next = log.after(at); next.isDefined(); next = log.after(at)) {
      at = next.get();
    }
    return at;
  }

  private Option<Known> load() throws IOException {
    try {
      return Option.some(log.newest());
    } catch (TableNotFoundException e) {
      return Option.none();
    }
  }
}
