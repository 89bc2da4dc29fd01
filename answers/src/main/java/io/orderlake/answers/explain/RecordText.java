package io.orderlake.answers.explain;

import io.orderlake.application.explain.ExplainedRecord;
import io.orderlake.application.explain.FirstRead;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.order.Lookalike;
import io.orderlake.domain.order.SchemaVersions;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.silver.Verdict;
import io.orderlake.domain.text.TimeText;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.control.Option;

/**
 * What became of a record, for people: lines of a label and a text.
 *
 * @param times how times are written
 */
public record RecordText(TimeText times) {
  /** Labels the line on the rules that decided, and on those in force. */
  public static final String RULES = FateText.RULES;

  /** Labels the line on the event's version. */
  public static final String SCHEMA = "schema";

  /** Labels the line on the lake version that accounts for the record first. */
  public static final String SINCE = "since";

  /** What became of it, in a word or two. */
  public String title(ExplainedRecord explained) {
    return FateText.title(explained);
  }

  /** What became of it, its event's version, and since when the lake accounts for it. */
  public List<Tuple2<String, String>> lines(ExplainedRecord explained) {
    return explained
        .fate()
        .fold(new FateText(explained.today(), times))
        .appendAll(explained.schemaVersion().map(version -> Tuple.of(SCHEMA, path(version))))
        .appendAll(explained.since().map(since -> Tuple.of(SINCE, since(since))));
  }

  private static String path(int version) {
    return SchemaVersions.path(version).map(v -> "v" + v).mkString(" -> ");
  }

  private String since(FirstRead since) {
    return published(since.lake())
        + (since.orEarlier() ? ", or one before it that is not kept" : "");
  }

  /** A lake version, when it was published, and by which run. */
  public String published(LakeVersion lake) {
    return "lake version %s, published at %s by run %s"
        .formatted(lake.number(), times.moment(lake.publishedAt()), lake.publishedBy());
  }

  /** Kafka's timestamp, and whose it is. */
  public String timestamp(BronzeRecord record) {
    return times.moment(record.timestamp()) + stamped(record.timestampType());
  }

  private static String stamped(TimestampType type) {
    return switch (type) {
      case CREATE_TIME -> ", stamped by the producer";
      case LOG_APPEND_TIME -> ", stamped by the broker";
      case NO_TIMESTAMP -> ", not stamped";
    };
  }

  /** Where the record stands in Bronze's order. */
  public static String sequence(BronzeRecord record) {
    return "ingest sequence " + record.order().ingestSequence();
  }

  /** What the bytes of a record that cannot be decoded look like. */
  public static Option<String> likeness(ExplainedRecord explained) {
    byte[] value = explained.record().content().value();
    boolean undecodable =
        explained.today().verdict() instanceof Verdict.Rejected rejected
            && rejected.reasons().stream()
                .anyMatch(reason -> reason.code().equals(OrderRules.UNDECODABLE));
    return undecodable && value != null
        ? Option.some(Lookalike.sentence(value)).filter(says -> !says.isEmpty())
        : Option.none();
  }
}
