package io.orderlake.protocol.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.lineage.GoldDelays;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import io.vavr.Tuple2;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/**
 * How long records had waited until Gold counted them, in results and in the journal: {@code
 * {"up_to_millis":{"1000":12,"1500":900},"longer":0,"millis":1234567}}.
 */
final class GoldDelaysJson {
  static final String FIELD = "gold_delays";

  private static final String UP_TO = "up_to_millis";

  private GoldDelaysJson() {}

  /** Adds the field when there is something to say. */
  static void put(ObjectNode node, Option<GoldDelays> delays) {
    delays.forEach(known -> node.set(FIELD, write(known)));
  }

  static Option<GoldDelays> readIfAny(StrictObject node) throws MalformedJson {
    Option<StrictObject> field = node.objectIfAny(FIELD);
    return field.isEmpty() ? Option.none() : Option.some(read(field.get()));
  }

  private static ObjectNode write(GoldDelays delays) {
    ObjectNode node = StrictJson.object();
    ObjectNode upTo = node.putObject(UP_TO);
    delays.upTo().forEach((bound, records) -> upTo.put(Long.toString(bound), records));
    return node.put("longer", delays.longer()).put("millis", delays.millis());
  }

  private static GoldDelays read(StrictObject node) throws MalformedJson {
    SortedMap<Long, Long> upTo = TreeMap.empty();
    for (Tuple2<String, Long> records : node.counts(UP_TO)) {
      upTo = upTo.put(bound(records._1), records._2);
    }
    GoldDelays delays = new GoldDelays(upTo, node.whole("longer", 0), node.whole("millis", 0));
    node.nothingElse();
    return delays;
  }

  private static long bound(String text) throws MalformedJson {
    if (!text.matches("[1-9][0-9]{0,14}")) {
      throw new MalformedJson("'" + text + "' is no number of milliseconds");
    }
    return Long.parseLong(text);
  }
}
