package io.orderlake.application.lake;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** The read model of what was published; reads only. */
public final class ListVersions {
  private final LakeVersions versions;

  public ListVersions(LakeVersions versions) {
    this.versions = versions;
  }

  /**
   * A lake version.
   *
   * @param changed the tables that it changed, as they are since then
   * @param isReadable its files are kept
   * @param replacedAt when the next one was published; none for the newest
   */
  public record Version(
      LakeVersion lake,
      SortedMap<TableId, TableState> changed,
      boolean isReadable,
      Option<Instant> replacedAt) {}

  /**
   * Some lake versions.
   *
   * @param newest the number of the newest there is; 0 for none
   * @param oldestReadable the number of the oldest whose files are surely kept
   * @param versions the newest first
   */
  public record Listed(long newest, long oldestReadable, Seq<Version> versions) {}

  /**
   * Lake versions, the newest first.
   *
   * @param from the number of the first of them
   * @param atMost how many
   */
  public Listed list(long from, int atMost) {
    long newest = versions.latest().number();
    long oldest = versions.oldestKept();
    Vector<Version> listed = Vector.empty();
    Option<LakeVersion> next = versions.version(Math.min(from, newest) + 1);
    for (long number = Math.min(from, newest); number >= 1 && listed.size() < atMost; number--) {
      Option<LakeVersion> lake = versions.version(number);
      if (lake.isEmpty()) {
        break; // its record was given up
      }
      listed = listed.append(version(lake.get(), next, number >= oldest));
      next = lake;
    }
    return new Listed(newest, oldest, listed);
  }

  private Version version(LakeVersion lake, Option<LakeVersion> next, boolean isReadable) {
    Option<LakeVersion> before = versions.version(lake.number() - 1);
    return new Version(
        lake,
        lake.tables().filter(table -> !before.exists(known -> isThere(known, table))),
        isReadable,
        next.map(LakeVersion::publishedAt));
  }

  private static boolean isThere(LakeVersion lake, Tuple2<TableId, TableState> table) {
    return lake.table(table._1).contains(table._2);
  }
}
