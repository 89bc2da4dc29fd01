package io.orderlake.adapters.kafka.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.order.OrderRule;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each rule has said of the events of its contract, since which revision. */
class RuleVerdictsTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-22T12:00:00Z");

  static List<OrderRule> rules() {
    return OrderRules.ALL.asJava();
  }

  /** Whatever its own severity is, so that what it says can be seen. */
  private static List<String> saysOf(OrderRule rule, byte[] event) {
    RuleSet rules =
        RuleSet.of(
            RuleSettings.DEFAULTS
                .withRates(OrderContract.rates(rule.code()))
                .withSeverity(rule.code(), Severity.QUARANTINE));
    Verdict verdict =
        new RecordRefiner(new JacksonOrderEventDecoder(), rules)
            .refine(
                new BronzeRecord(
                    new BronzeOrder(0, new SourcePosition("orders", 0, 0)),
                    RECEIVED,
                    TimestampType.CREATE_TIME,
                    new BronzeRecord.Content(null, event, List.of())))
            .whole();
    return verdict instanceof Verdict.Rejected rejected
        ? rejected.reasons().stream()
            .filter(reason -> reason.code().equals(rule.code()))
            .map(QuarantineReason::sentence)
            .toList()
        : List.of();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_whose_verdicts_change_has_another_revision(OrderRule rule) {
    boolean broken = false;
    boolean kept = false;
    for (JsonNode sample : OrderContract.ruleCases(rule.code())) {
      byte[] event = sample.path("event").toString().getBytes(UTF_8);
      NavigableMap<Integer, List<String>> said = said(sample);
      List<String> says = saysOf(rule, event);
      assertThat(said.headMap(rule.revision(), true))
          .as("what %s says of %s", rule, sample.path("event"))
          .isNotEmpty();
      assertThat(says)
          .as(
              "%s, revision %s, says something else of %s: raise its revision, and write what it"
                  + " says from then on beside what it said",
              rule, rule.revision(), sample.path("event"))
          .isEqualTo(said.floorEntry(rule.revision()).getValue());
      assertThat(said.lastKey())
          .as("the newest revision of %s that a case names", rule)
          .isLessThanOrEqualTo(rule.revision());
      broken |= !says.isEmpty();
      kept |= says.isEmpty();
    }
    assertThat(broken).as("%s has an event that breaks it", rule).isTrue();
    assertThat(kept).as("%s has an event that keeps it", rule).isTrue();
  }

  private static NavigableMap<Integer, List<String>> said(JsonNode sample) {
    TreeMap<Integer, List<String>> said = new TreeMap<>();
    sample
        .path("says")
        .fields()
        .forEachRemaining(
            revision -> {
              List<String> sentences = new ArrayList<>();
              revision.getValue().forEach(sentence -> sentences.add(sentence.asText()));
              said.put(Integer.valueOf(revision.getKey()), sentences);
            });
    return said;
  }

  @Test
  void every_rule_has_its_cases_and_no_other() {
    assertThat(OrderContract.rules())
        .containsExactlyInAnyOrderElementsOf(OrderRules.ALL.map(OrderRule::code));
  }
}
