package io.orderlake.domain.serve;

import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedSet;
import io.vavr.control.Option;
import java.util.function.Consumer;

/**
 * A database that holds Gold at one lake version, and for a while what it held before, for tools
 * that ask databases.
 *
 * <p>Whoever reads there sees all tables at the version before a publication or at the one after
 * it, nothing between. What the sink holds, and how far it has come, stand in it alone: whoever
 * serves may be killed at any moment and start again, and several may serve at once.
 *
 * <p>Every method throws {@link io.orderlake.domain.lake.LakeFailure}: a passing one where the same
 * call may succeed later (the sink does not answer, somebody holds it), after which nothing has
 * changed; a lasting one where a person has to do something.
 */
public interface GoldSink {
  /** What it holds; none where nothing was ever published. */
  Option<Served> served();

  /**
   * Puts a lake version in the place of the one that is held, in one step for all tables. Asks for
   * the cells of those partitions alone that lie in something else than what was published last of
   * them. A version that is held already, or an older one than the one held, changes nothing, so
   * that it may be said again.
   *
   * <p>A table that is not among the publication's stays as it was published last, and says so. One
   * whose declaration is another than before is filled anew, in the same step.
   *
   * @return what is held now
   * @throws io.orderlake.domain.lake.LakeFailure also, lasting, when it serves another lake, or a
   *     table's name is more than it can take; and what reading the cells throws
   */
  Served publish(Publication publication);

  /**
   * Opens what it holds for reading at one version, whatever is published meanwhile; none where
   * nothing was ever published. Reads where the tools read.
   */
  Option<Reading> open();

  /** One version, for as long as it is open. For one thread. */
  interface Reading extends AutoCloseable {
    Served served();

    /** The tables' names, those that are declared no more apart. */
    SortedSet<String> tables();

    /** The partitions of a table that have a cell. */
    SortedSet<String> partitions(GoldProjection projection);

    /**
     * A cell as the tools see it once it was published: a character that the sink cannot hold is
     * shown by its sign, all else as it is.
     */
    GoldCell shown(GoldCell cell);

    /**
     * Shows every cell of a partition, as the tools see it, once, in no particular order.
     *
     * @param projection one of {@link #tables}
     */
    void forEach(GoldProjection projection, String partition, Consumer<GoldCell> consumer);

    @Override
    void close();
  }

  /** Drops tables that are declared no more; those that are declared stay, whatever is asked. */
  Seq<String> forget(Seq<String> tables);
}
