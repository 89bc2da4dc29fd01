package io.orderlake.domain.silver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RecordedOrder;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.source.Mapping;
import io.orderlake.domain.source.Node;
import io.orderlake.domain.source.RecordFormat;
import io.orderlake.domain.source.Source;
import io.orderlake.domain.source.Sources;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose fault it is that a record cannot be read. */
class RecordRefinerTest {
  private static final BronzeRecord RECORD =
      new BronzeRecord(
          new BronzeOrder(0, new SourcePosition("shop-orders", 0, 0)),
          Instant.EPOCH,
          TimestampType.CREATE_TIME,
          new BronzeRecord.Content(null, new byte[] {1}, List.of()));

  /** A format that fails. */
  private record Failing(RuntimeException failure) implements RecordFormat {
    @Override
    public String name() {
      return "failing";
    }

    @Override
    public Either<String, Node> read(byte[] value) {
      throw failure;
    }
  }

  /** No record of these tests is an event of the contract. */
  private record NoEvents() implements OrderEventDecoder {
    @Override
    public Either<String, RecordedOrder> decode(byte[] value) {
      return Either.left("none");
    }

    @Override
    public String eventIdOf(byte[] value) {
      return "none";
    }
  }

  private static RecordRefiner refiner(RuntimeException failure) {
    Source source =
        new Source(
            "shop", List.of("shop-orders"), new Failing(failure), new Mapping(null, List.of()));
    return new RecordRefiner(
        new NoEvents(), RuleSet.of(RuleSettings.DEFAULTS, new Sources(List.of(source))));
  }

  @Test
  void a_defect_is_the_record_s_verdict() {
    Judgement judgement = refiner(new IllegalStateException("a defect")).refine(RECORD);

    assertThat(judgement.whole())
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            rejected -> assertThat(rejected.codes()).containsExactly(OrderRules.UNJUDGED));
  }

  @Test
  void what_is_no_fault_of_the_record_is_no_verdict() {
    LakeFailure down = LakeFailure.because(FailureCause.UNREACHABLE, "the registry is down");

    assertThatThrownBy(() -> refiner(down).refine(RECORD)).isSameAs(down);
    assertThatThrownBy(() -> refiner(down).eventIds("shop-orders", new byte[] {1}, id -> {}))
        .isSameAs(down);
  }
}
