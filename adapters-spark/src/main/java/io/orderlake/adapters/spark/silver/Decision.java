package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.delta.TableCommit;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.interop.Json;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Silver's commit will be, as the Quarantine's commit that goes before it says.
 *
 * @param files what is added; closed, and named by no commit before
 * @param replaces true when they stand for all files there are
 * @param expected Silver's positions before
 * @param positions Silver's positions after
 * @param counts what Silver's commit carries
 */
record Decision(
    List<DataFile> files,
    boolean replaces,
    Map<String, Long> expected,
    Map<String, Long> positions,
    String counts) {

  String json() {
    Map<String, Object> silver = new LinkedHashMap<>();
    silver.put("replaces", replaces);
    silver.put("expected", expected);
    silver.put("positions", positions);
    silver.put("counts", counts);
    silver.put("files", files.stream().map(Decision::json).toList());
    return Json.write(Map.of("silver", silver));
  }

  private static Map<String, Object> json(DataFile file) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("path", file.path());
    json.put("partition", file.partition());
    json.put("bytes", file.bytes());
    json.put("records", file.records());
    json.put("statistics", file.statistics());
    return json;
  }

  /**
   * What {@link #json} gave.
   *
   * @param from where it was found, for the failure of a text that is damaged
   */
  static Decision parse(String text, String from) {
    try {
      StrictObject whole = StrictJson.read(text);
      StrictObject silver = whole.object("silver");
      whole.nothingElse();
      Decision decision =
          new Decision(
              files(silver),
              silver.truth("replaces"),
              positions(silver.object("expected")),
              positions(silver.object("positions")),
              silver.text("counts"));
      silver.nothingElse();
      return decision;
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED,
          "%s is damaged: %s; restore the log of silver/quarantine from a backup"
              .formatted(from, e.getMessage()),
          e);
    }
  }

  private static List<DataFile> files(StrictObject silver) throws MalformedJson {
    List<DataFile> files = new ArrayList<>();
    for (StrictObject file : silver.objects("files")) {
      files.add(
          new DataFile(
              file.text("path"),
              file.text("partition"),
              file.whole("bytes", 0),
              file.whole("records", 0),
              file.textOrNull("statistics").getOrNull()));
      file.nothingElse();
    }
    return files;
  }

  private static Map<String, Long> positions(StrictObject object) throws MalformedJson {
    Map<String, Long> positions = new LinkedHashMap<>();
    for (String name : object.names()) {
      positions.put(name, object.whole(name, TableCommit.NO_POSITION));
    }
    return positions;
  }
}
