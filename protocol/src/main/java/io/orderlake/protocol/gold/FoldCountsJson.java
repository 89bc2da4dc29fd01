package io.orderlake.protocol.gold;

import io.orderlake.domain.gold.FoldCounts;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import io.orderlake.protocol.lake.CountsJson;
import io.vavr.collection.TreeMap;

/**
 * The counts of a fold as the commits of one Gold table carry them. All fields have always been
 * written and must be there.
 */
public final class FoldCountsJson {
  private static final String EVENTS = "events";
  private static final String READ = "read";
  private static final String TABLE = "table";

  private FoldCountsJson() {}

  /**
   * On one line.
   *
   * @param table the Gold table's name
   * @param read Silver rows that were folded
   * @param events what the table's cells gained
   * @param cells the table's cells that were added or changed
   */
  public static String write(String table, long read, long events, long cells) {
    return StrictJson.line(
        StrictJson.object()
            .put(CountsJson.CELLS_CHANGED, cells)
            .put(EVENTS, events)
            .put(READ, read)
            .put(TABLE, table));
  }

  /**
   * What a commit of that Gold table says.
   *
   * @param table its name, which the commit has to say, too
   */
  public static FoldCounts read(String text, String table) throws MalformedJson {
    StrictObject node = StrictJson.read(text);
    String said = node.text(TABLE);
    if (!said.equals(table)) {
      throw new MalformedJson("its table is '" + said + "', not '" + table + "'");
    }
    FoldCounts counts =
        new FoldCounts(
            node.whole(READ, 0),
            TreeMap.of(table, node.whole(EVENTS, 0)),
            TreeMap.of(table, node.whole(CountsJson.CELLS_CHANGED, 0)));
    node.nothingElse();
    return counts;
  }
}
