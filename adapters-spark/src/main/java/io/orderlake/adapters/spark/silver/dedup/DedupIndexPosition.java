package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.delta.LakeTable;
import org.jspecify.annotations.Nullable;

/**
 * How far an index has followed a table: a version, and the identity of the commit that made it, so
 * that a table that was restored or made anew is not taken for the one that was followed.
 *
 * @param version the table's version
 * @param commit the commit's identity; empty when it has none
 */
record DedupIndexPosition(long version, String commit) {
  /** Of an index that holds {@link IdKey}s as they are now; any other is made anew. */
  private static final String KEYED = "keys-2 ";

  static DedupIndexPosition at(LakeTable table, long version) {
    scala.Option<String> commit = table.history().commitId(version);
    return new DedupIndexPosition(version, commit.isDefined() ? commit.get() : "");
  }

  /** What {@link #text} gave; null for anything else. */
  static @Nullable DedupIndexPosition parse(@Nullable String text) {
    if (text == null || !text.startsWith(KEYED)) {
      return null;
    }
    int space = text.indexOf(' ', KEYED.length());
    return space < 0
        ? null
        : new DedupIndexPosition(
            Long.parseLong(text.substring(KEYED.length(), space)), text.substring(space + 1));
  }

  String text() {
    return KEYED + version + " " + commit;
  }

  /** True when the table's history holds this very commit. */
  boolean isPartOf(LakeTable table) {
    return !commit.isEmpty() && version <= table.version() && at(table, version).equals(this);
  }
}
