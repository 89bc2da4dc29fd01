package io.orderlake.bootstrap.cli.query;

import io.orderlake.answers.explain.FateJson;
import io.orderlake.answers.text.PositionJson;
import io.orderlake.application.examine.ReasonCount;
import io.orderlake.application.source.LinePlace;
import io.orderlake.application.source.RecordPlace;
import io.orderlake.application.source.SourceCheck;
import io.orderlake.application.source.SourceCheck.Example;
import io.orderlake.application.source.SourceCheck.Row;
import io.orderlake.domain.bronze.LinePosition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a look at a source shows, for programs. */
final class SourceCheckJson {
  private static final int SHARE_DECIMALS = 4;

  private SourceCheckJson() {}

  static Map<String, @Nullable Object> of(SourceCheck seen) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("source", seen.source());
    seen.from().feed().forEach(feed -> json.put("feed", feed));
    if (seen.from().feed().isEmpty()) {
      json.put("topics", seen.from().topics().toJavaList());
    }
    json.put("records", seen.records().read());
    json.put("blank", seen.records().blank());
    json.put("not_taken_apart", seen.records().whole());
    json.put("whole", seen.records().all());
    json.put("lines", seen.lines().all());
    json.put("passing", seen.lines().passing());
    json.put("failing", seen.lines().failing());
    json.put("share", share(seen));
    json.put("repeats", seen.repeats());
    json.put("compared", seen.records().compared());
    json.put("refused", seen.isRefused());
    json.put("reasons", seen.reasons().map(SourceCheckJson::reason).toJavaList());
    json.put("warnings", seen.warnings().toJavaMap());
    json.put("silver", seen.shown().map(SourceCheckJson::row).toJavaList());
    return json;
  }

  /** From 0 to 1, rounded down; null when there is no line. */
  private static @Nullable BigDecimal share(SourceCheck seen) {
    return seen.lines().all() == 0
        ? null
        : BigDecimal.valueOf(seen.lines().passing())
            .divide(BigDecimal.valueOf(seen.lines().all()), SHARE_DECIMALS, RoundingMode.DOWN);
  }

  private static Map<String, Object> reason(ReasonCount<Example> reason) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", reason.code());
    json.put("field", reason.field());
    json.put("count", reason.count());
    json.put("examples", reason.examples().map(SourceCheckJson::example).toJavaList());
    return json;
  }

  private static Map<String, @Nullable Object> example(Example example) {
    Map<String, @Nullable Object> json = place(example.place());
    json.put("at", example.at());
    json.put("value", example.value().getOrNull());
    json.put("sentence", example.sentence());
    return json;
  }

  private static Map<String, @Nullable Object> row(Row row) {
    Map<String, @Nullable Object> json = place(row.place());
    json.putAll(FateJson.content(row.order()));
    json.put("warnings", row.order().provenance().warnings());
    return json;
  }

  /** Of a record of a topic as everywhere; of a feed the {@code feed_line} in its place. */
  private static Map<String, @Nullable Object> place(LinePlace place) {
    if (place.record() instanceof RecordPlace.InTopic topic) {
      return PositionJson.of(new LinePosition(topic.position(), place.line()));
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("feed_line", ((RecordPlace.InFeed) place.record()).line());
    if (place.isOfLine()) {
      json.put("line", place.line());
    }
    return json;
  }
}
