package io.orderlake.answers.explain;

import io.orderlake.answers.text.FiguresText;
import io.orderlake.answers.text.PositionJson;
import io.orderlake.answers.text.RawBytes;
import io.orderlake.application.explain.ExplainedCell;
import io.orderlake.application.explain.ExplainedRecord;
import io.orderlake.application.explain.ExplainedRecords;
import io.orderlake.application.explain.Reconsidered;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.order.SchemaVersions;
import io.orderlake.domain.silver.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Explanations for programs: times in UTC, amounts as text, bytes as text or in hexadecimal. */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** What {@code explain cell --json} prints. */
  public static Map<String, @Nullable Object> of(ExplainedCell explained) {
    Map<String, @Nullable Object> json = lake(explained.lake());
    json.put("table", explained.projection().table());
    json.putAll(explained.projection().named(explained.cell().key()));
    json.put(explained.projection().time().name(), explained.cell().key().time().toString());
    json.put("cell", FiguresText.json(explained.cell().figures()));
    json.put("rows", FiguresText.json(explained.rows()));
    json.put("adds_up", explained.adds());
    json.put("records", explained.shown().map(ExplanationJson::record).toJavaList());
    return json;
  }

  /** What {@code explain} of an event or a record prints with {@code --json}. */
  public static Map<String, @Nullable Object> of(ExplainedRecords explained) {
    Map<String, @Nullable Object> json = lake(explained.lake());
    json.put("records", explained.records().map(ExplanationJson::record).toJavaList());
    return json;
  }

  private static Map<String, @Nullable Object> lake(LakeVersion lake) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("lake_version", lake.number());
    json.put("published_at", lake.isEmpty() ? null : lake.publishedAt().toString());
    json.put("run_id", lake.isEmpty() ? null : lake.publishedBy().value());
    return json;
  }

  private static Map<String, @Nullable Object> record(ExplainedRecord explained) {
    BronzeRecord record = explained.record();
    Map<String, @Nullable Object> json = PositionJson.of(explained.position());
    json.put("ingest_sequence", record.order().ingestSequence());
    json.put("timestamp", record.timestamp().toString());
    json.put("timestamp_type", record.timestampType().name());
    RawBytes.put(json, "key", record.content().key());
    RawBytes.put(json, "value", record.content().value());
    json.put("headers", record.content().headers().stream().map(ExplanationJson::header).toList());
    json.putAll(explained.fate().fold(new FateJson()));
    json.put(
        "schema_versions",
        explained.schemaVersion().map(v -> SchemaVersions.path(v).toJavaList()).getOrNull());
    json.put("since", explained.since().map(since -> lake(since.lake())).getOrNull());
    json.put("since_or_earlier", explained.since().exists(since -> since.orEarlier()));
    json.put("today", today(explained.today()));
    json.put("damaged", explained.isDamaged());
    return json;
  }

  private static Map<String, @Nullable Object> header(RecordHeader header) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", header.key());
    RawBytes.put(json, "value", header.value());
    return json;
  }

  private static Map<String, Object> today(Reconsidered today) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rule_set_version", today.ruleSet());
    json.put("accepts", today.verdict().eventId() != null);
    json.put(
        "reasons",
        today.verdict() instanceof Verdict.Rejected rejected
            ? FateJson.reasons(rejected.reasons())
            : java.util.List.of());
    json.put("agrees", today.agrees());
    return json;
  }
}
