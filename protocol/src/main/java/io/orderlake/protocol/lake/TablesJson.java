package io.orderlake.protocol.lake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;

/** Where tables stand, by their paths: {@code {"silver/orders":{"version":…,"position":…},…}}. */
public final class TablesJson {
  private TablesJson() {}

  public static ObjectNode write(SortedMap<TableId, TableState> tables) {
    ObjectNode node = StrictJson.object();
    tables.forEach(
        (id, state) ->
            node.putObject(id.path())
                .put("version", state.version())
                .put("position", state.position()));
    return node;
  }

  public static SortedMap<TableId, TableState> read(StrictObject node) throws MalformedJson {
    SortedMap<TableId, TableState> tables = TreeMap.empty();
    for (String path : node.names()) {
      StrictObject state = node.object(path);
      tables =
          tables.put(
              table(path),
              new TableState(
                  state.whole("version", 0), state.whole("position", TableState.NOTHING_READ)));
      state.nothingElse();
    }
    return tables;
  }

  /** The table of that name. */
  public static TableId table(String path) throws MalformedJson {
    try {
      return new TableId(path);
    } catch (IllegalArgumentException e) {
      throw new MalformedJson("not a table of the lake: '" + path + "'");
    }
  }
}
