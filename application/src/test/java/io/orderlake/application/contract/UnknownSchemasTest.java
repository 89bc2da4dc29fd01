package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.audit.verdict.AuditVerdict;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.fixture.Shops;
import io.orderlake.application.twin.InMemoryKeptSchemas;
import io.orderlake.application.twin.InMemoryLake;
import io.orderlake.application.twin.InMemoryRegistry;
import io.orderlake.application.twin.PlainOrderEventDecoder;
import io.orderlake.application.twin.PlainRecordFormat;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.schema.KeptAnswer;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.schema.SchemaAnswer;
import io.orderlake.domain.schema.Schemas;
import io.orderlake.domain.source.Node;
import io.orderlake.domain.source.RecordFormat;
import io.orderlake.domain.source.Sources;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Records that name a schema: what is unknown when it is asked for is the record's fault, what does
 * not answer is not; and whatever becomes known later, the audit finds nothing at any step.
 */
class UnknownSchemasTest {
  private static final int RECORDS = 60;

  /**
   * JSON behind the number of a schema, which is looked for and not looked at.
   *
   * @param schemas where
   */
  private record Numbered(Schemas schemas) implements RecordFormat {
    @Override
    public String name() {
      return "numbered";
    }

    @Override
    public Either<String, Node> read(byte[] value) {
      KeptAnswer answer = schemas.of(value[0]);
      return answer.answer() instanceof SchemaAnswer.Known
          ? new PlainRecordFormat().read(Arrays.copyOfRange(value, 1, value.length))
          : Either.left(unknown(value));
    }

    private static String unknown(byte[] value) {
      return "the schema " + value[0] + " is unknown";
    }

    @Override
    public RecordFormat over(Schemas others) {
      return new Numbered(others);
    }

    @Override
    public Option<String> refusedBefore(byte[] value) {
      return Option.when(schemas.of(value[0]).before() != null, () -> unknown(value));
    }
  }

  private final InMemoryKeptSchemas kept = new InMemoryKeptSchemas();
  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final Schemas judging = Schemas.judging(kept, registry);

  private Pipeline pipeline(List<Sent> history) {
    Pipeline pipeline = new Pipeline(new InMemoryLake(), new PlainOrderEventDecoder(), 25);
    pipeline.mapBy(sources(judging));
    pipeline.askAgain(judging);
    pipeline.lab().store(history);
    return pipeline;
  }

  private static Sources sources(Schemas schemas) {
    return Shops.sources(new Numbered(schemas));
  }

  /** Those of the shop name the schema 1 or 2. */
  private static List<Sent> history(Random random) {
    List<Sent> history = new ArrayList<>();
    for (Sent sent : Shops.random(random, RECORDS)) {
      byte[] value = sent.content().value();
      if (sent.topic().equals(Sent.ORDERS) || value == null) {
        history.add(sent);
      } else {
        byte[] numbered = new byte[value.length + 1];
        numbered[0] = (byte) (1 + random.nextInt(2));
        System.arraycopy(value, 0, numbered, 1, value.length);
        history.add(Sent.raw(sent.partition(), numbered).into(sent.topic()));
      }
    }
    return history;
  }

  private void isIntact(Pipeline pipeline, String when) {
    pipeline.mapBy(sources(Schemas.reading(kept)));
    AuditVerdict verdict = pipeline.audit();
    assertThat(verdict.isIntact()).as("%s: %s", when, verdict.sentence()).isTrue();
    pipeline.mapBy(sources(judging));
  }

  private static RegisteredSchema any() {
    return new RegisteredSchema("JSON", "{}", List.of());
  }

  @Test
  void what_was_unknown_is_held_until_a_redrive_finds_it_known() {
    for (long seed = 1; seed <= 20; seed++) {
      new UnknownSchemasTest().held(seed);
    }
  }

  private void held(long seed) {
    List<Sent> history = history(new Random(seed));
    registry.register(1, any());
    Pipeline pipeline = pipeline(history.subList(0, RECORDS / 2));
    pipeline.silver();
    pipeline.gold();
    isIntact(pipeline, "unknown, seed " + seed);
    assertThat(unknown(pipeline)).as("seed %d", seed).isPositive();

    registry.register(2, any());
    pipeline.lab().store(history.subList(RECORDS / 2, RECORDS));
    pipeline.silver();
    pipeline.gold();
    isIntact(pipeline, "registered, and not asked again, seed " + seed);

    judging.askAgain();
    isIntact(pipeline, "known, and not judged again, seed " + seed);
    pipeline.redrive();
    isIntact(pipeline, "judged again, seed " + seed);

    UnknownSchemasTest other = new UnknownSchemasTest();
    other.registry.register(1, any());
    other.registry.register(2, any());
    Pipeline known = other.pipeline(history);
    known.silver();
    known.gold();
    assertThat(Contents.of(pipeline.lab()).rows())
        .as("seed %d", seed)
        .isEqualTo(Contents.of(known.lab()).rows());
    registry.breakDown(FailureCause.UNREACHABLE);
    pipeline.rebuild("all");
    isIntact(pipeline, "built anew, seed " + seed);
    assertThat(Contents.of(pipeline.lab())).as("seed %d", seed).isEqualTo(Contents.of(known.lab()));
  }

  private static long unknown(Pipeline pipeline) {
    return pipeline.lab().quarantineRows().stream()
        .filter(
            held ->
                held.reasons().stream()
                    .anyMatch(
                        reason ->
                            reason.code().equals(OrderRules.UNDECODABLE)
                                && reason.sentence().contains("is unknown")))
        .count();
  }

  @Test
  void a_registry_that_does_not_answer_fails_the_run_and_holds_nobody() {
    registry.breakDown(FailureCause.UNREACHABLE);
    Pipeline pipeline = pipeline(history(new Random(3)));

    assertThatThrownBy(pipeline::silver)
        .isInstanceOfSatisfying(
            LakeFailure.class,
            e -> assertThat(e.failureCause()).isEqualTo(FailureCause.UNREACHABLE));
    assertThat(pipeline.lab().quarantineRows()).isEmpty();
    assertThat(pipeline.lab().silverRows()).isEmpty();

    registry.breakDown(null);
    registry.register(1, any());
    registry.register(2, any());
    pipeline.silver();
    pipeline.gold();
    isIntact(pipeline, "up again");
    assertThat(unknown(pipeline)).isZero();
  }

  @Test
  void a_record_that_is_damaged_for_good_is_not_taken_for_one_from_before() {
    registry.register(1, any());
    registry.register(2, any());
    Pipeline pipeline = pipeline(history(new Random(5)));
    pipeline.silver();

    assertThat(pipeline.lab().quarantineRows())
        .isNotEmpty()
        .noneMatch(held -> pipeline.refiner().isHeldFromBefore(held));
    assertThat(Objects.requireNonNull(kept.find(1).get()).before()).isNull();
  }
}
