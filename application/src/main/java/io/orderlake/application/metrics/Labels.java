package io.orderlake.application.metrics;

import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.metric.Sample;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunFailure;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The values that labels can have, and how numbers and times are told. */
final class Labels {
  static final String BRONZE = "bronze";
  static final String SILVER = "silver";
  static final String GOLD = "gold";

  static final Seq<String> JOBS = List.of(JobName.values()).map(JobName::word).append(Counts.OTHER);

  static final Seq<String> CATEGORIES = List.of(RunFailure.Category.values()).map(Labels::word);

  static final Seq<String> REASONS = OrderRules.codes().toList().append(Counts.OTHER);

  static final Seq<String> WARNINGS = OrderRules.codesThatMayWarn().toList().append(Counts.OTHER);

  static final String READ = "read";
  static final String REFINED = "refined";
  static final String QUARANTINED = "quarantined";
  static final String DUPLICATE = "duplicate";

  static final Seq<String> OUTCOMES = List.of(READ, REFINED, QUARANTINED, DUPLICATE);

  private Labels() {}

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The job of that word, or another one. */
  static String job(String word) {
    return JOBS.contains(word) ? word : Counts.OTHER;
  }

  /** The reason of that code, or another one. */
  static String reason(String code) {
    return REASONS.contains(code) ? code : Counts.OTHER;
  }

  static Sample of(TopicPartition partition, long value) {
    return Sample.of(value, partition.topic(), Integer.toString(partition.partition()));
  }

  static Seq<Sample> each(Map<TopicPartition, Long> values) {
    return values.toList().map(value -> of(value._1, value._2));
  }

  /** Since the epoch. */
  static double seconds(Instant time) {
    return seconds(Duration.between(Instant.EPOCH, time));
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
