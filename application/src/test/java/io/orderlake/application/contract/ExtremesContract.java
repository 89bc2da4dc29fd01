package io.orderlake.application.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Extremes;
import io.orderlake.application.fixture.History;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RecordedOrder;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever a record holds, it gets its verdict, and no other record's way is changed by it. */
public abstract class ExtremesContract {
  private static final long ANY = 1_000_000;

  /** Later times than the Kafka timestamp become rows too. */
  private static final RuleSettings LENIENT =
      RuleSettings.DEFAULTS.withSeverity("event_time_in_future", Severity.WARN);

  /** A new, empty lake. */
  protected abstract LakeLab newLab();

  /** The decoder that the refiner takes along. */
  protected abstract OrderEventDecoder decoder();

  /** How many random histories to try. */
  protected abstract int histories();

  /** How many records a history has. */
  protected abstract int records();

  @Test
  void every_record_gets_its_verdict_in_every_table_and_through_every_job() {
    for (int i = 0; i < histories(); i++) {
      long seed = 1582L + i;
      Random random = new Random(seed);
      List<Sent> history = Extremes.records(random, records());
      LakeLab lab = newLab();
      Pipeline pipeline = new Pipeline(lab, decoder(), 1 + random.nextInt(records()));
      pipeline.judgeBy(LENIENT);
      for (List<Sent> commit : History.cut(history, random)) {
        lab.store(commit);
        pipeline.silver();
        pipeline.gold();
      }
      assertContents(lab).as("seed %d", seed).isEqualTo(history(history));
      assertVerdicts(pipeline, "refined, seed " + seed);
      pipeline.compact();
      pipeline.vacuum();
      assertVerdicts(pipeline, "compacted, seed " + seed);
      pipeline.rebuild("all");
      assertVerdicts(pipeline, "rebuilt, seed " + seed);
      pipeline.redrive();
      assertVerdicts(pipeline, "judged again, seed " + seed);
      assertThat(pipeline.lake().totals().read()).as("seed %d", seed).isEqualTo(history.size());
    }
  }

  private static org.assertj.core.api.AbstractAssert<?, ?> assertContents(LakeLab lab) {
    return assertThat(
        lab.bronze().stream()
            .collect(
                Collectors.groupingBy(
                    record -> record.source().partition(),
                    Collectors.mapping(BronzeRecord::content, Collectors.toList()))));
  }

  private static Map<Integer, List<BronzeRecord.Content>> history(List<Sent> history) {
    return history.stream()
        .collect(
            Collectors.groupingBy(
                Sent::partition, Collectors.mapping(Sent::content, Collectors.toList())));
  }

  private static void assertVerdicts(Pipeline pipeline, String when) {
    Judged expected = Judged.inOrder(pipeline.lab().bronze(), pipeline.refiner());
    assertThat(bySource(pipeline.lab().silverRows(), row -> row.provenance().order().source()))
        .as(when)
        .isEqualTo(bySource(expected.rows(), row -> row.provenance().order().source()));
    assertThat(bySource(pipeline.lab().quarantineRows(), row -> row.record().source()))
        .as(when)
        .isEqualTo(bySource(expected.quarantined(), row -> row.record().source()));
    assertThat(expected.rows()).as(when).isNotEmpty();
    assertThat(codes(expected.quarantined())).as(when).doesNotContain(OrderRules.UNJUDGED);
    Fold.assertIsGold(pipeline.lab(), when);
  }

  private static <T> Map<Object, T> bySource(List<T> rows, Function<T, Object> source) {
    return rows.stream().collect(Collectors.toMap(source, Function.identity()));
  }

  private static List<String> codes(List<QuarantinedRecord> quarantined) {
    return quarantined.stream()
        .flatMap(record -> record.reasons().stream())
        .map(QuarantineReason::code)
        .toList();
  }

  @Test
  void a_record_that_makes_judging_fail_is_set_aside_alone_under_its_address() {
    LakeLab lab = newLab();
    Pipeline pipeline = new Pipeline(lab, new Stumbling(decoder()), ANY);
    lab.store(
        List.of(
            Sent.to(0, Event.v2("e-1")),
            Sent.to(1, Event.v2("stumble-1")),
            Sent.to(1, Event.v2("e-2")),
            Sent.to(2, Event.v2("overflow-1"))));
    pipeline.silver();
    pipeline.gold();
    pipeline.compact();

    assertThat(lab.silverRows()).extracting(RefinedOrder::eventId).containsOnly("e-1", "e-2");
    assertThat(lab.quarantineRows())
        .flatExtracting(QuarantinedRecord::reasons)
        .extracting(QuarantineReason::sentence)
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .contains("-1@0 could not be judged", "defect", "IllegalStateException"))
        .anySatisfy(sentence -> assertThat(sentence).contains("-2@0", "StackOverflowError"));
    assertThat(pipeline.silver().report().isNothing()).isTrue();

    pipeline.judgeBy(new RecordRefiner(decoder(), pipeline.refiner().rules()));
    pipeline.redrive();
    assertThat(lab.silverRows()).hasSize(4);
    assertThat(lab.quarantineRows()).isEmpty();
  }

  /** A decoder with a defect. */
  private record Stumbling(OrderEventDecoder decoder) implements OrderEventDecoder {
    private static final long serialVersionUID = 1;

    @Override
    public Either<String, RecordedOrder> decode(byte[] value) {
      String text = new String(value, UTF_8);
      if (text.contains("stumble")) {
        throw new IllegalStateException("no such luck " + System.nanoTime());
      }
      return text.contains("overflow") ? decode(value) : decoder.decode(value);
    }

    @Override
    public @Nullable String eventIdOf(byte[] value) {
      return decode(value).map(event -> decoder.eventIdOf(value)).getOrNull();
    }
  }
}
