package io.orderlake.protocol.alert;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.alert.Alert;
import io.orderlake.domain.alert.Trouble;
import io.orderlake.domain.alert.TroubleLog.Entry;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * Troubles that are not over, or whose end is not told: {@code {"troubles":[{"alert":…,"where":{…},
 * "what":…,"since":…,"until":…,"told":…}]}}.
 */
public final class ToldJson {
  private ToldJson() {}

  public static byte[] write(Seq<Entry> entries) {
    ObjectNode json = StrictJson.object();
    ArrayNode troubles = json.putArray("troubles");
    entries.forEach(entry -> troubles.add(write(entry)));
    return StrictJson.pretty(json);
  }

  private static ObjectNode write(Entry entry) {
    Trouble trouble = entry.trouble();
    ObjectNode json = StrictJson.object().put("alert", trouble.alert().title());
    ObjectNode where = json.putObject("where");
    trouble.where().forEach((name, value) -> where.put(name, value));
    return json.put("what", trouble.what())
        .put("since", trouble.since().toString())
        .put("until", trouble.until().map(Instant::toString).getOrNull())
        .put("told", entry.isTold());
  }

  /** Those whose alert this program knows; an older or newer one may have had others. */
  public static Seq<Entry> read(byte[] bytes) throws MalformedJson {
    StrictObject json = StrictJson.read(bytes);
    List<Entry> entries = List.empty();
    for (StrictObject trouble : json.objects("troubles")) {
      entries = entries.appendAll(read(trouble));
    }
    json.nothingElse();
    return entries;
  }

  private static Option<Entry> read(StrictObject json) throws MalformedJson {
    String title = json.text("alert");
    Option<String> until = json.textOrNull("until");
    Trouble trouble =
        new Trouble(
            List.of(Alert.values())
                .find(alert -> alert.title().equals(title))
                .getOrElse(Alert.COLLECTOR_FAILED),
            json.texts("where"),
            json.text("what"),
            json.instant("since"),
            until.isEmpty() ? Option.none() : Option.some(json.instant("until")));
    Entry entry = new Entry(trouble, json.truth("told"));
    json.nothingElse();
    return Option.when(trouble.alert().title().equals(title), entry);
  }
}
