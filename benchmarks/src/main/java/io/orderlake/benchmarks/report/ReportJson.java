package io.orderlake.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.Measurement;
import io.orderlake.benchmarks.measure.Summary;
import io.orderlake.benchmarks.section.Goal;
import io.vavr.collection.List;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report for programs: every single measurement, times in seconds, sizes in bytes. */
public record ReportJson(Report report) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The document. */
  public String text() throws JsonProcessingException {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document()) + "\n";
  }

  private Map<String, @Nullable Object> document() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", report.at().toString());
    json.put("machine", report.machine().properties().toJavaMap());
    json.put("versions", report.versions().toJavaMap());
    json.put("load_before", report.loadBefore());
    json.put("load_after", report.loadAfter());
    json.put("rows", report.rows());
    json.put("repetitions", report.repetitions());
    json.put("goals", List.of(Goal.values()).map(this::goal).toJavaList());
    json.put("sections", report.parts().map(ReportJson::part).toJavaList());
    return json;
  }

  private Map<String, @Nullable Object> goal(Goal goal) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("goal", goal.name().toLowerCase(Locale.ROOT));
    json.put("what", goal.what());
    json.put("floor", goal.floor());
    json.put("aim", goal.aim());
    json.put("measured", report.measured(goal).getOrNull());
    json.put("verdict", report.measured(goal).map(goal::verdict).getOrNull());
    return json;
  }

  private static Map<String, @Nullable Object> part(Report.Part part) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("section", part.name());
    json.put("title", part.title());
    json.put("failure", part.failure().getOrNull());
    json.put("notes", part.result().notes().toJavaList());
    json.put(
        "measurements", part.result().measurements().map(ReportJson::measurement).toJavaList());
    return json;
  }

  private static Map<String, @Nullable Object> measurement(Measurement measurement) {
    Cost cost = measurement.trial().cost();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("contestant", measurement.contestant());
    json.put("rows", measurement.trial().rows());
    json.put("seconds", Summary.seconds(cost.wall()));
    json.put("cpu_seconds", cost.cpu().map(Summary::seconds).getOrNull());
    json.put("peak_memory", cost.peakMemory().getOrNull());
    json.put("bytes_written", measurement.trial().bytesWritten().getOrNull());
    json.put("facts", measurement.trial().facts().toJavaMap());
    return json;
  }
}
