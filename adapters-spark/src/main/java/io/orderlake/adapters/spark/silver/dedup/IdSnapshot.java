package io.orderlake.adapters.spark.silver.dedup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Of which objects a snapshot of the dedup index is made.
 *
 * @param position how far the index had followed Silver
 * @param ids how many ids it held, about
 * @param taken when, by the clock of the machine that it was made on
 * @param files all files of the index's directory
 */
record IdSnapshot(String position, long ids, Instant taken, List<Part> files) {
  private static final int FORM = 1;
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /**
   * A file of the index.
   *
   * @param name in the index's directory
   * @param object its name among the snapshots
   * @param bytes how many it has
   * @param sha256 of its content, in hexadecimal digits
   */
  record Part(String name, String object, long bytes, String sha256) {
    /** True for a file that keeps its content for as long as it is there. */
    boolean isImmutable() {
      return name.endsWith(".sst");
    }
  }

  byte[] json() {
    ObjectNode json = StrictJson.object();
    json.put("form", FORM);
    json.put("position", position);
    json.put("ids", ids);
    json.put("taken_at", taken.toString());
    var list = json.putArray("files");
    for (Part file : files) {
      ObjectNode part = list.addObject();
      part.put("name", file.name);
      part.put("object", file.object);
      part.put("bytes", file.bytes);
      part.put("sha256", file.sha256);
    }
    return StrictJson.pretty(json);
  }

  /**
   * What {@link #json} gave.
   *
   * @throws MalformedJson for anything else
   */
  static IdSnapshot read(byte[] json) throws MalformedJson {
    StrictObject snapshot = StrictJson.read(json);
    long form = snapshot.whole("form", 1);
    if (form != FORM) {
      throw new MalformedJson("form is " + form + ", not " + FORM);
    }
    List<Part> files = new ArrayList<>();
    for (StrictObject part : snapshot.objects("files")) {
      files.add(
          new Part(
              fileName(part, "name"),
              fileName(part, "object"),
              part.whole("bytes", 0),
              part.text("sha256")));
      part.nothingElse();
    }
    IdSnapshot read =
        new IdSnapshot(
            snapshot.text("position"),
            snapshot.whole("ids", 0),
            snapshot.instant("taken_at"),
            List.copyOf(files));
    snapshot.nothingElse();
    return read;
  }

  private static String fileName(StrictObject part, String field) throws MalformedJson {
    String name = part.text(field);
    if (!FILE_NAME.matcher(name).matches()) {
      throw new MalformedJson(field + " is no name of a file: " + name);
    }
    return name;
  }
}
