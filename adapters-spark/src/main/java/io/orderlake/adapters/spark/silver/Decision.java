package io.orderlake.adapters.spark.silver;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.adapters.spark.delta.Json;
import io.orderlake.adapters.spark.delta.WrittenFile;
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
    List<WrittenFile> files,
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

  private static Map<String, Object> json(WrittenFile file) {
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
    JsonNode silver = Json.read(text, from).path("silver");
    List<WrittenFile> files = new ArrayList<>();
    for (JsonNode file : silver.path("files")) {
      files.add(
          new WrittenFile(
              file.path("path").asText(),
              file.path("partition").asText(),
              file.path("bytes").asLong(),
              file.path("records").asLong(),
              file.path("statistics").asText()));
    }
    return new Decision(
        files,
        silver.path("replaces").asBoolean(),
        positions(silver.path("expected")),
        positions(silver.path("positions")),
        silver.path("counts").asText());
  }

  private static Map<String, Long> positions(JsonNode object) {
    Map<String, Long> positions = new LinkedHashMap<>();
    object.properties().forEach(field -> positions.put(field.getKey(), field.getValue().asLong()));
    return positions;
  }
}
