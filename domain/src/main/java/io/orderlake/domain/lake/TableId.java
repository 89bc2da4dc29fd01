package io.orderlake.domain.lake;

import io.vavr.control.Option;
import java.io.Serializable;
import java.util.List;

/**
 * Names one table of the lake by its path under the lake's root, e.g. {@code silver/orders}.
 *
 * @param path two segments, {@code stage/table}, in lower case
 */
public record TableId(String path) implements Comparable<TableId>, Serializable {
  private static final String GOLD = "gold/";
  private static final List<String> STAGES = List.of("bronze/", "silver/", GOLD);

  public static final TableId BRONZE_ORDERS = new TableId("bronze/orders");
  public static final TableId SILVER_ORDERS = new TableId("silver/orders");
  public static final TableId QUARANTINE = new TableId("silver/quarantine");

  public TableId {
    if (!isPath(path)) {
      throw new IllegalArgumentException(
          "not a table of the lake: '" + path + "'; expected stage/table, e.g. silver/orders");
    }
  }

  /** By hand, since paths are read by the million. */
  private static boolean isPath(String path) {
    int name = path.indexOf('/') + 1;
    if (name == path.length() || !STAGES.contains(path.substring(0, name))) {
      return false;
    }
    for (int i = name; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean isLetter = c >= 'a' && c <= 'z';
      if (!isLetter && (i == name || !(c == '_' || (c >= '0' && c <= '9')))) {
        return false;
      }
    }
    return true;
  }

  /** The Gold table of that name. */
  public static TableId gold(String table) {
    return new TableId(GOLD + table);
  }

  public boolean isGold() {
    return path.startsWith(GOLD);
  }

  /** The table that this one is a projection of; none for Bronze. */
  public Option<TableId> upstream() {
    if (equals(BRONZE_ORDERS)) {
      return Option.none();
    }
    return Option.some(isGold() ? SILVER_ORDERS : BRONZE_ORDERS);
  }

  @Override
  public int compareTo(TableId other) {
    return path.compareTo(other.path);
  }

  @Override
  public String toString() {
    return path;
  }
}
